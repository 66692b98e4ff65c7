import ArabicText
import NewsCore
import NewsPages

/// What an editor should know about the characters of a story file or page, wherever in it they stand: direction controls
/// that lack their other half (A-B5) and characters that no font holds (A-F3).
///
/// `bytes` is valid UTF-8. Nearly every file has neither, and costs two looks at each byte.
func proofread(_ bytes: [UInt8], path: String) -> [Diagnostic] {
  let unbalanced = linesOfUnbalancedDirection(in: bytes).map { line in
    Diagnostic(
      .warning,
      "unbalanced-direction",
      path: path,
      line: line,
      "an invisible direction control on this line lacks its other half, so it is left out",
      fix: "delete it, or close it: U+202C ends an embedding or override, U+2069 an isolate"
    )
  }
  let missing = bytes.withUnsafeBufferPointer { missingGlyphs(in: $0) }
  return unbalanced + missing.map { noGlyph($0.key, line: bytes[..<$0.value].count { $0 == 0x0A } + 1, path: path) }
}

private func noGlyph(_ scalar: Unicode.Scalar, line: Int, path: String) -> Diagnostic {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  return Diagnostic(
    .warning,
    "no-glyph",
    path: path,
    line: line,
    "the theme's fonts do not hold \(code) \(excerpt(String(scalar))), so it may show as an empty box or in another font",
    fix: "write it in other letters, or give the theme a font that holds it"
  )
}

extension [Diagnostic] {
  /// These, in their order, but of each character without a glyph only the first place.
  var namingEachGlyphOnce: [Diagnostic] {
    var seen: Set<String> = []
    return filter { $0.id != "no-glyph" || seen.insert($0.message).inserted }
  }
}
