import NewsBuild
import TestSupport

/// The law of the import, over many generated articles in release mode: the visible words of the page and the recorded
/// dropped lines are the words of the source. Says what was lost, and gives the number of articles that lost a word.
func checkLaw(articles: Int) -> (report: String, broken: Int) {
  var words = 0
  var broken: [String] = []
  for seed in 0..<UInt64(articles) {
    let audit = audit(GeneratedArticle.bytes(seed: seed), file: "\(seed).txt", encoding: nil)
    words += audit.wordsIn
    if let failure = audit.failure { broken.append("seed \(seed): \(failure.message)") }
    if !audit.lost.isEmpty { broken.append("seed \(seed) lost \(audit.lost)") }
  }
  let total = "\(articles) generated articles, \(words) words in, \(broken.count) articles that lost any"
  return ((broken.prefix(20) + [total]).joined(separator: "\n"), broken.count)
}

/// The law of the build, over many random sequences of edits in release mode: incremental builds equal clean ones.
func checkBuilds(sequences: Int) async throws -> (report: String, broken: Int) {
  // Two at a time: the sites are too small to keep two cores busy each.
  let broken = try await withThrowingTaskGroup(of: [String].self) { group in
    for half in 0..<2 as Range<UInt64> {
      group.addTask {
        var broken: [String] = []
        for seed in stride(from: half, to: UInt64(sequences), by: 2) {
          if let failure = try await checkIncremental(seed: seed, edits: 5) { broken.append(failure) }
        }
        return broken
      }
    }
    return try await group.reduce(into: []) { $0 += $1 }
  }
  let total =
    "\(sequences) random sequences of edits, \(broken.count) in which an incremental build was not a clean one"
  return ((broken.prefix(10) + [total]).joined(separator: "\n"), broken.count)
}
