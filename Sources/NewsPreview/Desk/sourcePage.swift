import Markup
import NewsCore

/// What stands behind a story's page.
package struct StorySource: Sendable {
  /// The story's page, relative to the server, with the slash at its start: `/2026/01/05/slug/`.
  package var address: String
  /// Its file, `Content/Stories/…`, and what is in it.
  package var path: String
  package var bytes: [UInt8]

  package init(address: String, path: String, bytes: [UInt8]) {
    (self.address, self.path, self.bytes) = (address, path, bytes)
  }
}

/// Raw article, Markdown and page side by side, with role and reason of each line of the article. A whole document, served at
/// the story's address with `?source`; the raw article is found by the story's `imported` and read from `root`.
package func sourcePage(_ source: StorySource, root: String, site: Site) -> HTML {
  HTML(joining: [])
}
