import Foundation
import NewsBuild
import NewsCore

/// The account that `warraq convert --audit` prints: one line a file, then the total.
struct AuditReport {
  /// A line for each file, what was lost below it, and the total.
  let text: String
  /// The total alone.
  let total: String
  /// Whether any word was lost.
  let hasLosses: Bool

  init(_ files: [FileAudit], took duration: Duration) {
    let lost = files.reduce(0) { $0 + $1.lost.count }
    let failures = files.filter { $0.failure != nil }
    let seconds = duration.formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 3)))
    let roles = Self.roles(
      files.reduce(into: [:]) { sum, file in sum.merge(file.wordsByRole) { $0 + $1 } }
    )
    total = """
      total: \(files.count) files, \(files.reduce(0) { $0 + $1.articles }) articles, \(failures.count) unreadable
      words in: \(files.reduce(0) { $0 + $1.wordsIn })
      words by role: \(roles)
      words recorded as dropped: \(files.reduce(0) { $0 + $1.wordsDropped })
      words lost: \(lost)
      time: \(seconds)
      """
    text = files.map(Self.line).joined() + total
    hasLosses = lost > 0
  }

  private static func line(_ file: FileAudit) -> String {
    if let failure = file.failure { return "\(visible(file.file)): unreadable: \(failure.message)\n" }
    let losses = file.lost.isEmpty ? "" : ": " + file.lost.prefix(20).map { excerpt($0) }.joined(separator: " ")
    return
      "\(visible(file.file)): \(file.wordsIn) words in; \(roles(file.wordsByRole)); lost \(file.lost.count)\(losses)\n"
  }

  private static func roles(_ counts: [SourceLine.Role: Int]) -> String {
    SourceLine.Role.allCases.compactMap { role in
      counts[role].flatMap { $0 > 0 ? "\(role.rawValue) \($0)" : nil }
    }.joined(separator: ", ")
  }
}
