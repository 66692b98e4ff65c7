import Foundation
import NewsCore

/// `make bench`: prints what the parts and the whole of Warraq cost, as medians, beside their goals.
///
/// `--search N FOLDER` and `--stories N FOLDER` are for `Tests/Benchmarks/search.py`: the index of N generated stories, and
/// a site of them. `--quick` leaves the whole builds at 1,000 stories. `--law N` measures nothing: it holds the law of the import over N
/// generated articles, with exit code 1 where a word was lost; `make test` calls it, and `--law-of-builds N`. `--corpus N
/// markdown|raw DIR` writes a made-up archive for `builds.py`.
@main
enum WarraqBench {
  static func main() async throws {
    if let law = CommandLine.arguments.firstIndex(of: "--law") {
      let count = CommandLine.arguments.dropFirst(law + 1).first.flatMap { Int($0) } ?? 1000
      let (report, broken) = checkLaw(articles: count)
      print(report)
      if broken > 0 { exit(1) }
      return
    }
    if let search = CommandLine.arguments.firstIndex(of: "--search"), CommandLine.arguments.count > search + 2 {
      let count = Int(CommandLine.arguments[search + 1]) ?? 10_000
      print(Figure.table(try await benchSearch(stories: count, folder: CommandLine.arguments[search + 2])))
      return
    }
    if let write = CommandLine.arguments.firstIndex(of: "--stories"), CommandLine.arguments.count > write + 2 {
      try writeStories(Int(CommandLine.arguments[write + 1]) ?? 10_000, to: CommandLine.arguments[write + 2])
      return
    }
    if let law = CommandLine.arguments.firstIndex(of: "--law-of-builds") {
      let count = CommandLine.arguments.dropFirst(law + 1).first.flatMap { Int($0) } ?? 100
      let (report, broken) = try await checkBuilds(sequences: count)
      print(report)
      if broken > 0 { exit(1) }
      return
    }
    if let cmark = CommandLine.arguments.firstIndex(of: "--cmark"), CommandLine.arguments.count > cmark + 1 {
      print(try cmarkSeconds(CommandLine.arguments[cmark + 1]))
      return
    }
    if let floor = CommandLine.arguments.firstIndex(of: "--floor"), CommandLine.arguments.count > floor + 2 {
      let took = try floorSeconds(CommandLine.arguments[floor + 1], out: CommandLine.arguments[floor + 2])
      print(took.wall, took.cpu)
      return
    }
    if let corpus = CommandLine.arguments.firstIndex(of: "--corpus") {
      let rest = CommandLine.arguments.dropFirst(corpus + 1).prefix(3)
      guard rest.count == 3, let count = rest.first.flatMap({ Int($0) }),
        let form = GeneratedCorpus.Form(rawValue: rest[rest.startIndex + 1])
      else { exit(64) }
      let folder = rest[rest.startIndex + 2]
      try Files.makeFolders(folder)
      try GeneratedCorpus().write(count, form: form, to: folder)
      return
    }
    let isQuick = CommandLine.arguments.contains("--quick")
    var figures = benchTemplates()
    figures += benchText()
    figures += try benchImport()
    figures += try benchBuilds(stories: isQuick ? 1000 : 10_000)
    print(Figure.table(figures))
    print("\n" + (try roleTable()))
  }
}
