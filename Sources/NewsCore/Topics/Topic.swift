/// One entry of the site's list of topics.
public struct Topic: Sendable, Hashable {
  /// As it is shown.
  public var name: String
  /// The last part of its address.
  public var slug: String
  /// Other words that mean the same: spellings, demonyms, capitals.
  public var aliases: [String]
  /// One line about it, for its page.
  public var description: String?
  /// The name of the topic above it.
  public var parent: String?
  /// Phrases in which a word of this topic means something else.
  public var never: [String]
  /// What it is, where it is a thing with a name of its own.
  public var kind: Kind?

  /// The kinds that search engines tell apart (schema.org).
  public enum Kind: String, Sendable, CaseIterable { case person, place, organization, event }

  /// Gives a topic of the site's list.
  public init(
    name: String,
    slug: String,
    aliases: [String] = [],
    description: String? = nil,
    parent: String? = nil,
    never: [String] = [],
    kind: Kind? = nil
  ) {
    self.name = name
    self.slug = slug
    self.aliases = aliases
    self.description = description
    self.parent = parent
    self.never = never
    self.kind = kind
  }
}
