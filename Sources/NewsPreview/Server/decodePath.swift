/// The path of a request as the names that it goes through: decoded once, as UTF-8. The last is empty where the path ends
/// with a slash. nil where it could mean anything but a file below the folder that is served: `.` and `..`, an encoded
/// slash, a backslash, a control character, an empty name, bytes that are not UTF-8.
func decodePath(_ path: String) -> [String]? {
  guard path.utf8.first == UInt8(ascii: "/") else { return nil }
  var names: [String] = []
  for encoded in path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
    guard let name = decodeName(encoded), name != ".", name != ".." else { return nil }
    names.append(name)
  }
  return names.dropLast().contains("") ? nil : names
}

/// Percent-encoded bytes as text (RFC 3986, section 2.1); nil where they are none that a name may have.
private func decodeName(_ encoded: Substring.UTF8View) -> String? {
  var bytes: [UInt8] = []
  var rest = encoded[...]
  while let byte = rest.popFirst() {
    if byte != UInt8(ascii: "%") {
      bytes.append(byte)
      continue
    }
    guard let high = rest.popFirst().flatMap(hexadecimalValue), let low = rest.popFirst().flatMap(hexadecimalValue)
    else {
      return nil
    }
    bytes.append(high << 4 | low)
  }
  let isName = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") }
  return isName ? String(validating: bytes, as: UTF8.self) : nil
}

private func hexadecimalValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

/// A path for a `Location` or a list of pages: unreserved characters and `/` stand, all else is percent-encoded as UTF-8.
func encodePath(_ path: String) -> String {
  var encoded = ""
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      encoded.unicodeScalars.append(Unicode.Scalar(byte))
    case _ where "/-._~".utf8.contains(byte): encoded.unicodeScalars.append(Unicode.Scalar(byte))
    default: encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }
  }
  return encoded
}
