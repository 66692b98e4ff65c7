/// A JSON value (RFC 8259) that is written by Warraq: made of typed parts, so that text stays text.
public enum JSON: Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSON])
  /// Members in the order in which they are written; those that are nil are left out.
  case object([(name: String, value: JSON?)])
  /// A value that was written before, for what stands in many documents.
  case written(Written)

  /// The bytes of a value.
  public struct Written: Sendable {
    fileprivate let bytes: [UInt8]

    /// Gives a value's bytes, written now and for all documents.
    public init(_ value: JSON) { bytes = value.bytes }
  }

  /// A list of texts; nil where there are none, so that the member is left out.
  public static func texts(_ texts: [String]) -> JSON? { texts.isEmpty ? nil : .list(texts.map(JSON.text)) }

  /// The value as UTF-8. `<`, `>`, `&`, U+2028 and U+2029 are written as escapes, so that the bytes are safe inside a
  /// `script` element; C0 controls other than tab and line feed are left out, and so are the controls of direction (A-B5).
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1024)
    write(to: &bytes)
    return bytes
  }

  /// Appends the value to UTF-8 bytes.
  public func write(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): appendQuoted(text, to: &bytes)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        item.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members): write(members, to: &bytes)
    case .written(let value): bytes.append(contentsOf: value.bytes)
    }
  }

  private func write(_ members: [(name: String, value: JSON?)], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    for member in members {
      guard let value = member.value else { continue }
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      appendQuoted(member.name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      value.write(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }
}

private func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "\""))
  var text = text
  text.withUTF8 { source in
    var start = 0
    var index = 0
    var looked = 0
    while index < source.count {
      if index >= looked {
        index += plainStretch(source, from: index)
        looked = min(index + 16, source.count)
        if index == source.count { break }
      }
      let width = widthToEscape(at: index, of: source)
      if width == 0 {
        index += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
      appendEscape(at: index, of: source, to: &bytes)
      index += width
      start = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
  }
  bytes.append(UInt8(ascii: "\""))
}

/// How many bytes from here on may not stand as they are: 0 for most.
@inline(__always)
private func widthToEscape(at index: Int, of source: UnsafeBufferPointer<UInt8>) -> Int {
  switch source[index] {
  case 0x00..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0x5C, 0x7F: return 1
  case 0xE2:
    // U+2028 and U+2029 end a line in older JavaScript; U+202A to U+202E and U+2066 to U+2069 turn what is around them.
    guard index + 2 < source.count else { return 0 }
    switch (source[index + 1], source[index + 2]) {
    case (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): return 3
    default: return 0
    }
  default: return 0
  }
}

private func appendEscape(at index: Int, of source: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
  switch source[index] {
  case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
  case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
  case UInt8(ascii: "<"): bytes.append(contentsOf: "\\u003C".utf8)
  case UInt8(ascii: ">"): bytes.append(contentsOf: "\\u003E".utf8)
  case UInt8(ascii: "&"): bytes.append(contentsOf: "\\u0026".utf8)
  case 0x09: bytes.append(contentsOf: "\\t".utf8)
  case 0x0A: bytes.append(contentsOf: "\\n".utf8)
  case 0xE2 where source[index + 1] == 0x80 && source[index + 2] <= 0xA9:
    bytes.append(contentsOf: (source[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
  default: break
  }
}
