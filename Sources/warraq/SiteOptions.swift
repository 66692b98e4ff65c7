import ArgumentParser
import Foundation
import NewsBuild
import NewsCore

/// What all commands on a site take.
struct SiteArgument: ParsableArguments {
  @Argument(help: "The folder that holds Content, Templates and Output.", completion: .directory)
  var site = "."

  /// The site's folder, without a slash at its end.
  static func root(_ path: String) -> String {
    var root = Substring(path.isEmpty ? "." : path)
    while root.count > 1 && root.last == "/" { root.removeLast() }
    return String(root)
  }
}

/// The clock, as a value.
struct ClockOption: ParsableArguments {
  @Option(
    name: .customLong("now"),
    help: "The moment that counts as now, such as 2026-11-24T08:00+02:00.",
    transform: Self.moment
  )
  var moment: Int?

  /// Reads a moment that was given as an argument.
  static func moment(_ text: String) throws -> Int {
    guard let date = StoryDate(iso: text) else {
      throw ValidationError("write a day such as 2026-11-24 or a moment such as 2026-11-24T08:00+02:00")
    }
    return ZoneClock("UTC").moment(of: date)
  }

  /// Seconds since 1970.
  var now: Int { moment ?? Int(Date().timeIntervalSince1970) }
}
