import ArgumentParser

/// The program: arguments in, exit code out.
@main
struct Warraq: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "warraq",
    abstract: "ورّاق: turns raw news articles into a finished, right-to-left news site.",
    discussion: """
      A site is a folder: raw articles go into Content/Articles, the pages come out in Output.

      Examples:
        warraq new my-paper --language ar   a new site that builds at once
        warraq build my-paper               articles → stories → pages
        warraq preview my-paper --open      the pages in a browser, following every save
        warraq publish my-paper             Output → the host named in site.yaml
        warraq convert my-paper --explain   why each line of an article was taken for what
        warraq search غزة my-paper          asks the site's own search

      Exit codes: 0 all is well; 1 stories were held back (see the messages); 2 settings or templates are wrong, \
      nothing was written; 3 the system would not read or write; 64 wrong arguments.
      """,
    version: version,
    subcommands: [
      NewCommand.self, ConvertCommand.self, BuildCommand.self, PreviewCommand.self, PublishCommand.self,
      TopicsCommand.self,
      CheckCommand.self, SearchCommand.self,
    ]
  )

  static let version = "0.1.0"
}
