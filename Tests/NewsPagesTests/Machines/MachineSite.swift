import Foundation
import NewsCore
import NewsPages

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A site of a few values whose files for machines are printed for a test.
struct MachineSite {
  var site = Site(title: "صحيفة & أخبار", baseURL: "https://news.example/عربي", language: "ar-SY")
  var topics = [Topic(name: "سوريا <ش>", slug: "سوريا", description: "كل ما يخص سوريا")]
  var stories: [Teaser] = []
  var now = 1_795_500_000
  var isPublic = true

  init() {
    site.baseURL = "https://news.example/arabic"
    site.timeZone = "Asia/Damascus"
  }

  /// Adds a story; `date` as in a story file.
  @discardableResult
  mutating func add(_ title: String, date: String, _ change: (inout Teaser) -> Void = { _ in }) throws -> Teaser {
    guard let written = StoryDate(iso: date) else { throw BadDate() }
    var story = Teaser(
      file: "\(stories.count).md",
      address: storyAddress(date: written, slug: "خبر-\(stories.count)"),
      title: title,
      kicker: nil,
      summary: "ملخص \(stories.count)",
      date: written,
      moment: ZoneClock(site.timeZone).moment(of: written),
      language: nil,
      topics: [0]
    )
    change(&story)
    stories.append(story)
    return story
  }

  struct BadDate: Error {}

  /// Path → bytes of every file for machines.
  func files() throws -> [String: String] {
    let press = try press()
    var files: [String: String] = [:]
    for page in press.files { files[page.path] = String(decoding: press.press.printPage(page), as: UTF8.self) }
    return files
  }

  func press() throws -> (press: Press, files: [PlannedPage]) {
    let pages = planSite(stories, topics: topics, site: site)
    let plan = withMachineFiles(pages, topics: topics, site: site, now: now, isPublic: isPublic)
    let files = Array(plan.pages.dropFirst(pages.pages.count))
    return (Press(site: site, theme: try Theme(files: .builtIn, language: "ar"), topics: topics, plan: plan), files)
  }
}

/// The texts of every element of a name in an XML document; throws where the document is not well-formed.
func texts(_ name: String, in xml: String) throws -> [String] {
  let reader = ElementReader(name)
  let parser = XMLParser(data: Data(xml.utf8))
  parser.delegate = reader
  guard parser.parse() else { throw NotWellFormed(reason: "\(String(describing: parser.parserError))") }
  return reader.texts
}

struct NotWellFormed: Error { var reason: String }

private final class ElementReader: NSObject, XMLParserDelegate {
  private let name: String
  private(set) var texts: [String] = []
  private var text: String?

  init(_ name: String) { self.name = name }

  func parser(
    _ parser: XMLParser,
    didStartElement element: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) { if element == name { text = "" } }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text?.append(string) }

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
    guard element == name, let text else { return }
    texts.append(text)
    self.text = nil
  }
}
