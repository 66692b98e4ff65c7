/// A word of a text.
public struct Word: Sendable, Hashable {
  /// The search form, never empty; see `normalize`. Apostrophes and gershayim inside the word are left out.
  public let normal: String
  /// Where the word stands, in bytes of the text's UTF-8.
  public let utf8Range: Range<Int>
}

/// The words of a text in their order: runs of letters, marks and digits.
///
/// ZWNJ, tatweel and invisible controls inside a word belong to it. Digits beside a right-to-left letter are a word of
/// their own («2026م» is two), beside any other letter they are not (G20). Glyphs of phrases (ﷺ) are no words.
public func words(in text: String) -> [Word] {
  let bytes = Array(text.utf8)
  var words: [Word] = []
  words.reserveCapacity(bytes.count / 9)
  forEachWord(in: bytes) { normal, range in
    words.append(Word(normal: String(decoding: normal, as: UTF8.self), utf8Range: range))
  }
  return words
}

/// Calls `visit` with the search form and the place of each word; the array is used again for the next one.
func forEachWord(in bytes: [UInt8], _ visit: ([UInt8], Range<Int>) -> Void) {
  var normal: [UInt8] = []
  var index = 0
  SimpleWords.table.withUnsafeBufferPointer { table in
    bytes.withUnsafeBufferPointer { text in
      while index < text.count {
        normal.removeAll(keepingCapacity: true)
        switch SimpleWords.word(in: text, from: index, table, to: &normal) {
        case .none(let next): index = next
        case .word(let end):
          visit(normal, index..<end)
          index = end
        case .other:
          index = otherWord(in: bytes, from: index, &normal, visit)
        }
      }
    }
  }
}

/// The way through what `SimpleWords` does not know: gives the place after it.
private func otherWord(
  in bytes: [UInt8],
  from index: Int,
  _ normal: inout [UInt8],
  _ visit: ([UInt8], Range<Int>) -> Void
) -> Int {
  let (value, length) = scalar(in: bytes, at: index)
  let kind = WordClass.of(value)
  guard kind == .letter || kind == .rtlLetter || kind == .digit else { return index + length }
  let end = wordEnd(in: bytes, from: index, kind)
  normal.removeAll(keepingCapacity: true)
  appendNormalized(bytes, index..<end.index, to: &normal)
  if end.hasQuote { normal = Array(withoutInnerQuotes(String(decoding: normal, as: UTF8.self)).utf8) }
  if !normal.isEmpty { visit(normal, index..<end.index) }
  return end.index
}

private func withoutInnerQuotes(_ word: String) -> String { String(word.unicodeScalars.filter { !isInnerQuote($0) }) }

private func wordEnd(in bytes: [UInt8], from start: Int, _ first: WordClass) -> (index: Int, hasQuote: Bool) {
  var index = start
  var end = start
  var last = first
  var hasQuote = false
  while index < bytes.count {
    let (value, length) = scalar(in: bytes, at: index)
    let kind = WordClass.of(value)
    switch kind {
    case .separator: return (end, hasQuote)
    case .joiner: break
    case .apostrophe, .gershayim:
      guard joins(kind, after: last, bytes, index + length) else { return (end, hasQuote) }
      hasQuote = true
    case .letter, .rtlLetter, .digit:
      if kind != last, kind == .rtlLetter || last == .rtlLetter { return (end, hasQuote) }
      last = kind
    }
    index += length
    end = index
  }
  return (end, hasQuote)
}

private func joins(_ quote: WordClass, after last: WordClass, _ bytes: [UInt8], _ next: Int) -> Bool {
  guard next < bytes.count else { return false }
  let value = scalar(in: bytes, at: next).value
  guard quote == .gershayim else { return last == .letter && WordClass.of(value) == .letter }
  return last == .rtlLetter && (0x05D0...0x05EA).contains(value)
}

private func isInnerQuote(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x22, 0x27, 0x2019, 0x05F3, 0x05F4: true
  default: false
  }
}
