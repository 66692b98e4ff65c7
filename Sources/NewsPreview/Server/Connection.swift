import FlyingSocks
import Foundation

/// One client: its requests are read and answered one after the other. All that a client can do is bounded, in bytes and in
/// time, so one that sends without end or never reads holds up itself alone.
struct Connection: Sendable {
  let socket: AsyncSocket
  let newsstand: Newsstand
  let now: @Sendable () -> Int

  private static let mostHeadBytes = 16 * 1024
  /// For a client to send a request, from the answer before on; and to read a piece of an answer.
  private static let patience = Duration.seconds(30)
  private static let piece = 256 * 1024

  /// Serves the client until it leaves, errs or is too slow; then the socket is closed.
  func serve() async {
    defer { try? socket.close() }
    var rest: [UInt8] = []
    do {
      while let head = try await readHead(&rest) {
        let request: Request
        do throws(Request.Refusal) { request = try Request(head: head) } catch {
          return try await send(Answer.plain(error.status).bytes(isHead: false, keepsAlive: false))
        }
        let answer = answer(request, from: await newsstand.show, now: now())
        // What follows a body, or a request that was refused, is not looked at.
        let keepsAlive = request.keepsAlive && !request.hasBody && (answer.status < 400 || answer.status == 404)
        try await send(answer.bytes(isHead: request.method == "HEAD", keepsAlive: keepsAlive))
        if answer.isStream && request.method == "GET" { return try await stream() }
        if !keepsAlive { return }
      }
    } catch is Request.Refusal {
      try? await send(Answer.plain(431).bytes(isHead: false, keepsAlive: false))
    } catch {}
  }

  /// The bytes before the next empty line; nil where the client has gone. What came after it stays in `rest`.
  private func readHead(_ rest: inout [UInt8]) async throws -> [UInt8]? {
    let start = rest
    let (head, after) = try await within(Self.patience) { try await readHead(after: start) }
    rest = after
    return head
  }

  private func readHead(after start: [UInt8]) async throws -> (head: [UInt8], rest: [UInt8]) {
    var bytes = start
    var searched = 0
    while true {
      // Empty lines before a request are passed over (RFC 9112, section 2.2).
      while let first = bytes.first, first == 0x0D || first == 0x0A { bytes.removeFirst() }
      if let end = endOfHead(bytes, from: searched) {
        return (Array(bytes[..<end.lowerBound]), Array(bytes[end.upperBound...]))
      }
      guard bytes.count < Self.mostHeadBytes else { throw Request.Refusal(status: 431) }
      searched = max(0, bytes.count - 3)
      bytes += try await socket.read(atMost: 4096)
    }
  }

  /// Where the empty line is that ends a head, with the end of the line before it.
  private func endOfHead(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
    for index in start..<max(start, bytes.count) where bytes[index] == 0x0A {
      let next = index + 1
      if next < bytes.count, bytes[next] == 0x0A { return index..<next + 1 }
      if next + 1 < bytes.count, bytes[next] == 0x0D, bytes[next + 1] == 0x0A { return index..<next + 2 }
    }
    return nil
  }

  private func send(_ bytes: [UInt8]) async throws {
    var start = 0
    while start < bytes.count {
      let piece = Data(bytes[start..<min(bytes.count, start + Self.piece)])
      try await within(Self.patience) { try await socket.write(piece) }
      start += piece.count
    }
  }

  /// Sends news as they come until the client goes or does not take them.
  private func stream() async throws {
    let (reader, news) = await newsstand.openStream()
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        do { for await bytes in news { try await send(bytes) } } catch {}
      }
      // A client that has gone is known by there being nothing more to read.
      group.addTask { while (try? await socket.read(atMost: 4096)) != nil {} }
      await group.next()
      group.cancelAll()
    }
    await newsstand.closeStream(reader)
  }
}
