import Markup

@testable import NewsTemplates

/// A page with a name of every kind, for the tests.
struct SamplePage: Sendable {
  var title = "عنوان & «قول»"
  var kicker: String?
  var body = HTML(trusted: Array("<p>نص</p>".utf8))
  var isBreaking = true
  var sources = ["وكالة", "<صحيفة>"]
  var topics = [SampleTopic(name: "سوريا", path: "/t/1/"), SampleTopic(name: "الاقتصاد", path: "/t/2/")]
  var image: SampleImage?
  var frame = SampleFrame()

  static let shape = Shape<SamplePage>([
    .text("title", "The headline") { $0.title },
    .text("kicker", "The line over the headline") { $0.kicker },
    .html("body", "The story") { $0.body },
    .flag("is-breaking", "Whether it is breaking news") { $0.isBreaking },
    .texts("sources", "Whose reporting it rests on") { $0.sources },
    .list("topics", "Its topics", SampleTopic.shape) { $0.topics },
    .nested("image", "Its picture", SampleImage.shape) { $0.image },
  ]).including(SampleFrame.shape) { $0.frame }
}

struct SampleTopic: Sendable {
  var name: String
  var path: String

  static let shape = Shape<SampleTopic>([
    .text("name", "The topic's name") { $0.name },
    .text("path", "Its address") { $0.path },
  ])
}

struct SampleImage: Sendable {
  var file: String
  var alt: String?

  static let shape = Shape<SampleImage>([
    .text("file", "Its address") { $0.file },
    .text("alt", "What it shows") { $0.alt },
  ])
}

struct SampleFrame: Sendable {
  var siteTitle = "الورّاق"

  static let shape = Shape<SampleFrame>([.text("site-title", "The site's name") { $0.siteTitle }])
}

/// A set of templates with their names as paths; the page's own is `page`.
func templates(_ page: String, _ others: [String: String] = [:]) -> TemplateSet {
  var sources = others.mapValues { TemplateSource(path: "", text: $0) }
  for (name, source) in sources { sources[name] = TemplateSource(path: name, bytes: source.bytes) }
  sources["page"] = TemplateSource(path: "page", text: page)
  return TemplateSet(sources)
}

/// The page as text.
func rendered(
  _ page: String,
  _ others: [String: String] = [:],
  for model: SamplePage = SamplePage()
) throws -> String {
  var bytes: [UInt8] = []
  try templates(page, others).compile("page", for: SamplePage.shape).render(model, into: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// The errors of a page, none where it compiles.
func errors(_ page: String, _ others: [String: String] = [:]) -> [TemplateError] {
  do throws(TemplateErrors) {
    _ = try templates(page, others).compile("page", for: SamplePage.shape)
    return []
  } catch {
    return error.all
  }
}

/// A small generator of numbers, the same for the same seed on every machine (splitmix64, Steele et al. 2014).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
