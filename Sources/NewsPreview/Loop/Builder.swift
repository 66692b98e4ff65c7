import NewsBuild
import NewsCore

/// Builds a site for the newsroom's eyes, again and again, and makes of each build what is shown. A build that does not come
/// to its end leaves what is served as it is.
struct Builder: Sendable {
  let folder: SiteFolder
  let now: @Sendable () -> Int

  /// What is shown after one more build.
  func build(_ show: PreviewShow) async -> PreviewShow {
    var show = show
    let start = ContinuousClock.now
    show.state.number += 1
    show.state.changed = []
    show.state.knowsChanges = !show.state.hasBrokenOff
    do throws(BuildTrouble) {
      var options = BuildOptions(now: now())
      options.audience = .desk
      let report = try await buildSite(folder, options: options)
      show.site = try readSettings(folder)
      take(report, into: &show)
    } catch {
      switch error {
      case .settings(let diagnostics):
        show.state.failure = .settings
        show.state.diagnostics = diagnostics.sorted()
      case .environment(let trouble): show.state.failure = .environment(trouble)
      }
    }
    show.state.finished = now()
    show.state.milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    return show
  }

  private func take(_ report: BuildReport, into show: inout PreviewShow) {
    show.state.report = report
    show.state.failure = nil
    show.state.diagnostics = report.diagnostics
    show.state.changed = report.changed
    let isNew = !show.served.isBuilt || show.served.root != ServedSite.root(of: show.site)
    if isNew || report.changed.contains(where: ["_headers", "_redirects"].contains) {
      let hosts = show.served.hosts
      show.served = ServedSite(folder: folder.output, basePath: show.site.basePath)
      show.served.hosts = hosts
      show.served.isBuilt = true
    }
    // A page whose ribbon alone comes or goes is the same file, and another page all the same.
    let (before, after) = (show.served.ribbons, ribbons(of: report.unreleased, for: show.site))
    let others = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    show.state.changed += others.subtracting(report.changed).sorted(by: precedesByBytes)
    show.served.ribbons = after
  }
}
