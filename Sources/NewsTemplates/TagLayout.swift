/// Decides which white space around tags belongs to the template, by the rules of the Mustache specification.
///
/// * A comment, delimiter, section, closing or partial tag alone on its line takes the whole line with it.
/// * A parent pair whose opening tag begins a line and whose closing tag ends one takes what is left of both lines.
/// * A block pair of a parent template does the same; its content gets the indentation of the opening tag, or that of
///   its first line where the content begins on the next line.
/// * An argument block that opens at the end of a line has its content begin on the next line, and loses the
///   indentation of its first line on all lines.
struct TagLayout {
  private(set) var tags: [Tag]
  private let bytes: [UInt8]

  init(_ tags: [Tag], in bytes: [UInt8]) {
    self.tags = tags
    self.bytes = bytes
    for index in tags.indices { layOut(index) }
  }

  private mutating func layOut(_ index: Int) {
    switch tags[index].kind {
    case .variable, .unescaped: break
    case .comment, .delimiters, .section, .inverted, .partial: takeLine(index)
    case .parent: layOutPair(index)
    case .block: if tags[index].isArgument { layOutArgument(index) } else { layOutPair(index) }
    case .close: if tags[tags[index].partner].kind.isSection { takeLine(index) }
    }
  }

  private mutating func takeLine(_ index: Int) {
    guard lead(of: index) != nil, tail(of: index) != nil else { return }
    tags[index].takesLead = true
    tags[index].takesTail = true
  }

  private mutating func layOutPair(_ index: Int) {
    let closing = tags[index].partner
    guard lead(of: index) != nil, tail(of: closing) != nil else {
      takeLine(index)
      takeLine(closing)
      return
    }
    tags[index].takesLead = true
    tags[index].takesTail = tail(of: index) != nil
    tags[closing].takesLead = lead(of: closing) != nil
    tags[closing].takesTail = true
  }

  private mutating func layOutArgument(_ index: Int) {
    let closing = tags[index].partner
    tags[index].takesTail = tail(of: index) != nil
    tags[closing].takesLead = lead(of: closing) != nil
  }

  /// Where the line of a tag begins, if nothing but white space stands before the tag on it.
  private func lead(of index: Int) -> Int? {
    let tag = tags[index]
    guard tag.start < tag.end else { return nil }
    var place = tag.start
    while place > 0, isBlank(bytes[place - 1]) { place -= 1 }
    return place == 0 || bytes[place - 1] == UInt8(ascii: "\n") ? place : nil
  }

  /// Where the next line begins, if nothing but white space stands after the tag on its own.
  private func tail(of index: Int) -> Int? {
    let tag = tags[index]
    guard tag.start < tag.end else { return nil }
    var place = tag.end
    while place < bytes.count, isBlank(bytes[place]) { place += 1 }
    if place == bytes.count { return place }
    if bytes[place] == UInt8(ascii: "\r"), place + 1 < bytes.count { place += 1 }
    return bytes[place] == UInt8(ascii: "\n") ? place + 1 : nil
  }
}

extension TagLayout {
  /// Where the template text before the tag ends.
  func textEnd(before index: Int) -> Int {
    tags[index].takesLead ? lead(of: index) ?? tags[index].start : tags[index].start
  }

  /// Where the template text after the tag begins.
  func textStart(after index: Int) -> Int {
    tags[index].takesTail ? tail(of: index) ?? tags[index].end : tags[index].end
  }

  /// The white space a tag took from before it, which indents what stands in its place.
  func indentation(of index: Int) -> ByteSpan { ByteSpan(textEnd(before: index), tags[index].start) }

  /// The line end that a closing tag took from after it.
  func lineEnd(after index: Int) -> ByteSpan {
    var start = tags[index].end
    let end = textStart(after: index)
    while start < end, isBlank(bytes[start]) { start += 1 }
    return ByteSpan(start, end)
  }

  /// The indentation of the first line of a block's content that is not blank, if the content begins on a line of its own.
  func innerIndentation(ofBlock index: Int) -> ByteSpan? {
    guard tags[index].takesTail else { return nil }
    let end = textEnd(before: tags[index].partner)
    var lineStart = textStart(after: index)
    var place = lineStart
    while place < end {
      if bytes[place] == UInt8(ascii: "\n") {
        lineStart = place + 1
      } else if !isBlank(bytes[place]), bytes[place] != UInt8(ascii: "\r") {
        return ByteSpan(lineStart, place)
      }
      place += 1
    }
    return nil
  }
}

extension Tag.Kind {
  /// Whether the tag shows its content by a value.
  var isSection: Bool { self == .section || self == .inverted }
}
