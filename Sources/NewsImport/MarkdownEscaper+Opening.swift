extension MarkdownEscaper {
  /// The byte to escape because of where the paragraph begins: the mark of a list, quotation, heading, rule or fence.
  func openingEscape(in bytes: [UInt8]) -> Int? {
    guard let first = bytes.first else { return nil }
    switch first {
    case UInt8(ascii: "-"): return opensEntry(bytes) || isRule(bytes) ? 0 : nil
    case UInt8(ascii: "+"), UInt8(ascii: "*"): return opensEntry(bytes) || isRule(bytes) ? 0 : nil
    case UInt8(ascii: "_"): return isRule(bytes) ? 0 : nil
    case UInt8(ascii: ">"): return 0
    case UInt8(ascii: "#"): return opensHeading(bytes) ? 0 : nil
    case UInt8(ascii: "~"): return bytes.starts(with: "~~~".utf8) ? 0 : nil
    case 0x30...0x39: return numberEnd(bytes)
    default: return nil
    }
  }

  private func opensEntry(_ bytes: [UInt8]) -> Bool { bytes.count == 1 || bytes[1] == 0x20 }

  private func isRule(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 == bytes[0] || $0 == 0x20 }
  }

  private func opensHeading(_ bytes: [UInt8]) -> Bool {
    let count = bytes.prefix { $0 == UInt8(ascii: "#") }.count
    return count <= 6 && (count == bytes.count || bytes[count] == 0x20)
  }

  // `1. …` and `1) …`: the mark after at most nine digits.
  private func numberEnd(_ bytes: [UInt8]) -> Int? {
    let count = bytes.prefix { (0x30...0x39).contains($0) }.count
    guard count <= 9, count < bytes.count, bytes[count] == UInt8(ascii: ".") || bytes[count] == UInt8(ascii: ")") else {
      return nil
    }
    return count + 1 == bytes.count || bytes[count + 1] == 0x20 ? count : nil
  }
}
