/// Where things stand in a site's folder.
public struct SiteFolder: Sendable, Hashable {
  /// The folder that holds Content, Templates and Output.
  public let root: String
  /// The folder that is built into.
  public let output: String

  /// Gives the folder of a site, and that of its pages where it is not `Output` in it.
  public init(root: String, output: String? = nil) {
    self.root = root
    self.output = output ?? "\(root)/Output"
  }

  /// Where a preview builds: never read as content, never published.
  public static let preview = ".preview"
  /// The settings, relative to the site's folder.
  public static let settings = "Content/site.yaml"
  /// The list of topics, relative to the site's folder.
  public static let topics = "Content/topics.yaml"
  /// The folder of raw articles.
  public static let articles = "Content/Articles"
  /// The folder of story files.
  public static let stories = "Content/Stories"
  /// The folder of static pages.
  public static let pages = "Content/Pages"
  /// The folder of images.
  public static let images = "Content/Images"
  /// The folder of the site's own templates and assets.
  public static let templates = "Templates"

  /// The full path of something named relative to the root.
  public func path(_ relative: String) -> String { "\(root)/\(relative)" }
}
