import ArabicText
import Foundation
import NewsCore
import TestSupport

/// The text layer a word, and topics a story.
func benchText() -> [Figure] {
  let corpus = Corpus(count: 200)
  let texts = (0..<200).map(corpus.article)
  let wordCount = texts.reduce(0) { $0 + words(in: $1).count }
  let normalizing = Figure.nanoseconds(units: wordCount) { texts.reduce(0) { $0 + words(in: $1).count } }
  let stemming = Figure.nanoseconds(units: wordCount) {
    texts.reduce(0) { sum, text in words(in: text).reduce(sum) { $0 + wordForms(of: $1.normal).count } }
  }
  var figures = [
    Figure(work: "split and normalise a word", value: normalizing, unit: "ns", goal: ""),
    Figure(work: "split, normalise and stem a word", value: stemming, unit: "ns", goal: ""),
  ]
  let path = packageFolder + "/" + SiteFolder.topics
  if let bytes = try? Files.read(path) {
    let list = parseTopics(bytes, path: path).list
    let matcher = TopicMatcher(list)
    let time = Figure.nanoseconds(units: texts.count) {
      texts.reduce(0) { $0 + matcher.matches(in: [TopicText(.body, $1)]).count }
    }
    figures.append(
      Figure(work: "match \(list.topics.count) topics in a story", value: time / 1000, unit: "µs", goal: "≤ parsing it")
    )
  }
  return figures
}
