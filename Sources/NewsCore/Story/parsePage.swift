import ArabicText

/// A static page as its file says it: `Content/Pages/*.md`, the story file's grammar with fewer keys.
public struct PageFile: Sendable, Hashable {
  /// The heading of the page.
  public var title: String
  /// The last part of the address; nil means the file's name.
  public var slug: String?
  /// One line about it.
  public var description: String?
  /// Where it stands in the menu: lower comes first, equal ones go by their titles.
  public var order: Int
  /// Whether the menu leads to it.
  public var isInMenu: Bool
  /// BCP 47; nil means the site's language.
  public var lang: String?
  /// Which of the newsroom's policies it states, for search engines.
  public var policy: Policy?
  /// CommonMark.
  public var body: String

  /// What a newsroom promises its readers (schema.org's NewsMediaOrganization, after the Trust Project).
  public enum Policy: String, Sendable, CaseIterable {
    case principles, corrections, ethics, masthead, ownership, diversity, feedback
    case factChecking = "fact-checking"
    case unnamedSources = "unnamed-sources"
  }
}

/// The keys of a static page's front matter.
public enum PageKey: String, Sendable, CaseIterable { case title, slug, description, order, menu, lang, policy }

/// A static page that was read: the page where it can be built, and every diagnostic about the file.
public struct ParsedPage: Sendable {
  /// nil where the file holds an error.
  public var page: PageFile?
  /// What is wrong in the file.
  public var diagnostics: [Diagnostic]
  /// The line on which the body begins, from 1.
  public var bodyLine = 1
}

/// Reads a static page: front matter between two lines of `---`, then CommonMark. `path` is for the messages.
public func parsePage(_ bytes: [UInt8], path: String) -> ParsedPage {
  do {
    let parts = try splitStoryFile(bytes, path: path)
    let node = try frontMatter(parts.frontMatter, path: path)
    var reader = YAMLReader(node, path: path, known: PageKey.allCases.map(\.rawValue), in: "a page's front matter")
    let page = reader.page(body: parts.body)
    return ParsedPage(
      page: reader.diagnostics.isEmpty ? page : nil,
      diagnostics: reader.diagnostics,
      bodyLine: parts.bodyLine
    )
  } catch {
    return ParsedPage(page: nil, diagnostics: [error])
  }
}

extension YAMLReader {
  fileprivate mutating func page(body: String) -> PageFile? {
    let title = requiredText(PageKey.title.rawValue)
    let page = PageFile(
      title: title ?? "",
      slug: slug(PageKey.slug.rawValue),
      description: text(PageKey.description.rawValue),
      order: number(PageKey.order.rawValue, in: 0...9999) ?? 1000,
      isInMenu: choice(PageKey.menu.rawValue, Switch.self) != .off,
      lang: text(PageKey.lang.rawValue),
      policy: choice(PageKey.policy.rawValue, PageFile.Policy.self),
      body: body
    )
    return title == nil ? nil : page
  }
}
