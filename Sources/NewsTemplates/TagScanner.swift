/// Reads the tags of one template file, in order, with the delimiters that hold at each.
///
/// Every byte is looked at a bounded number of times, whatever the file holds: a tag that is whole is read once, and
/// after so many that are not the rest is left unread.
struct TagScanner {
  let source: TemplateSource
  private(set) var tags: [Tag] = []
  private(set) var errors: [TemplateError] = []
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)
  private var position = 0
  private var countedTo = 0
  private var line = 1

  init(source: TemplateSource) {
    self.source = source
    while errors.count < TemplateErrors.most, let start = bytes.firstPlace(of: open, from: position, to: bytes.count) {
      readTag(at: start)
    }
  }

  private var bytes: [UInt8] { source.bytes }

  private mutating func readTag(at start: Int) {
    countLines(to: start)
    let content = start + open.count
    guard let end = bytes.firstPlace(of: close, from: content, to: bytes.count) else {
      report(.unclosedTag, "the tag that opens here has no \(shown(close))", fix: "close the tag with \(shown(close))")
      position = bytes.count
      return
    }
    let sigil = content < end ? bytes[content] : 0
    let inside = sigil == UInt8(ascii: "{") ? content + 1 : content
    if sigil != UInt8(ascii: "!"), let inner = bytes.firstPlace(of: open, from: inside, to: end) {
      report(.unclosedTag, "another tag opens before this one ends", fix: "close the tag with \(shown(close))")
      position = inner
      return
    }
    position = end + close.count
    readContent(sigil: sigil, from: content, to: end, start: start)
  }

  private mutating func readContent(sigil: UInt8, from content: Int, to end: Int, start: Int) {
    switch sigil {
    case UInt8(ascii: "!"): add(.comment, ByteSpan(content, content), start)
    case UInt8(ascii: "="): readDelimiters(from: content + 1, to: end, start: start)
    case UInt8(ascii: "{"): readTriple(from: content + 1, to: end, start: start)
    case UInt8(ascii: "&"): readName(.unescaped, from: content + 1, to: end, start: start)
    case UInt8(ascii: "#"): readName(.section, from: content + 1, to: end, start: start)
    case UInt8(ascii: "^"): readName(.inverted, from: content + 1, to: end, start: start)
    case UInt8(ascii: "/"): readName(.close, from: content + 1, to: end, start: start)
    case UInt8(ascii: ">"): readName(.partial, from: content + 1, to: end, start: start)
    case UInt8(ascii: "<"): readName(.parent, from: content + 1, to: end, start: start)
    case UInt8(ascii: "$"): readName(.block, from: content + 1, to: end, start: start)
    default: readName(.variable, from: content, to: end, start: start)
    }
  }

  private mutating func add(_ kind: Tag.Kind, _ name: ByteSpan, _ start: Int, isBroken: Bool = false) {
    tags.append(Tag(kind: kind, name: name, start: start, end: position, line: line, isBroken: isBroken))
  }
}

extension TagScanner {
  private mutating func readName(_ kind: Tag.Kind, from start: Int, to end: Int, start tagStart: Int) {
    let name = ByteSpan(start, end).trimmed(in: bytes)
    if let flaw = flaw(of: name, kind) {
      report(flaw.id, flaw.message, fix: flaw.fix)
      add(kind, name, tagStart, isBroken: true)
    } else {
      add(kind, name, tagStart)
    }
  }

  /// `{{{name}}}`: the closing brace stands right before the closing delimiter, or is its first byte's twin.
  private mutating func readTriple(from start: Int, to end: Int, start tagStart: Int) {
    let brace = UInt8(ascii: "}")
    if end > start, bytes[end - 1] == brace {
      readName(.unescaped, from: start, to: end - 1, start: tagStart)
    } else if bytes[end] == brace, bytes.holds(close, at: end + 1) {
      position = end + 1 + close.count
      readName(.unescaped, from: start, to: end, start: tagStart)
    } else {
      let wanted = "}" + String(decoding: close, as: UTF8.self)
      report(.unclosedTag, "a tag with three braces must end with three", fix: "close the tag with \(wanted)")
    }
  }

  private mutating func readDelimiters(from start: Int, to end: Int, start tagStart: Int) {
    let equals = UInt8(ascii: "=")
    let words = bytes[start..<max(start, end - 1)].split(whereSeparator: isSpace)
    let isWhole = end > start && bytes[end - 1] == equals
    add(.delimiters, ByteSpan(start, start), tagStart)
    guard isWhole, words.count == 2, words.allSatisfy({ $0.count <= 16 && !$0.contains(equals) }) else {
      report(
        .badDelimiters,
        "new delimiters must be two words of at most 16 bytes without an equals sign",
        fix: "write the tag as \(shown(open))=<% %>=\(shown(close))"
      )
      return
    }
    open = Array(words[0])
    close = Array(words[1])
  }

  private func flaw(of name: ByteSpan, _ kind: Tag.Kind) -> (id: TemplateError.ID, message: String, fix: String)? {
    let letters = bytes[name.range]
    guard let first = letters.first else { return (.emptyTag, "the tag holds no name", "write a name in the tag") }
    if letters.count > 256 {
      return (.badName, "the name «\(excerpt(letters))» is longer than 256 bytes", "close the tag after its name")
    }
    if letters.contains(where: isSpace) {
      return (.badName, "the name «\(excerpt(letters))» holds white space", "write one word, without spaces")
    }
    if kind == .partial || kind == .parent || kind == .block || kind == .close { return nil }
    if "#^/<>$&!={}".utf8.contains(first) {
      let fix = "write the mark right after \(shown(open))"
      return (.badName, "the name «\(excerpt(letters))» begins with a mark", fix)
    }
    if letters.count > 1, hasEmptyPart(letters) {
      return (.badName, "the name «\(excerpt(letters))» holds an empty part", "write one full stop between two names")
    }
    return nil
  }

  private func hasEmptyPart(_ name: ArraySlice<UInt8>) -> Bool {
    var last = UInt8(ascii: ".")
    for byte in name {
      if byte == UInt8(ascii: "."), byte == last { return true }
      last = byte
    }
    return last == UInt8(ascii: ".")
  }
}

extension TagScanner {
  private mutating func countLines(to place: Int) {
    for index in countedTo..<place where bytes[index] == UInt8(ascii: "\n") { line += 1 }
    countedTo = place
  }

  private mutating func report(_ id: TemplateError.ID, _ message: String, fix: String) {
    errors.append(TemplateError(id, path: source.path, line: line, message, fix: fix))
  }

  private func shown(_ delimiter: [UInt8]) -> String { excerpt(delimiter[...]) }
}

/// Gives at most 40 characters of hostile bytes for a message, without control and direction characters.
func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
  let text = String(decoding: bytes.prefix(400), as: UTF8.self)
  let visible = text.unicodeScalars.filter {
    $0.properties.generalCategory != .control && $0.properties.generalCategory != .format || $0 == "\u{200C}"
  }
  let whole = String(String.UnicodeScalarView(visible))
  return bytes.count <= 400 && whole.count <= 40 ? whole : whole.prefix(40) + "…"
}
