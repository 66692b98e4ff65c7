import CCmark

/// What libcmark makes of a document: the type of each block, and the text in it.
func cmarkBlocks(_ markdown: String) -> [(type: String, text: String, start: Int)] {
  var markdown = markdown
  let document = markdown.withUTF8 { bytes in
    bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
  }
  defer { cmark_node_free(document) }
  var blocks: [(String, String, Int)] = []
  var child = cmark_node_first_child(document)
  while let node = child {
    let start = Int(cmark_node_get_list_start(node))
    blocks.append((String(cString: cmark_node_get_type_string(node)), text(of: node), start))
    child = cmark_node_next(node)
  }
  return blocks
}

// Text of text nodes; a child of any other kind leaves its name between braces, so that no comparison forgives it.
private func text(of node: OpaquePointer) -> String {
  var result = ""
  let type = cmark_node_get_type(node)
  switch type {
  case CMARK_NODE_TEXT: return String(cString: cmark_node_get_literal(node))
  case CMARK_NODE_HTML_BLOCK: return String(cString: cmark_node_get_literal(node))
  case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING, CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM: break
  default: result += "{\(String(cString: cmark_node_get_type_string(node)))}"
  }
  var child = cmark_node_first_child(node)
  while let inner = child {
    let separates = type == CMARK_NODE_LIST || type == CMARK_NODE_BLOCK_QUOTE
    if separates, !result.isEmpty { result += "\n" }
    result += text(of: inner)
    child = cmark_node_next(inner)
  }
  return result
}

/// Runs of ASCII white space as one space, none at the ends.
func folded(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let isSpace = scalar == " " || (0x09...0x0D).contains(scalar.value)
    if !isSpace { result.append(scalar) } else if let last = result.last, last != " " { result.append(" ") }
  }
  if result.last == " " { result.removeLast() }
  return String(result)
}
