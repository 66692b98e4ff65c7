/// A file or folder that the operating system would not read, write, list, rename or remove.
///
/// This is trouble for the operator, not for the author: it is thrown, names the path, and what was there before stays.
public struct FileTrouble: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was being done, as it reads after "cannot": `read`, `write`, `list`…
  public var action: String
  /// The file or folder.
  public var path: String
  /// The system's own words, such as "Permission denied".
  public var reason: String

  /// Gives what could not be done to a path, and the system's reason.
  public init(_ action: String, _ path: String, reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  /// One line for the terminal.
  public var description: String { "cannot \(action) \(visible(path)): \(reason)" }
}

/// Settings or templates that are wrong: nothing is written, and the site's owner gets the whole list.
public struct SettingsTrouble: Error, Sendable {
  /// What is wrong, at least one thing.
  public var diagnostics: [Diagnostic]

  /// Gives the trouble of settings of which these things are wrong.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
