import ArabicText

/// What a result shows: one line of the index, its fields parted by tabs.
///
/// Day (days since 1970 and a million, `IndexDigits`), address, slug of the first topic, language where it is not the
/// site's, title, beginning of the summary.
struct SearchCard: Sendable, Hashable {
  var day: CivilDate
  var address: String
  var topic: String
  var language: String
  var title: String
  var snippet: String

  /// Letters of the summary that are kept.
  private static let snippetLength = 72
  private static let firstDay = 1_000_000

  init(_ document: SearchDocument) {
    day = document.day
    address = Self.line(document.address)
    topic = Self.line(document.topics.first?.slug ?? "")
    language = Self.line(document.language ?? "")
    title = Self.line(document.title)
    snippet = Self.line(truncate(document.summary, graphemes: Self.snippetLength))
  }

  var text: String {
    let number = IndexDigits.text(UInt32(clamping: day.dayNumber + Self.firstDay))
    return [number, shortAddress, topic, language, title, snippet].joined(separator: "\t")
  }

  /// Reads what `text` wrote.
  init?(_ text: Substring) {
    let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 6, let numbers = IndexDigits.numbers(in: Array(fields[0].utf8)[...]), numbers.count == 1
    else { return nil }
    day = CivilDate.epoch.adding(days: Int(numbers[0]) - Self.firstDay)
    (topic, language, title, snippet) = (fields[2], fields[3], fields[4], fields[5])
    address = ""
    address = longAddress(fields[1])
  }

  /// Most addresses are the day and the title once more: `=7` is the day, a slash, seven words of the title, a slash, and
  /// `=7-2` has `-2` before the last one.
  private var shortAddress: String {
    let folder = dayFolder
    guard address.hasPrefix(folder), address.hasSuffix("/"), address.utf8.count > folder.utf8.count else {
      return address
    }
    let slug = address.dropFirst(folder.count).dropLast()
    let words = Self.slugWords(title)
    for count in stride(from: words.count, to: 0, by: -1) {
      let start = words[..<count].joined(separator: "-")
      if slug == start { return "=\(count)" }
      if slug.hasPrefix(start + "-") { return "=\(count)\(slug.dropFirst(start.count))" }
    }
    return address
  }

  private func longAddress(_ short: String) -> String {
    guard short.hasPrefix("=") else { return short }
    let digits = short.dropFirst().prefix { $0 != "-" }
    let words = Self.slugWords(title).prefix(Int(digits) ?? 0)
    return "\(dayFolder)\(words.joined(separator: "-"))\(short.dropFirst(digits.count + 1))/"
  }

  private var dayFolder: String { day.iso.split(separator: "-").joined(separator: "/") + "/" }

  // Runs of letters, marks and decimal digits, ASCII in lowercase; the browser does the same.
  private static func slugWords(_ title: String) -> [String] {
    title.unicodeScalars.split { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .nonspacingMark,
        .spacingMark, .enclosingMark, .decimalNumber:
        false
      default: true
      }
    }.map { word in
      String(
        String.UnicodeScalarView(word.map { ("A"..."Z").contains($0) ? Unicode.Scalar(UInt8($0.value) + 32) : $0 })
      )
    }
  }

  private static func line(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
