import Markup
import NewsTemplates

/// A realistic story page: 13 values, 4 topics, 5 cards and a body of 5 KB.
struct BenchPage: Sendable {
  var title: String
  var kicker: String?
  var deck: String
  var body: HTML
  var address: String
  var published: String
  var publishedMachine: String
  var updated: String?
  var byline: String
  var dateline: String
  var isBreaking: Bool
  var language: String
  var direction: String
  var siteTitle: String
  var image: BenchImage?
  var topics: [BenchLink]
  var cards: [BenchCard]

  static let shape = Shape<BenchPage>([
    .text("title", "") { $0.title },
    .text("kicker", "") { $0.kicker },
    .text("deck", "") { $0.deck },
    .html("body", "") { $0.body },
    .text("address", "") { $0.address },
    .text("published", "") { $0.published },
    .text("published-machine", "") { $0.publishedMachine },
    .text("updated", "") { $0.updated },
    .text("byline", "") { $0.byline },
    .text("dateline", "") { $0.dateline },
    .flag("is-breaking", "") { $0.isBreaking },
    .text("language", "") { $0.language },
    .text("direction", "") { $0.direction },
    .text("site-title", "") { $0.siteTitle },
    .nested("image", "", BenchImage.shape) { $0.image },
    .list("topics", "", BenchLink.shape) { $0.topics },
    .list("cards", "", BenchCard.shape) { $0.cards },
  ])
}

struct BenchImage: Sendable {
  var file: String
  var alt: String
  var caption: String?

  static let shape = Shape<BenchImage>([
    .text("file", "") { $0.file }, .text("alt", "") { $0.alt }, .text("caption", "") { $0.caption },
  ])
}

struct BenchLink: Sendable {
  var name: String
  var address: String

  static let shape = Shape<BenchLink>([.text("name", "") { $0.name }, .text("address", "") { $0.address }])
}

struct BenchCard: Sendable {
  var title: String
  var address: String
  var published: String
  var deck: String

  static let shape = Shape<BenchCard>([
    .text("title", "") { $0.title }, .text("address", "") { $0.address }, .text("published", "") { $0.published },
    .text("deck", "") { $0.deck },
  ])
}

extension BenchPage {
  static let sample: BenchPage = {
    let paragraph =
      "<p>قال مسؤول في الوزارة إن المحادثات «ستستمر» حتى نهاية الأسبوع، وإن الوفود ستلتقي مجددا في دمشق.</p>\n"
    let body = String(repeating: paragraph, count: 5_000 / paragraph.utf8.count)
    let card = BenchCard(
      title: "مجلس الوزراء يناقش \"موازنة\" العام المقبل",
      address: "/2025/03/11/budget-talks/",
      published: "١١ آذار ٢٠٢٥",
      deck: "جلسة طويلة انتهت بلا اتفاق"
    )
    return BenchPage(
      title: "انطلاق المحادثات بين الوفود في دمشق & بيروت",
      kicker: "سياسة",
      deck: "جولة جديدة تبدأ اليوم بحضور مراقبين",
      body: HTML(trusted: Array(body.utf8)),
      address: "https://example.org/2025/03/12/talks/",
      published: "١٢ آذار ٢٠٢٥",
      publishedMachine: "2025-03-12T10:00:00+03:00",
      updated: "١٣ آذار ٢٠٢٥",
      byline: "سلمى الحسن",
      dateline: "دمشق",
      isBreaking: true,
      language: "ar-SY",
      direction: "rtl",
      siteTitle: "الورّاق",
      image: BenchImage(file: "/images/talks-1200.jpg", alt: "قاعة المحادثات", caption: "الوفود قبل الجلسة (وكالة)"),
      topics: ["سوريا", "لبنان", "محادثات", "سياسة"].map { BenchLink(name: $0, address: "/topics/\($0)/") },
      cards: Array(repeating: card, count: 5)
    )
  }()
}
