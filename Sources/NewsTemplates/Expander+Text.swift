extension Expander {
  /// Appends literal bytes, joined to the literal step before where nothing can jump between the two.
  mutating func append(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty, !hasStopped else { return }
    let start = program.literals.count
    guard start + bytes.count <= Self.mostBytes else {
      hasStopped = true
      let path = templates.files[chain[0].file].source.path
      let message = "«\(page)» grows past \(Self.mostBytes >> 20) MB with all that it includes"
      errors.append(TemplateError(.tooLarge, path: path, line: 1, message, fix: "include less"))
      return
    }
    program.literals.append(contentsOf: bytes)
    let end = program.literals.count
    if program.steps.count > mergeFloor, case .literal(let last)? = program.steps.last {
      program.steps[program.steps.count - 1] = .literal(ByteSpan(Int(last.start), end))
    } else {
      program.steps.append(.literal(ByteSpan(start, end)))
    }
  }

  /// Appends the text of a node, its lines moved as the site asks; lines that are empty stay empty.
  mutating func appendText(_ node: Node, _ site: Site) {
    let bytes = templates.files[site.file].source.bytes
    guard !site.indent.isEmpty || !site.dedent.isEmpty else { return append(bytes[node.span.range]) }
    var place = Int(node.span.start)
    let end = Int(node.span.end)
    var startsLine = node.flags.contains(.startsLine)
    while place < end {
      let lineEnd = bytes[place..<end].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? end
      if startsLine {
        place += sharedCount(site.dedent, bytes[place..<lineEnd])
        if !isLineEnd(bytes[place..<lineEnd]) { append(site.indent[...]) }
      }
      append(bytes[place..<lineEnd])
      place = lineEnd
      startsLine = true
    }
  }

  /// The indentation that a tag gives to what stands in its place; long ones count as work.
  mutating func indentation(_ node: Node, _ site: Site) -> [UInt8] {
    nodeCount += (node.indent.range.count + site.indent.count) / 8
    let own = templates.files[site.file].source.bytes[node.indent.range]
    return site.indent + own.dropFirst(sharedCount(site.dedent, own))
  }

  private func sharedCount(_ dedent: [UInt8], _ line: ArraySlice<UInt8>) -> Int {
    var count = 0
    for (left, right) in zip(dedent, line) {
      guard left == right else { break }
      count += 1
    }
    return count
  }

  private func isLineEnd(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: "\n") || line.first == UInt8(ascii: "\r") && line.dropFirst().first == UInt8(ascii: "\n")
  }
}
