import NewsTemplates

/// What the list of corrections offers to `corrections.mustache`.
struct CorrectionsPage: Sendable {
  var frame: SiteFrame
  /// «الصفحة 3»; nil at the list's own address.
  var number: String?
  var corrections: [CorrectionLine]
  var older: Link?
  var newer: Link?

  static let shape = Shape<CorrectionsPage>([
    .text("number", "The number of the page; nothing on the first.") { $0.number },
    .list("corrections", "The corrections, newest first.", CorrectionLine.shape) { $0.corrections },
    .flag("has-pager", "Whether the list has more pages.") { $0.older != nil || $0.newer != nil },
    .nested("older-page", "The page with older corrections.", Link.shape) { $0.older },
    .nested("newer-page", "The page with newer corrections.", Link.shape) { $0.newer },
  ]).including(SiteFrame.shape) { $0.frame }
}

/// A correction with the story that it is about.
struct CorrectionLine: Sendable {
  var notice: CorrectionNotice
  var story: Link
  /// The story's language and direction, where they are not the site's.
  var language: String?
  var direction: String?

  static let shape = Shape<CorrectionLine>([
    .nested("story", "The story that was corrected.", Link.shape) { $0.story },
    .text("story-language", "The story's language tag, where it is not the site's.") { $0.language },
    .text("story-direction", "The story's direction, where its language is not the site's.") { $0.direction },
  ]).including(CorrectionNotice.shape) { $0.notice }
}
