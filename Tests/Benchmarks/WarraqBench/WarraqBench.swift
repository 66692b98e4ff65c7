import Foundation

/// `make bench`: prints what the parts and the whole of Warraq cost, as medians, beside their goals.
///
/// `--quick` leaves the whole builds at 1,000 stories.
@main
enum WarraqBench {
  static func main() async throws {
    let isQuick = CommandLine.arguments.contains("--quick")
    var figures = benchTemplates()
    figures += benchText()
    figures += try benchImport()
    figures += try benchBuilds(stories: isQuick ? 1000 : 10_000)
    print(Figure.table(figures))
    print("\n" + (try roleTable()))
  }
}
