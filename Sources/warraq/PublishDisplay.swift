import ArgumentParser
import Foundation
import NewsCore
import NewsPublish

/// What `warraq publish` shows.
enum PublishDisplay {
  /// A bar with files, bytes and rate where standard error is a terminal; else a line for each tenth of the files.
  static func progress(quiet: Bool) -> PublishProgress {
    if quiet { return { _ in } }
    guard isatty(2) == 1 else {
      return { step in
        let tenths = (step.files * 10 / step.totalFiles, (step.files - 1) * 10 / step.totalFiles)
        guard tenths.0 != tenths.1, step.totalFiles >= 10 else { return }
        let bytes = "\(size(step.bytes)) of \(size(step.totalBytes))"
        Console.tell("\(step.files)/\(step.totalFiles) files, \(bytes), \(step.phase.words)")
      }
    }
    let start = ContinuousClock.now
    return { step in
      let isLast = step.files == step.totalFiles
      guard isLast || step.files % 5 == 0 || step.totalFiles < 100 else { return }
      let seconds = max(0.001, (ContinuousClock.now - start) / .seconds(1))
      let filled = step.totalFiles == 0 ? 20 : 20 * step.files / step.totalFiles
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
      let rate = size(Int(Double(step.bytes) / seconds))
      let line = "\(bar) \(step.files)/\(step.totalFiles) files, \(size(step.bytes)), \(rate)/s, \(step.phase.words)"
      FileHandle.standardError.write(Data("\r\u{1B}[K\(line)\(isLast ? "\r\u{1B}[K" : "")".utf8))
    }
  }

  static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1000: "\(bytes) B"
    case ..<1_000_000: "\((Double(bytes) / 100).rounded() / 10) kB"
    default: "\((Double(bytes) / 100_000).rounded() / 10) MB"
    }
  }

  static func summary(_ report: PublishReport, _ site: Site, isDry: Bool, took duration: Duration) -> String {
    let plan = report.plan
    let work =
      "\(plan.uploads) files (\(size(plan.bytes))) \(isDry ? "to send" : "sent"), "
      + "\(plan.deletes) \(isDry ? "to remove" : "removed")"
    if isDry { return dryRun(plan) + "\(work), about \(report.requests) requests; nothing was done." }
    let seconds = "\((Double(duration / .milliseconds(10)).rounded()) / 100) s"
    var lines: [String] = []
    if !report.drifted.isEmpty {
      lines = report.drifted.prefix(50).map { "mended: \(visible($0))" }
      lines.append("\(report.drifted.count) files on the host were not as they were published.")
    }
    if report.resumed > 0 {
      lines.append("\(report.resumed) files were there already from a publishing that was cut short.")
    }
    if plan.isEmpty && report.release == report.releaseBefore {
      lines.append("The host `\(report.host)` has everything already, release \(report.release) (\(seconds)).")
    } else {
      lines.append("\(work) (\(seconds)). The host `\(report.host)` shows release \(report.release).")
    }
    lines.append("\(site.baseURL)/")
    if let next = report.next { lines.append("The next scheduled story is due \(visible(next)).") }
    return lines.joined(separator: "\n")
  }

  private static func dryRun(_ plan: PublishPlan) -> String {
    plan.operations.map { operation in
      switch operation {
      case .upload(let path, let phase, let record): "send    \(visible(path))  \(size(record.size))  \(phase.words)\n"
      case .delete(let path): "remove  \(visible(path))\n"
      }
    }.joined()
  }

  static func examination(_ found: HostExamination) -> String {
    var lines = ["\(found.host.name) (\(found.host.kind.rawValue))"]
    for tool in found.tools {
      let state = tool.version ?? (tool.isOptional ? "missing, not needed; \(tool.fix)" : "missing; \(tool.fix)")
      lines.append("  \(tool.name): \(visible(state))")
    }
    if let trouble = found.trouble {
      lines.append("  \(trouble)")
      if let fix = trouble.fix { lines.append("  fix: \(fix)") }
    } else if let release = found.release {
      lines.append(
        release.isEmpty ? "  it answers; nothing was published to it yet" : "  it answers and shows release \(release)"
      )
    }
    return lines.joined(separator: "\n")
  }

  private struct Report: Encodable {
    var host: String
    var kind: String
    var release: String
    var releaseBefore: String
    var dryRun: Bool
    var uploads: Int
    var deletes: Int
    var bytes: Int
    var requests: Int
    var resumed: Int
    var drifted: [String]
    var operations: [Step]

    struct Step: Encodable {
      var path: String
      var phase: String
      var bytes: Int
    }
  }

  /// The report for scripts, every step of the plan in it.
  static func json(_ report: PublishReport, isDry: Bool) -> String {
    let plan = report.plan
    let value = Report(
      host: report.host,
      kind: report.kind,
      release: report.release,
      releaseBefore: report.releaseBefore,
      dryRun: isDry,
      uploads: plan.uploads,
      deletes: plan.deletes,
      bytes: plan.bytes,
      requests: report.requests,
      resumed: report.resumed,
      drifted: report.drifted,
      operations: plan.operations.map { .init(path: $0.path, phase: "\($0.phase)", bytes: $0.size) }
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}

extension Console {
  /// Prints why nothing was published and gives the exit code for it.
  static func exitCode(for trouble: PublishTrouble) -> ExitCode {
    switch trouble {
    case .refused(let diagnostics):
      report(diagnostics.sorted())
      return ExitCode(1)
    case .settings(let diagnostics):
      report(diagnostics.sorted())
      return ExitCode(2)
    case .environment(let trouble):
      tell("error: \(trouble). Readers see what they saw before, or more; nothing is half there.")
      if let fix = trouble.fix { tell("  fix: \(fix)") }
      return ExitCode(3)
    }
  }
}
