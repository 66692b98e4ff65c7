/// Why bytes are no text, and where.
public struct DecodingTrouble: Error, Sendable, Hashable {
  /// What is wrong with the bytes.
  public enum Reason: String, Sendable, CaseIterable {
    /// The sequence of bytes is not UTF-8 (also: the file was cut inside a character).
    case invalidUTF8
    /// The byte stands for nothing in the encoding.
    case undefinedByte
    /// A NUL, which no article has: a picture, an archive, or text in an encoding that is not known.
    case nulByte
    /// Half of a UTF-16 surrogate pair, or half of a code unit at the end.
    case brokenUTF16
    /// Not UTF-8, and no encoding known makes a plausible text of it.
    case unknownEncoding
  }

  /// What is wrong.
  public let reason: Reason
  /// Offset of the first byte in question, from the beginning of the source, its byte-order mark included.
  public let byteOffset: Int
  /// The encoding in which the bytes were being read.
  public let encoding: Encoding
}
