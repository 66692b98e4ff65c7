// Prints how long one story page takes: `swift run -c release template-bench`.
import Markup
import NewsTemplates

let page = BenchPage.sample
let template = try BenchTemplates.set.compile("story", for: BenchPage.shape)
var bytes: [UInt8] = []
template.render(page, into: &bytes)
print("page of \(bytes.count) bytes")

let clock = ContinuousClock()
let pages = 20_000
report("record and render, new buffer") {
  var fresh: [UInt8] = []
  template.render(page, into: &fresh)
  return fresh.count
}
report("record and render, same buffer") {
  bytes.removeAll(keepingCapacity: true)
  template.render(page, into: &bytes)
  return bytes.count
}
report("record alone") { BenchPage.shape.record(page).values.count }

/// Prints the median of nine rounds, in microseconds a page.
func report(_ name: String, _ work: () -> Int) {
  var rounds: [Int64] = []
  var sum = 0
  for _ in 0..<9 {
    let time = clock.measure { for _ in 0..<pages { sum &+= work() } }
    rounds.append(time.components.seconds * 1_000_000_000 + time.components.attoseconds / 1_000_000_000)
  }
  let hundredths = rounds.sorted()[4] / Int64(pages) / 10
  print("\(name): \(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) µs (\(sum % 10))")
}
