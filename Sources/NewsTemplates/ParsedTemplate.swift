/// One template file, read once: a flat list of nodes, in which an opening tag knows its closing one.
struct ParsedTemplate: Sendable {
  let source: TemplateSource
  let errors: [TemplateError]
  private(set) var nodes: [Node] = []

  init(_ source: TemplateSource) {
    self.source = source
    guard source.bytes.count < Self.largest else {
      let message = "the template is larger than \(Self.largest >> 20) MB"
      errors = [TemplateError(.tooLarge, path: source.path, line: 1, message, fix: "move data out of the template")]
      return
    }
    let scanner = TagScanner(source: source)
    let matcher = TagMatcher(scanner.tags, of: source)
    errors = scanner.errors + matcher.errors
    guard errors.count < TemplateErrors.most, !errors.contains(where: { $0.id == .tooDeep }) else { return }
    makeNodes(TagLayout(matcher.tags, in: source.bytes))
  }

  /// The largest template file that is read, in bytes.
  static let largest = 32 << 20

  /// The bytes of a span as a word.
  func word(_ span: ByteSpan) -> String { String(decoding: source.bytes[span.range], as: UTF8.self) }

  private func startsLine(_ place: Int) -> Bool { place == 0 || source.bytes[place - 1] == UInt8(ascii: "\n") }

  private mutating func makeNodes(_ layout: TagLayout) {
    nodes.reserveCapacity(layout.tags.count * 2 + 1)
    var nodeOfTag: [Int32] = []
    nodeOfTag.reserveCapacity(layout.tags.count)
    var textStart = 0
    for (index, tag) in layout.tags.enumerated() {
      addText(from: textStart, to: layout.textEnd(before: index), line: tag.line)
      textStart = layout.textStart(after: index)
      nodeOfTag.append(Int32(nodes.count))
      if tag.kind == .close { nodes[Int(nodeOfTag[tag.partner])].end = Int32(nodes.count) }
      nodes.append(node(for: index, in: layout))
    }
    addText(from: textStart, to: source.bytes.count, line: layout.tags.last?.line ?? 1)
  }

  private mutating func addText(from start: Int, to end: Int, line: Int) {
    guard start < end else { return }
    let flags: Node.Flags = startsLine(start) ? .startsLine : []
    nodes.append(Node(kind: .text, flags: flags, line: Int32(line), span: ByteSpan(start, end)))
  }

  private func node(for index: Int, in layout: TagLayout) -> Node {
    let tag = layout.tags[index]
    var node = Node(kind: tag.kind.nodeKind, line: Int32(tag.line), span: tag.name)
    if tag.isBroken { node.flags.insert(.broken) }
    if tag.isArgument { node.flags.insert(.argument) }
    if tag.takesLead {
      node.flags.insert(.standalone)
    } else if tag.start < tag.end, startsLine(tag.start) {
      node.flags.insert(.startsLine)
    }
    if tag.kind == .partial || tag.kind == .parent { node.indent = layout.indentation(of: index) }
    if tag.kind == .block { describeBlock(index, in: layout, as: &node) }
    return node
  }

  private func describeBlock(_ index: Int, in layout: TagLayout, as node: inout Node) {
    let tag = layout.tags[index]
    let closing = layout.tags[tag.partner]
    let (start, end) = (layout.textStart(after: index), layout.textEnd(before: tag.partner))
    if start >= end { node.flags.insert(.isEmpty) }
    if startsLine(start) { node.flags.insert(.beginsOnLine) }
    if startsLine(end) { node.flags.insert(.endsLine) }
    let inner = layout.innerIndentation(ofBlock: index)
    if tag.isArgument {
      node.indent = inner ?? .empty
    } else if tag.takesLead, closing.takesTail {
      node.indent = inner ?? layout.indentation(of: index)
      node.lineEnd = layout.lineEnd(after: tag.partner)
    } else {
      node.flags.remove(.standalone)
    }
  }
}

extension Tag.Kind {
  fileprivate var nodeKind: Node.Kind {
    switch self {
    case .variable: .variable
    case .unescaped: .unescaped
    case .section: .section
    case .inverted: .inverted
    case .close: .close
    case .partial: .partial
    case .parent: .parent
    case .block: .block
    case .comment, .delimiters: .nothing
    }
  }
}
