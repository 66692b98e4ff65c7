import Testing

@testable import ArabicText

struct TurnedRunsTests {
  private func turned(_ text: String, _ base: TextDirection) -> [String] {
    let bytes = Array(text.utf8)
    return turnedRuns(in: text, base: base).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private func isolated(_ text: String, _ base: TextDirection) -> String {
    var bytes = Array(text.utf8)
    for run in isolationRuns(in: text, base: base).reversed() {
      bytes.insert(contentsOf: "\u{2069}".utf8, at: run.upperBound)
      bytes.insert(contentsOf: (base == .rtl ? "\u{2066}" : "\u{2067}").utf8, at: run.lowerBound)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("قال BBC نعم", []), ("قال BBC News نعم", []), ("هاتف iPhone 15 الجديد", []), ("شبكة 5G هنا", []), ("BBC", []),
    ("لغة C++ هنا", ["C++"]), ("وسم #Syria_2026 هنا", ["#Syria_2026"]), ("قناة BBC 5 دقائق", ["BBC"]),
    ("ع New York Times، Washington Post", ["New York Times", "Washington Post"]), ("فاز 3-1 أمس", ["3-1"]),
    ("نما 50% هنا", ["50%"]), ("رقم +963 11 223 هنا", ["+963 11 223"]), ("بعد 5 BBC هنا", ["BBC"]), ("قال BBC.", []),
    ("(EPA/YAHYA ARHAB)", []), ("ع \u{FFFC} BBC", []), ("قال BBC \u{FFFC} CNN", []),
  ])
  func `only what is painted out of order is named`(text: String, runs: [String]) {
    #expect(turned(text, .rtl) == runs)
  }

  @Test(arguments: [
    ("the عربي paper", []), ("the عربي 5 paper", ["عربي"]), ("in دمشق (سوريا) now", ["دمشق (سوريا)"]), ("قال، كتب", []),
  ])
  func `in a text from left to right as well`(text: String, runs: [String]) {
    #expect(turned(text, .ltr) == runs)
  }

  // The order of Unicode's own algorithm, with isolation and without.
  @Test func `where nothing is named the painted order is the same without isolation`() {
    var dice = Dice(seed: 71)
    let parts = [
      "قال", "دمشق", "خبر", "BBC", "New", "Times", "5", "2026", "C++", "#tag", "50%", "،", ":", ".", "(", ")", "-5",
      "3-1",
    ]
    var silent = 0
    for _ in 0..<6000 {
      let text = (0..<Int(dice.next() % 6) + 2).map { _ in parts[Int(dice.next() % UInt64(parts.count))] }.joined(
        separator: " "
      )
      guard turnedRuns(in: text, base: .rtl).isEmpty else { continue }
      silent += 1
      #expect(VisualOrder.painted(text, .rtl) == VisualOrder.painted(isolated(text, .rtl), .rtl), "\(text)")
    }
    #expect(silent > 500)
  }
}
