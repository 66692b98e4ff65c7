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

  package init(
    name: String,
    slug: String,
    aliases: [String] = [],
    description: String? = nil,
    parent: String? = nil,
    never: [String] = []
  ) {
    self.name = name
    self.slug = slug
    self.aliases = aliases
    self.description = description
    self.parent = parent
    self.never = never
  }
}
