import Foundation
import Testing

@testable import NewsCore

/// The topic lists that a new site gets, from the repository's own folder.
enum StarterTopics {
  static let languages = ["ar", "fa", "ur", "he", "en"]

  static func bytes(_ language: String) throws -> [UInt8] {
    try read("Templates/starters/topics.\(language).yaml")
  }

  static func list(_ language: String) throws -> TopicList {
    parseTopics(try bytes(language), path: "topics.\(language).yaml").list
  }

  static func read(_ path: String) throws -> [UInt8] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
  }

  /// The names of the topics mentioned in a sentence, sorted.
  static func mentions(in text: String, _ list: TopicList) -> [String] {
    let occurrences = TopicMatcher(list).occurrences(in: text)
    return Set(occurrences.map { list.topics[$0.topic].name }).sorted(by: precedesByBytes)
  }
}
