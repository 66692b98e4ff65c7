/// How many letters of each direction and how many digits a text has, from one pass over its UTF-8.
///
/// Letters are told by their first bytes, and Arabic marks count as letters: enough to say which way a paragraph runs
/// and whether `isolates(in:base:)` can find anything in it.
public struct DirectionTally: Sendable, Hashable {
  /// Letters of scripts from right to left.
  public private(set) var rightToLeft = 0
  /// Letters of scripts from left to right.
  public private(set) var leftToRight = 0
  /// ASCII, Arabic-Indic and Persian.
  public private(set) var digits = 0
  /// U+202A to U+202E and U+2066 to U+2069.
  public private(set) var controls = 0
  /// The direction of the first letter.
  public private(set) var first: TextDirection?

  /// Gives the tally of an empty text.
  public init() {}

  /// Gives the tally of a text.
  public init(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  /// Counts valid UTF-8 in too.
  public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    // Arabic letters and spaces, which most of a text is, are counted sixteen bytes at a time.
    while index + ArabicBlock.reach <= raw.count {
      let block = ArabicBlock(raw, at: index)
      if block.holdsMore {
        for place in index..<index + 16 { add(bytes, place) }
      } else {
        let letters = block.letters
        if first == nil && letters > 0 { first = .rtl }
        rightToLeft += letters
      }
      index += 16
    }
    for place in index..<raw.count { add(bytes, place) }
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) {
    let byte = bytes[index]
    switch byte {
    case 0xD6...0xDF: if isDigit(byte, bytes, index + 1) { digits += 1 } else { note(.rtl) }
    case 0x41...0x5A, 0x61...0x7A, 0xC3...0xD5: note(.ltr)
    case 0x30...0x39: digits += 1
    case 0xE0...: addLong(byte, bytes, index + 1)
    default: break
    }
  }

  /// Counts in a text that stands before the one counted so far.
  public mutating func prepend(_ other: DirectionTally) {
    first = other.first ?? first
    rightToLeft += other.rightToLeft
    leftToRight += other.leftToRight
    digits += other.digits
    controls += other.controls
  }

  /// Whether a part of the text may have to be isolated in a line that runs so.
  public func mayNeedIsolation(in base: TextDirection) -> Bool {
    controls > 0 || (base == .rtl ? leftToRight > 0 || digits > 0 : rightToLeft > 0)
  }

  /// Whether the text is in a language that runs the other way (A-B4): it begins with a letter of such a language, and so
  /// are more than four in five of its letters.
  public func isForeign(to base: TextDirection) -> Bool {
    let foreign = base == .rtl ? leftToRight : rightToLeft
    return first == base.opposite && foreign * 5 > (rightToLeft + leftToRight) * 4
  }

  @inline(__always)
  private mutating func note(_ direction: TextDirection) {
    if first == nil { first = direction }
    if direction == .rtl { rightToLeft += 1 } else { leftToRight += 1 }
  }

  // D9 A0 to D9 A9 and DB B0 to DB B9.
  private func isDigit(_ lead: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ next: Int) -> Bool {
    guard lead == 0xD9 || lead == 0xDB, next < bytes.count else { return false }
    return lead == 0xD9 ? (0xA0...0xA9).contains(bytes[next]) : (0xB0...0xB9).contains(bytes[next])
  }

  private mutating func addLong(_ lead: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ next: Int) {
    guard next + 1 < bytes.count else { return }
    switch (lead, bytes[next]) {
    case (0xE2, 0x80): if (0xAA...0xAE).contains(bytes[next + 1]) { controls += 1 }
    case (0xE2, 0x81): if (0xA6...0xA9).contains(bytes[next + 1]) { controls += 1 }
    case (0xE0, 0xA0...0xA3), (0xEF, 0xAC...0xBB), (0xF0, 0x90), (0xF0, 0x9E): note(.rtl)
    case (0xE2, _), (0xEE, _), (0xEF, _), (0xF0, 0x9F): break
    default: note(.ltr)
    }
  }
}
