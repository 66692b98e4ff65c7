/// Where things stand in a site's folder.
package struct SiteFolder: Sendable, Hashable {
  /// The folder that holds Content, Templates and Output.
  package let root: String
  /// The folder that is built into.
  package let output: String

  package init(root: String, output: String? = nil) {
    self.root = root
    self.output = output ?? "\(root)/Output"
  }

  /// Where a preview builds: never read as content, never published.
  package static let preview = ".preview"
  package static let settings = "Content/site.yaml"
  package static let topics = "Content/topics.yaml"
  package static let articles = "Content/Articles"
  package static let stories = "Content/Stories"
  package static let pages = "Content/Pages"
  package static let images = "Content/Images"
  package static let templates = "Templates"

  /// The full path of something named relative to the root.
  package func path(_ relative: String) -> String { "\(root)/\(relative)" }
}
