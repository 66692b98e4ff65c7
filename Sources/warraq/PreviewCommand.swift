import ArgumentParser
import Dispatch
import Foundation
import NewsBuild
import NewsCore
import NewsPreview

/// `warraq preview`.
struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Shows the site in a browser, and keeps what it shows up with every save.",
    discussion: """
      It builds into SITE/.preview, with drafts and scheduled stories under a ribbon, and leaves Output as it is. What is \
      wrong is shown over the page until it is mended. /.warraq/desk/ is a page of what is held back, waiting or scheduled; \
      ?source after a story's address shows the article, the Markdown and the page beside each other. Ctrl-C ends it.

      Examples:
        warraq preview                    the site in this folder, at http://localhost:8000/
        warraq preview my-paper --open    and opens it in the browser
        warraq preview --poll             on a disk of another machine, which tells nothing of changes
      """
  )

  @OptionGroup var site: SiteArgument

  @Option(help: "The port; where it is taken, the next one that is free.")
  var port = 8000

  @Option(help: "Listen at this address of the machine, so that others in the network see the site, drafts and all.")
  var host: String?

  @Flag(help: "Open the site in the browser.")
  var open = false

  @Flag(help: "Look at the files again and again instead of asking the system for changes.")
  var poll = false

  @Option(
    name: .customLong("now"),
    help: "The moment at which the preview's clock starts, such as 2026-11-24T08:00+02:00.",
    transform: ClockOption.moment
  )
  var start: Int?

  func validate() throws {
    guard (0...65535).contains(port) else { throw ValidationError("a port is a number from 0 to 65535") }
    if let host, ListeningAddress(host) == nil {
      throw ValidationError("--host takes an address in numbers, such as 192.168.1.20 or 0.0.0.0")
    }
  }

  func run() async throws {
    var options = PreviewOptions(now: clock)
    options.port = port
    options.host = host.flatMap(ListeningAddress.init)
    options.polls = poll
    if let host {
      Console.tell("warning: everyone who can reach \(host) sees this site, drafts too; nothing is encrypted.")
    }
    let root = SiteArgument.root(site.site)
    let display = PreviewDisplay(opens: open)
    let settings = options
    let preview = Task { () async -> BuildTrouble? in
      do throws(BuildTrouble) {
        try await previewSite(root, options: settings) { display.show($0) }
        return nil
      } catch {
        return error
      }
    }
    let signals = [SIGINT, SIGTERM, SIGHUP].map { stop(preview, at: $0) }
    signal(SIGPIPE, SIG_IGN)
    let trouble = await preview.value
    for source in signals { source.cancel() }
    if let trouble { throw Console.exitCode(for: trouble) }
  }

  /// The system's clock, moved so that it starts at `--now`.
  private var clock: @Sendable () -> Int {
    let shift = start.map { $0 - Int(Date().timeIntervalSince1970) } ?? 0
    return { Int(Date().timeIntervalSince1970) + shift }
  }

  private func stop(_ preview: Task<BuildTrouble?, Never>, at number: Int32) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      // A long build is not waited for: one that is killed leaves nothing half done.
      if preview.isCancelled { Foundation.exit(0) }
      preview.cancel()
      DispatchQueue.global().asyncAfter(deadline: .now() + 1) { Foundation.exit(0) }
    }
    source.resume()
    return source
  }
}
