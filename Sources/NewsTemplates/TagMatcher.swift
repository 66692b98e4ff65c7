/// Joins each opening tag with its closing one, and puts in a closing tag where it was forgotten, so that the rest of
/// the file can be checked as its author meant it.
struct TagMatcher {
  /// How deep sections, blocks and parents of one file may stand inside each other.
  static let deepest = 64

  private let source: TemplateSource
  private(set) var tags: [Tag] = []
  private(set) var errors: [TemplateError] = []
  private var open: [Int] = []

  init(_ scanned: [Tag], of source: TemplateSource) {
    self.source = source
    tags.reserveCapacity(scanned.count)
    for tag in scanned {
      guard errors.count < TemplateErrors.most else { return }
      if tag.kind == .close { close(with: tag) } else { place(tag) }
    }
    while let last = open.last { closeForgotten(last, at: source.bytes.count, before: "the file ends") }
  }

  private mutating func place(_ tag: Tag) {
    var tag = tag
    if let around = open.last, tags[around].kind == .parent {
      tag.isArgument = tag.kind == .block
      if !tag.isArgument, tag.kind != .comment, tag.kind != .delimiters {
        report(
          .ignoredTag,
          tag,
          "the tag «\(word(tag))» stands in the parent «\(word(tags[around]))» outside any block, "
            + "so it is never shown",
          fix: "put it in a {{$block}} of the parent, or take it out"
        )
      }
    }
    tags.append(tag)
    guard tag.kind.opens else { return }
    open.append(tags.count - 1)
    if open.count == Self.deepest + 1 {
      report(
        .tooDeep,
        tag,
        "sections and blocks stand more than \(Self.deepest) deep in each other",
        fix: "move the inner part into a partial of its own"
      )
    }
  }

  private mutating func close(with tag: Tag) {
    guard let last = open.last else {
      report(.unexpectedClose, tag, "«/\(word(tag))» closes nothing", fix: "take the tag out")
      return
    }
    if !tag.isBroken, let depth = open.lastIndex(where: { isSame(tags[$0].name, tag.name) }) {
      while open.count - 1 > depth, let forgotten = open.last {
        closeForgotten(forgotten, at: tag.start, before: "«/\(word(tag))»")
      }
    } else if !tag.isBroken, !tags[last].isBroken {
      report(
        .mismatchedClose,
        tag,
        "«/\(word(tag))» does not close «\(word(tags[last]))», which opens in line \(tags[last].line)",
        fix: "write /\(word(tags[last])) in the closing tag"
      )
    }
    join(tag)
  }

  private mutating func closeForgotten(_ index: Int, at place: Int, before next: String) {
    let opening = tags[index]
    report(
      .unclosedSection,
      opening,
      "«\(word(opening))» is not closed before \(next)",
      fix: "close it with /\(word(opening)) in a tag of its own"
    )
    join(Tag(kind: .close, name: opening.name, start: place, end: place, line: opening.line, isBroken: true))
  }

  private mutating func join(_ closing: Tag) {
    guard let opening = open.popLast() else { return }
    var closing = closing
    closing.partner = opening
    tags[opening].partner = tags.count
    tags.append(closing)
  }

  private func isSame(_ left: ByteSpan, _ right: ByteSpan) -> Bool {
    source.bytes[left.range] == source.bytes[right.range]
  }

  private func word(_ tag: Tag) -> String { excerpt(source.bytes[tag.name.range]) }

  private mutating func report(_ id: TemplateError.ID, _ tag: Tag, _ message: String, fix: String) {
    errors.append(TemplateError(id, path: source.path, line: tag.line, message, fix: fix))
  }
}
