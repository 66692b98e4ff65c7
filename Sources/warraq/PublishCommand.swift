import ArgumentParser
import Foundation
import NewsBuild
import NewsCore
import NewsPublish

/// `warraq publish`.
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Puts Output on a host named in site.yaml.",
    discussion: """
      Examples:
        warraq publish                    the site in this folder, on the first host
        warraq publish my-paper backup    on the host `backup`
        warraq publish --dry-run          what would be sent and removed
        warraq publish --rollback         the release before, exactly
        warraq publish --doctor           which tools are missing, and whether hosts answer

      A password comes from WARRAQ_PASSWORD in the environment, and never stands in site.yaml.

      Exit codes: 0 published, or nothing to do; 1 refused by a guard, a limit or a name; 2 the settings are wrong;
      3 the host, a tool or this machine failed, and readers see what they saw; 64 wrong arguments.
      """
  )

  @OptionGroup var site: SiteArgument

  @Argument(help: "The host's name; the first one where it is left out.")
  var target: String?

  @Option(name: .long, help: "Publish this folder instead of SITE/Output.", completion: .directory)
  var output: String?

  @Flag(help: "Print what would be done, and do nothing.")
  var dryRun = false

  @Flag(help: "Bring back the release before the one that readers see.")
  var rollback = false

  @Option(help: "With --rollback: this release.")
  var release: String?

  @Flag(help: "Print the releases that can be brought back.")
  var releases = false

  @Flag(help: "Compare the host with what was published, byte for byte, and mend it.")
  var verify = false

  @Flag(help: "Look for the tools that hosts need, and ask hosts whether they answer.")
  var doctor = false

  @Flag(help: "Publish although stories were held back by errors.")
  var withoutHeldBack = false

  @Option(help: "Let so much of a hundred files be removed.")
  var maxDelete: Int?

  @Flag(help: "Write over what others put on a host that nothing was published to.")
  var adopt = false

  @Flag(help: "Take over from a publisher that was cut short on another machine.")
  var breakLock = false

  @Flag(help: "Print the report as JSON.")
  var json = false

  @Flag(help: "Print nothing but errors and warnings.")
  var quiet = false

  func validate() throws {
    if [rollback, releases, verify, doctor].count(where: { $0 }) > 1 {
      throw ValidationError("--rollback, --releases, --verify and --doctor are different things")
    }
    if release != nil && !rollback { throw ValidationError("--release goes with --rollback") }
    if let maxDelete, !(0...100).contains(maxDelete) { throw ValidationError("--max-delete is from 0 to 100") }
    if let release, !isRelease(release) { throw ValidationError("a release looks like 20260115-093000-3f9a21") }
  }

  func run() async throws {
    do {
      try await publish()
    } catch let trouble as BuildTrouble {
      throw Console.exitCode(for: trouble)
    } catch let trouble as PublishTrouble {
      throw Console.exitCode(for: trouble)
    }
  }

  private func publish() async throws {
    let folder = SiteFolder(root: SiteArgument.root(site.site), output: output.map(SiteArgument.root))
    let settings = try readSettings(folder)
    if doctor { return try await examine(settings, folder) }
    let host = try chooseHost(target, of: settings)
    if releases { return try await showReleases(settings, host, folder) }
    let start = ContinuousClock.now
    let watch = PublishDisplay.progress(quiet: quiet || json)
    var report =
      if rollback {
        try await rollBack(to: release, folder, site: settings, host: host, options: options, progress: watch)
      } else if verify {
        try await verifyHost(folder, site: settings, host: host, options: options, progress: watch)
      } else {
        try await publishSite(folder, site: settings, host: host, options: options, progress: watch)
      }
    if !dryRun {
      let keys = CacheKeys(ProcessInfo.processInfo.environment)
      report.diagnostics += await announce(report, site: settings, host: host, keys: keys)
    }
    Console.report(report.diagnostics)
    if json {
      Console.say(PublishDisplay.json(report, isDry: dryRun))
    } else if !quiet {
      Console.say(PublishDisplay.summary(report, settings, isDry: dryRun, took: ContinuousClock.now - start))
    }
    if report.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }

  private var options: PublishOptions {
    var options = PublishOptions(now: Int(Date().timeIntervalSince1970))
    options.dryRun = dryRun
    options.allowsHeldBack = withoutHeldBack
    options.adopts = adopt
    options.breaksLock = breakLock
    options.maxDelete = maxDelete
    options.password = ProcessInfo.processInfo.environment["WARRAQ_PASSWORD"]
    return options
  }

  private func showReleases(_ site: Site, _ host: WebHost, _ folder: SiteFolder) async throws {
    let (releases, current) = try await listReleases(folder, site: site, host: host, options: options)
    for release in releases { Console.say(release == current ? "\(release)  readers see this one" : release) }
  }

  private func examine(_ site: Site, _ folder: SiteFolder) async throws {
    let hosts = target == nil ? site.hosts : [try chooseHost(target, of: site)]
    if hosts.isEmpty { _ = try chooseHost(nil, of: site) }
    var isWell = true
    for host in hosts {
      let found = await examineHost(folder, site: site, host: host, options: options)
      Console.say(PublishDisplay.examination(found))
      isWell = isWell && found.isWell
    }
    if !isWell { throw ExitCode(3) }
  }
}
