import ArabicText
import NewsCore

/// Checks that every host can keep every name: composed Unicode (NFC), no two names that differ by case alone, nothing
/// longer than 255 bytes a part and 1,024 in all, nothing that ends in a dot or a space, no control characters.
public func checkNames(_ paths: some Sequence<String>) -> [Diagnostic] {
  var found: [Diagnostic] = []
  var byFolded: [String: String] = [:]
  for path in paths {
    if let (message, fix) = fault(of: path) { found.append(report(path, message, fix)) }
    if let other = byFolded.updateValue(path, forKey: folded(path)) {
      let (first, second) = precedesByBytes(other, path) ? (other, path) : (path, other)
      found.append(report(second, "some hosts cannot tell this name from \(excerpt(first))", "change one of the two"))
    }
  }
  return found.sorted()
}

/// The name as a system sees it that tells neither case nor composition apart.
func folded(_ path: String) -> String {
  path.utf8.allSatisfy { $0 < 0x80 } ? path.lowercased() : composed(path.lowercased())
}

private func report(_ path: String, _ message: String, _ fix: String) -> Diagnostic {
  Diagnostic(.error, "bad-name", path: "Output/\(path)", message, fix: fix)
}

private func fault(of path: String) -> (message: String, fix: String)? {
  if path.utf8.count > 1024 { return ("this path is longer than 1,024 bytes", "shorten the slug or the alias") }
  if path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) {
    return ("this name holds a control character or a backslash", "rename the file")
  }
  if path.unicodeScalars.contains("\u{FFFD}") { return ("this name is not UTF-8", "rename the file") }
  for part in path.split(separator: "/") {
    if part.utf8.count > 255 {
      return ("a part of this path is longer than 255 bytes", "shorten the slug or the alias")
    }
    if part.hasSuffix(".") || part.hasSuffix(" ") || part.hasPrefix(" ") {
      return ("a part of this path begins or ends with a space, or ends with a dot", "rename the file")
    }
  }
  if path.utf8.contains(where: { $0 >= 0x80 }), !composed(path).utf8.elementsEqual(path.utf8) {
    return ("this name is not in composed form (NFC), so links to it lead nowhere on some hosts", "rename the file")
  }
  return nil
}
