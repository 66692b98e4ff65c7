import ArabicText

extension Expander {
  /// A name that was found: where its value is at run time, and what it is.
  struct Found {
    var place: Program.Place
    var kind: ValueKind
  }

  mutating func show(_ node: Node, _ site: Site) {
    guard let found = resolve(node, site) else { return }
    let name = excerpt(templates.files[site.file].word(node.span))
    switch (found.kind, node.kind) {
    case (.html, _), (.text, .variable): program.steps.append(.show(found.place))
    case (.text, _):
      report(
        .unescapedText,
        at: node,
        site,
        "«\(name)» is text, and text is never shown unescaped",
        fix: "write {{\(name)}}"
      )
    default:
      report(
        .notShowable,
        at: node,
        site,
        "«\(name)» is a \(found.kind.word), which cannot be shown itself",
        fix: fix(showing: found.kind, name)
      )
    }
  }

  mutating func expandSection(_ node: Node, at index: Int, _ site: Site) {
    guard mayEnter(node, site) else { return }
    let found = resolve(node, site)
    let pushed = node.kind == .section ? scopeInside(found) : nil
    let step = program.steps.count
    let place = found?.place ?? Program.Place(depth: 0)
    program.steps.append(.inverted(place, end: 0))
    mergeFloor = program.steps.count
    if let pushed { scopes.append(pushed) }
    let body = index + 1..<Int(node.end)
    expand(body, site)
    let closing = templates.files[site.file].nodes[body.upperBound]
    if closing.flags.contains(.startsLine) { append(site.indent[...]) }
    if pushed != nil { scopes.removeLast() }
    mergeFloor = program.steps.count
    let end = Int32(program.steps.count)
    let isSection = node.kind == .section
    program.steps[step] = isSection ? .section(place, end: end, pushes: pushed != nil) : .inverted(place, end: end)
  }

  private func fix(showing kind: ValueKind, _ name: String) -> String {
    switch kind {
    case .record(let schema):
      "show one of its names: " + listed(schema.entries.map { "\(name == "." ? "" : name + ".")\($0.name)" })
    case .list: "open a section with {{#\(name)}}, and show each item in it"
    case .text, .html, .flag: "ask for it with a section, {{#\(name)}}…{{/\(name)}}"
    }
  }

  private func scopeInside(_ found: Found?) -> Scope? {
    switch found?.kind {
    case nil: .unknown
    case .flag: nil
    case .list(let element): .value(element)
    case .some(let kind): .value(kind)
    }
  }

  /// Finds the value that a tag names: its first part in the nearest scope that has it, each further part in the
  /// group before it. Tells of the error where there is none.
  private mutating func resolve(_ node: Node, _ site: Site) -> Found? {
    guard !node.flags.contains(.broken) else { return nil }
    let name = templates.files[site.file].word(node.span)
    if name == "." { return current() }
    let parts = name.split(separator: ".").map(String.init)
    guard var found = first(parts[0]) else {
      if !isInUnknownScope { reportUnknown(parts[0], at: node, site) }
      return nil
    }
    let rest = program.slots.count
    for part in parts.dropFirst() {
      guard case .record(let schema) = found.kind else {
        report(
          .notAGroup,
          at: node,
          site,
          "«\(excerpt(name))» looks for «\(excerpt(part))» in a \(found.kind.word)",
          fix: "only a group has names in it; open a section over a list"
        )
        return nil
      }
      guard let slot = schema.slot(of: part) else {
        reportUnknown(part, of: schema, in: name, at: node, site)
        return nil
      }
      program.slots.append(Int32(slot))
      found.kind = schema.entries[slot].kind
    }
    found.place.rest = Int32(rest)
    found.place.count = Int32(program.slots.count - rest)
    return found
  }

  private func current() -> Found? {
    guard case .value(let kind)? = scopes.last else { return nil }
    return Found(place: Program.Place(depth: Int32(scopes.count - 1)), kind: kind)
  }

  private func first(_ name: String) -> Found? {
    for (depth, scope) in scopes.enumerated().reversed() {
      switch scope {
      case .unknown: return nil
      case .value(.record(let schema)):
        guard let slot = schema.slot(of: name) else { continue }
        return Found(place: Program.Place(depth: Int32(depth), slot: Int32(slot)), kind: schema.entries[slot].kind)
      case .value: continue
      }
    }
    return nil
  }

  private var isInUnknownScope: Bool {
    scopes.contains { if case .unknown = $0 { true } else { false } }
  }
}

extension Expander {
  private mutating func reportUnknown(_ name: String, at node: Node, _ site: Site) {
    let schemas = scopes.reversed().compactMap { scope -> Schema? in
      if case .value(.record(let schema)) = scope { schema } else { nil }
    }
    let known = schemas.flatMap { $0.entries.map(\.name) }
    let fix: String
    if let near = nearestName(to: name, among: known) {
      fix = "did you mean «\(near)»?"
    } else if let holder = schemas.lazy.flatMap(\.entries).first(where: { $0.kind.schemaInside?.slot(of: name) != nil })
    {
      fix = "it is a name inside «\(holder.name)»: put the tag between {{#\(holder.name)}} and {{/\(holder.name)}}"
    } else {
      fix = "the names here are " + listed(known)
    }
    report(.unknownName, at: node, site, "«\(excerpt(name))» is not a name that «\(page)» offers here", fix: fix)
  }

  private mutating func reportUnknown(
    _ part: String,
    of schema: Schema,
    in name: String,
    at node: Node,
    _ site: Site
  ) {
    let known = schema.entries.map(\.name)
    let near = nearestName(to: part, among: known)
    report(
      .unknownName,
      at: node,
      site,
      "«\(excerpt(part))» in «\(excerpt(name))» is not a name of that group",
      fix: near.map { "did you mean «\($0)»?" } ?? "its names are " + listed(known)
    )
  }

  func excerpt(_ word: String) -> String { NewsTemplates.excerpt(Array(word.utf8.prefix(500))[...]) }

  /// The names as one line, the first twelve of them where there are more.
  func listed(_ names: [String]) -> String {
    guard !names.isEmpty else { return "none" }
    return names.prefix(12).map { "«\($0)»" }.joined(separator: ", ") + (names.count > 12 ? "…" : "")
  }
}
