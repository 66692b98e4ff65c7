import ArgumentParser
import NewsBuild
import NewsCore

/// `warraq new`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Makes a new site that builds at once.",
    discussion: """
      Examples:
        warraq new my-paper                 in Arabic
        warraq new my-paper --language fa   in Persian
      """
  )

  @Argument(help: "The folder to make.", completion: .directory)
  var site: String

  @Option(help: "The site's language: ar, fa, ur, he or en.", completion: .list(["ar", "fa", "ur", "he", "en"]))
  var language = "ar"

  func run() throws {
    let folder = SiteFolder(root: SiteArgument.root(site))
    do {
      try makeNewSite(folder, language: language)
    } catch {
      throw Console.exitCode(for: error)
    }
    Console.say(
      """
      A new site is in \(visible(folder.root)).
        Put raw articles into \(visible(folder.path(SiteFolder.articles)))
        Set title and address in \(visible(folder.path(SiteFolder.settings)))
        Build it: warraq build \(visible(folder.root))
      """
    )
  }
}
