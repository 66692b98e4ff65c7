import ArabicText
import NewsCore
import TestSupport

/// A newspaper's archive that nobody wrote, the same in every run: fifteen years, words as often as in a language (Zipf),
/// names, one to four of forty topics a story. In the Markdown form, which Hugo reads too, or as raw articles.
struct GeneratedCorpus {
  enum Form: String { case markdown, raw }

  private static let years = 15
  private static let firstYear = 2011
  private let words: [String]
  private let cumulated: [Double]
  private let topics: [String]
  private let names: [String]

  init() {
    var random = SeededRandom(seed: 2026)
    words = Self.vocabulary(&random)
    var sum = 0.0
    cumulated = words.indices.map { rank in
      sum += 1 / Double(rank + 2)
      return sum
    }
    let words = words
    topics = (0..<40).map { "\(words[30 + $0 * 7]) \(words[31 + $0 * 11])" }
    names = (0..<400).map { _ in "\(random.pick(words)) \(random.pick(words))" }
  }

  /// Roots in patterns, with the article and the conjunction where the language puts them.
  private static func vocabulary(_ random: inout SeededRandom) -> [String] {
    let common = [
      "في", "من", "على", "إلى", "أن", "التي", "الذي", "عن", "مع", "هذا", "هذه", "بعد", "قبل", "بين", "كان", "قال",
      "وقال",
      "وأضاف", "أكد", "اليوم", "أمس", "العام", "خلال", "كما", "لم", "لا", "ما", "قد", "غير", "أكثر",
    ]
    let letters = Array("بتجحدرسشصطعفقكلمنهوي").map(String.init)
    let patterns = [
      "1ا23", "م12و3", "1231ة", "12ا3", "1و23ة", "م1ا23ة", "ت12ي3", "ا1ت2ا3", "12ي3", "است12ا3", "123ون",
    ]
    var found: [String] = common
    var seen = Set(common)
    while found.count < 20_000 {
      let root = (0..<3).map { _ in random.pick(letters) }
      var word = random.pick(patterns)
      for place in 1...3 { word = word.replacing("\(place)", with: root[place - 1]) }
      let prefixes = ["", "", "ال", "ال", "وال", "بال", "لل", "و"]
      word = random.pick(prefixes) + word
      if seen.insert(word).inserted { found.append(word) }
    }
    return found
  }

  private func word(_ random: inout SeededRandom) -> String {
    let wanted = Double(random.next() >> 11) / Double(1 << 53) * (cumulated.last ?? 1)
    var (low, high) = (0, cumulated.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return words[low]
  }

  private func sentence(_ random: inout SeededRandom, _ count: Int) -> String {
    var parts = (0..<count).map { _ in word(&random) }
    switch random.next(12) {
    case 0: parts.append(String(random.next(900) + 10))
    case 1: parts.append("BBC")
    case 2: parts.append("\(random.next(90))%")
    case 3: parts.append(random.pick(names))
    default: break
    }
    return parts.joined(separator: " ")
  }

  /// Story `number` of `total`: the path of its file below Content, and its text of about 3.5 KB.
  func story(_ number: Int, of total: Int, form: Form) -> (path: String, text: String) {
    var random = SeededRandom(seed: UInt64(number) &+ 77)
    let days = number * (Self.years * 365) / max(total, 1)
    let date = (CivilDate(year: Self.firstYear, month: 1, day: 1) ?? .epoch).adding(days: days)
    let title = sentence(&random, 7 + random.next(4))
    let deck = sentence(&random, 14)
    let own = Array(Set((0...random.next(4)).map { _ in random.pick(topics) })).sorted()
    let paragraphs = (0..<7).map { _ in
      (0..<3).map { _ in sentence(&random, 13) }.joined(separator: "، ") + "."
    }
    let slug = (Slug.make(title, maxBytes: 76) ?? "خبر") + "-\(number)"
    switch form {
    case .markdown:
      let head =
        "title: \(title)\ndeck: \(deck)\nslug: \(slug)\ndate: \(date.iso)\ntopics: [\(own.joined(separator: ", "))]\n"
      let body =
        paragraphs[..<4].joined(separator: "\n\n") + "\n\n## \(paragraphs[4].prefix(40))\n\n"
        + paragraphs[4...].joined(separator: "\n\n")
      return (
        "Stories/\(date.iso.prefix(4))/\(date.iso.dropFirst(5).prefix(2))/\(slug).md", "---\n\(head)---\n\n\(body)\n"
      )
    case .raw:
      let text = "التاريخ: \(date.iso)\nالوسوم: \(own.joined(separator: "، "))\n\n\(title)\n\n\(deck)\n\n"
      return ("Articles/\(date.iso.prefix(4))/\(number).txt", text + paragraphs.joined(separator: "\n\n") + "\n")
    }
  }

  /// Writes the first `count` stories below `folder`.
  func write(_ count: Int, form: Form, to folder: String) throws(FileTrouble) {
    for number in 0..<count {
      let story = story(number, of: count, form: form)
      let path = "\(folder)/Content/\(story.path)"
      try Files.replace(path, with: Array(story.text.utf8), temporary: "\(folder)/.corpus.tmp")
    }
  }
}
