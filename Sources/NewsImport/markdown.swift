import NewsCore

/// The body of a story file: the blocks as CommonMark, one blank line between them, one line feed at the end.
public func markdown(of blocks: [Article.Block]) -> String {
  var pieces: [String] = []
  var isAlternate = false
  for (index, block) in blocks.enumerated() {
    // Two lists in a row would be read as one: the second gets the other mark.
    isAlternate = index > 0 && isSameList(blocks[index - 1], block) && !isAlternate
    let piece = markdown(of: block, isAlternate: isAlternate)
    if !piece.isEmpty { pieces.append(piece) }
  }
  return pieces.isEmpty ? "" : pieces.joined(separator: "\n\n") + "\n"
}

private func isSameList(_ above: Article.Block, _ below: Article.Block) -> Bool {
  switch (above, below) {
  case (.bullets, .bullets), (.numbered, .numbered): true
  default: false
  }
}

private func markdown(of block: Article.Block, isAlternate: Bool) -> String {
  switch block {
  case .paragraph(let text): return escapeMarkdown(text)
  case .subhead(let text): return escapeMarkdown(text).isEmpty ? "" : "## " + escapeHeading(text)
  case .quotation(let lines): return lines.map { "> " + escapeMarkdown($0) }.joined(separator: "\n>\n")
  case .bullets(let entries):
    return entries.map { (isAlternate ? "* " : "- ") + escapeMarkdown($0) }.joined(separator: "\n")
  case .numbered(let entries, let start):
    let mark = isAlternate ? ")" : "."
    return entries.enumerated().map { "\(start + $0.offset)\(mark) \(escapeMarkdown($0.element))" }.joined(
      separator: "\n"
    )
  case .dropped(let lines): return comment(lines)
  }
}

// HTML ends a comment at `-->` or `--!>`: no two hyphens stand together in one.
private func comment(_ lines: [String]) -> String {
  let safe = lines.map { line in
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in line.unicodeScalars {
      if scalar == "-", previous == "-" { result += " " }
      result.unicodeScalars.append(scalar)
      previous = scalar
    }
    return result
  }
  return safe.count == 1 ? "<!-- \(safe[0]) -->" : "<!--\n\(safe.joined(separator: "\n"))\n-->"
}
