import ArabicText

/// Someone named in a byline, with the stories that carry the name.
public struct Author: Sendable, Hashable {
  /// As their oldest story writes it.
  public var name: String
  /// The last part of the address of their page.
  public var slug: String
  /// Positions in `SitePlan.stories`, oldest first.
  public var stories: [Int]
}

/// Everyone named in the bylines, in the order in which they first appeared.
public struct AuthorList: Sendable {
  /// Those who have a page, in the order in which they first appeared.
  public private(set) var authors: [Author] = []
  private var byKey: [String: Int] = [:]
  private var slugs: Set<String> = []

  /// Stories from the oldest to the newest, so that a newer one never moves an author's address.
  init(_ stories: Catalogue) {
    // A spelling is looked up once, however many stories bear it.
    var known = [Int?](repeating: nil, count: stories.names.count)
    for index in stories.indices {
      stories.bylines.forEach(at: index) { spelling in
        let author = known[Int(spelling)] ?? add(stories.names[Int(spelling)])
        known[Int(spelling)] = author
        if author >= 0, authors[author].stories.last != index { authors[author].stories.append(index) }
      }
    }
  }

  /// The author of that name, however it is spelled; nil where the name holds no letter or digit.
  public func index(named name: String) -> Int? { byKey[Self.key(name)] }

  private static func key(_ name: String) -> String { words(in: name).map(\.normal).joined(separator: " ") }

  /// The position of the author, or -1 where the name has no letters to make an address of.
  private mutating func add(_ name: String) -> Int {
    let key = Self.key(name)
    if let known = byKey[key] { return known }
    guard let slug = freeSlug(for: name) else { return -1 }
    byKey[key] = authors.count
    authors.append(Author(name: name, slug: slug, stories: []))
    return authors.count - 1
  }

  private mutating func freeSlug(for name: String) -> String? {
    guard let slug = Slug.make(name, maxBytes: 84) else { return nil }
    for number in 1... {
      let candidate = number == 1 ? slug : "\(slug)-\(number)"
      if slugs.insert(candidate).inserted { return candidate }
    }
    return nil
  }
}
