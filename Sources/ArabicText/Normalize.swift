import Foundation

/// The search form of a text: what two spellings of one word have in common.
///
/// Compatibility forms (NFKC, so presentation forms become letters), tashkeel, tatweel, bidi and zero-width controls
/// left out; أإآٱ→ا, ؤئ→ء, ىی→ي, ک→ك, ةۀہھ→ه; Arabic and Persian digits→ASCII; Latin and other cased letters lowercase
/// and without accents. Spaces and punctuation stay. Applying it twice changes nothing more.
public func normalize(_ text: some StringProtocol) -> String {
  let bytes = Array(text.utf8)
  return normalized(bytes, bytes.startIndex..<bytes.endIndex)
}

/// The search form of the bytes in `range`, which must begin and end between scalars of valid UTF-8.
func normalized(_ bytes: [UInt8], _ range: Range<Int>) -> String {
  var folded: [UInt8] = []
  folded.reserveCapacity(range.count)
  appendNormalized(bytes, range, to: &folded)
  return String(decoding: folded, as: UTF8.self)
}

/// Appends the search form of the bytes in `range` to an empty array.
func appendNormalized(_ bytes: [UInt8], _ range: Range<Int>, to folded: inout [UInt8]) {
  if appendFolded(bytes, range, to: &folded) { return }
  folded.removeAll(keepingCapacity: true)
  folded += decomposedSearchForm(of: String(decoding: bytes[range], as: UTF8.self)).utf8
}

// The short way: scalars that fold one by one. False where a scalar needs `decomposedSearchForm`.
private func appendFolded(_ bytes: [UInt8], _ range: Range<Int>, to folded: inout [UInt8]) -> Bool {
  var index = range.lowerBound
  while index < range.upperBound {
    let byte = bytes[index]
    if byte < 0x80 {
      folded.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
      index += 1
    } else if byte < 0xE0 {
      let value = UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
      let result = twoByteFolds[Int(value)]
      if result == SearchFolding.unknown { return false }
      if result != SearchFolding.dropped { append(result, to: &folded) }
      index += 2
    } else {
      let (value, length) = scalar(in: bytes, at: index)
      guard appendWide(value, to: &folded) else { return false }
      index += length
    }
  }
  return true
}

private let twoByteFolds: [UInt32] = (0..<0x800).map { SearchFolding.fold($0) }

private func appendWide(_ value: UInt32, to folded: inout [UInt8]) -> Bool {
  if let letters = PresentationForms.letters(of: value) {
    for letter in letters {
      let result = SearchFolding.fold(UInt32(letter))
      if result == SearchFolding.unknown { return false }
      if result != SearchFolding.dropped { append(result, to: &folded) }
    }
    return true
  }
  let result = SearchFolding.fold(value)
  if result == SearchFolding.unknown { return false }
  if result != SearchFolding.dropped { append(result, to: &folded) }
  return true
}

/// The search form by its definition: NFKC, fold and lowercase each scalar, NFKD without accents and strokes, NFC.
///
/// Glyphs of a mark standing alone (U+FC5E–FC63, U+FE70–FE7F) are left out first, or NFKC would put a space there.
func decomposedSearchForm(of text: String) -> String {
  var bare = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xFC5E...0xFC63, 0xFE70...0xFE7F: break
    default: bare.append(scalar)
    }
  }
  var folded = String.UnicodeScalarView()
  for scalar in String(bare).precomposedStringWithCompatibilityMapping.unicodeScalars {
    if SearchFolding.isDropped(scalar.value) { continue }
    guard let letter = Unicode.Scalar(SearchFolding.arabicLetter(scalar.value)) else { continue }
    folded.append(contentsOf: letter.properties.lowercaseMapping.unicodeScalars)
  }
  var plain = String.UnicodeScalarView()
  for scalar in String(folded).decomposedStringWithCompatibilityMapping.unicodeScalars where !isAccent(scalar) {
    plain.append(contentsOf: undressed(scalar))
  }
  return String(plain).precomposedStringWithCanonicalMapping
}

// Letters that carry a stroke or are two letters in one, which no decomposition takes apart.
private func undressed(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
  switch scalar {
  case "ß": "ss".unicodeScalars
  case "æ": "ae".unicodeScalars
  case "œ": "oe".unicodeScalars
  case "þ": "th".unicodeScalars
  case "ø": "o".unicodeScalars
  case "đ", "ð": "d".unicodeScalars
  case "ł": "l".unicodeScalars
  case "ı": "i".unicodeScalars
  case "ħ": "h".unicodeScalars
  case "ς": "σ".unicodeScalars
  default: String.UnicodeScalarView([scalar])
  }
}

private func isAccent(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF: true
  default: false
  }
}
