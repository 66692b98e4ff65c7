import Markup
import NewsCore

extension MachinePress {
  /// A story as a `NewsArticle` of schema.org, with nothing that the page does not show.
  func articleData(_ teaser: Teaser, _ story: Story) -> JSON {
    let address = absolute(teaser.address)
    let keywords = teaser.topics.map { topicNames[$0] }
    return .object([
      ("@type", .text(articleType(story.kind, label: teaser.label))),
      ("@id", .text(address + "#article")),
      ("headline", .text(bare(story.title))),
      ("alternativeHeadline", story.shortTitle.map { .text(bare($0)) }),
      ("description", .text(bare(teaser.summary))),
      ("url", .text(address)),
      ("mainEntityOfPage", .text(address)),
      ("inLanguage", .text(language(of: teaser))),
      ("datePublished", .text(published(teaser).rfc3339)),
      ("dateModified", .text(changed(teaser).rfc3339)),
      ("author", .list(authors(of: story))),
      ("publisher", .written(writtenPublisher)),
      ("dateline", story.dateline.map { .text(bare($0)) }),
      ("image", imageData(teaser, story).map { .list([$0]) }),
      ("articleSection", keywords.first.map(JSON.text)),
      ("keywords", .texts(keywords)),
      ("isPartOf", teaser.series.map { named("CreativeWorkSeries", topics[$0]) }),
      ("mentions", mentions(in: teaser) { $0 != .place }),
      ("contentLocation", mentions(in: teaser) { $0 == .place }),
      ("citation", citations(of: story)),
      ("correction", corrections(of: story)),
      ("isAccessibleForFree", .flag(true)),
    ])
  }

  /// Those in the byline; without one, the newsroom. A name that is also a source or the publisher is a desk.
  private func authors(of story: Story) -> [JSON] {
    if story.byline.isEmpty {
      return [
        .object([("@type", .text("Organization")), ("name", .text(site.publisher)), ("url", .text(absolute("")))])
      ]
    }
    return story.byline.map { author in
      let isDesk =
        author.name == site.publisher || author.name == site.title
        || story.sources.contains { $0.name == author.name }
      let page = plan.authors.index(named: author.name).map { absolute(authorAddress(plan.authors.authors[$0])) }
      return .object([
        ("@type", .text(isDesk ? "Organization" : "Person")), ("name", .text(bare(author.name))),
        ("url", page.map(JSON.text)),
      ])
    }
  }

  /// What the story rests on: a name, or a work where it has an address.
  private func citations(of story: Story) -> JSON? {
    if story.sources.isEmpty { return nil }
    return .list(
      story.sources.map { source in
        guard let url = source.url else { return .text(bare(source.name)) }
        return .object([
          ("@type", .text("CreativeWork")), ("name", .text(bare(source.name))), ("url", .text(encodedAddress(url))),
        ])
      }
    )
  }

  /// The topics of a story that are people, places, organizations or events.
  private func mentions(in teaser: Teaser, _ isWanted: (Topic.Kind) -> Bool) -> JSON? {
    let found = teaser.topics.compactMap { index -> JSON? in
      guard let kind = topics[index].kind, isWanted(kind) else { return nil }
      return named(kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst(), topics[index])
    }
    return found.isEmpty ? nil : .list(found)
  }

  private func named(_ type: String, _ topic: Topic) -> JSON {
    .object([
      ("@type", .text(type)), ("name", .text(bare(topic.name))), ("url", .text(absolute(topicAddress(topic)))),
    ])
  }

  private func imageData(_ teaser: Teaser, _ story: Story) -> JSON? {
    guard let address = teaser.image.map(absolute) else { return nil }
    let file: [(String, JSON?)] = [
      ("@type", .text("ImageObject")),
      ("url", .text(address)),
      ("contentUrl", .text(address)),
      ("width", teaser.photo?.width.map(JSON.number)),
      ("height", teaser.photo?.height.map(JSON.number)),
    ]
    return .object(file + photoFields(story.image ?? StoryImage(), teaser.photo?.facts ?? PhotoFacts()))
  }

  /// What the story says of its photo, and the photo's file of itself.
  private func photoFields(_ image: StoryImage, _ facts: PhotoFacts) -> [(String, JSON?)] {
    func text(_ words: String?) -> JSON? { words.map { .text(bare($0)) } }
    let taken = image.date.map { $0.time == nil ? $0.day.iso : Timestamp($0, clock: clock).rfc3339 }
    return [
      ("caption", text(image.caption)),
      ("creditText", text(image.credit ?? image.captionCredit)),
      ("creator", facts.creator.map { named("Person", $0) }),
      ("copyrightNotice", text(facts.copyright)),
      ("contentLocation", image.place.map { named("Place", $0) }),
      ("dateCreated", taken.map(JSON.text)),
    ]
  }

  private func named(_ type: String, _ name: String) -> JSON {
    .object([("@type", .text(type)), ("name", .text(bare(name)))])
  }

  private func corrections(of story: Story) -> JSON? {
    if story.corrections.isEmpty { return nil }
    return .list(
      story.corrections.map { correction in
        .object([
          ("@type", .text("CorrectionComment")),
          ("datePublished", .text(Timestamp(correction.date, clock: clock).rfc3339)),
          ("text", .text(bare(correction.text))),
        ])
      }
    )
  }
}

/// The subtype of `NewsArticle` for a kind of journalism; a kind for which there is none is a `NewsArticle`.
func articleType(_ kind: Story.Kind?, label: Story.Label?) -> String {
  if label == .sponsored { return "AdvertiserContentArticle" }
  return switch kind {
  case .report: "ReportageNewsArticle"
  case .opinion: "OpinionNewsArticle"
  case .analysis: "AnalysisNewsArticle"
  case nil, .news, .interview, .feature, .live: "NewsArticle"
  }
}
