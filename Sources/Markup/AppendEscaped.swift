/// Appends text to UTF-8 markup so that it shows exactly as text: `& < > " '` become references.
///
/// The result is valid in HTML element content and quoted attributes, and in XML (feeds, sitemaps). As a safety net,
/// characters that XML 1.0 (production 2, Char) forbids are left out: the C0 controls other than tab, line feed and
/// carriage return, and U+FFFE and U+FFFF; and the controls of direction, U+202A to U+202E and U+2066 to U+2069, which
/// would reach over what is around the text: markup isolates better (A-B5).
public func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
  var text = text
  text.withUTF8 { appendEscaped($0, to: &bytes) }
}

private func appendEscaped(_ source: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
  var runStart = 0
  var index = 0
  var looked = 0
  while index < source.count {
    if index >= looked {
      index += plainStretch(source, from: index)
      looked = min(index + 16, source.count)
      if index == source.count { break }
    }
    let width = widthToReplace(at: index, in: source)
    guard width > 0 else {
      index += 1
      continue
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart..<index]))
    appendReference(for: source[index], to: &bytes)
    index += width
    runStart = index
  }
  bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart..<source.count]))
}

/// Bit n is set where byte n, below 64, may not be copied as it is.
private let bytesToReplace: UInt64 = {
  let controls: UInt64 = 0xFFFF_FFFF & ~(1 << 0x09 | 1 << 0x0A | 1 << 0x0D)
  let marks: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
  return controls | marks
}()

@inline(__always)
private func widthToReplace(at index: Int, in source: UnsafeBufferPointer<UInt8>) -> Int {
  let byte = source[index]
  if byte < 64 { return Int(truncatingIfNeeded: bytesToReplace >> UInt64(byte) & 1) }
  guard byte == 0xE2 || byte == 0xEF, index + 2 < source.count else { return 0 }
  switch (byte, source[index + 1], source[index + 2]) {
  case (0xEF, 0xBF, 0xBE...), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9): return 3
  default: return 0
  }
}

private func appendReference(for byte: UInt8, to bytes: inout [UInt8]) {
  let reference: StaticString
  switch byte {
  case UInt8(ascii: "&"): reference = "&amp;"
  case UInt8(ascii: "<"): reference = "&lt;"
  case UInt8(ascii: ">"): reference = "&gt;"
  case UInt8(ascii: "\""): reference = "&quot;"
  case UInt8(ascii: "'"): reference = "&#39;"
  default: return
  }
  bytes.append(contentsOf: UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
}
