/// A source as text.
public struct Decoded: Sendable, Hashable {
  /// The text, without byte-order mark, its lines ended by LF alone.
  public let text: String
  /// The encoding that was given or found.
  public let encoding: Encoding
  /// How sure the encoding is: 1 where it was given, marked by a byte-order mark or is valid UTF-8, less where guessed.
  public let confidence: Double
  /// What was mended or found; empty for most sources.
  public let notes: [TextNote]
}

/// The text of a source.
///
/// Without `encoding`, in this order: a byte-order mark; UTF-16 of Arabic, Hebrew or Latin letters; UTF-8; then the
/// one-byte encoding that makes the most plausible Arabic or Hebrew of it. Lines of UTF-8 that were once read as Latin-1,
/// Windows-1252 or Windows-1256 and saved again are mended, with a note. CRLF, CR, NEL, U+2028 and U+2029 become LF. The
/// text never holds a U+FFFD that was not in the source.
/// - Throws: `DecodingTrouble` with the offset of the first byte that cannot be read.
public func decode(_ bytes: [UInt8], as encoding: Encoding? = nil) throws(DecodingTrouble) -> Decoded {
  let survey = ByteSurvey(bytes)
  let guess = if let encoding { EncodingGuess(encoding, 1) } else { try guessEncoding(of: bytes, survey) }
  let start = byteOrderMarkLength(of: guess.encoding, in: bytes)
  var text: [UInt8]
  switch guess.encoding {
  case .utf8: text = try utf8Text(of: bytes, from: start)
  case .utf16LittleEndian: text = try utf16Text(of: bytes, from: start, .utf16LittleEndian)
  case .utf16BigEndian: text = try utf16Text(of: bytes, from: start, .utf16BigEndian)
  default: text = try legacyText(of: bytes, guess.encoding)
  }
  var tally = NoteTally()
  let mended = guess.encoding == .utf8 ? survey : ByteSurvey(text)
  if mended.mayBeTwiceEncoded { text = mendTwiceEncoded(text, &tally) }
  if mended.hasSpecialLineEnd || mended.mayBeTwiceEncoded { text = withPlainLineEnds(text) }
  if mended.hasReplacement { noteReplacements(in: text, &tally) }
  return Decoded(
    text: String(decoding: text, as: UTF8.self),
    encoding: guess.encoding,
    confidence: guess.confidence,
    notes: tally.notes
  )
}

private func byteOrderMarkLength(of encoding: Encoding, in bytes: [UInt8]) -> Int {
  switch encoding {
  case .utf8: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  case .utf16LittleEndian: bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0
  case .utf16BigEndian: bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0
  default: 0
  }
}

private func utf8Text(of bytes: [UInt8], from start: Int) throws(DecodingTrouble) -> [UInt8] {
  if let offset = firstInvalidUTF8(in: bytes, from: start) {
    throw DecodingTrouble(reason: .invalidUTF8, byteOffset: offset, encoding: .utf8)
  }
  if let offset = bytes.firstIndex(of: 0) {
    throw DecodingTrouble(reason: .nulByte, byteOffset: offset, encoding: .utf8)
  }
  return start == 0 ? bytes : Array(bytes[start...])
}

private func legacyText(of bytes: [UInt8], _ encoding: Encoding) throws(DecodingTrouble) -> [UInt8] {
  if let offset = bytes.firstIndex(of: 0) {
    throw DecodingTrouble(reason: .nulByte, byteOffset: offset, encoding: encoding)
  }
  guard let result = encoding.table?.decode(bytes[...]) else { return bytes }
  if let offset = result.undefined {
    throw DecodingTrouble(reason: .undefinedByte, byteOffset: offset, encoding: encoding)
  }
  return result.text
}

private func noteReplacements(in text: [UInt8], _ tally: inout NoteTally) {
  var line = 1
  for index in text.indices {
    if text[index] == 0x0A { line += 1 }
    if text[index] == 0xEF, text[index + 1] == 0xBF, text[index + 2] == 0xBD {
      tally.add(.replacementCharacter, line: line)
    }
  }
}
