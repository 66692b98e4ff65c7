#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A story file cut in two: the YAML between the two lines of `---`, and the CommonMark after them.
package struct StoryFileParts: Sendable {
  package var frontMatter: Substring
  package var body: Substring
  /// Whether a blank line between the two was left out of the body.
  package var bodyFollowsBlankLine: Bool

  /// The line on which the body begins, from 1.
  package var bodyLine: Int { 3 + frontMatter.utf8.count { $0 == 0x0A } + (bodyFollowsBlankLine ? 1 : 0) }
}

/// Longer front matter is a mistake or an attack.
private let longestFrontMatter = 65_536

/// Cuts a story file at its front matter; throws the one diagnostic that says why that cannot be done.
package func splitStoryFile(_ bytes: [UInt8], path: String) throws(Diagnostic) -> StoryFileParts {
  let text = try plainText(bytes, path: path)
  guard let start = endOfFence(text, at: text.startIndex) else {
    throw Diagnostic(
      .error,
      "no-front-matter",
      path: path,
      line: 1,
      "a story file begins with a line of ---",
      fix: "put `---`, `title: …`, `date: 2016-09-05` and `---` on the first four lines"
    )
  }
  var lineStart = start
  while lineStart < text.endIndex {
    if let bodyStart = endOfFence(text, at: lineStart) {
      let hasBlankLine = text[bodyStart...].utf8.first == 0x0A
      return StoryFileParts(
        frontMatter: text[start..<lineStart],
        body: text[bodyStart...].dropFirst(hasBlankLine ? 1 : 0),
        bodyFollowsBlankLine: hasBlankLine
      )
    }
    guard let lineEnd = text.utf8[lineStart...].firstIndex(of: 0x0A) else { break }
    lineStart = text.utf8.index(after: lineEnd)
    if text.utf8.distance(from: start, to: lineStart) > longestFrontMatter { break }
  }
  throw Diagnostic(
    .error,
    "unclosed-front-matter",
    path: path,
    line: 1,
    "the front matter opened on line 1 is never closed",
    fix: "put a line of --- after its last key"
  )
}

/// The text of the file without byte-order mark, its lines ended by single line feeds.
private func plainText(_ bytes: [UInt8], path: String) throws(Diagnostic) -> String {
  if let zero = bytes.firstPlace(of: 0) {
    throw Diagnostic(
      .error,
      "nul-byte",
      path: path,
      line: line(of: zero, in: bytes),
      "a NUL byte stands here: this is not a text file",
      fix: "save the file as UTF-8 text"
    )
  }
  let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
  guard let text = String(validating: hasMark ? bytes[3...] : bytes[...], as: UTF8.self) else {
    throw Diagnostic(
      .error,
      "not-utf8",
      path: path,
      line: line(of: firstInvalidByte(bytes), in: bytes),
      "a story file is UTF-8, and byte \(firstInvalidByte(bytes)) is not",
      fix: "save the file as UTF-8"
    )
  }
  guard bytes.firstPlace(of: 0x0D) != nil else { return text }
  return String(decoding: withoutReturns(text), as: UTF8.self)
}

extension [UInt8] {
  /// The first place of a byte, at the speed of the C library.
  fileprivate func firstPlace(of byte: UInt8) -> Int? {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let found = memchr(base, Int32(byte), bytes.count) else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}

private func withoutReturns(_ text: String) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(text.utf8.count)
  var previous: UInt8 = 0
  for byte in text.utf8 {
    if byte == 0x0D { result.append(0x0A) } else if byte != 0x0A || previous != 0x0D { result.append(byte) }
    previous = byte
  }
  return result
}

/// The index after the line feed of a line of exactly `---`, spaces at its end forgiven; nil if it is another line.
private func endOfFence(_ text: String, at start: String.Index) -> String.Index? {
  guard text[start...].utf8.starts(with: "---".utf8) else { return nil }
  var index = text.utf8.index(start, offsetBy: 3)
  while index < text.endIndex, text.utf8[index] == UInt8(ascii: " ") { index = text.utf8.index(after: index) }
  if index == text.endIndex { return index }
  return text.utf8[index] == 0x0A ? text.utf8.index(after: index) : nil
}

private func line(of offset: Int, in bytes: [UInt8]) -> Int {
  bytes[..<offset].reduce(into: 1) { if $1 == 0x0A { $0 += 1 } }
}

/// The offset of the first byte that is not part of well-formed UTF-8 (Unicode Standard, table 3-7).
package func firstInvalidByte(_ bytes: [UInt8]) -> Int {
  var decoder = UTF8()
  var offset = 0
  var iterator = bytes.makeIterator()
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): offset += UTF8.width(scalar)
    case .emptyInput, .error: return offset
    }
  }
}
