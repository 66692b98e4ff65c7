import ArabicText
import NewsCore

/// The host that is meant: the one of that name, or the first of `site.yaml` where none is named.
public func chooseHost(_ name: String?, of site: Site) throws(PublishTrouble) -> WebHost {
  guard let first = site.hosts.first else {
    throw .settings([
      Diagnostic(
        .error,
        "no-hosts",
        path: SiteFolder.settings,
        "this site names no host to publish to",
        fix: "add `hosts:` with a name below it, and below that `kind: folder` and `to: /srv/www/paper`; see the README"
      )
    ])
  }
  guard let name else { return first }
  if let host = site.hosts.first(where: { $0.name == name }) { return host }
  let names = site.hosts.map(\.name)
  throw .settings([
    Diagnostic(
      .error,
      "no-host",
      path: SiteFolder.settings,
      line: first.line,
      "`hosts` names no \(excerpt(name))",
      fix: nearestName(to: name, among: names).map { "did you mean `\($0)`?" }
        ?? "the hosts are: \(names.joined(separator: ", "))"
    )
  ])
}
