import ArgumentParser
import Foundation
import NewsBuild
import NewsCore

/// `warraq build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Converts new articles and builds the site into Output.",
    discussion: """
      Examples:
        warraq build                      the site in this folder
        warraq build my-paper --drafts    with drafts and stories of the future
        warraq build --output /srv/www    into another folder
        warraq build --json --quiet       a report for scripts
      """
  )

  @OptionGroup var site: SiteArgument
  @OptionGroup var clock: ClockOption

  @Option(name: .long, help: "Build into this folder instead of SITE/Output.", completion: .directory)
  var output: String?

  @Flag(help: "Build drafts and stories of the future too.")
  var drafts = false

  @Flag(help: "Write nothing at all if any story holds an error.")
  var strict = false

  @Flag(help: "Write every file anew, equal ones too.")
  var clean = false

  @Flag(help: "Build once more into a scratch folder and compare, byte for byte.")
  var verify = false

  @Flag(help: "Print the report as JSON.")
  var json = false

  @Flag(help: "Print nothing but errors and warnings.")
  var quiet = false

  func run() async throws {
    let folder = SiteFolder(root: SiteArgument.root(site.site), output: output.map(SiteArgument.root))
    var options = BuildOptions(now: clock.now)
    options.drafts = drafts
    options.strict = strict
    options.clean = clean
    do {
      let start = ContinuousClock.now
      let report = try await buildSite(folder, options: options, progress: Console.progress(quiet: quiet || json))
      show(report, folder, took: ContinuousClock.now - start)
      if report.wroteSite, verify, let difference = try await verifySite(folder, options: options) {
        Console.tell("error: \(difference) [verify]")
        throw ExitCode(1)
      }
      if report.hasErrors { throw ExitCode(1) }
    } catch let trouble as BuildTrouble {
      throw Console.exitCode(for: trouble)
    }
  }

  private func show(_ report: BuildReport, _ folder: SiteFolder, took duration: Duration) {
    if json {
      Console.say(ReportJSON.text(report))
      return
    }
    Console.report(quiet ? report.diagnostics.filter { $0.severity != .note } : report.diagnostics)
    if quiet { return }
    guard report.wroteSite else {
      Console.say("Nothing was written, because --strict was given and there are errors.")
      return
    }
    let seconds = duration.formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 2)))
    Console.say(
      """
      \(report.imported) of \(report.articles) articles imported.
      \(report.stories) stories, \(report.topics) topics, \(report.pages) pages: \(report.written) files written, \
      \(report.unchanged) unchanged, \(report.removed) removed, \(report.heldBack) stories held back (\(seconds)).
      """
    )
  }
}
