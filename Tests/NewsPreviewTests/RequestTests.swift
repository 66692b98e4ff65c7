import Testing

@testable import NewsPreview

/// Requests are read strictly (RFC 9112).
@Suite struct RequestTests {
  private func read(_ head: String) throws(Request.Refusal) -> Request { try Request(head: Array(head.utf8)) }

  @Test func aRequestIsReadWithItsPathQueryAndFields() throws {
    let request = try read("GET /a/%D8%AE?source HTTP/1.1\r\nHost: localhost\r\nRange:  bytes=0-1 ")
    #expect(request.method == "GET" && request.path == "/a/%D8%AE" && request.query == "source")
    #expect(request["host"] == "localhost" && request["range"] == "bytes=0-1" && request["cookie"] == nil)
    #expect(request.keepsAlive && !request.hasBody)
  }

  @Test func ofAWholeAddressThePathCounts() throws {
    #expect(try read("GET http://evil.example/a HTTP/1.1\nHost: localhost").path == "/a")
  }

  @Test(arguments: [
    ("", 400), ("GET", 400), ("GET /", 400), ("GET  / HTTP/1.1", 400), ("GET / HTTP/1.1 x", 400),
    ("G T / HTTP/1.1", 400),
    ("GET * HTTP/1.1", 400), ("GET a HTTP/1.1", 400), ("GET /\u{0} HTTP/1.1", 400), ("GET / HTTP/2", 505),
    ("GET / FTP/1.1", 400), ("GET / HTTP/1.1\r\nHost", 400), ("GET / HTTP/1.1\r\n: x", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\n folded", 400), ("GET / HTTP/1.1\r\nHost : a", 400),
    ("GET / HTTP/1.1\rHost: a", 400), ("\u{16}\u{3}\u{1}", 400),
  ])
  func whatIsNoRequestIsRefused(head: String, status: Int) {
    #expect(throws: Request.Refusal(status: status)) { try read(head) }
  }

  @Test func aFieldThatCameTwiceHasNoValue() throws {
    #expect(try read("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example")["host"] == nil)
  }

  @Test(arguments: [
    ("HTTP/1.1", "", true), ("HTTP/1.1", "close", false), ("HTTP/1.1", "Keep-Alive, Close", false),
    ("HTTP/1.0", "", false),
    ("HTTP/1.0", "keep-alive", true),
  ])
  func aConnectionStaysOpenWhereBothSidesWantIt(version: String, field: String, stays: Bool) throws {
    #expect(try read("GET / \(version)\r\nConnection: \(field)").keepsAlive == stays)
  }
}
