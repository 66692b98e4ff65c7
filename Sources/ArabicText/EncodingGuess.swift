/// An encoding and how sure it is, 0...1.
struct EncodingGuess {
  let encoding: Encoding
  let confidence: Double

  init(_ encoding: Encoding, _ confidence: Double) {
    self.encoding = encoding
    self.confidence = confidence
  }
}

/// The encoding of a source from its bytes alone.
/// - Throws: `DecodingTrouble` where it is UTF-8 with damage, or nothing known.
func guessEncoding(of bytes: [UInt8], _ survey: ByteSurvey) throws(DecodingTrouble) -> EncodingGuess {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return EncodingGuess(.utf8, 1) }
  if bytes.starts(with: [0xFF, 0xFE]) { return EncodingGuess(.utf16LittleEndian, 1) }
  if bytes.starts(with: [0xFE, 0xFF]) { return EncodingGuess(.utf16BigEndian, 1) }
  if survey.hasLowByte, let encoding = unmarkedUTF16(bytes) { return EncodingGuess(encoding, 0.95) }
  guard let offset = firstInvalidUTF8(in: bytes) else { return EncodingGuess(.utf8, 1) }
  if isMostlyUTF8(bytes) { throw DecodingTrouble(reason: .invalidUTF8, byteOffset: offset, encoding: .utf8) }
  if let nul = bytes.firstIndex(of: 0) {
    throw DecodingTrouble(reason: .nulByte, byteOffset: nul, encoding: .utf8)
  }
  guard let guess = mostPlausible(bytes) else {
    throw DecodingTrouble(reason: .unknownEncoding, byteOffset: offset, encoding: .utf8)
  }
  return guess
}

private func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
  var whole = 0
  var broken = 0
  var index = 0
  while index < bytes.count {
    if bytes[index] < 0x80 {
      index += 1
      continue
    }
    let length = sequenceLength(in: bytes, at: index)
    if length == 0 { broken += 1 } else { whole += 1 }
    index += max(length, 1)
  }
  let isCutAtEnd = broken == 1 && whole > 1 && (bytes.last ?? 0) >= 0xC2
  return whole >= 8 * broken || isCutAtEnd
}

private func mostPlausible(_ bytes: [UInt8]) -> EncodingGuess? {
  let order: [Encoding] = [.windows1256, .iso88596, .macArabic, .windows1255, .iso88598]
  var ranked: [(encoding: Encoding, mean: Double)] = []
  var letters = 0
  for encoding in order {
    guard let table = encoding.table, let score = Plausibility.score(bytes, table) else { continue }
    ranked.append((encoding, score.mean))
    letters = score.count
  }
  guard let best = ranked.max(by: { $0.mean < $1.mean }), best.mean >= 0.15 else { return nil }
  let text = best.encoding.table?.decode(bytes[...]).text
  let rivals = ranked.filter { $0.encoding != best.encoding && $0.encoding.table?.decode(bytes[...]).text != text }
  let margin = best.mean - (rivals.map(\.mean).max() ?? 0)
  let first = ranked.first { $0.mean == best.mean } ?? best
  return EncodingGuess(first.encoding, min(0.99, 0.5 + margin / 2) * Double(letters) / Double(letters + 3))
}
