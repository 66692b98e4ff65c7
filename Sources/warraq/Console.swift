import ArgumentParser
import Foundation
import NewsBuild
import NewsCore

/// The terminal: the only place where Warraq prints.
enum Console {
  /// A result, to standard output.
  static func say(_ text: String) { print(text) }

  /// Diagnostics, each with its fix, to standard error; then how many there were of each kind.
  static func report(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    tell(diagnostics.map(\.rendered).joined(separator: "\n"))
    let counts = [Diagnostic.Severity.error, .warning, .note].compactMap { severity -> String? in
      let count = diagnostics.filter { $0.severity == severity }.count
      return count == 0 ? nil : "\(count) \(severity.word)\(count == 1 ? "" : "s")"
    }
    tell(counts.joined(separator: ", "))
  }

  /// A line to standard error.
  static func tell(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// Prints why a build stopped and gives the exit code for it.
  static func exitCode(for trouble: BuildTrouble) -> ExitCode {
    switch trouble {
    case .settings(let diagnostics):
      report(diagnostics.sorted())
      return ExitCode(2)
    case .environment(let trouble):
      tell("error: \(trouble). What was there before stays as it is.")
      return ExitCode(3)
    }
  }

  /// Shows how far a long build has come, where standard error is a terminal.
  static func progress(quiet: Bool) -> BuildProgress {
    guard !quiet, isatty(2) == 1 else { return { _, _, _ in } }
    return { stage, done, total in
      guard done >= 2000 || (total ?? 0) >= 2000 else { return }
      let bound = total.map { " of \($0)" } ?? ""
      FileHandle.standardError.write(
        Data("\r\u{1B}[K\(stage.rawValue) \(done)\(bound)\(done == total ? "\r\u{1B}[K" : "")".utf8)
      )
    }
  }
}
