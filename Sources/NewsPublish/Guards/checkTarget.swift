import NewsCore

/// Refuses an output folder in which there is no site.
func checkIsBuilt(_ output: String) -> [Diagnostic] {
  if Files.kind(at: "\(output)/index.html") == .file { return [] }
  return [
    Diagnostic(
      .error,
      "not-built",
      path: "Output",
      "there is no site in this folder",
      fix: "run `warraq build` first"
    )
  ]
}

/// Refuses a target on this machine that lies in what the site is made of or built into: the next publishing would
/// publish itself, and a build would remove it.
func checkTarget(_ host: WebHost, _ site: SiteFolder) -> [Diagnostic] {
  guard host.kind == .folder || host.kind == .archive else { return [] }
  let target = settled(absolute(host.to, site.root))
  let own = [site.output, site.path("Content"), site.path(SiteFolder.templates)].map(settled)
  let isInside = own.contains { target == $0 || target.hasPrefix("\($0)/") }
  guard isInside || target == settled(site.root) else { return [] }
  return [
    Diagnostic(
      .error,
      "bad-target",
      path: SiteFolder.settings,
      line: host.line,
      "`to` of the host `\(host.name)` is \(isInside ? "in what the site is made of or built into" : "the site itself")",
      fix: "choose a place outside of it, such as /srv/www/paper"
    )
  ]
}

/// The path with links resolved as far as it is there, and without `.` and `..`.
private func settled(_ path: String) -> String {
  var (known, rest) = (path, [String]())
  while true {
    if let resolved = Files.resolved(known) {
      return withoutDots(([resolved] + rest.reversed()).joined(separator: "/"))
    }
    guard let parent = Files.parentFolder(of: known), let name = known.split(separator: "/").last else {
      return withoutDots(path)
    }
    rest.append(String(name))
    known = parent
  }
}

private func withoutDots(_ path: String) -> String {
  var parts: [Substring] = []
  for part in path.split(separator: "/") where part != "." {
    if part == ".." { _ = parts.popLast() } else { parts.append(part) }
  }
  return "/" + parts.joined(separator: "/")
}
