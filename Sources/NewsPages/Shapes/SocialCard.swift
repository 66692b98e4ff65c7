import NewsTemplates

/// What stands on a card where a page is shared (Open Graph, and the cards of X).
struct SocialCard: Sendable {
  /// `article` or `website`.
  var type = "website"
  var title: String
  var description: String?
  var locale: String
  var otherLocales: [String] = []
  var image: Picture?
  var article: Article?

  /// The picture of the card.
  struct Picture: Sendable {
    var address: String
    var mediaType: String
    var alt: String?
    /// In pixels, where the file says it.
    var width: Int?
    var height: Int?
  }

  /// What is said of a story alone.
  struct Article: Sendable {
    var published: String
    var modified: String?
    var section: String?
    var tags: [String]
    var authors: [String]
  }

  static let shape = Shape<SocialCard>([
    .text("type", "`article` for a story, else `website`.") { $0.type },
    .text("title", "The title of the card.") { $0.title },
    .text("description", "The text of the card.") { $0.description },
    .text("locale", "Language and country, as in `ar_SY`.") { $0.locale },
    .texts("other-locales", "The same of its translations.") { $0.otherLocales },
    .text("x-card", "The kind of card on X.") { $0.image == nil ? "summary" : "summary_large_image" },
    .nested("image", "The picture, if there is one.", Picture.shape) { $0.image },
    .nested("article", "What is said of a story.", Article.shape) { $0.article },
  ])
}

extension SocialCard.Picture {
  static let shape = Shape<SocialCard.Picture>([
    .text("address", "The full address of the picture.") { $0.address },
    .text("media-type", "Its media type.") { $0.mediaType },
    .text("alt", "What it shows.") { $0.alt },
    .text("width", "Its width in pixels, where the file says it.") { $0.width.map { String($0) } },
    .text("height", "Its height in pixels, where the file says it.") { $0.height.map { String($0) } },
  ])
}

extension SocialCard.Article {
  static let shape = Shape<SocialCard.Article>([
    .text("published", "When it was published (RFC 3339).") { $0.published },
    .text("modified", "When it last changed, if it did.") { $0.modified },
    .text("section", "Its first topic.") { $0.section },
    .texts("tags", "Its topics.") { $0.tags },
    .texts("authors", "Who wrote it.") { $0.authors },
  ])
}
