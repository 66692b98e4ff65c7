import ArabicText
import CCmark

/// Gives foreign words, numbers with signs and whole blocks in another language their own direction, so that a browser
/// paints them in the order in which they are read (A-B2 to A-B4).
///
/// Runs inside a line become `<bdi dir="…">`. A block whose letters run the other way gets `dir` and an empty `lang`:
/// HTML's word for a language that is not known, which keeps a voice from reading English as Arabic (WCAG 3.1.2).
/// Controls of Unicode (U+202A to U+202E, U+2066 to U+2069) become markup too. Code stays as it is.
func isolateForeignText(in document: borrowing CommonMark, base: TextDirection, isolatingRanges: Bool) {
  document.joinTexts()
  let blocks = BlockDirections(of: document, base: base).blocks
  for block in blocks where block.isLeaf && block.tally.mayNeedIsolation(in: block.direction) {
    var text = InlineText(of: block.node)
    text.wrap(isolates(in: text.bytes, base: block.direction, isolatingRanges: isolatingRanges))
    if block.tally.controls > 0 { dropControls(in: block.node) }
  }
  // What is inside first: a block that is replaced keeps its children and is gone itself.
  for block in blocks.reversed() where block.turns { turn(block) }
}

private func dropControls(in block: CommonMark.Node) {
  for piece in InlineText(of: block).pieces {
    cmark_node_set_literal(piece.node, droppingDirectionControls(CommonMark.literal(piece.node)))
  }
}

private func turn(_ block: BlockDirections.Block) {
  let attributes = "dir=\"\(block.direction.rawValue)\" lang=\"\""
  switch block.type {
  case CMARK_NODE_PARAGRAPH:
    if CommonMark.isInTightList(block.node) {
      guard let first = cmark_node_first_child(block.node), let last = cmark_node_last_child(block.node) else { return }
      CommonMark.wrap(first, through: last, opening: "<bdi \(attributes)>", closing: "</bdi>")
    } else {
      CommonMark.replace(block.node, opening: "<p \(attributes)>", closing: "</p>")
    }
  case CMARK_NODE_HEADING:
    let name = "h\(CommonMark.headingLevel(block.node))"
    CommonMark.replace(block.node, opening: "<\(name) \(attributes)>", closing: "</\(name)>")
  case CMARK_NODE_BLOCK_QUOTE:
    CommonMark.replace(block.node, opening: "<blockquote \(attributes)>", closing: "</blockquote>")
  default: turnList(block.node, attributes)
  }
}

private func turnList(_ list: CommonMark.Node, _ attributes: String) {
  let isOrdered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
  let start = cmark_node_get_list_start(list)
  let name = isOrdered ? "ol" : "ul"
  // Where cmark shows no <p>, none must show when the list is no longer a list to cmark.
  if cmark_node_get_list_tight(list) != 0 {
    var item = cmark_node_first_child(list)
    while let current = item {
      dropParagraphs(in: current)
      item = cmark_node_next(current)
    }
  }
  let numbering = isOrdered && start != 1 ? " start=\"\(start)\"" : ""
  CommonMark.replace(list, opening: "<\(name)\(numbering) \(attributes)>", closing: "</\(name)>")
}

private func dropParagraphs(in item: CommonMark.Node) {
  var block = cmark_node_first_child(item)
  while let current = block {
    block = cmark_node_next(current)
    if cmark_node_get_type(current) == CMARK_NODE_PARAGRAPH { CommonMark.replace(current, opening: "", closing: "") }
  }
}
