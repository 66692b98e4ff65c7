/// A key by which names sort as readers of a language expect; compare keys, never print them.
///
/// Made after CLDR's collations of `ar`, `fa` and `ur` without ICU: spaces, signs, digits, the language's own script,
/// Latin, other scripts; tashkeel, tatweel, accents and case count only between names that are otherwise equal.
public struct CollationKey: Sendable, Hashable, Comparable {
  fileprivate let bytes: [UInt8]

  /// The order of the list.
  public static func < (left: CollationKey, right: CollationKey) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

/// The sort key of a name in a list of `language` (BCP 47); with `ignoringAl` «الأردن» sorts beside «أردن».
public func collationKey(
  _ text: String,
  ignoringAl: Bool = false,
  language: String = "ar"
) -> CollationKey {
  let alphabet = Alphabet.of(language: language)
  var primary: [UInt8] = []
  var secondary: [UInt8] = [1]
  let name = composed(text).unicodeScalars
  for scalar in ignoringAl ? withoutAl(name) : name[...] {
    if SearchFolding.isDropped(scalar.value) {
      secondary += [0xF0, UInt8(truncatingIfNeeded: scalar.value)]
    } else if let place = alphabet.places[scalar] {
      primary += [0x20, place.letter]
      if scalar == "آ", alphabet.splitsMadda { primary += [0x20, place.letter] }
      secondary.append(place.variant + 2)
    } else {
      append(scalar, isLatinFirst: alphabet.isLatinFirst, to: &primary)
      secondary.append(2)
    }
  }
  return CollationKey(bytes: primary + secondary + [1] + Array(text.utf8))
}

/// The letter under which an index files a name: أ, إ and آ under ا, a Latin name under its capital, a digit under #.
///
/// Nil where the name has no letter or digit.
public func indexLetter(of text: String, ignoringAl: Bool = false) -> String? {
  let name = composed(text).unicodeScalars
  let start = name.firstIndex { [.letter, .rtlLetter, .digit].contains(WordClass.of($0.value)) }
  guard let start else { return nil }
  let rest = ignoringAl ? withoutAl(Substring(name[start...]).unicodeScalars) : name[start...]
  guard let first = rest.first else { return nil }
  if WordClass.of(first.value) == .digit { return "#" }
  switch first {
  case "أ", "إ", "آ", "ٱ", "ء", "ؤ", "ئ": return "ا"
  case "ة": return "ت"
  case "ى", "ی": return "ي"
  default: return normalize(String(first)).uppercased()
  }
}

private func withoutAl(_ name: some BidirectionalCollection<Unicode.Scalar>) -> String.UnicodeScalarView.SubSequence {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: name)
  let rest = view.dropFirst(2)
  return view.starts(with: "ال".unicodeScalars) && rest.count >= 2 ? rest : view[...]
}

private func append(_ scalar: Unicode.Scalar, isLatinFirst: Bool, to primary: inout [UInt8]) {
  let value = scalar.value
  switch WordClass.of(value) {
  case .digit: primary += [0x10] + Array(normalize(String(scalar)).utf8)
  case .letter, .rtlLetter, .joiner:
    for folded in normalize(String(scalar)).unicodeScalars {
      let isASCII = folded.value < 0x80
      primary.append(isASCII ? (isLatinFirst ? 0x1F : 0x30) : 0x40)
      if !isASCII { primary += [UInt8(folded.value >> 16), UInt8(truncatingIfNeeded: folded.value >> 8)] }
      primary.append(UInt8(truncatingIfNeeded: folded.value))
    }
  default:
    let isSpace = scalar.properties.isWhitespace
    primary +=
      isSpace ? [2] : [3, UInt8(value >> 16), UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
  }
}
