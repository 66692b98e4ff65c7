import FlyingSocks

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An address of this machine that a server listens at.
public enum ListeningAddress: Sendable, Hashable {
  case ip4(String)
  case ip6(String)

  /// This machine alone.
  public static let loopback = [ListeningAddress.ip4("127.0.0.1"), .ip6("::1")]

  /// The address that a text gives in numbers; nil where it is none.
  public init?(_ text: String) {
    var (four, six) = (in_addr(), in6_addr())
    if inet_pton(AF_INET, text, &four) == 1 {
      self = .ip4(text)
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      self = .ip6(text)
    } else {
      return nil
    }
  }

  /// The address as a browser takes it.
  public var text: String {
    switch self {
    case .ip4(let text): text
    case .ip6(let text): "[\(text)]"
    }
  }

  func listen(_ port: Int) throws -> Socket {
    switch self {
    case .ip4(let text): try Self.listen(AF_INET, .inet(ip4: text, port: UInt16(port)))
    case .ip6(let text): try Self.listen(AF_INET6, .inet6(ip6: text, port: UInt16(port)))
    }
  }

  private static func listen(_ family: Int32, _ address: some SocketAddress) throws -> Socket {
    let socket = try Socket(domain: family)
    do {
      try socket.setValue(true, for: .localAddressReuse)
      // The browser that is opened is to hold no port.
      _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
      #if canImport(Darwin)
        try socket.setValue(true, for: .noSIGPIPE)
      #endif
      try socket.bind(to: address)
      try socket.listen()
      return socket
    } catch {
      try? socket.close()
      throw error
    }
  }
}
