import NewsCore

/// Why nothing, or not all, was published.
public enum PublishTrouble: Error, Sendable {
  /// The site must not be published as it is: exit code 1.
  case refused([Diagnostic])
  /// The settings are wrong: exit code 2.
  case settings([Diagnostic])
  /// The host, a tool or this machine failed: exit code 3. What readers see is whole all the same.
  case environment(HostTrouble)
}

/// A host that would not take what was sent, a tool that is missing or failed, or a file here that cannot be read.
public struct HostTrouble: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was being done, after "cannot".
  public var action: String
  /// The tool's or the system's own words.
  public var reason: String
  /// What to do about it, where that is known.
  public var fix: String?
  /// Whether it may go away by itself, so that trying again makes sense.
  var isPassing = false

  /// Gives what could not be done and why; a passing trouble may be gone at the next try.
  public init(_ action: String, reason: String, fix: String? = nil, isPassing: Bool = false) {
    (self.action, self.reason, self.fix, self.isPassing) = (action, reason, fix, isPassing)
  }

  /// One line for the terminal.
  public var description: String { "cannot \(action): \(reason)" }
}

/// Runs a step on files of this machine.
func onDisk<Value>(_ step: () throws(FileTrouble) -> Value) throws(PublishTrouble) -> Value {
  do { return try step() } catch {
    throw .environment(HostTrouble("\(error.action) \(visible(error.path))", reason: error.reason))
  }
}
