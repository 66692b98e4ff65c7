/// One template file as it was read.
public struct TemplateSource: Sendable, Hashable {
  /// The path that messages name.
  public let path: String
  /// The text, UTF-8; all bytes outside tags come out unchanged, a byte order mark too.
  public let bytes: [UInt8]

  /// Gives a source from bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Gives a source from text.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
