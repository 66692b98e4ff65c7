/// Where things stand in a site's folder.
public struct SiteFolder: Sendable, Hashable {
  /// The folder that holds Content, Templates and Output.
  public let root: String
  /// The folder that is built into.
  public let output: String

  public init(root: String, output: String? = nil) {
    self.root = root
    self.output = output ?? "\(root)/Output"
  }

  /// Where a preview builds: never read as content, never published.
  public static let preview = ".preview"
  public static let settings = "Content/site.yaml"
  public static let topics = "Content/topics.yaml"
  public static let articles = "Content/Articles"
  public static let stories = "Content/Stories"
  public static let pages = "Content/Pages"
  public static let images = "Content/Images"
  public static let templates = "Templates"

  /// The full path of something named relative to the root.
  public func path(_ relative: String) -> String { "\(root)/\(relative)" }
}
