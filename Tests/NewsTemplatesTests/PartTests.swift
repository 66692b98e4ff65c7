import Markup
import Testing

@testable import NewsTemplates

/// Items of lists that look the same on every page are shown once; all else is as if nothing were kept.
@Suite struct PartTests {
  @Test func aKeptItemIsRenderedOnce() throws {
    let (template, _) = try kept("{{#cards}}<b>{{name}}</b>{{/cards}}")
    let page = Shelves.Page(cards: [.init(name: "غزة", number: 1), .init(name: "دمشق", number: 2)])
    #expect(text(template, page) == "<b>غزة</b><b>دمشق</b>")
    // The same number has the same values by contract: what was shown first is shown again.
    let again = Shelves.Page(cards: [.init(name: "غيرها", number: 1)])
    #expect(text(template, again) == "<b>غزة</b>")
  }

  @Test func anItemWithoutANumberIsNotKept() throws {
    let (template, _) = try kept("{{#cards}}{{name}} {{/cards}}")
    #expect(text(template, .init(cards: [.init(name: "أ", number: nil)])) == "أ ")
    #expect(text(template, .init(cards: [.init(name: "ب", number: nil)])) == "ب ")
  }

  @Test(arguments: [
    "{{#cards}}{{name}} in {{title}};{{/cards}}",
    "{{#cards}}{{#title}}{{name}}{{/title}};{{/cards}}",
    "{{#cards}}{{name}}{{/cards}} {{#cards}}{{name}}{{/cards}}",
  ])
  func aSectionThatNamesThePageOrStandsTwiceIsNoPart(_ source: String) throws {
    let (template, whole) = try kept(source)
    for name in ["أ", "ب"] {
      let page = Shelves.Page(title: "صفحة \(name)", cards: [.init(name: name, number: 1)])
      #expect(text(template, page) == text(whole, page))
      #expect(text(template, page).contains(name))
    }
  }

  @Test(arguments: [
    "{{^cards}}none{{/cards}}{{#cards}}<i>{{name}}{{#tags}},{{.}}{{/tags}}{{^tags}}-{{/tags}}</i>{{/cards}}",
    "{{#lead}}[{{name}}]{{/lead}}{{^lead}}no lead{{/lead}}",
    "{{#lead}}{{/lead}}{{^lead}}no lead{{/lead}}",
    "{{#groups}}{{name}}:{{#cards}}{{name}}{{#tags}}{{.}}{{/tags}}{{/cards}};{{/groups}}",
    "{{#cards}}{{#inner}}{{text}}{{/inner}}{{/cards}}{{title}}",
  ])
  func keepingChangesNoPage(_ source: String) throws {
    let (template, whole) = try kept(source)
    let cards = [
      Shelves.Card(name: "أ<", number: 7, tags: ["x", "&"]), .init(name: "", number: 8), .init(name: "ج", number: nil),
    ]
    let pages = [
      Shelves.Page(), .init(title: "ع", cards: cards), .init(cards: cards, lead: cards[0]), .init(lead: cards[1]),
      .init(groups: [.init(name: "م", cards: cards), .init(name: "ن", cards: [])]),
    ]
    for page in pages + pages { #expect(text(template, page) == text(whole, page)) }
  }

  @Test func templatesThatShowAListInOneWayShareWhatIsKept() throws {
    var parts = PartSet()
    let first = try compile("<h1>{{title}}</h1>{{#cards}}<b>{{name}}</b>{{/cards}}").keepingItems(in: &parts)
    let second = try compile("{{#cards}}<b>{{name}}</b>{{/cards}}<hr>").keepingItems(in: &parts)
    #expect(text(first, .init(title: "ع", cards: [.init(name: "أ", number: 1)])) == "<h1>ع</h1><b>أ</b>")
    #expect(text(second, .init(cards: [.init(name: "ب", number: 1)])) == "<b>أ</b><hr>")
  }

  @Test func aShelfKeepsTheNewerWhereTwoNumbersShareAPlace() {
    let shelf = Shelf<String>()
    #expect(shelf[3] == nil)
    shelf[3] = "three"
    shelf[3 + 64 * 256] = "another"
    #expect(shelf[3] == nil)
    #expect(shelf[3 + 64 * 256] == "another")
    shelf[3 + 64 * 256] = nil
    #expect(shelf[3 + 64 * 256] == nil)
  }

  private func kept(_ source: String) throws -> (kept: Template<Shelves.Page>, whole: Template<Shelves.Page>) {
    var parts = PartSet()
    let whole = try compile(source)
    return (whole.keepingItems(in: &parts), whole)
  }

  private func compile(_ source: String) throws -> Template<Shelves.Page> {
    try TemplateSet(["page": TemplateSource(path: "page.mustache", text: source)]).compile(
      "page",
      for: Shelves.Page.shape
    )
  }

  private func text(_ template: Template<Shelves.Page>, _ page: Shelves.Page) -> String {
    String(decoding: template.html(page).bytes, as: UTF8.self)
  }
}

private enum Shelves {
  struct Inner: Sendable {
    var text: String

    static let shape = Shape<Inner>([.text("text", "Words.") { $0.text }])
  }

  struct Card: Sendable {
    var name: String
    var number: Int?
    var tags: [String] = []

    static let shape = Shape<Card>([
      .text("name", "Its name.") { $0.name }, .texts("tags", "Its tags.") { $0.tags },
      .nested("inner", "What is in it.", Inner.shape) { Inner(text: $0.name) },
    ]) { $0.number }
  }

  struct Group: Sendable {
    var name: String
    var cards: [Card]

    static let shape = Shape<Group>([
      .text("name", "Its name.") { $0.name }, .list("cards", "Its cards.", Card.shape) { $0.cards },
    ])
  }

  struct Page: Sendable {
    var title: String?
    var cards: [Card] = []
    var lead: Card?
    var groups: [Group] = []

    static let shape = Shape<Page>([
      .text("title", "The title.") { $0.title }, .list("cards", "The cards.", Card.shape) { $0.cards },
      .nested("lead", "The first.", Card.shape) { $0.lead }, .list("groups", "Groups.", Group.shape) { $0.groups },
    ])
  }
}
