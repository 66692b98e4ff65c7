import ArabicText
import CCmark

/// The text of a paragraph or heading as its reader meets it, over the borders of emphasis and links, with the way back
/// to the nodes that hold it.
struct InlineText {
  /// A text node and the bytes of `bytes` that are its own.
  struct Piece {
    let node: CommonMark.Node
    let range: Range<Int>
  }

  private(set) var bytes: [UInt8] = []
  private(set) var pieces: [Piece] = []

  init(of block: CommonMark.Node) {
    bytes.reserveCapacity(1024)
    var next = cmark_node_first_child(block)
    while let node = next {
      let type = cmark_node_get_type(node)
      append(node, type)
      let child = type == CMARK_NODE_IMAGE ? nil : cmark_node_first_child(node)
      next = child ?? InlineText.following(node, within: block)
    }
  }

  private mutating func append(_ node: CommonMark.Node, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_TEXT:
      let start = bytes.count
      CommonMark.withLiteral(node) { bytes.append(contentsOf: $0) }
      pieces.append(Piece(node: node, range: start..<bytes.count))
    case CMARK_NODE_SOFTBREAK: bytes.append(0x20)
    case CMARK_NODE_LINEBREAK: bytes.append(0x0A)
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK: break
    // U+FFFC stands for a picture or code, which is isolated by itself.
    default: bytes.append(contentsOf: [0xEF, 0xBF, 0xBC])
    }
  }

  private static func following(_ node: CommonMark.Node, within block: CommonMark.Node) -> CommonMark.Node? {
    var current = node
    while true {
      if let next = cmark_node_next(current) { return next }
      guard let parent = cmark_node_parent(current), parent != block else { return nil }
      current = parent
    }
  }

  /// Wraps the stretches, which are in order and apart, in `<bdi>`.
  mutating func wrap(_ isolates: [Isolate]) {
    if isolates.isEmpty { return }
    cut(at: isolates.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
    var next = 0
    for isolate in isolates {
      while next < pieces.count, pieces[next].range.lowerBound < isolate.range.lowerBound { next += 1 }
      let start = next
      while next < pieces.count, pieces[next].range.upperBound <= isolate.range.upperBound { next += 1 }
      let nodes = pieces[start..<next].map(\.node)
      if isolate.direction == .ltr { nodes.forEach(CommonMark.keepNumbersTogether) }
      if start < next { wrap(nodes, openingTag(isolate.direction)) }
    }
  }

  /// Parts the text nodes so that none reaches over one of the bounds, which are in order.
  private mutating func cut(at bounds: [Int]) {
    var finer: [Piece] = []
    finer.reserveCapacity(pieces.count + bounds.count)
    var next = 0
    for piece in pieces where !piece.range.isEmpty {
      while next < bounds.count, bounds[next] <= piece.range.lowerBound { next += 1 }
      let end = bounds[next...].firstIndex { $0 >= piece.range.upperBound } ?? bounds.count
      let ends = bounds[next..<end] + [piece.range.upperBound]
      var (node, start) = (piece.node, piece.range.lowerBound)
      for end in ends {
        if start > piece.range.lowerBound { node = CommonMark.insertText(after: node) }
        if ends.count > 1 { CommonMark.setLiteral(node, bytes[start..<end]) }
        finer.append(Piece(node: node, range: start..<end))
        start = end
      }
      next = end
    }
    pieces = finer
  }

  private func wrap(_ nodes: [CommonMark.Node], _ opening: String) {
    if let first = nodes.first, let last = nodes.last, let (left, right) = InlineText.siblings(first, last) {
      CommonMark.wrap(left, through: right, opening: opening, closing: "</bdi>")
    } else {
      for node in nodes {
        let words = CommonMark.withoutOuterSpaces(node)
        CommonMark.wrap(words, through: words, opening: opening, closing: "</bdi>")
      }
    }
  }

  private func openingTag(_ direction: TextDirection?) -> String {
    direction.map { "<bdi dir=\"\($0.rawValue)\">" } ?? "<bdi>"
  }

  // Deeper nesting than this is no newspaper; the bound keeps hostile text from being quadratic.
  private static let deepest = 8

  /// Two nodes under one parent that hold exactly what stands from `first` to `last`; nil where a link begins or ends
  /// between them with more text in it. Emphasis of which only a part belongs to them is parted in two.
  private static func siblings(
    _ first: CommonMark.Node,
    _ last: CommonMark.Node
  ) -> (CommonMark.Node, CommonMark.Node)? {
    var left: CommonMark.Node? = first
    for _ in 0..<deepest {
      guard let from = left else { return nil }
      var right: CommonMark.Node? = last
      for _ in 0..<deepest {
        guard let to = right else { break }
        if cmark_node_parent(from) == cmark_node_parent(to) { return (from, to) }
        right = inlineParent(to, ending: true)
      }
      left = inlineParent(from, ending: false)
    }
    return nil
  }

  /// The inline element around a node, without what stands behind (`ending`) or before the node in it.
  private static func inlineParent(_ node: CommonMark.Node, ending: Bool) -> CommonMark.Node? {
    guard let parent = cmark_node_parent(node) else { return nil }
    let neighbour = ending ? cmark_node_next(node) : cmark_node_previous(node)
    switch cmark_node_get_type(parent) {
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG:
      guard let neighbour else { return parent }
      let rest = CommonMark.part(parent, from: ending ? neighbour : node)
      return ending ? parent : rest
    case CMARK_NODE_LINK, CMARK_NODE_CUSTOM_INLINE: return neighbour == nil ? parent : nil
    default: return nil
    }
  }
}
