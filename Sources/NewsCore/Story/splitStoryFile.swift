import ArabicText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A story file cut in two: the YAML between the two lines of `---`, and the CommonMark after them.
public struct StoryFileParts: Sendable {
  /// The lines between the two `---`, YAML.
  public var frontMatter: String
  /// The Markdown behind them.
  public var body: String
  /// The line on which the body begins, from 1.
  public var bodyLine: Int
}

/// Longer front matter is a mistake or an attack.
private let longestFrontMatter = 65_536

/// Cuts a story file at its front matter; throws the one diagnostic that says why that cannot be done.
public func splitStoryFile(_ bytes: [UInt8], path: String) throws(Diagnostic) -> StoryFileParts {
  let text = try plainText(bytes, path: path)
  guard let start = text.withUnsafeBytes({ endOfFence($0, at: 0) }) else {
    throw Diagnostic(
      .error,
      "no-front-matter",
      path: path,
      line: 1,
      "a story file begins with a line of ---",
      fix: "put `---`, `title: …`, `date: 2016-09-05` and `---` on the first four lines"
    )
  }
  guard let fence = text.withUnsafeBytes({ closingFence($0, from: start) }) else {
    throw Diagnostic(
      .error,
      "unclosed-front-matter",
      path: path,
      line: 1,
      "the front matter opened on line 1 is never closed",
      fix: "put a line of --- after its last key"
    )
  }
  return text.withUnsafeBytes { text in
    let matter = UnsafeRawBufferPointer(rebasing: text[start..<fence.lowerBound])
    let blankLine = fence.upperBound < text.count && text[fence.upperBound] == 0x0A ? 1 : 0
    return StoryFileParts(
      frontMatter: String(trusted: matter),
      body: String(trusted: UnsafeRawBufferPointer(rebasing: text[(fence.upperBound + blankLine)...])),
      bodyLine: 3 + matter.count(of: 0x0A) + blankLine
    )
  }
}

/// The bytes of the file without byte-order mark, its lines ended by single line feeds: well-formed UTF-8.
private func plainText(_ bytes: [UInt8], path: String) throws(Diagnostic) -> ArraySlice<UInt8> {
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
  guard bytes.withUnsafeBytes(isValidUTF8) else {
    throw Diagnostic(
      .error,
      "not-utf8",
      path: path,
      line: line(of: firstInvalidByte(bytes), in: bytes),
      "a story file is UTF-8, and byte \(firstInvalidByte(bytes)) is not",
      fix: "save the file as UTF-8"
    )
  }
  let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  return bytes.firstPlace(of: 0x0D) == nil ? text : withoutReturns(text)[...]
}

extension [UInt8] {
  /// The first place of a byte, at the speed of the C library.
  fileprivate func firstPlace(of byte: UInt8) -> Int? { withUnsafeBytes { $0.firstPlace(of: byte, from: 0) } }
}

extension UnsafeRawBufferPointer {
  fileprivate func firstPlace(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(found) - base
  }

  fileprivate func count(of byte: UInt8) -> Int {
    var found = 0
    for other in self where other == byte { found += 1 }
    return found
  }
}

private func withoutReturns(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(text.count)
  var previous: UInt8 = 0
  for byte in text {
    if byte == 0x0D { result.append(0x0A) } else if byte != 0x0A || previous != 0x0D { result.append(byte) }
    previous = byte
  }
  return result
}

/// The line of `---` that ends the front matter, with its line feed.
private func closingFence(_ text: UnsafeRawBufferPointer, from start: Int) -> Range<Int>? {
  var lineStart = start
  while lineStart < text.count, lineStart - start <= longestFrontMatter {
    if let end = endOfFence(text, at: lineStart) { return lineStart..<end }
    guard let lineEnd = text.firstPlace(of: 0x0A, from: lineStart) else { return nil }
    lineStart = lineEnd + 1
  }
  return nil
}

/// The place after the line feed of a line of exactly `---`, spaces at its end forgiven; nil if it is another line.
private func endOfFence(_ text: UnsafeRawBufferPointer, at start: Int) -> Int? {
  guard start + 3 <= text.count, text[start..<start + 3].allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
  var index = start + 3
  while index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
  if index == text.count { return index }
  return text[index] == 0x0A ? index + 1 : nil
}

private func line(of offset: Int, in bytes: [UInt8]) -> Int {
  bytes[..<offset].reduce(into: 1) { if $1 == 0x0A { $0 += 1 } }
}

/// The offset of the first byte that is not part of well-formed UTF-8 (Unicode Standard, table 3-7).
public func firstInvalidByte(_ bytes: [UInt8]) -> Int {
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
