import NewsCore

/// What curl is to ask for. All of it comes to curl by standard input, so that no key stands in the list of processes.
struct CurlRequest: Sendable {
  /// nil for GET, or POST where there is a body.
  var method: String?
  var addresses: [String]
  var headers: [String] = []
  /// Options of curl that bring a body, or say who asks, with their values.
  var options: [(name: String, value: String)] = []

  /// The lines of a file of settings, as curl reads them.
  var settings: String {
    var lines = ["silent", "max-time = 30", #"write-out = "%{http_code}\n""#]
    if let method { lines.append("request = \(curlQuoted(method))") }
    lines += headers.map { "header = \(curlQuoted($0))" }
    lines += options.map { "\($0.name) = \(curlQuoted($0.value))" }
    for address in addresses { lines += ["url = \(curlQuoted(address))", #"output = "/dev/null""#] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The status of each answer (RFC 9110); 0 where none came. Throws where curl is missing.
  func ask(secrets: [String] = []) async throws(HostTrouble) -> [Int] {
    let ending = try await Tool(name: "curl", secrets: secrets).run(
      ["--disable", "--config", "-"],
      input: Array(settings.utf8)
    )
    let statuses = ending.text.split(separator: "\n").map { Int($0) ?? 0 }
    return statuses + Array(repeating: 0, count: max(0, addresses.count - statuses.count))
  }
}

private func curlQuoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": quoted += "\\\(scalar)"
    case "\n": quoted += "\\n"
    case _ where scalar.value < 0x20: quoted += " "
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
