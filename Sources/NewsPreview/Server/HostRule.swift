#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Which hosts a request may name. A page of another site that has its own name lead to this machine (DNS rebinding) gets
/// nothing: it asks for its own name, and neither for an address nor for `localhost`.
public enum HostRule: Sendable {
  /// `localhost` and the loopback addresses.
  case loopback
  /// Any address by its numbers as well: the server was opened to other machines.
  case numbers

  /// Whether a `Host` field, with or without a port, names this server.
  public func admits(_ host: String) -> Bool {
    guard let name = Self.name(in: host)?.lowercased() else { return false }
    if name == "localhost" || name == "127.0.0.1" || name == "[::1]" { return true }
    return self == .numbers && Self.isNumbers(name)
  }

  private static func name(in host: String) -> String? {
    let isBracketed = host.hasPrefix("[")
    guard let end = isBracketed ? host.firstIndex(of: "]").map(host.index(after:)) : host.firstIndex(of: ":") else {
      return isBracketed ? nil : host
    }
    let port = host[end...]
    let isPort = port.isEmpty || (port.first == ":" && port.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) })
    return isPort ? String(host[..<end]) : nil
  }

  private static func isNumbers(_ name: String) -> Bool {
    if name.hasPrefix("[") {
      var address = in6_addr()
      return inet_pton(AF_INET6, String(name.dropFirst().dropLast()), &address) == 1
    }
    var address = in_addr()
    return inet_pton(AF_INET, name, &address) == 1
  }
}
