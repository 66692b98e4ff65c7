import FlyingSocks
import NewsCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The sockets that a preview listens on: one of each family, at one port.
struct PreviewServer: Sendable {
  private let sockets: [Socket]
  let port: Int

  /// Listens at the addresses, at the first port from `port` on that is free at all of them. A machine without IPv6 is no
  /// trouble. Throws where there is no such port, or no such address on this machine.
  init(addresses: [ListeningAddress], port first: Int) throws(FileTrouble) {
    var reason = "no port is free"
    for port in first...min(first + (first == 0 ? 0 : 99), 65535) {
      do throws(SocketError) {
        (sockets, self.port) = try Self.listen(addresses, port)
        return
      } catch {
        if case .failed(_, let number, let message) = error {
          reason = message
          if number != EADDRINUSE && number != EACCES { break }
        }
      }
    }
    throw FileTrouble("listen at", addresses.map(\.text).joined(separator: " or "), reason: reason)
  }

  private static func listen(_ addresses: [ListeningAddress], _ port: Int) throws(SocketError) -> ([Socket], Int) {
    var sockets: [Socket] = []
    var port = port
    do {
      for address in addresses {
        // A port of the system's choice for the first is that of the others too.
        do { sockets.append(try address.listen(port)) } catch let error as SocketError {
          if case .failed(_, let number, _) = error, !sockets.isEmpty, number == EADDRNOTAVAIL || number == EAFNOSUPPORT
          {
            continue
          }
          throw error
        }
        if port == 0 { port = sockets.first.flatMap(Self.port) ?? 0 }
      }
      return (sockets, port)
    } catch {
      for socket in sockets { try? socket.close() }
      throw error as? SocketError ?? .unsupportedAddress
    }
  }

  private static func port(_ socket: Socket) -> Int? {
    switch try? socket.sockname() {
    case .ip4(_, let port), .ip6(_, let port): Int(port)
    default: nil
    }
  }

  /// Serves until the task is cancelled, then lets go of the port and of all clients.
  func run(_ newsstand: Newsstand, now: @escaping @Sendable () -> Int) async {
    let pool = SocketPool.make(maxEvents: 64)
    defer { for socket in sockets { try? socket.close() } }
    guard (try? await pool.prepare()) != nil else { return }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { try? await pool.run() }
      for socket in sockets {
        group.addTask { await accept(from: socket, pool, newsstand, now) }
      }
      await group.next()
      group.cancelAll()
      await newsstand.closeAll()
    }
  }

  private func accept(
    from socket: Socket,
    _ pool: some AsyncSocketPool,
    _ newsstand: Newsstand,
    _ now: @escaping @Sendable () -> Int
  ) async {
    guard let door = try? AsyncSocket(socket: socket, pool: pool) else { return }
    while !Task.isCancelled {
      do {
        let client = try await door.accept()
        guard await newsstand.enter() else {
          try? client.close()
          continue
        }
        Task {
          await Connection(socket: client, newsstand: newsstand, now: now).serve()
          await newsstand.leave()
        }
      } catch SocketError.failed {
        // A client that left before it was let in, or no file free for it: others come.
        try? await Task.sleep(for: .milliseconds(20))
      } catch {
        return
      }
    }
  }
}
