extension Expander {
  mutating func stop(_ id: TemplateError.ID, at node: Node, _ site: Site, _ message: String, fix: String? = nil) {
    hasStopped = true
    report(id, at: node, site, message, fix: fix)
  }

  /// Whether one more level may be entered; tells of the error where not.
  mutating func mayEnter(_ node: Node, _ site: Site) -> Bool {
    guard depth >= Self.deepest else { return true }
    guard !stopIfRecursive(over: nil) else { return false }
    stop(
      .tooDeep,
      at: node,
      site,
      "sections, blocks and partials stand more than \(Self.deepest) deep in each other",
      fix: "include less from inside of sections"
    )
    return false
  }

  /// Tells of a file that includes itself, at the tag that leads back to it, if there is one among those being put in
  /// place and `next`.
  mutating func stopIfRecursive(over next: Inclusion?) -> Bool {
    var seen: Set<Int> = []
    let all = chain + (next.map { [$0] } ?? [])
    guard let back = all.first(where: { !seen.insert($0.file).inserted }) else { return false }
    hasStopped = true
    let name = excerpt(templates.files[back.file].source.path)
    let message = "«\(name)» is included within itself without end"
    errors.append(
      TemplateError(
        .partialRecursion,
        path: templates.files[back.by].source.path,
        line: back.line,
        message,
        fix: "take the tag out, or include a partial that does not lead back here"
      )
    )
    return true
  }
}
