import Foundation
import NewsCore
import NewsPreview

/// What `warraq preview` shows in the terminal: one line for each build that changed something.
struct PreviewDisplay: Sendable {
  let opens: Bool

  func show(_ news: PreviewNews) {
    switch news {
    case .opened(let address):
      Console.say("\(address)  (Ctrl-C ends the preview)")
      // Whoever reads this through a pipe waits for it.
      fflush(nil)
      if opens { open(address) }
    case .built(let state): Console.tell(line(state))
    case .note(let note): Console.tell("note: \(note)")
    }
  }

  private func line(_ state: PreviewState) -> String {
    let time = "\((state.milliseconds / 10).rounded() / 100) s"
    let troubles = troubles(state.diagnostics)
    switch state.failure {
    case .environment(let trouble): return "error: \(trouble). What was there before stays as it is."
    case .settings: return "nothing built: \(troubles ?? "the settings are wrong") (\(time)); the page shows them"
    case nil: break
    }
    let stories = state.number == 1 ? "\(state.report?.stories ?? 0) stories: " : ""
    let files = state.changed.count == 1 ? "1 file changed" : "\(state.changed.count) files changed"
    return "\(stories)\(files)\(troubles.map { ", \($0)" } ?? "") (\(time))"
  }

  private func troubles(_ diagnostics: [Diagnostic]) -> String? {
    let counts = [Diagnostic.Severity.error, .warning].compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.word)\(count == 1 ? "" : "s")"
    }
    return counts.isEmpty ? nil : counts.joined(separator: ", ")
  }

  /// Hands the address to the system's browser; where there is none, the address stands in the terminal.
  private func open(_ address: String) {
    let process = Process()
    #if canImport(Darwin)
      process.executableURL = URL(fileURLWithPath: "/usr/bin/open")
      process.arguments = [address]
    #else
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["xdg-open", address]
    #endif
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { Console.tell("note: no browser could be opened; go to \(address)") }
  }
}
