/// A seeded newsroom: realistic Arabic stories of about 3.5 KB, the same for the same seed on every machine.
///
/// Words are drawn by Zipf's law from a vocabulary made of Arabic roots and patterns, with proclitics, names of places
/// and people, and one to four of forty topics a story; days run from 2010 on, oldest first.
package struct Corpus: Sendable {
  /// How many stories there are.
  package let count: Int
  private let seed: UInt64
  private let vocabulary: [String]
  private let weights: [Double]

  package init(count: Int, seed: UInt64 = 7) {
    self.count = count
    self.seed = seed
    var random = SeededRandom(seed: seed)
    vocabulary = (0..<20_000).map { _ in Self.word(&random) }
    var sum = 0.0
    weights = (1...20_000).map { rank in
      sum += 1 / Double(rank)
      return sum
    }
  }

  /// The names of the forty topics.
  package static let topics: [String] =
    [
      "سوريا", "روسيا", "أوكرانيا", "الصين", "مصر", "لبنان", "العراق", "الأردن", "تونس", "المغرب", "تركيا", "إيران",
      "فرنسا", "ألمانيا", "اليابان", "الهند", "البرازيل", "اقتصاد", "رياضة", "ثقافة",
    ] + (1...20).map { "ملف \($0)" }

  /// A story as a Markdown file that Warraq and other generators read, and its path below `Content/Stories`.
  package func story(_ number: Int) -> (path: String, text: String) {
    var random = SeededRandom(seed: seed &+ UInt64(number) &* 7919)
    let (year, month, day) = date(number)
    let title = sentence(8, &random)
    let topics = Set((0...random.next(4)).map { _ in Self.topics[random.next(Self.topics.count)] }).sorted()
    let slug = title.split(separator: " ").joined(separator: "-") + "-\(number)"
    let text = """
      ---
      title: \(title)
      slug: \(slug)
      date: \(year)-\(padded(month))-\(padded(day))
      topics: [\(topics.joined(separator: ", "))]
      ---

      \(body(&random).joined(separator: "\n\n"))

      """
    return ("\(year)/\(padded(month))/\(slug).md", text)
  }

  /// The same kind of story as a raw article, as it is pasted from a news site.
  package func article(_ number: Int) -> String {
    var random = SeededRandom(seed: seed &+ UInt64(number) &* 7919)
    let (year, month, day) = date(number)
    let title = sentence(8, &random)
    let place = Self.topics[random.next(17)]
    var paragraphs = body(&random)
    paragraphs[0] = "\(place) - وكالات: \(paragraphs[0])"
    return
      "\(title)\n\nالتاريخ: \(year)-\(padded(month))-\(padded(day))\n\(paragraphs.joined(separator: "\n\n"))\n\nالمصدر : وكالات"
  }

  private func date(_ number: Int) -> (Int, Int, Int) {
    let day = number * 5400 / max(1, count)
    return (2010 + day / 360, day % 360 / 30 + 1, min(day % 30 + 1, 28))
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func body(_ random: inout SeededRandom) -> [String] {
    (0..<6).map { _ in (0..<4).map { _ in sentence(12, &random) }.joined(separator: "، ") + "." }
  }

  private func sentence(_ words: Int, _ random: inout SeededRandom) -> String {
    (0..<words).map { _ in pick(&random) }.joined(separator: " ")
  }

  /// Zipf's law by bisection of the running sums of the weights.
  private func pick(_ random: inout SeededRandom) -> String {
    let target = Double(random.next() >> 11) / Double(1 << 53) * (weights.last ?? 1)
    var (low, high) = (0, weights.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if weights[middle] < target { low = middle + 1 } else { high = middle }
    }
    let proclitics = ["", "", "", "", "ال", "ال", "و", "وال", "ب", "لل"]
    return proclitics[random.next(proclitics.count)] + vocabulary[low]
  }

  private static func word(_ random: inout SeededRandom) -> String {
    let roots = Array("بتجحخدرزسشصطعغفقكلمنهيو")
    let patterns = ["123", "1ا23", "12ي3", "م12و3", "ا12ا3", "ت12ي3", "12ا3ة", "م1ا23ة", "12و3", "است12ا3"]
    let pattern = patterns[random.next(patterns.count)]
    let root = (0..<3).map { _ in roots[random.next(roots.count)] }
    return pattern.map { letter in
      guard let index = letter.wholeNumberValue else { return String(letter) }
      return String(root[index - 1])
    }.joined()
  }
}
