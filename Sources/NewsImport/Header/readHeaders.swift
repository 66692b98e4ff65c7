import NewsCore

extension Galley {
  /// Takes the header lines that an article may open with; they win over whatever is recognised further down.
  ///
  /// A label that also opens headlines («المصدر: …», `Source: …`) counts only beside another header line, or before a
  /// value of at most four words.
  mutating func readHeaders() {
    var index = body.lowerBound
    while isOpen(index), isRule(passages[index].text) { index += 1 }
    var found: [(index: Int, key: HeaderKey, line: Labelled)] = []
    let start = index
    while isOpen(index), let line = labelled(passages[index].text), let key = HeaderKey.named(line.key),
      passages[index].scalars <= 600
    {
      found.append((index, key, line))
      index += 1
    }
    guard let first = found.first, isHeaderBlock(found) else { return }
    for rule in body.lowerBound..<start { takeRule(rule) }
    var seen: Set<HeaderKey> = []
    for header in found { takeHeader(header.index, header.key, header.line, isFirst: seen.insert(header.key).inserted) }
    _ = first
    if isOpen(index), isRule(passages[index].text) {
      takeRule(index)
      index += 1
    }
    body = index..<body.upperBound
  }

  private func isHeaderBlock(_ found: [(index: Int, key: HeaderKey, line: Labelled)]) -> Bool {
    guard let first = found.first else { return false }
    if found.count >= 2, found.contains(where: { !HeaderKey.isAmbiguous($0.line.key) }) { return true }
    let isShort = pieces(first.line.value).count <= 4
    if first.key == .date || first.key == .updated {
      return first.line.value.unicodeScalars.contains { $0.properties.numericType != nil }
    }
    if first.key == .language { return isShort && pieces(first.line.value).count == 1 }
    if found.count >= 2 { return found.allSatisfy { pieces($0.line.value).count <= 4 } }
    return !HeaderKey.isAmbiguous(first.line.key)
      || isShort && passages[first.index].ending == .none && isFollowedByHeadline(first.index)
  }

  private func isFollowedByHeadline(_ index: Int) -> Bool {
    passages.indices.contains(index + 2) && passages[index + 1].looksLikeHeadline
  }

  private mutating func takeHeader(_ index: Int, _ key: HeaderKey, _ line: Labelled, isFirst: Bool) {
    let text = passages[index].text
    guard isFirst || key == .author || key == .topics || key == .source || key == .translator else {
      report(
        .warning,
        "header-twice",
        line: lineNumber(index),
        "«\(line.label)» stands twice at the top of the article",
        fix: "keep one of them"
      )
      take(.dropped(.debris, 1, "a header that had been given above", text), at: index)
      return
    }
    switch HeaderValue(key, label: line.label, value: line.value) {
    case .parts(let parts):
      if line.value.isEmpty, key != .topics, key != .body {
        take(Finding(.header, 1, "a header without a value", [.told(line.label)]), at: index)
      } else {
        take(Finding(.header, 1, "header line for the \(key.rawValue)", parts), at: index)
      }
    case .bad(let message, let fix):
      report(.error, "bad-header", line: lineNumber(index), "«\(line.label)»: \(message)", fix: fix)
      take(.dropped(.debris, 1, "a header line for the \(key.rawValue) with a bad value", text), at: index)
    }
  }

  /// Takes a rule of dashes or the like; it holds no word.
  mutating func takeRule(_ index: Int) {
    take(Finding(.separator, 1, "a rule, no word in it", []), at: index)
  }
}
