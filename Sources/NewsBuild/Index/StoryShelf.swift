import NewsCore

/// A story file as it was read, with its body. It is a class only because a story is large and goes through many hands.
final class WholeStory: Sendable {
  let story: Story
  /// The line on which the body begins, from 1.
  let bodyLine: Int
  /// Fingerprint of the file.
  let content: Fingerprint

  /// nil where the file holds an error.
  init?(_ parsed: ParsedStory, of content: Fingerprint) {
    guard let story = parsed.story else { return nil }
    self.story = story
    bodyLine = parsed.bodyLine
    self.content = content
  }
}

/// The stories that a build has read, while there is room: those are printed and searched without reading them once more.
/// Memory does not grow with the bodies, so an archive beyond the room is read again, story by story.
struct StoryShelf: Sendable {
  private var stories: [Int: WholeStory] = [:]
  /// Bytes, by the lengths of the bodies and something for the rest.
  private(set) var room = 64 << 20

  /// Whether there is room for the story, which then is taken.
  mutating func reserve(_ story: WholeStory) -> Bool {
    let size = story.story.body.utf8.count + 1024
    if size > room { return false }
    room -= size
    return true
  }

  /// The story of a row of the index; nil where it was not read or there was no room.
  subscript(row: Int) -> WholeStory? {
    get { stories[row] }
    set { stories[row] = newValue }
  }

  /// The same stories under the rows of a later index, of which each knows its row in this one or has -1.
  func moved(to origins: [Int32]) -> StoryShelf {
    var moved = self
    moved.stories = [:]
    if stories.isEmpty { return moved }
    for (row, origin) in origins.enumerated() where origin >= 0 { moved.stories[row] = stories[Int(origin)] }
    return moved
  }

  /// Takes in what was read later.
  mutating func add(_ later: StoryShelf) { stories.merge(later.stories) { $1 } }
}
