import Markup
import NewsTemplates

/// A story page of 8 KB, from its values to its bytes.
func benchTemplates() -> [Figure] {
  guard let template = try? BenchTemplates.set.compile("story", for: BenchPage.shape) else { return [] }
  let pages = 5_000
  let time = Figure.nanoseconds(units: pages) {
    var sum = 0
    for _ in 0..<pages {
      var bytes: [UInt8] = []
      template.render(BenchPage.sample, into: &bytes)
      sum += bytes.count
    }
    return sum
  }
  return [Figure(work: "render a story page of 8 KB", value: time / 1000, unit: "µs", goal: "≤ 15 µs")]
}
