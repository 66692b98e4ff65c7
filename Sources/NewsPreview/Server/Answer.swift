/// What a request is answered with.
public struct Answer: Sendable {
  /// The status code (RFC 9110).
  public var status: Int
  /// Header fields in their order.
  public var fields: [(name: String, value: String)] = []
  /// The content.
  public var body: [UInt8] = []
  /// How many bytes a body would have that was not read, as nobody asked for it.
  public var omitted = 0
  /// Whether the body has no end: news of builds follow as they come.
  public var isStream = false

  /// Gives an answer with its status, header fields and content.
  public init(_ status: Int, _ fields: [(name: String, value: String)] = [], body: [UInt8] = []) {
    (self.status, self.fields, self.body) = (status, fields, body)
  }

  /// A few words, for clients that ask for what no page answers.
  public static func plain(_ status: Int, _ fields: [(name: String, value: String)] = []) -> Answer {
    let words = "\(status) \(reason(status))\n"
    let type = ("Content-Type", "text/plain; charset=utf-8")
    return Answer(status, fields + [type, ("Cache-Control", "no-store")], body: Array(words.utf8))
  }

  /// The one value of a field, by its name as it is written here.
  public subscript(name: String) -> String? {
    get { fields.last { $0.name == name }?.value }
    set {
      fields.removeAll { $0.name == name }
      if let newValue { fields.append((name, newValue)) }
    }
  }

  /// The bytes for the client (RFC 9112); an answer to HEAD says how long the body would be and leaves it out.
  func bytes(isHead: Bool, keepsAlive: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status) \(Self.reason(status))\r\n"
    for (name, value) in fields { head += "\(name): \(value)\r\n" }
    if !isStream && status != 304 && status != 204 { head += "Content-Length: \(body.count + omitted)\r\n" }
    head += "Connection: \(keepsAlive && !isStream ? "keep-alive" : "close")\r\n\r\n"
    return Array(head.utf8) + (isHead || status == 304 ? [] : body)
  }

  private static func reason(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 204: "No Content"
    case 206: "Partial Content"
    case 301: "Moved Permanently"
    case 302: "Found"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 416: "Range Not Satisfiable"
    case 421: "Misdirected Request"
    case 431: "Request Header Fields Too Large"
    case 503: "Service Unavailable"
    case 505: "HTTP Version Not Supported"
    default: "Other"
    }
  }
}
