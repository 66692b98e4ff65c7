import ArabicText
import NewsCore

/// A raw file as clean text: every line ends with LF, and the lines are those of the file.
struct SourceText: Sendable {
  let text: String
  /// What was mended on the way.
  let notes: [Diagnostic]
}

/// Raw bytes → clean text; the encoding is found where none is given.
/// - Throws: the diagnostic that says which byte cannot be read, and on which line.
func readSource(_ bytes: [UInt8], as encoding: Encoding?, path: String) throws(Diagnostic) -> SourceText {
  let decoded: Decoded
  do {
    decoded = try decode(bytes, as: encoding)
  } catch {
    throw diagnostic(of: error, in: bytes, path: path)
  }
  var notes = decoded.notes.compactMap { diagnostic(of: $0, path: path) }
  if decoded.encoding != .utf8 {
    let percent = Int((decoded.confidence * 100).rounded())
    notes.append(
      Diagnostic(
        .note,
        "encoding",
        path: path,
        "read as \(decoded.encoding.rawValue), \(percent)% sure",
        fix: "if letters are wrong, set `encoding` in site.yaml, or save the file as UTF-8"
      )
    )
  }
  let cleaned = cleanLines(decoded.text)
  return SourceText(text: cleaned.text, notes: notes + cleaned.notes.compactMap { diagnostic(of: $0, path: path) })
}

// A form feed or `&#10;` becomes a line end when a text is cleaned: then line by line, so that line numbers stay true.
private func cleanLines(_ text: String) -> (text: String, notes: [TextNote]) {
  let cleaned = clean(text)
  if cleaned.notes.isEmpty || lineEnds(cleaned.text) == lineEnds(text) { return (cleaned.text, cleaned.notes) }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    String(String.UnicodeScalarView(clean(String(line)).text.unicodeScalars.map { $0 == "\n" ? " " : $0 }))
  }
  return (lines.joined(separator: "\n"), cleaned.notes)
}

private func lineEnds(_ text: String) -> Int {
  var text = text
  return text.withUTF8 { $0.count { $0 == 0x0A } }
}

private func diagnostic(of trouble: DecodingTrouble, in bytes: [UInt8], path: String) -> Diagnostic {
  let line = bytes[..<min(trouble.byteOffset, bytes.count)].count { $0 == 0x0A } + 1
  if trouble.reason == .nulByte {
    return Diagnostic(
      .error,
      "nul-byte",
      path: path,
      line: line,
      "text holds no NUL byte; there is one at byte \(trouble.byteOffset)",
      fix: "save the article as UTF-8 text"
    )
  }
  let message =
    trouble.reason == .unknownEncoding
    ? "this is no text in any encoding known here; it stops being UTF-8 at byte \(trouble.byteOffset)"
    : "this is no valid \(trouble.encoding.rawValue): byte \(trouble.byteOffset) begins no character"
  return Diagnostic(
    .error,
    "not-\(trouble.encoding == .utf8 ? "utf8" : "readable")",
    path: path,
    line: line,
    message,
    fix: "save the article as UTF-8, or name its encoding in site.yaml"
  )
}

// Spaces, invisible characters and glyphs are mended in silence: a third of all pastes have them.
private func diagnostic(of note: TextNote, path: String) -> Diagnostic? {
  let (severity, sentence): (Diagnostic.Severity, String)
  switch note.kind {
  case .twiceEncoded: (severity, sentence) = (.note, "text that had been encoded twice was mended")
  case .damagedTwiceEncoded: (severity, sentence) = (.warning, "text was encoded twice and letters of it were lost")
  case .replacementCharacter: (severity, sentence) = (.warning, "a letter was lost before this file was saved (U+FFFD)")
  case .controlCharacter: (severity, sentence) = (.note, "control characters were removed")
  case .unbalancedDirection: (severity, sentence) = (.note, "a direction mark without its other half was removed")
  case .characterReference: (severity, sentence) = (.note, "HTML entities became the characters they stand for")
  case .privateUse: (severity, sentence) = (.note, "a character of a private font has no known look")
  default: return nil
  }
  let count = note.count == 1 ? "" : ", \(note.count) times"
  return Diagnostic(severity, "text-\(kebab(note.kind.rawValue))", path: path, line: note.lines.first, sentence + count)
}

private func kebab(_ name: String) -> String {
  name.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
}
