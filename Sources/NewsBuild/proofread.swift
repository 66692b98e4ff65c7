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
  /// These, in their order, but of photos without `alt` only the first twenty and how many more there are: an archive that
  /// was taken over has thousands.
  public var boundingPhotoNotes: [Diagnostic] {
    let most = 20
    let count = count { $0.id == photoNote }
    if count <= most { return self }
    var seen = 0
    let kept = filter { diagnostic in
      if diagnostic.id != photoNote { return true }
      seen += 1
      return seen <= most
    }
    let rest = Diagnostic(.note, photoNote, path: SiteFolder.stories, "\(count - most) more photos have no `alt`")
    return (kept + [rest]).sorted()
  }

  /// These, in their order, but of each character without a glyph only the first place.
  var namingEachGlyphOnce: [Diagnostic] {
    var seen: Set<String> = []
    return filter { $0.id != "no-glyph" || seen.insert($0.message).inserted }
  }
}

private let photoNote = "photo-without-alt"

/// The note for a photo that is shown without a word for those who do not see it (B-E5): a caption says what is around it.
func photoWithoutWords(_ path: String, _ bytes: [UInt8]) -> Diagnostic {
  return Diagnostic(
    .note,
    photoNote,
    path: path,
    line: lineOfImage(in: bytes),
    "the photo has no `alt`, so those who do not see it do not learn what it shows",
    fix: "add a line such as `alt: رجل يعبر جسرًا من حجر` under `image:`; `caption` says what there is to know about it"
  )
}

/// The line at which a story file speaks of its photo, counted from 1.
func lineOfImage(in bytes: [UInt8]) -> Int? {
  bytes.split(separator: 0x0A, maxSplits: 4096, omittingEmptySubsequences: false)
    .firstIndex { $0.starts(with: "image:".utf8) }.map { $0 + 1 }
}
