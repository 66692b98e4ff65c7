import ArabicText
import Markup
import NewsCore

/// What a feed says of one story, in whichever format.
struct FeedStory: Sendable {
  var title: String
  var address: String
  /// A `tag:` URI (RFC 4151): it stays though the site should move to https or to another folder.
  var id: String
  var summary: String
  /// The summary as HTML inside an element with `lang` and `dir`, because a feed has no direction of its own.
  var summaryHTML: String
  /// The photo and the summary, likewise.
  var contentHTML: String
  var published: Timestamp
  var changed: Timestamp
  var authors: [String]
  var topics: [String]
  var image: FeedImage?
  /// Where it is not the site's.
  var language: String?
}

/// A photo as a feed names it.
struct FeedImage: Sendable {
  var address: String
  var mediaType: String
  /// In bytes, where the file could be read.
  var length: Int?
}

extension MachinePress {
  func feedStory(_ index: Int) -> FeedStory {
    let story = plan.stories[index]
    let direction = direction(of: story)
    return FeedStory(
      title: plain(story.title, direction),
      address: absolute(story.address),
      id: tag(of: story),
      summary: plain(story.summary, direction),
      summaryHTML: wrapped(story.summary, of: story),
      contentHTML: wrapped(story.summary, of: story, image: story.image.map(absolute)),
      published: published(story),
      changed: changed(story),
      authors: story.byline.map(bare),
      topics: story.topics.map { bare(topics[$0].name) },
      image: story.photo.map { photo in
        FeedImage(
          address: absolute(photo.address),
          mediaType: imageMediaType(photo.address),
          length: photo.bytes.flatMap { $0 > 0 ? $0 : nil }
        )
      },
      language: story.language
    )
  }

  func tag(of story: Teaser) -> String {
    "tag:\(tagAuthority),\(story.date.day.iso):\(site.basePath)/\(percentEncoded(story.address))"
  }

  /// A text in the story's language as HTML that says its direction.
  func wrapped(_ text: String, of story: Teaser, image: String? = nil) -> String {
    var bytes = Array("<div dir=\"\(direction(of: story).rawValue)\" lang=\"".utf8)
    appendEscaped(language(of: story), to: &bytes)
    bytes += Array("\">".utf8)
    if let image {
      bytes += Array("<p><img src=\"".utf8)
      appendEscaped(image, to: &bytes)
      bytes += Array("\" alt=\"\"></p>".utf8)
    }
    appendEscaped(bare(text), to: &bytes)
    bytes += Array("</div>".utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The media type of a photo by the end of its name.
func imageMediaType(_ address: String) -> String {
  switch address.split(separator: ".").last?.lowercased() {
  case "png": "image/png"
  case "webp": "image/webp"
  case "avif": "image/avif"
  case "gif": "image/gif"
  case "svg": "image/svg+xml"
  default: "image/jpeg"
  }
}
