import ArabicText
import Markup
import NewsCore

/// Sets a line of plain text (a headline, a name, a credit) so that it is painted in the order in which it is read.
///
/// Foreign words and numbers with signs get a `<bdi>` of their own (A-B2, A-B3), a line in another language one as a
/// whole, with `lang` (A-B4). What it gives is for the inside of an element; attributes and feeds take `plain`.
public struct Typesetter: Sendable, Hashable {
  /// Which way the lines run around what is set.
  public let base: TextDirection
  /// Whether ranges of years and numbers run from left to right too (`range-direction`).
  public let isolatingRanges: Bool

  /// Gives a typesetter for lines that run this way.
  public init(base: TextDirection, ranges: Site.RangeDirection = .natural) {
    self.base = base
    isolatingRanges = ranges == .ltr
  }

  /// For text in a language, as a BCP 47 tag.
  public init(language: String, ranges: Site.RangeDirection = .natural) {
    self.init(base: TextDirection.of(languageTag: language), ranges: ranges)
  }

  /// The text as markup.
  public func set(_ text: String) -> HTML {
    guard mayNeedIsolation(text, base: base) else { return HTML(escaping: text) }
    guard DirectionTally(text).isForeign(to: base), text.utf8.contains(0x20) else { return line(text) }
    // Words of a language that nobody named: HTML says so with an empty `lang`.
    return Typesetter(base: base.opposite).line(text).isolated(HTML.Direction(base.opposite), language: "")
  }

  /// The text as markup; `language` is its own (BCP 47), where that is not the language of the text around it.
  public func set(_ text: String, language: String?) -> HTML {
    guard let language else { return set(text) }
    let own = Typesetter(language: language, ranges: isolatingRanges ? .ltr : .natural)
    return own.line(text).isolated(HTML.Direction(own.base), language: language)
  }

  /// The text where there can be no markup: without direction controls and tatweel, and in a text from right to left
  /// that begins with a foreign letter with U+200F before it, which tells the reader's program the direction (A-B6).
  public func plain(_ text: String) -> String {
    let text = droppingTatweel(droppingDirectionControls(text))
    return base == .rtl && TextDirection.first(in: text) == .ltr ? "\u{200F}\(text)" : text
  }

  private func line(_ text: String) -> HTML {
    let isolates = isolates(in: text, base: base, isolatingRanges: isolatingRanges)
    // What is escaped is without controls.
    if isolates.isEmpty { return HTML(escaping: text) }
    let stretches = isolates.map {
      HTML.Stretch(range: $0.range, direction: $0.direction.map(HTML.Direction.init))
    }
    return HTML(escaping: text, isolating: stretches, mending: droppingDirectionControls) {
      base == .rtl ? keepingNumbersTogether($0) : $0
    }
  }
}

extension HTML.Direction {
  fileprivate init(_ direction: TextDirection) { self = direction == .rtl ? .rtl : .ltr }
}
