import ArgumentParser
import NewsBuild
import NewsCore

/// `warraq check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads the built pages as a visitor does: links that lead nowhere, words painted out of order.",
    discussion: """
      Without --bidi and --links it looks for both. It reads what is in Output and writes nothing; exit code 1 means that \
      something was found.

      Examples:
        warraq check                 the site in this folder
        warraq check my-paper --bidi numbers and names that need <bdi>
      """
  )

  @OptionGroup var site: SiteArgument

  @Option(name: .long, help: "Read this folder instead of SITE/Output.", completion: .directory)
  var output: String?

  @Flag(help: "Look for names, numbers and signs that are painted out of the order in which they are read.")
  var bidi = false

  @Flag(help: "Look for links of the site that lead nowhere.")
  var links = false

  func run() async throws {
    let folder = SiteFolder(root: SiteArgument.root(site.site), output: output.map(SiteArgument.root))
    let chosen: [SiteCheck] = (bidi ? [.bidi] : []) + (links ? [.links] : [])
    do {
      let report = try await checkSite(folder, Set(chosen.isEmpty ? SiteCheck.allCases : chosen))
      Console.report(report.diagnostics)
      Console.say("\(report.pages) pages read, \(report.diagnostics.count) faults found.")
      if !report.diagnostics.isEmpty { throw ExitCode(1) }
    } catch let trouble as BuildTrouble {
      throw Console.exitCode(for: trouble)
    }
  }
}
