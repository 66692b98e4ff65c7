/// Makes one program of a page's template: puts partials, parents and blocks in place, and turns names into slots.
///
/// The work is bounded whatever the files hold: so many levels, so many nodes, so many bytes, and then an error.
struct Expander {
  /// The most levels of sections, blocks, parents and partials within each other, over all files.
  static let deepest = 128
  /// The most partials and parents within each other.
  static let deepestPartial = 64
  /// The most nodes that are put in place, and the most bytes of literal text.
  static let mostNodes = 500_000
  static let mostBytes = 64 << 20

  /// An argument block, with the arguments that hold in the template where it is written.
  struct Argument {
    var file: Int
    var node: Int
    var arguments: [String: Argument]
  }

  /// Where nodes are put: their file, what their lines gain and lose, and the blocks that are filled from outside.
  struct Site {
    var file: Int
    var indent: [UInt8] = []
    var dedent: [UInt8] = []
    var arguments: [String: Argument] = [:]
  }

  /// A file that is being put in place, and the tag that includes it.
  struct Inclusion {
    var file: Int
    var by: Int
    var line: Int
  }

  /// What the names inside a section stand for; `unknown` where the section's own name is an error already.
  enum Scope {
    case value(ValueKind)
    case unknown
  }

  let templates: TemplateSet
  let page: String
  var program = Program()
  var errors: [TemplateError] = []
  var scopes: [Scope]
  var visited: Set<Int> = []
  var chain: [Inclusion] = []
  var blockSeen: [String: Int] = [:]
  var nodeCount = 0
  var depth = 0
  /// The first step that literal text may be added to; the one before it is where a section ends.
  var mergeFloor = 0
  /// A limit was passed: the rest is not looked at.
  var hasStopped = false

  init(templates: TemplateSet, page: String, root: ValueKind) {
    self.templates = templates
    self.page = page
    scopes = [.value(root)]
  }

  mutating func expandPage(_ file: Int) {
    expandFile(Site(file: file), from: Inclusion(file: file, by: file, line: 1))
  }

  mutating func expandFile(_ site: Site, from inclusion: Inclusion) {
    let file = templates.files[site.file]
    if visited.insert(site.file).inserted { errors += file.errors }
    chain.append(inclusion)
    expand(file.nodes.indices, site)
    chain.removeLast()
  }

  mutating func expand(_ range: Range<Int>, _ site: Site) {
    depth += 1
    defer { depth -= 1 }
    let file = templates.files[site.file]
    var index = range.lowerBound
    while index < range.upperBound, !hasStopped {
      let node = file.nodes[index]
      nodeCount += 1
      if nodeCount > Self.mostNodes {
        stop(.tooLarge, at: node, site, "«\(page)» grows past \(Self.mostNodes) tags with all that it includes")
      } else if node.flags.contains(.startsLine), node.kind != .text {
        append(site.indent[...])
      }
      expand(node, at: index, site)
      index = max(index, Int(node.end)) + 1
    }
  }

  private mutating func expand(_ node: Node, at index: Int, _ site: Site) {
    switch node.kind {
    case .text: appendText(node, site)
    case .variable, .unescaped: show(node, site)
    case .section, .inverted: expandSection(node, at: index, site)
    case .partial: expandPartial(node, site)
    case .parent: expandParent(node, at: index, site)
    case .block: expandBlock(node, at: index, site)
    case .close, .nothing: break
    }
  }

  mutating func report(_ id: TemplateError.ID, at node: Node, _ site: Site, _ message: String, fix: String? = nil) {
    let path = templates.files[site.file].source.path
    errors.append(TemplateError(id, path: path, line: Int(node.line), message, fix: fix))
    if errors.count >= 10 * TemplateErrors.most { hasStopped = true }
  }
}
