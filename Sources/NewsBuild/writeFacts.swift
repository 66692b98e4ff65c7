import Foundation
import Markup
import NewsCore

/// Writes what the publisher must know of the build beside the site, in `Output/.warraq/build.json`.
func writeFacts(_ report: BuildReport, _ options: BuildOptions, _ writer: SiteWriter) throws(BuildTrouble) {
  let next = report.nextChange.map { Date(timeIntervalSince1970: Double($0)).formatted(.iso8601) }
  let facts = JSON.object([
    ("version", .number(1)), ("drafts", .flag(options.isForDesk)), ("heldBack", .number(report.heldBack)),
    ("next", next.map(JSON.text)), ("preview", options.audience == .desk ? .flag(true) : nil),
  ])
  try orStop { () throws(FileTrouble) in _ = try writer.write(".warraq/build.json", facts.bytes + [0x0A]) }
}
