import ArabicText

extension YAMLNode {
  /// The mapping in `text` if it is written in the narrow form that `YAMLPrinter` writes, else nil.
  ///
  /// The narrow form: `key: scalar`, `key: [scalar, scalar]`, a nested map indented by two spaces, or a list of maps
  /// (`  - key: scalar`). Scalars are plain or in double quotes. It is read some twenty times faster than general
  /// YAML; a property test holds both readings equal. `firstLine` is the line of the first byte in its file.
  public static func narrow(_ text: some StringProtocol, firstLine: Int) -> YAMLNode? {
    var text = String(text)
    return text.withUTF8 { bytes in
      var reader = NarrowYAML(bytes: bytes, line: firstLine)
      guard let pairs = reader.map(indent: 0), reader.at == bytes.count, !pairs.isEmpty else { return nil }
      return YAMLNode(.map(pairs), line: firstLine)
    }
  }
}

/// Reads the narrow form from left to right; nil at any step means "let the general parser decide".
private struct NarrowYAML {
  let bytes: UnsafeBufferPointer<UInt8>
  var line: Int
  var at = 0

  mutating func map(indent: Int) -> [YAMLPair]? {
    var pairs: [YAMLPair] = []
    while at < bytes.count, indentation() == indent, !isDash(at + indent) {
      at += indent
      guard let pair = pair(indent: indent) else { return nil }
      if pairs.contains(where: { $0.key == pair.key }) { return nil }
      pairs.append(pair)
    }
    return pairs
  }

  private mutating func pair(indent: Int) -> YAMLPair? {
    let start = at
    while at < bytes.count, isKeyByte(bytes[at]) { at += 1 }
    guard at > start, at < bytes.count, bytes[at] == UInt8(ascii: ":"), !isDash(start) else { return nil }
    let key = string(start, at)
    let keyLine = line
    at += 1
    if endOfLine() {
      guard let value = nested(indent: indent + 2, keyLine: keyLine) else { return nil }
      return YAMLPair(key: key, value: value, line: keyLine)
    }
    guard at < bytes.count, bytes[at] == UInt8(ascii: " ") else { return nil }
    at += 1
    guard let value = inlineValue(), endOfLine() else { return nil }
    return YAMLPair(key: key, value: YAMLNode(value, line: keyLine), line: keyLine)
  }

  private mutating func nested(indent: Int, keyLine: Int) -> YAMLNode? {
    guard at < bytes.count, indentation() == indent else { return nil }
    let firstLine = line
    if !isDash(at + indent) {
      guard let pairs = map(indent: indent), !pairs.isEmpty else { return nil }
      return YAMLNode(.map(pairs), line: firstLine)
    }
    var items: [YAMLNode] = []
    while at < bytes.count, indentation() == indent, isDash(at + indent) {
      let itemLine = line
      at += indent + 2
      guard let first = pair(indent: indent + 2), let rest = map(indent: indent + 2) else { return nil }
      if rest.contains(where: { $0.key == first.key }) { return nil }
      items.append(YAMLNode(.map([first] + rest), line: itemLine))
    }
    return YAMLNode(.list(items), line: firstLine)
  }

  private mutating func inlineValue() -> YAMLNode.Value? {
    guard at < bytes.count else { return nil }
    if bytes[at] == UInt8(ascii: "\"") { return quoted().map(YAMLNode.Value.scalar) }
    if bytes[at] == UInt8(ascii: "[") { return flowList() }
    return plain(inFlow: false).map(YAMLNode.Value.scalar)
  }

  private mutating func flowList() -> YAMLNode.Value? {
    at += 1
    var items: [YAMLNode] = []
    if at < bytes.count, bytes[at] == UInt8(ascii: "]") {
      at += 1
      return .list([])
    }
    while at < bytes.count {
      let isQuoted = bytes[at] == UInt8(ascii: "\"")
      guard let text = isQuoted ? quoted() : plain(inFlow: true), at < bytes.count else { return nil }
      items.append(YAMLNode(.scalar(text), line: line))
      let next = bytes[at]
      at += 1
      if next == UInt8(ascii: "]") { return .list(items) }
      guard next == UInt8(ascii: ","), at < bytes.count, bytes[at] == UInt8(ascii: " ") else { return nil }
      at += 1
    }
    return nil
  }

  private mutating func plain(inFlow: Bool) -> String? {
    let start = at
    while at < bytes.count, bytes[at] != 0x0A {
      if inFlow, bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: "]") { break }
      at += 1
    }
    let scalar = UnsafeBufferPointer(rebasing: bytes[start..<at])
    return YAMLPlain.isSafe(scalar, inFlow: inFlow) ? String(trusted: UnsafeRawBufferPointer(scalar)) : nil
  }

  private mutating func quoted() -> String? {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"), bytes[at] >= 0x20 {
      at += 1
    }
    guard at < bytes.count else { return nil }
    if bytes[at] == UInt8(ascii: "\"") {
      let text = UnsafeBufferPointer(rebasing: bytes[start..<at])
      at += 1
      return YAMLPlain.holdsOnlyPrintable(text) ? String(trusted: UnsafeRawBufferPointer(text)) : nil
    }
    return quotedWithEscapes(from: start)
  }

  private mutating func quotedWithEscapes(from start: Int) -> String? {
    var result = Array(bytes[start..<at])
    while at < bytes.count, bytes[at] >= 0x20 {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") {
        let isPrintable = result.withUnsafeBufferPointer { YAMLPlain.holdsOnlyPrintable($0, escaped: true) }
        return isPrintable ? String(decoding: result, as: UTF8.self) : nil
      }
      if byte != UInt8(ascii: "\\") {
        result.append(byte)
      } else if let scalar = escape() {
        result.append(contentsOf: Array(String(scalar).utf8))
      } else {
        return nil
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard at < bytes.count else { return nil }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return Unicode.Scalar(byte)
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard at + 4 <= bytes.count, let value = UInt32(string(at, at + 4), radix: 16) else { return nil }
      at += 4
      return Unicode.Scalar(value)
    default: return nil
    }
  }

  private mutating func endOfLine() -> Bool {
    guard at < bytes.count else { return true }
    guard bytes[at] == 0x0A else { return false }
    at += 1
    line += 1
    return true
  }

  private func indentation() -> Int {
    var end = at
    while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
    return end - at
  }

  private func isDash(_ index: Int) -> Bool { index < bytes.count && bytes[index] == UInt8(ascii: "-") }

  private func isKeyByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
  }

  private func string(_ start: Int, _ end: Int) -> String {
    String(trusted: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[start..<end])))
  }
}
