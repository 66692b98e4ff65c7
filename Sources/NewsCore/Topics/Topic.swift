/// One entry of the site's list of topics.
package struct Topic: Sendable, Hashable {
  /// As it is shown.
  package var name: String
  /// The last part of its address.
  package var slug: String
  /// Other words that mean the same: spellings, demonyms, capitals.
  package var aliases: [String]
  package var description: String?
  /// The name of the topic above it.
  package var parent: String?
  /// Phrases in which a word of this topic means something else.
  package var never: [String]
  /// What it is, where it is a thing with a name of its own.
  package var kind: Kind?

  /// The kinds that search engines tell apart (schema.org).
  package enum Kind: String, Sendable, CaseIterable { case person, place, organization, event }

  package init(
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
