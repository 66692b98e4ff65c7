import Markup
import NewsCore
import NewsTemplates

/// What a story's page offers to `story.mustache`.
struct StoryPage: Sendable {
  var frame: SiteFrame
  var story: Story
  var body: HTML
  /// The story's own language and direction.
  var language: String
  var direction: String
  var published: DateText
  var updated: DateText?
  var byline: [BylineName]
  var figure: Figure?
  var topics: [Link]
  var series: Link?
  var corrections: [CorrectionNotice]
  var planned: StoryPlan
  // What other stories give is asked for only where a template shows it.
  var older: @Sendable () -> Link?
  var newer: @Sendable () -> Link?
  var related: @Sendable () -> [StoryCard]
  var share: @Sendable () -> [Link]
  /// The address of the full page.
  var href: String
  /// Its address in the light edition.
  var liteHref: String?

  /// Sets text in the story's language.
  var type: Typesetter { Typesetter(language: language, ranges: frame.wide.site.ranges) }

  static let shape = Shape<StoryPage>([
    .html("title", "The headline.") { $0.type.set($0.story.title) },
    .html("kicker", "The line above the headline.") { page in page.story.kicker.map { page.type.set($0) } },
    .html("deck", "The line below the headline.") { page in page.story.deck.map { page.type.set($0) } },
    .text("label", "Breaking, exclusive, opinion and the like, in the site's language.") { page in
      page.story.shownLabel.map { page.frame.wide.phrases[Phrase($0)] }
    },
    .text("label-kind", "The same as in the story file, for the stylesheet: `urgent`, `opinion` …") {
      $0.story.shownLabel?.rawValue
    },
    .nested("series", "The series that it is a part of.", Link.shape) { $0.series },
    .text("story-language", "The story's language tag.") { $0.language },
    .text("story-direction", "`rtl` or `ltr` for the story.") { $0.direction },
    .flag("is-foreign", "Whether the story's language is not the site's.") {
      $0.language != $0.frame.wide.site.language
    },
    .nested("published", "When it was published.", DateText.shape) { $0.published },
    .nested("updated", "When it was last updated, if it was.", DateText.shape) { $0.updated },
    .html("dateline", "Where it was reported from.") { page in page.story.dateline.map { page.frame.type.set($0) } },
    .list("byline", "Who wrote it.", BylineName.shape) { $0.byline },
    .nested("figure", "The photo, or its caption and credit where there is no file.", Figure.shape) { $0.figure },
    .html("body", "The story itself.") { $0.body },
    .list("corrections", "Correction notices.", CorrectionNotice.shape) { $0.corrections },
    .flag("has-sources", "Whether there are sources.") { !$0.story.sources.isEmpty },
    .list("sources", "Whose reporting it rests on.", SourceLine.shape) { page in
      page.story.sources.map { SourceLine(source: $0, type: page.frame.type) }
    },
    .flag("has-topics", "Whether there are topics.") { !$0.topics.isEmpty },
    .list("topics", "The topics of the story.", Link.shape) { $0.topics },
    .flag("has-related", "Whether there are related stories.") { !$0.planned.related.isEmpty },
    .list("related", "Older stories of the same matter, or those that the editor chose.", StoryCard.shape) {
      $0.related()
    },
    .flag("has-share", "Whether there are links that share the story.") { !$0.frame.wide.site.share.isEmpty },
    .list("share", "Links that share the story.", Link.shape) { $0.share() },
    .text("full-href", "The address of the full page.") { $0.href },
    .text("lite-href", "The address in the light edition, if there is one.") { $0.liteHref },
    .flag("has-neighbours", "Whether there is an older or a newer story.") {
      $0.planned.older != nil || $0.planned.newer != nil
    },
    .nested("older", "The story before it in time.", Link.shape) { $0.older() },
    .nested("newer", "The story after it in time.", Link.shape) { $0.newer() },
  ]).including(SiteFrame.shape) { $0.frame }
}

/// A name in the byline.
struct BylineName: Sendable {
  var contributor: Contributor
  var href: String?
  var type: Typesetter

  static let shape = Shape<BylineName>([
    .html("name", "A person or a desk.") { $0.type.set($0.contributor.name) },
    .html("role", "What they did: writing, translation, photos.") { entry in
      entry.contributor.role.map { entry.type.set($0) }
    },
    .text("href", "The address of the page with their stories.") { $0.href },
  ])
}

/// A source of the story.
struct SourceLine: Sendable {
  var source: StorySource
  var type: Typesetter

  static let shape = Shape<SourceLine>([
    .html("name", "An agency, a newspaper, a person.") { $0.type.set($0.source.name) },
    .text("href", "The address of what the story rests on, if the source has one.") { line in
      line.source.url.map(encodedAddress)
    },
  ])
}

/// A photo with what stands under it.
struct Figure: Sendable {
  /// nil where there is no image file: the caption and the credit then stand as text.
  var href: String?
  var image: StoryImage
  /// When it was taken.
  var taken: DateText?
  var width: Int?
  var height: Int?
  /// For the words of the story.
  var type: Typesetter
  /// For the words of the site.
  var siteType: Typesetter

  static let shape = Shape<Figure>([
    .text("src", "The address of the image file, if there is one.") { $0.href },
    .text("width", "The width of the image file in pixels.") { $0.width.map(String.init) },
    .text("height", "Its height in pixels.") { $0.height.map(String.init) },
    .text("alt", "What the image shows, for those who do not see it.") { figure in
      figure.image.alt.map { figure.type.plain($0) }
    },
    .text("alt-language", "The language of `alt`.") { $0.image.altLang },
    .html("caption", "The caption.") { figure in figure.image.caption.map { figure.type.set($0) } },
    .html("caption-credit", "The agency named in the caption.") { figure in
      figure.image.captionCredit.map { figure.type.set($0) }
    },
    .flag("is-file-photo", "Whether it is of another time than the story.") { $0.image.isFilePhoto },
    .flag("credit-is-labelled", "Whether the credit begins with a word for the work: «رسم: فلان».") { figure in
      figure.image.credit?.prefix(16).contains(":") == true
    },
    .html("credit", "The photographer and agency.") { figure in figure.image.credit.map { figure.siteType.set($0) } },
    .flag("has-credit-line", "Whether there is anything to say of where it came from.") { $0.hasCreditLine },
    .html("place", "Where it was taken.") { figure in figure.image.place.map { figure.siteType.set($0) } },
    .flag("is-place-later", "Whether something stands before the place.") { $0.hasCredit },
    .nested("taken", "When it was taken.", DateText.shape) { $0.taken },
    .flag("is-taken-later", "Whether something stands before that.") { $0.hasCredit || $0.image.place != nil },
  ])
}

extension Figure {
  private var hasCredit: Bool { image.credit != nil || image.isFilePhoto }

  private var hasCreditLine: Bool { hasCredit || image.place != nil || taken != nil }

  /// The caption and the credit alone; nil where there is neither.
  var withoutFile: Figure? {
    if image.caption == nil && image.credit == nil { return nil }
    var figure = self
    figure.href = nil
    return figure
  }
}

/// A correction as it is shown.
struct CorrectionNotice: Sendable {
  var label: String
  var date: DateText
  var text: HTML

  static let shape = Shape<CorrectionNotice>([
    .text("label", "Correction, clarification or retraction, in the site's language.") { $0.label },
    .nested("date", "When it was made.", DateText.shape) { $0.date },
    .html("text", "What was wrong and what is right.") { $0.text },
  ])
}
