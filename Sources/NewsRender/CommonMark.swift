import CCmark

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A parsed CommonMark document: the one place where libcmark's pointers live. Freed when it goes out of use.
///
/// Its nodes must not be used after it; `Node` values therefore never leave this target.
struct CommonMark: ~Copyable {
  typealias Node = OpaquePointer

  let root: Node

  /// Parses the Markdown text (CommonMark 0.30). Every text is a document; nil only where memory is out.
  init?(parsing markdown: some StringProtocol) {
    var text = String(markdown)
    let parsed = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
    }
    guard let parsed else { return nil }
    root = parsed
  }

  deinit { cmark_node_free(root) }

  /// Calls `visit` with each node in document order, once, as the walk enters it. The tree must not change meanwhile.
  func forEachNode(_ visit: (Node, cmark_node_type) -> Void) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
      visit(node, cmark_node_get_type(node))
    }
  }

  /// HTML in cmark's safe mode: raw HTML and dangerous addresses do not pass, whatever the tree holds.
  func html() -> [UInt8] {
    guard let text = cmark_render_html(root, CMARK_OPT_DEFAULT) else { return [] }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }

  // MARK: Reading and changing nodes

  static func literal(_ node: Node) -> String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }

  static func address(_ node: Node) -> String { cmark_node_get_url(node).map { String(cString: $0) } ?? "" }

  /// The line of the Markdown text on which the node's block begins, from 1.
  static func line(_ node: Node) -> Int {
    var block: Node? = node
    while let current = block {
      let line = Int(cmark_node_get_start_line(current))
      if line > 0 { return line }
      block = cmark_node_parent(current)
    }
    return 1
  }

  /// Takes the node and what is in it out of the tree.
  static func remove(_ node: Node) {
    cmark_node_unlink(node)
    cmark_node_free(node)
  }

  /// Puts the text where the node was; `asBlock` wraps it into a paragraph.
  static func replace(_ node: Node, withText text: String, asBlock: Bool) {
    guard let textNode = cmark_node_new(CMARK_NODE_TEXT) else { return }
    cmark_node_set_literal(textNode, text)
    var replacement = textNode
    if asBlock, let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) {
      cmark_node_append_child(paragraph, textNode)
      replacement = paragraph
    }
    cmark_node_replace(node, replacement)
    cmark_node_free(node)
  }

  /// Puts finished HTML where the node was. cmark writes such a node out as it is, so it must be safe.
  static func replace(_ node: Node, withHTML html: String, asBlock: Bool) {
    guard let custom = cmark_node_new(asBlock ? CMARK_NODE_CUSTOM_BLOCK : CMARK_NODE_CUSTOM_INLINE) else { return }
    cmark_node_set_on_enter(custom, html)
    cmark_node_replace(node, custom)
    cmark_node_free(node)
  }

  /// Leaves what is in the node and takes the node itself away.
  static func unwrap(_ node: Node) {
    while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
    remove(node)
  }

  static func headingLevel(_ node: Node) -> Int { Int(cmark_node_get_heading_level(node)) }

  static func setHeadingLevel(_ node: Node, _ level: Int) { cmark_node_set_heading_level(node, Int32(level)) }
}

/// The version of libcmark that renders.
public let commonMarkVersion = Int(cmark_version())
