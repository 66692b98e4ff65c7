import Foundation

/// One file of the repository's `Templates/`, as the build put it into the program.
struct EmbeddedFile: Sendable {
  /// What it holds: text as it is, anything else as Base64 (RFC 4648).
  enum Content: Sendable {
    case text(String)
    case base64(String)
  }

  var path: String
  var content: Content

  var bytes: [UInt8] {
    switch content {
    case .text(let text): Array(text.utf8)
    case .base64(let text): Data(base64Encoded: text).map(Array.init) ?? []
    }
  }
}
