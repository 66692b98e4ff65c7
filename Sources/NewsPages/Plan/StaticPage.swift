import Markup
import NewsCore

/// A page that an editor writes beside the stories: about the paper, contact, privacy.
public struct StaticPage: Sendable, Hashable {
  /// Its file, relative to the site's folder.
  public var file: String
  /// The heading of the page.
  public var title: String
  /// `about/`: the folder of its page.
  public var address: String
  /// One line about it.
  public var description: String?
  /// Its place in the menu.
  public var order: Int
  /// Whether the menu leads to it.
  public var isInMenu: Bool
  /// BCP 47; nil where it is the site's own.
  public var language: String?
  /// Which of the newsroom's policies it states.
  public var policy: PageFile.Policy?
  /// The page's own text.
  public var body: HTML

  /// Gives a page that was read from a file of Content/Pages, with its text rendered.
  public init(file: String, slug: String, page: PageFile, language: String?, body: HTML) {
    self.file = file
    title = page.title
    address = "\(slug)/"
    description = page.description
    order = page.order
    isInMenu = page.isInMenu
    self.language = language
    policy = page.policy
    self.body = body
  }

  /// The order of the menu.
  public static func standsBefore(_ left: StaticPage, _ right: StaticPage) -> Bool {
    if left.order != right.order { return left.order < right.order }
    return precedesByBytes(left.title + "\u{0}" + left.address, right.title + "\u{0}" + right.address)
  }

  /// Whether a page of this slug would stand where the site's own pages and files do.
  public static func isTaken(_ slug: String) -> Bool {
    ownFolders.contains(slug) || (slug.utf8.count == 4 && slug.utf8.allSatisfy { (0x30...0x39).contains($0) })
  }

  private static let ownFolders: Set<String> = [
    "a", "archive", "assets", "authors", "corrections", "feeds", "fonts", "icons", "images", "latest", "lite", "media",
    "page", "search", "sitemaps", "topics",
  ]
}
