import Foundation

/// One line of rclone's log in JSON.
struct RcloneLine: Decodable {
  private var level: String?
  private var msg: String?
  private var object: String?

  /// nil where the line is not JSON.
  init?(_ line: String) {
    guard line.hasPrefix("{"), let value = try? JSONDecoder().decode(Self.self, from: Data(line.utf8)) else {
      return nil
    }
    self = value
  }

  /// The path that was sent whole.
  var copied: String? { msg?.hasPrefix("Copied") == true ? object : nil }

  /// The path that the host has moved into its place.
  var moved: String? { msg?.hasPrefix("Moved") == true ? object : nil }

  /// What a server of FTP said, where rclone was asked to repeat it.
  var serverSaid: String? { object == "FTP Rx" ? msg : nil }

  /// What went wrong, if the line tells of it.
  var complaint: String? {
    guard let msg, level == "error" || level == "critical" || level == "fatal" else { return nil }
    return object.map { "\($0): \(msg)" } ?? msg
  }
}

/// A path in rclone's filters, in which some characters stand for many.
func globQuoted(_ path: String) -> String {
  var quoted = ""
  for character in path {
    if "*?[]{}\\".contains(character) { quoted.append("\\") }
    quoted.append(character)
  }
  return quoted
}
