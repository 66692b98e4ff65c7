/// Plain text as CommonMark that renders to one paragraph with exactly these words (CommonMark 0.30).
///
/// White space is folded: runs of spaces, tabs and line ends become one space, none stands at the ends. Only what would
/// be read as markup gets a backslash, so that an editor can still read the text. Empty for text without a character.
public func escapeMarkdown(_ text: String) -> String {
  var text = text
  return text.withUTF8 { bytes in
    var escaper = MarkdownEscaper(folded(bytes))
    return escaper.escape()
  }
}

/// The same for text that stands behind the `#` signs of a heading: a `#` at its end is no closing mark.
func escapeHeading(_ text: String) -> String {
  let escaped = escapeMarkdown(text)
  guard escaped.hasSuffix("#"), escaped.dropLast().utf8.reversed().prefix(while: { $0 == 0x5C }).count % 2 == 0 else {
    return escaped
  }
  return String(escaped.dropLast()) + "\\#"
}

// Space, tab and line ends folded; byte-order marks and no-break spaces at the ends left out.
private func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + 16)
  for byte in bytes where byte != 0 {
    let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
    if !isSpace {
      result.append(byte)
    } else if let last = result.last, last != 0x20 {
      result.append(0x20)
    }
  }
  while let last = result.last, last == 0x20 { result.removeLast() }
  return result.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(result.dropFirst(3)) : result
}
