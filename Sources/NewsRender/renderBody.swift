import ArabicText
import CCmark
import Markup
import NewsCore

/// A story's body as HTML, with what the editor should know about it.
public struct RenderedBody: Sendable {
  /// The body as markup.
  public var html: HTML
  /// What is wrong in it, with lines of the file.
  public var diagnostics: [Diagnostic]
}

/// Renders a story's Markdown (CommonMark 0.30, by libcmark) into HTML that is safe to publish.
///
/// Raw HTML is shown as the text it is, comments are left out, links with a scheme that may run code keep their words
/// and lose their address: each with a warning. Headings are shifted so that the highest is an `h2`, below the headline.
/// Foreign words, numbers with signs and blocks in another language are isolated in a text that runs as `base` says;
/// ranges (2020-2024, 5–10) too where `isolatingRanges`. `firstLine` is the line of `path` on which the Markdown begins.
public func renderBody(
  _ markdown: String,
  path: String,
  firstLine: Int,
  base: TextDirection,
  isolatingRanges: Bool = false
) -> RenderedBody {
  guard let document = CommonMark(parsing: markdown) else {
    return RenderedBody(html: HTML(trusted: []), diagnostics: [])
  }
  var findings = BodyFindings()
  document.forEachNode { findings.note($0, $1) }
  let diagnostics = findings.diagnostics(path: path, firstLine: firstLine)
  findings.mend()
  if mayNeedIsolation(markdown, base: base) {
    isolateForeignText(in: document, base: base, isolatingRanges: isolatingRanges)
  }
  return RenderedBody(html: HTML(trusted: withoutDirectionControls(document.html())), diagnostics: diagnostics)
}

/// The nodes of a body that have to change, found in one walk and changed after it.
private struct BodyFindings {
  private var rawBlocks: [CommonMark.Node] = []
  private var rawInlines: [CommonMark.Node] = []
  private var comments: [CommonMark.Node] = []
  private var unsafeLinks: [CommonMark.Node] = []
  private var headings: [CommonMark.Node] = []
  private var codeBlocks: [CommonMark.Node] = []
  private var codeSpans: [CommonMark.Node] = []

  mutating func note(_ node: CommonMark.Node, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
      if isComment(CommonMark.literal(node)) {
        comments.append(node)
      } else if type == CMARK_NODE_HTML_BLOCK {
        rawBlocks.append(node)
      } else {
        rawInlines.append(node)
      }
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      if !isSafeAddress(CommonMark.address(node)) { unsafeLinks.append(node) }
    case CMARK_NODE_HEADING: headings.append(node)
    case CMARK_NODE_CODE_BLOCK: codeBlocks.append(node)
    case CMARK_NODE_CODE: codeSpans.append(node)
    default: break
    }
  }

  func diagnostics(path: String, firstLine: Int) -> [Diagnostic] {
    let raw = (rawBlocks + rawInlines).map { node in
      Diagnostic(
        .warning,
        "raw-html",
        path: path,
        line: CommonMark.line(node) + firstLine - 1,
        "raw HTML is shown as text: \(excerpt(CommonMark.literal(node)))",
        fix: "write Markdown, or put it between `backquotes` if it is meant to be read"
      )
    }
    let links = unsafeLinks.map { node in
      Diagnostic(
        .warning,
        "unsafe-link",
        path: path,
        line: CommonMark.line(node) + firstLine - 1,
        "this address may run code or lead into a file, so it is left out: \(excerpt(CommonMark.address(node)))",
        fix: "link to an address that begins with https:, http:, mailto:, tel:, / or #"
      )
    }
    return raw + links
  }

  func mend() {
    for node in comments { CommonMark.remove(node) }
    for node in rawInlines { CommonMark.replace(node, withText: CommonMark.literal(node), asBlock: false) }
    for node in rawBlocks { CommonMark.replace(node, withText: CommonMark.literal(node), asBlock: true) }
    for node in unsafeLinks { CommonMark.unwrap(node) }
    // Code runs from left to right in every language (A-B8).
    for node in codeBlocks {
      CommonMark.replace(
        node,
        withHTML: "<pre dir=\"ltr\"><code>\(escaped(CommonMark.literal(node)))</code></pre>",
        asBlock: true
      )
    }
    for node in codeSpans {
      CommonMark.replace(
        node,
        withHTML: "<code dir=\"ltr\">\(escaped(CommonMark.literal(node)))</code>",
        asBlock: false
      )
    }
    let highest = headings.map(CommonMark.headingLevel).min() ?? 2
    for node in headings { CommonMark.setHeadingLevel(node, min(6, CommonMark.headingLevel(node) + 2 - highest)) }
  }
}

private func escaped(_ text: String) -> String { String(decoding: HTML(escaping: text).bytes, as: UTF8.self) }

private func isComment(_ literal: String) -> Bool {
  let text = literal.drop(while: \.isWhitespace)
  guard text.hasPrefix("<!--"), let end = text.firstRange(of: "-->") else { return false }
  return text[end.upperBound...].allSatisfy(\.isWhitespace)
}

/// Relative addresses and those of schemes that only lead somewhere (RFC 3986, section 3.1, on what a scheme is).
private func isSafeAddress(_ address: String) -> Bool {
  guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return true }
  let scheme = address[..<colon]
  if scheme.utf8.contains(where: { "/?#".utf8.contains($0) }) { return true }
  return ["https", "http", "mailto", "tel"].contains(scheme.lowercased())
}
