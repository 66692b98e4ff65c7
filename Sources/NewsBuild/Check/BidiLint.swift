import ArabicText
import NewsCore

/// Reads a page as a browser lays out its lines, and finds the words and numbers in them that would be painted out of the
/// order in which they are read (A-B9).
struct BidiLint {
  /// A line of text with a direction of its own: a block, or an isolate inside a line.
  private struct Line {
    /// nil: that of its first letter.
    var base: TextDirection?
    var text = ""
    /// Where in `text` each line of the file begins.
    var places: [(offset: Int, line: Int)] = []
  }

  private struct Element {
    var name: String
    /// Whether it began a line of its own direction.
    var hasLine: Bool
  }

  private let path: String
  private var lines = [Line(base: .ltr)]
  private var elements: [Element] = []
  private var found: [Diagnostic] = []

  /// The faults of a page, in order; `path` is for the messages.
  static func faults(in page: [UInt8], path: String) -> [Diagnostic] {
    var lint = BidiLint(path: path)
    var reader = PageReader(page)
    while let piece = reader.next() {
      switch piece {
      case .text(let text): lint.add(text, line: reader.line)
      case .opening(let name, let attributes): lint.open(name, attributes)
      case .closing(let name): lint.close(name)
      }
    }
    while !lint.elements.isEmpty { lint.closeLast() }
    lint.endLine()
    return lint.found
  }

  private init(path: String) { self.path = path }

  private mutating func add(_ text: String, line: Int) {
    guard !elements.contains(where: { Self.unread.contains($0.name) }) else { return }
    for (number, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if number > 0 { lines[lines.count - 1].text += " " }
      lines[lines.count - 1].places.append((lines[lines.count - 1].text.utf8.count, line + number))
      lines[lines.count - 1].text += resolvingReferences(String(part))
    }
  }

  private mutating func open(_ name: String, _ attributes: [String: String]) {
    let isBlock = Self.blocks.contains(name) || name == "a" && elements.contains { $0.name == "nav" }
    if isBlock, elements.last?.name == "p" { closeLast() }
    if isBlock || name == "br" { endLine() }
    guard !Self.empty.contains(name) else {
      if name == "img" { lines[lines.count - 1].text += "\u{FFFC}" }
      return
    }
    let direction = attributes["dir"].map { TextDirection(rawValue: $0.lowercased()) }
    let hasLine = direction != nil || name == "bdi"
    elements.append(Element(name: name, hasLine: hasLine))
    guard hasLine else { return }
    if !isBlock { lines[lines.count - 1].text += "\u{FFFC}" }
    lines.append(Line(base: direction ?? nil))
  }

  private mutating func close(_ name: String) {
    guard elements.contains(where: { $0.name == name }) else { return }
    while let last = elements.last?.name {
      closeLast()
      if last == name { return }
    }
  }

  private mutating func closeLast() {
    guard let element = elements.popLast() else { return }
    let isBlock = Self.blocks.contains(element.name) || element.name == "a" && elements.contains { $0.name == "nav" }
    if element.hasLine || isBlock { endLine() }
    if element.hasLine, lines.count > 1 { lines.removeLast() }
  }

  /// Judges the text of the innermost line and begins it anew.
  private mutating func endLine() {
    let line = lines[lines.count - 1]
    let around = lines.dropLast().compactMap(\.base).last ?? .ltr
    lines[lines.count - 1] = Line(base: line.base)
    let base = line.base ?? TextDirection.first(in: line.text) ?? around
    let bytes = Array(line.text.utf8)
    for run in turnedRuns(in: line.text, base: base) {
      let place = line.places.last { $0.offset <= run.lowerBound }?.line
      found.append(fault(String(decoding: bytes[run], as: UTF8.self), line: place, base))
    }
  }

  private func fault(_ words: String, line: Int?, _ base: TextDirection) -> Diagnostic {
    Diagnostic(
      .warning,
      "bidi",
      path: path,
      line: line,
      "\(excerpt(words)) is painted out of order in a text from \(base == .rtl ? "right to left" : "left to right")",
      fix: "put it into <bdi dir=\"\(base.opposite.rawValue)\">…</bdi>"
    )
  }

  private static let unread: Set<String> = ["head", "code", "pre", "kbd", "samp", "svg", "textarea", "template"]
  private static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
  ]
}
