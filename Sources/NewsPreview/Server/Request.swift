/// The head of a request (RFC 9112), read strictly: what is not a request is not guessed at.
public struct Request: Sendable {
  /// `GET`, `HEAD` or another.
  public let method: String
  /// As it was sent, percent-encoded, from its first slash on.
  public let path: String
  /// What came after the question mark.
  public let query: String?
  /// Whether the client lets the connection stay open after the answer.
  public let keepsAlive: Bool
  private let fields: [(name: String, value: String)]

  /// A request that is no HTTP, with the status to answer with.
  public struct Refusal: Error, Sendable, Hashable {
    /// The status code (RFC 9110).
    public let status: Int
  }

  /// Reads the lines of a head, without the empty one at its end. Throws the status with which it is to be refused.
  public init(head: [UInt8]) throws(Refusal) {
    var lines = head.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      $0.last == 0x0D ? $0.dropLast() : $0
    }
    guard !lines.isEmpty, lines.allSatisfy({ $0.allSatisfy(Self.isText) }) else { throw Refusal(status: 400) }
    let start = lines.removeFirst().split(separator: 0x20, omittingEmptySubsequences: false)
    guard start.count == 3, !start[0].isEmpty, start[0].allSatisfy(Self.isToken) else { throw Refusal(status: 400) }
    let version = String(decoding: start[2], as: UTF8.self)
    guard version.hasPrefix("HTTP/") else { throw Refusal(status: 400) }
    guard version.hasPrefix("HTTP/1.") else { throw Refusal(status: 505) }
    method = String(decoding: start[0], as: UTF8.self)
    guard let target = String(validating: start[1], as: UTF8.self), let slash = Self.pathStart(of: target) else {
      throw Refusal(status: 400)
    }
    let parts = target[slash...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(parts[0])
    query = parts.count > 1 ? String(parts[1]) : nil
    fields = try Self.fields(of: lines)
    let connection = fields.filter { $0.name == "connection" }.map { $0.value.lowercased() }.joined(separator: ",")
    keepsAlive = version == "HTTP/1.0" ? connection.contains("keep-alive") : !connection.contains("close")
  }

  /// The one value of a field, by its name in small letters; nil where it is missing or came more than once.
  public subscript(name: String) -> String? {
    let values = fields.filter { $0.name == name }
    return values.count == 1 ? values[0].value : nil
  }

  /// Whether bytes follow that belong to the request.
  public var hasBody: Bool {
    fields.contains { $0.name == "transfer-encoding" || ($0.name == "content-length" && $0.value != "0") }
  }

  // A path, or a whole address of which only the path counts (RFC 9112, section 3.2.2).
  private static func pathStart(of target: String) -> String.Index? {
    if target.hasPrefix("/") { return target.startIndex }
    guard target.lowercased().hasPrefix("http://") else { return nil }
    return target.dropFirst("http://".count).firstIndex(of: "/")
  }

  private static func fields(of lines: [ArraySlice<UInt8>]) throws(Refusal) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    for line in lines {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy(isToken)
      else { throw Refusal(status: 400) }
      let value = String(decoding: line[(colon + 1)...], as: UTF8.self)
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      fields.append((name, String(value.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " }.reversed())))
    }
    return fields
  }

  private static func isText(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F || byte == 0x09 }

  // RFC 9110, section 5.6.2.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
