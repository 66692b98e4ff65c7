/// The plural categories of CLDR; a counter's text has one form for each that its language uses.
public enum PluralCategory: String, Sendable, CaseIterable {
  case zero, one, two, few, many, other

  /// The category of a whole number (its sign does not matter) in a language; `one` for 1 alone in an unknown one.
  ///
  /// Unicode CLDR plural rules, cardinal.
  public static func of(_ n: Int, language: String) -> PluralCategory {
    let count = n.magnitude
    switch LanguageTag(language).language {
    case "ar": return arabic(count)
    case "he": return count == 1 ? .one : count == 2 ? .two : .other
    case "fa", "ps", "hi", "am", "bn", "fr": return count <= 1 ? .one : .other
    default: return count == 1 ? .one : .other
    }
  }

  private static func arabic(_ count: UInt) -> PluralCategory {
    switch (count, count % 100) {
    case (0, _): .zero
    case (1, _): .one
    case (2, _): .two
    case (_, 3...10): .few
    case (_, 11...99): .many
    default: .other
    }
  }

  /// The categories a language's strings need, in the order of the enumeration.
  public static func all(for language: String) -> [PluralCategory] {
    switch LanguageTag(language).language {
    case "ar": [.zero, .one, .two, .few, .many, .other]
    case "he": [.one, .two, .other]
    default: [.one, .other]
    }
  }
}
