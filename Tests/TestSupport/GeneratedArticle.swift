/// Articles made by chance from every quirk that is met in real pastes, in any order.
package struct GeneratedArticle {
  var random: SeededRandom
  private var lines: [String] = []

  /// The bytes of a raw file; the same for the same seed.
  package static func bytes(seed: UInt64) -> [UInt8] {
    var article = GeneratedArticle(random: SeededRandom(seed: seed))
    return article.make()
  }

  private init(random: SeededRandom) { self.random = random }

  private mutating func make() -> [UInt8] {
    for _ in 0..<(random.chance(12) ? 2 + random.next(2) : 1) {
      if !lines.isEmpty { add(random.pick(["==========", "---", "* * *", "__________", "-------------------"])) }
      addArticle()
    }
    if random.chance(20) { disturb() }
    let end = random.pick(["\n", "\n", "\n", "\n", "\r\n", "\r", "\u{2028}", "\u{85}"])
    let mark = random.chance(5) ? "\u{FEFF}" : ""
    return Array((mark + lines.joined(separator: end)).utf8)
  }

  private mutating func add(_ line: String) {
    lines.append(random.chance(4) ? random.pick(["\u{A0}\u{A0}\u{A0}\u{A0}", "    ", "\t", "\u{200F}"]) + line : line)
    if random.chance(60) { lines.append("") }
  }

  private mutating func maybe(_ percent: Int, _ choices: [String]) {
    if random.chance(percent) { add(random.pick(choices)) }
  }

  private mutating func addArticle() {
    if random.chance(15) { addHeaders() }
    maybe(10, Stock.furniture)
    maybe(8, Stock.dates)
    maybe(12, Stock.kickers)
    if random.chance(92) { add(headline()) }
    maybe(15, [sentence(8, stop: "")])
    for choices in [Stock.bylines, Stock.dates, Stock.furniture, Stock.datelineLines] { maybe(18, choices) }
    if random.chance(35) { addPhoto() }
    for index in 0..<1 + random.next(7) { addBody(index) }
    for choices in [Stock.signOffs, Stock.sources, Stock.tags, Stock.notes, Stock.bylines, Stock.furniture] {
      maybe(30, choices)
    }
    if random.chance(15) {
      add(random.pick(Stock.pointers))
      for _ in 0..<1 + random.next(3) { add(headline()) }
    }
  }

  private mutating func addHeaders() {
    for _ in 0..<1 + random.next(4) {
      lines.append(random.pick(Stock.headers))
    }
    if random.chance(50) { lines.append("") }
  }

  private mutating func addPhoto() {
    lines.append(random.pick(Stock.photos))
    if random.chance(70) {
      add(sentence(6, stop: "") + " (\(random.pick(["رويترز", "الفرنسية", "تصوير: فلان", "أرشيف"])))")
    }
  }

  private mutating func addBody(_ index: Int) {
    switch random.next(16) {
    case 0: add(sentence(3, stop: ""))
    case 1:
      for _ in 0..<1 + random.next(4) {
        lines.append(random.pick(["- ", "• ", "* ", "\u{F0B7} "]) + sentence(5, stop: ""))
      }
    case 2:
      for number in 1..<2 + random.next(4) {
        lines.append("\(number)\(random.pick(["-", ".", ")", ". "]))" + sentence(5, stop: ""))
      }
    case 3: for number in ["١", "٢", "٣"] { lines.append("\(number)- " + sentence(5, stop: "")) }
    case 4: add("«" + sentence(9, stop: "") + "»")
    case 5: add(random.pick(Stock.pointers) + ": " + headline())
    case 6: maybe(100, ["---", "=====", "* * *", "***", "______"])
    case 7: addPhoto()
    case 8: for _ in 0..<4 { lines.append(wrapped()) }
    case 9: maybe(100, Stock.all)
    default: add((index == 0 && random.chance(40) ? random.pick(Stock.datelines) : "") + paragraph())
    }
  }

  private mutating func wrapped() -> String {
    var line = word()
    while line.unicodeScalars.count < 70 { line += " " + word() }
    return line
  }

  // Lines doubled, left out and moved: no order is sure.
  private mutating func disturb() {
    for _ in 0..<1 + random.next(5) where lines.count > 2 {
      let index = random.next(lines.count)
      switch random.next(3) {
      case 0: lines.insert(lines[index], at: random.next(lines.count))
      case 1: lines.remove(at: index)
      default: lines.swapAt(index, random.next(lines.count))
      }
    }
  }

  private mutating func headline() -> String {
    random.pick(["", "", "", "مصدر: ", "CNN: ", "# ", "> ", "- ", "\"", "* ", "عام / ", "[", "&quot;", "1. "])
      + sentence(7, stop: "")
  }

  private mutating func paragraph() -> String {
    (0..<1 + random.next(4)).map { _ in sentence(14, stop: random.pick([".", ".", "؟", "", ":", "!"])) }.joined(
      separator: " "
    )
      + (random.chance(10) ? " (\(random.pick(["رويترز", "أ ف ب", "1948", "سانا"])))" : "")
  }

  private mutating func sentence(_ length: Int, stop: String) -> String {
    (0..<1 + random.next(length * 2)).map { _ in word() }.joined(separator: random.chance(5) ? "\u{A0}" : " ") + stop
  }

  private mutating func word() -> String {
    random.chance(85) ? random.pick(Stock.words) : random.pick(Stock.oddities)
  }
}
