import NewsCore
import NewsRender

/// A story file as the build knows it between reading and printing: everything but the body, which is read again when
/// its page is made, so that memory does not grow with the bodies.
package struct StoryFile: Sendable, Hashable {
  /// Relative to the site's folder.
  package var path: String
  /// The story with an empty body; nil where the file holds an error.
  package var story: Story?
  /// The beginning of the body, for lists.
  package var summary = ""
  /// Hashes of its telling words, by which related stories are found.
  package var words: [UInt32] = []
  /// Positions in the topic list; nil where the story names its topics itself.
  package var matchedTopics: [Int]?
  /// The raw article it was made from, also where the file is otherwise broken.
  package var importedFile: String?
  package var diagnostics: [Diagnostic] = []
}

/// Reads a story file from its bytes, matching topics where it names none.
func readStoryFile(_ bytes: [UInt8], path: String, matcher: TopicMatcher) -> StoryFile {
  let parsed = parseStory(bytes, path: path)
  var file = StoryFile(path: path, diagnostics: parsed.diagnostics)
  guard var story = parsed.story else {
    file.importedFile = importedFileOfBrokenStory(bytes)
    return file
  }
  file.diagnostics += proofread(bytes, path: path)
  file.importedFile = story.imported?.file
  file.summary = story.deck ?? summarize(story.body)
  file.words = tellingWords(of: [story.title, file.summary, String(story.body.prefix(1500))])
  if story.topics == nil { file.matchedTopics = matcher.matches(in: topicTexts(of: story)).map(\.topic) }
  story.body = ""
  file.story = story
  return file
}

/// The parts of a story in which topics are looked for.
package func topicTexts(of story: Story) -> [TopicText] {
  let end = story.body.firstRange(of: "\n\n")?.lowerBound ?? story.body.endIndex
  var texts = [TopicText(.headline, story.title)]
  if let deck = story.deck { texts.append(TopicText(.deck, deck)) }
  texts.append(TopicText(.firstParagraph, String(story.body[..<end])))
  texts.append(TopicText(.body, String(story.body[end...])))
  return texts
}

/// A broken story file still claims its raw article; otherwise the article would be imported a second time.
private func importedFileOfBrokenStory(_ bytes: [UInt8]) -> String? {
  let lines = String(decoding: bytes.prefix(65_536), as: UTF8.self).split(separator: "\n")
  guard let start = lines.firstIndex(of: "imported:") else { return nil }
  let line = lines[start...].prefix(4).first { $0.hasPrefix("  file: ") }
  guard let line, let node = YAMLNode.narrow(line.dropFirst(2) + "\n", firstLine: 1) else { return nil }
  guard case .map(let pairs) = node.value, case .scalar(let file) = pairs[0].value.value else { return nil }
  return file
}
