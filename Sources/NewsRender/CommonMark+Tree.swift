import ArabicText
import CCmark

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Walking and rearranging the tree, for what changes the order in which a line is painted.
extension CommonMark {
  /// Keeps lines from ending inside a phone number, or between a number and what it belongs to.
  static func keepNumbersTogether(_ text: Node) {
    let old = literal(text)
    let new = keepingNumbersTogether(old)
    if new != old { cmark_node_set_literal(text, new) }
  }

  /// Calls `visit` with each node as the walk enters it, and again as it leaves one that can hold others.
  func walk(_ visit: (Node, cmark_node_type, _ isEntering: Bool) -> Void) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard let node = cmark_iter_get_node(iterator) else { continue }
      visit(node, cmark_node_get_type(node), event == CMARK_EVENT_ENTER)
    }
  }

  /// Makes one text node of several that stand side by side: cmark parts them at every `"`, `&`, `[` and `*`.
  func joinTexts() { cmark_consolidate_text_nodes(root) }

  /// The node's text in UTF-8, without a copy.
  static func withLiteral<Result>(_ node: Node, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let text = cmark_node_get_literal(node) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    return body(UnsafeBufferPointer(start: bytes, count: strlen(text)))
  }

  /// Gives the node a text in UTF-8.
  static func setLiteral(_ node: Node, _ text: ArraySlice<UInt8>) {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: text.count + 1) { buffer in
      for (place, byte) in text.enumerated() { buffer[place] = CChar(bitPattern: byte) }
      buffer[text.count] = 0
      cmark_node_set_literal(node, buffer.baseAddress)
    }
  }

  /// A new text node behind the node, still without text.
  static func insertText(after node: Node) -> Node {
    guard let text = cmark_node_new(CMARK_NODE_TEXT) else { return node }
    cmark_node_insert_after(node, text)
    return text
  }

  /// Parts a text node at a byte of its text: the node keeps what is before, and a new one behind it gets the rest.
  static func split(_ node: Node, at offset: Int) -> Node {
    guard let rest = cmark_node_new(CMARK_NODE_TEXT) else { return node }
    let (head, tail) = withLiteral(node) { (Array($0[..<offset]), Array($0[offset...])) }
    setLiteral(node, head[...])
    setLiteral(rest, tail[...])
    cmark_node_insert_after(node, rest)
    return rest
  }

  /// The node without the spaces around its words, which become nodes of their own.
  static func withoutOuterSpaces(_ node: Node) -> Node {
    let (before, after, count) = withLiteral(node) { bytes in
      (bytes.prefix { $0 == 0x20 }.count, bytes.reversed().prefix { $0 == 0x20 }.count, bytes.count)
    }
    if before == count { return node }
    if after > 0 { _ = split(node, at: count - after) }
    return before > 0 ? split(node, at: before) : node
  }

  /// Parts an emphasis: a second one behind it gets the child and all that follows it.
  static func part(_ emphasis: Node, from child: Node) -> Node {
    guard let rest = cmark_node_new(cmark_node_get_type(emphasis)) else { return emphasis }
    cmark_node_insert_after(emphasis, rest)
    var node: Node? = child
    while let current = node {
      node = cmark_node_next(current)
      cmark_node_append_child(rest, current)
    }
    return rest
  }

  /// Puts inline nodes that stand side by side, `first` to `last`, between two tags. The tags must be safe.
  static func wrap(_ first: Node, through last: Node, opening: String, closing: String) {
    guard let wrapper = cmark_node_new(CMARK_NODE_CUSTOM_INLINE) else { return }
    cmark_node_set_on_enter(wrapper, opening)
    cmark_node_set_on_exit(wrapper, closing)
    cmark_node_insert_before(first, wrapper)
    var node: Node? = first
    while let current = node {
      node = current == last ? nil : cmark_node_next(current)
      cmark_node_append_child(wrapper, current)
    }
  }

  /// Puts a block with other tags in the place of this one, with all that is in it. The tags must be safe.
  static func replace(_ block: Node, opening: String, closing: String) {
    guard let wrapper = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK) else { return }
    cmark_node_set_on_enter(wrapper, opening)
    cmark_node_set_on_exit(wrapper, closing)
    while let child = cmark_node_first_child(block) { cmark_node_append_child(wrapper, child) }
    cmark_node_replace(block, wrapper)
    cmark_node_free(block)
  }

  /// Whether it is a paragraph that shows without `<p>`, in a list without blank lines.
  static func isInTightList(_ paragraph: Node) -> Bool {
    guard let item = cmark_node_parent(paragraph), cmark_node_get_type(item) == CMARK_NODE_ITEM,
      let list = cmark_node_parent(item)
    else { return false }
    return cmark_node_get_list_tight(list) != 0
  }
}
