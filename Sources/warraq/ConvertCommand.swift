import ArabicText
import ArgumentParser
import NewsBuild
import NewsCore

/// `warraq convert`.
struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Turns raw articles into story files that an editor can correct.",
    discussion: """
      Articles that have not changed since they were imported are left alone, unless they are named. A story file that \
      an editor has touched is never overwritten.

      Examples:
        warraq convert                             new and changed articles of the site in this folder
        warraq convert my-paper --explain          and why each line was taken for what
        warraq convert my-paper flood.txt          this one again, though it has not changed
        warraq convert --audit ~/old-articles      where every word of a folder's articles would go
      """
  )

  @Argument(
    help: "The site's folder, then names of articles in its Content/Articles.",
    completion: .file()
  )
  var siteAndFiles: [String] = []

  @Flag(help: "Print every source line with its role and the reason, and why each topic was matched.")
  var explain = false

  @Flag(help: "Print nothing but errors and warnings.")
  var quiet = false

  @Option(
    help: "Account for every word of the articles in this folder, file by file, and write nothing.",
    completion: .directory
  )
  var audit: String?

  @Option(
    help: "The encoding of the audited articles, such as windows-1256; without it, it is found for each.",
    transform: { name in
      guard let encoding = Encoding(name: name) else {
        throw ValidationError("the encodings are: \(Encoding.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return encoding
    }
  )
  var encoding: Encoding?

  @OptionGroup var clock: ClockOption

  func run() async throws {
    if let audit { return try await runAudit(SiteArgument.root(audit)) }
    let (root, files) = try arguments()
    let folder = SiteFolder(root: root)
    do {
      if explain { Console.say(try explainArticles(folder, only: files)) }
      let report = try await convertSite(
        folder,
        only: files,
        now: clock.now,
        progress: Console.progress(quiet: quiet)
      )
      Console.report(quiet ? report.diagnostics.filter { $0.severity != .note } : report.diagnostics)
      if !quiet { show(report) }
      if report.hasErrors { throw ExitCode(1) }
    } catch let trouble as BuildTrouble {
      throw Console.exitCode(for: trouble)
    }
  }

  private func runAudit(_ folder: String) async throws {
    do {
      let start = ContinuousClock.now
      let files = try await auditFolder(folder, encoding: encoding, progress: Console.progress(quiet: quiet))
      let report = AuditReport(files, took: ContinuousClock.now - start)
      Console.say(quiet ? report.total : report.text)
      if report.hasLosses { throw ExitCode(1) }
    } catch let trouble as BuildTrouble {
      throw Console.exitCode(for: trouble)
    }
  }

  private func show(_ report: ConvertReport) {
    for (path, kind) in report.written { Console.say("\(kind): \(visible(path))") }
    Console.say("\(report.written.count) of \(report.articles) articles imported.")
  }

  /// The first argument is the site if it is a folder; the rest must be articles of that site.
  private func arguments() throws -> (root: String, files: Set<String>?) {
    var names = siteAndFiles[...]
    var root = "."
    if let first = names.first, Files.kind(at: first) == .folder {
      root = SiteArgument.root(first)
      names.removeFirst()
    }
    if names.isEmpty { return (root, nil) }
    return (root, Set(try names.map { try article($0, in: root) }))
  }

  private func article(_ name: String, in root: String) throws -> String {
    let articles = "\(root)/\(SiteFolder.articles)"
    if Files.kind(at: "\(articles)/\(name)") == .file && !name.contains("../") { return name }
    if let folder = Files.resolved(articles), let file = Files.resolved(name), file.hasPrefix("\(folder)/") {
      return String(file.dropFirst(folder.count + 1))
    }
    throw ValidationError("there is no article \(excerpt(name)) in \(visible(articles))")
  }
}
