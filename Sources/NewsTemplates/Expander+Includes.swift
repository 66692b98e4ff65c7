import ArabicText

extension Expander {
  mutating func expandPartial(_ node: Node, _ site: Site) {
    guard let inside = enter(node, site) else { return }
    expandFile(inside, from: inclusion(of: inside, by: node, site))
  }

  mutating func expandParent(_ node: Node, at index: Int, _ site: Site) {
    guard var inside = enter(node, site) else { return }
    let file = templates.files[site.file]
    nodeCount += site.arguments.count
    var given: [String: Node] = [:]
    for (child, block) in arguments(of: node, at: index, site) {
      let name = file.word(block.span)
      if given.updateValue(block, forKey: name) != nil {
        report(
          .duplicateBlock,
          at: block,
          site,
          "the block «\(excerpt(name))» is filled twice",
          fix: "keep one of them"
        )
      }
      if inside.arguments[name] == nil {
        inside.arguments[name] = Argument(file: site.file, node: child, arguments: site.arguments)
      }
    }
    let start = nodeCount
    expandFile(inside, from: inclusion(of: inside, by: node, site))
    checkBlocks(given, shownSince: start, by: node, site)
  }

  /// The site inside a partial or parent, or nil where it cannot be entered.
  private mutating func enter(_ node: Node, _ site: Site) -> Site? {
    let name = templates.files[site.file].word(node.span)
    guard !node.flags.contains(.broken), mayEnter(node, site) else { return nil }
    guard let place = templates.place(of: name) else {
      let near = nearestName(to: name, among: templates.names)
      report(
        .unknownPartial,
        at: node,
        site,
        "there is no template «\(excerpt(name))» to include",
        fix: near.map { "did you mean «\($0)»?" } ?? "the templates are " + listed(templates.names)
      )
      return nil
    }
    let indent = node.flags.contains(.standalone) ? indentation(node, site) : []
    let inside = Site(file: place, indent: indent, arguments: site.arguments)
    guard chain.count >= Self.deepestPartial else { return inside }
    if !stopIfRecursive(over: inclusion(of: inside, by: node, site)) {
      stop(
        .tooDeep,
        at: node,
        site,
        "partials stand more than \(Self.deepestPartial) deep in each other",
        fix: "include less from inside of partials"
      )
    }
    return nil
  }

  private func inclusion(of inside: Site, by node: Node, _ site: Site) -> Inclusion {
    Inclusion(file: inside.file, by: site.file, line: Int(node.line))
  }

  /// The argument blocks right inside a parent tag, with their places.
  private mutating func arguments(of node: Node, at index: Int, _ site: Site) -> [(Int, Node)] {
    let file = templates.files[site.file]
    var found: [(Int, Node)] = []
    var child = index + 1
    while child < node.end {
      let block = file.nodes[child]
      nodeCount += 1
      if block.flags.contains(.argument), !block.flags.contains(.broken) { found.append((child, block)) }
      child = max(child, Int(block.end)) + 1
    }
    return found
  }

  private mutating func checkBlocks(_ given: [String: Node], shownSince start: Int, by parent: Node, _ site: Site) {
    let parentName = templates.files[site.file].word(parent.span)
    guard !hasStopped, let place = templates.place(of: parentName), templates.files[place].errors.isEmpty else {
      return
    }
    for (name, block) in given where blockSeen[name, default: -1] <= start {
      let known = blockSeen.filter { $0.value > start }.keys.sorted()
      let near = nearestName(to: name, among: known)
      report(
        .unknownBlock,
        at: block,
        site,
        "«\(excerpt(parentName))» has no block «\(excerpt(name))»",
        fix: near.map { "did you mean «\($0)»?" } ?? "its blocks are " + listed(known)
      )
    }
  }
}

extension Expander {
  mutating func expandBlock(_ node: Node, at index: Int, _ site: Site) {
    guard mayEnter(node, site) else { return }
    let name = templates.files[site.file].word(node.span)
    blockSeen[name] = nodeCount
    guard let argument = site.arguments[name] else {
      return place(node, at: index, site, in: site, lead: indentation(node, site), for: node)
    }
    let argumentFile = templates.files[argument.file]
    let block = argumentFile.nodes[argument.node]
    let isStandalone = node.flags.contains(.standalone)
    nodeCount += block.indent.range.count / 8
    let inside = Site(
      file: argument.file,
      indent: isStandalone ? indentation(node, site) : [],
      dedent: Array(argumentFile.source.bytes[block.indent.range]),
      arguments: argument.arguments
    )
    place(block, at: argument.node, inside, in: site, lead: inside.indent, for: node)
  }

  /// Puts a block's content where `slot` stands in `outer`, as lines of their own if the slot took whole lines.
  private mutating func place(
    _ block: Node,
    at index: Int,
    _ inside: Site,
    in outer: Site,
    lead: [UInt8],
    for slot: Node
  ) {
    let makesLines = slot.flags.contains(.standalone) && !block.flags.contains(.isEmpty)
    if makesLines, !block.flags.contains(.beginsOnLine) { append(lead[...]) }
    expand(index + 1..<Int(block.end), inside)
    if makesLines, !block.flags.contains(.endsLine) {
      append(templates.files[outer.file].source.bytes[slot.lineEnd.range])
    }
    let closing = templates.files[outer.file].nodes[Int(slot.end)]
    if closing.flags.contains(.startsLine) { append(outer.indent[...]) }
  }
}
