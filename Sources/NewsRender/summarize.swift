import CCmark

/// The words of the first paragraph of a story's Markdown, on one line, up to about `limit` bytes at a word's end.
///
/// Only the beginning of the text is parsed, so it costs a few microseconds whatever the story's length.
public func summarize(_ markdown: String, limit: Int = 360) -> String {
  for block in leadingBlocks(of: markdown, most: 4) {
    guard let document = CommonMark(parsing: block) else { continue }
    var words = ""
    var isParagraph = false
    document.forEachNode { node, type in
      switch type {
      case CMARK_NODE_PARAGRAPH: isParagraph = true
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: if isParagraph { words += CommonMark.literal(node) }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: if isParagraph { words += " " }
      default: break
      }
    }
    if !words.isEmpty { return cut(words, limit: limit) }
  }
  return ""
}

/// The first blocks, each the text up to a blank line, and of a very long one only its beginning.
private func leadingBlocks(of markdown: String, most: Int) -> [Substring] {
  var blocks: [Substring] = []
  var rest = markdown[...]
  while blocks.count < most, !rest.isEmpty {
    let end = endOfBlock(rest)
    if end > rest.startIndex { blocks.append(beginning(of: rest[..<end])) }
    rest = rest[end...]
    while rest.utf8.first == 0x0A { rest = rest[rest.utf8.index(after: rest.startIndex)...] }
  }
  return blocks
}

/// Some thousand bytes, cut between characters.
private func beginning(of block: Substring) -> Substring {
  guard block.utf8.count > 4000 else { return block }
  var end = block.utf8.index(block.startIndex, offsetBy: 4000)
  while end > block.startIndex, block.utf8[end] & 0xC0 == 0x80 { end = block.utf8.index(before: end) }
  return block[..<end]
}

private func endOfBlock(_ text: Substring) -> Substring.Index {
  var previous: UInt8 = 0
  for index in text.utf8.indices {
    let byte = text.utf8[index]
    if byte == 0x0A && previous == 0x0A { return index }
    previous = byte
  }
  return text.endIndex
}

private func cut(_ text: String, limit: Int) -> String {
  guard text.utf8.count > limit else { return text }
  let end = text.utf8.index(text.startIndex, offsetBy: limit)
  guard let space = text.utf8[..<end].lastIndex(of: UInt8(ascii: " ")) else { return String(text.prefix(100)) + "…" }
  return text[..<space] + "…"
}
