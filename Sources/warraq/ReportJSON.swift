import Foundation
import NewsBuild
import NewsCore

/// The report of `warraq build --json`.
struct ReportJSON: Encodable {
  private struct Entry: Encodable {
    var path: String
    var line: Int?
    var severity: String
    var id: String
    var message: String
    var fix: String?
  }

  private var articles: Int
  private var imported: Int
  private var stories: Int
  private var topics: Int
  private var pages: Int
  private var written: Int
  private var unchanged: Int
  private var removed: Int
  private var heldBack: Int
  private var wroteSite: Bool
  private var milliseconds: [String: Double]
  private var templates: [String: Double]
  private var nextChange: String?
  private var diagnostics: [Entry]

  private init(_ report: BuildReport) {
    articles = report.articles
    imported = report.imported
    stories = report.stories
    topics = report.topics
    pages = report.pages
    written = report.written
    unchanged = report.unchanged
    removed = report.removed
    heldBack = report.heldBack
    wroteSite = report.wroteSite
    milliseconds = [:]
    for (stage, time) in report.stages { milliseconds[stage.rawValue] = (time * 1000).rounded() / 1000 }
    templates = report.templates.mapValues { ($0 * 1000).rounded() / 1000 }
    nextChange = report.nextChange.map {
      Date(timeIntervalSince1970: Double($0)).formatted(.iso8601)
    }
    diagnostics = report.diagnostics.map {
      Entry(
        path: $0.path,
        line: $0.line,
        severity: $0.severity.word,
        id: $0.id,
        message: $0.message,
        fix: $0.fix
      )
    }
  }

  /// The report as JSON with sorted keys.
  static func text(_ report: BuildReport) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(ReportJSON(report))).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
