import ArabicText
import Testing

@testable import NewsCore

@Suite struct StarterTopicsTests {
  @Test(arguments: StarterTopics.languages)
  func `are read without a word of complaint`(language: String) throws {
    let parsed = parseTopics(try StarterTopics.bytes(language), path: "topics.yaml")
    #expect(parsed.diagnostics.map(\.rendered) == [])
    #expect(parsed.list.topics.count > 200)
  }

  @Test(arguments: StarterTopics.languages)
  func `find each topic in its own name, unless its never list takes the name out`(language: String) throws {
    let list = try StarterTopics.list(language)
    let matcher = TopicMatcher(list)
    for (index, topic) in list.topics.enumerated() {
      let isTakenOut = topic.never.contains { TopicPhrase(alias: $0).key == TopicPhrase(name: topic.name).key }
      let found = matcher.occurrences(in: topic.name).map(\.topic)
      #expect(isTakenOut ? found.isEmpty : found == [index], "\(topic.name)")
      for alias in topic.aliases {
        let written = TopicPhrase(alias: alias).written
        let owners = matcher.occurrences(in: written).map(\.topic)
        #expect(owners == [index] || topic.never.contains(written), "\(topic.name): \(alias)")
      }
    }
  }

  @Test func `are the sample site's own in Arabic`() throws {
    #expect(try StarterTopics.read("Content/topics.yaml") == StarterTopics.bytes("ar"))
  }
}
