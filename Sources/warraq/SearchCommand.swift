import ArgumentParser
import Foundation
import NewsBuild
import NewsCore
import NewsSearch

/// `warraq search`.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Asks the site's own search from the terminal.",
    discussion: """
      The answers come from the index that the last build wrote, by the rules of the page.

      Examples:
        warraq search غزة                       the site in this folder
        warraq search '"الأمم المتحدة"' my-paper  the words as they are, side by side
        warraq search انتخابات --limit 50 --json  for scripts
      """
  )

  @Argument(help: "Words to search for; those in quotation marks are found as they are.")
  var query: String

  @OptionGroup var site: SiteArgument

  @Option(help: "How many stories are shown.")
  var limit = 10

  @Flag(help: "Print the result as JSON.")
  var json = false

  func run() throws {
    let output = SiteFolder(root: SiteArgument.root(site.site)).output
    do throws(SearchIndex.Trouble) {
      let index = try SearchIndex { try? Files.read("\(output)/\($0)") }
      let answer = try index.search(query, limit: max(1, limit)) { address in
        (try? Files.read("\(output)/\(address)index.html")).map(Self.text(ofPage:))
      }
      if json { return Console.say(SearchJSON.text(answer)) }
      for result in answer.results { Console.say(Self.lines(of: result)) }
      Console.say(Self.summary(answer))
    } catch {
      Console.tell(
        "error: \(visible("\(output)/\(error.path)")) is missing or of another build. Run `warraq build` first."
      )
      throw ExitCode(3)
    }
  }

  private static func lines(of result: SearchResult) -> String {
    let facts = [result.day.iso] + [result.topic.map { excerpt($0) }].compactMap { $0 }
    return "\(excerpt(result.title))\n  \(facts.joined(separator: ", ")): \(visible(result.address))"
  }

  private static func summary(_ answer: SearchAnswer) -> String {
    let count = answer.count == 1 ? "1 story" : "\(answer.count) stories"
    return answer.isPartial ? "No story has all the words; \(count) with some of them." : "\(count)."
  }

  /// The words of the story on its page, without the elements.
  private static func text(ofPage bytes: [UInt8]) -> String {
    let page = String(decoding: bytes, as: UTF8.self)
    let start = page.range(of: "<article")?.lowerBound ?? page.startIndex
    let end = page.range(of: "</article>", range: start..<page.endIndex)?.lowerBound ?? page.endIndex
    var text: [UInt8] = []
    var isTag = false
    for byte in page[start..<end].utf8 {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { text.append(byte) }
      if byte == UInt8(ascii: ">") {
        isTag = false
        text.append(0x20)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The result of `warraq search --json`.
private struct SearchJSON: Encodable {
  struct Story: Encodable {
    var address: String
    var title: String
    var date: String
    var topic: String?
    var summary: String
  }

  var count: Int
  var partial: Bool
  var stories: [Story]

  static func text(_ answer: SearchAnswer) -> String {
    let value = SearchJSON(
      count: answer.count,
      partial: answer.isPartial,
      stories: answer.results.map {
        Story(address: $0.address, title: $0.title, date: $0.day.iso, topic: $0.topic, summary: $0.snippet)
      }
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
