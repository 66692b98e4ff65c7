import Yams

extension YAMLNode {
  /// Any YAML 1.1 mapping as Yams reads it; empty text is an empty map.
  ///
  /// Throws `YAMLTrouble` for broken YAML, for a document that is not a mapping, and for anchors and aliases: those
  /// let a few lines stand for gigabytes, and nothing here needs them. `firstLine` is the line of the first byte.
  public static func general(_ text: some StringProtocol, firstLine: Int) throws(YAMLTrouble) -> YAMLNode {
    let text = String(text)
    try refuseManyAliases(text, firstLine: firstLine)
    // A node's anchor lives only as long as the parser that read it.
    let parser: Parser
    let root: Node?
    do {
      parser = try Parser(yaml: text)
      root = try parser.singleRoot()
    } catch let error as YamlError {
      throw trouble(error, firstLine: firstLine)
    } catch {
      throw YAMLTrouble(line: firstLine, message: "this is not YAML")
    }
    defer { withExtendedLifetime(parser) {} }
    guard let root else { return YAMLNode(.map([]), line: firstLine) }
    guard case .mapping = root else {
      throw YAMLTrouble(
        line: firstLine,
        message: "here stand keys and values, one a line",
        fix: "write lines such as `title: …`"
      )
    }
    return try node(root, offset: firstLine - 1)
  }

  /// With so few aliases even nested ones stay small while Yams reads them; then `node` refuses the first one.
  private static func refuseManyAliases(_ text: String, firstLine: Int) throws(YAMLTrouble) {
    var line = firstLine
    var count = 0
    var previous = UInt8(ascii: "\n")
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte == UInt8(ascii: "*"), " \n,[{:-?".utf8.contains(previous) { count += 1 }
      if count > 20 { throw aliasTrouble(line: line) }
      previous = byte
    }
  }

  private static func aliasTrouble(line: Int) -> YAMLTrouble {
    YAMLTrouble(
      line: line,
      message: "YAML anchors (&) and aliases (*) are not allowed",
      fix: "write the value out, or put it in double quotes if it only begins with that character"
    )
  }

  private static func node(_ source: Node, offset: Int) throws(YAMLTrouble) -> YAMLNode {
    let line = (source.mark?.line ?? 1) + offset
    if source.anchor != nil { throw aliasTrouble(line: line) }
    switch source {
    case .scalar(let scalar): return YAMLNode(.scalar(scalar.string), line: line)
    case .alias: throw aliasTrouble(line: line)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for item in sequence { items.append(try node(item, offset: offset)) }
      return YAMLNode(.list(items), line: line)
    case .mapping(let mapping): return YAMLNode(.map(try pairs(mapping, offset: offset)), line: line)
    }
  }

  private static func pairs(_ mapping: Node.Mapping, offset: Int) throws(YAMLTrouble) -> [YAMLPair] {
    var pairs: [YAMLPair] = []
    for (key, value) in mapping {
      let line = (key.mark?.line ?? 1) + offset
      if key.anchor != nil { throw aliasTrouble(line: line) }
      guard case .scalar(let name) = key else {
        throw YAMLTrouble(line: line, message: "a key is one word, not a list or a map")
      }
      pairs.append(YAMLPair(key: name.string, value: try node(value, offset: offset), line: line))
    }
    return pairs
  }

  private static func trouble(_ error: YamlError, firstLine: Int) -> YAMLTrouble {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      YAMLTrouble(
        line: mark.line + firstLine - 1,
        message: "this is not YAML: \(problem.isEmpty ? "unreadable" : problem)",
        fix: "put a value that holds `: `, ` #` or begins with a sign in double quotes"
      )
    case .duplicatedKeysInMapping(let keys, let context):
      YAMLTrouble(
        line: context.mark.line + firstLine - 1,
        message: "the key \(excerpt(keys.map { String($0) }.joined(separator: ", "))) stands twice",
        fix: "keep one of them"
      )
    default: YAMLTrouble(line: firstLine, message: "this is not YAML")
    }
  }
}
