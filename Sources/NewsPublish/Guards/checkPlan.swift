import NewsCore

/// The least number of removals that is worth stopping for: a small paper may take out a few pages.
private let harmlessDeletes = 10

/// Refuses a plan that removes more of the host than is likely to be meant; `percent` of what it holds.
public func checkDeletes(_ plan: PublishPlan, percent: Int, host: WebHost) -> [Diagnostic] {
  let deletes = plan.deletes
  guard deletes > harmlessDeletes, deletes * 100 > plan.filesBefore * percent else { return [] }
  let share = plan.filesBefore == 0 ? 100 : deletes * 100 / plan.filesBefore
  return [
    Diagnostic(
      .error,
      "many-deletes",
      path: "Output",
      "publishing would remove \(deletes) of \(plan.filesBefore) files from the host `\(host.name)` (\(share) %); "
        + "at most \(percent) % are removed at once",
      fix: "see which with --dry-run; if they shall go, publish with --max-delete \(min(100, share + 1))"
    )
  ]
}

/// Refuses to write over what others put on a host where nothing was published before.
func checkStrangers(_ strangers: Set<String>, site: Manifest, host: WebHost) -> [Diagnostic] {
  if strangers.isEmpty { return [] }
  let ours = Set(site.files.keys.compactMap { $0.split(separator: "/").first.map(String.init) } + ["current"])
  let both = strangers.intersection(ours).sorted(by: precedesByBytes)
  if both.isEmpty { return [] }
  let names = both.prefix(5).map { excerpt($0) }.joined(separator: ", ")
  return [
    Diagnostic(
      .error,
      "not-empty",
      path: SiteFolder.settings,
      line: host.line,
      "at `to` of the host `\(host.name)` stands something that was not put there by publishing: \(names)",
      fix: "choose another place, or, if it may be written over, publish with --adopt"
    )
  ]
}
