import ArabicText
import Foundation

/// The address, relative to the site's, that an alias of a story means: `old/story/`, or `old/story.html`.
///
/// A full address of the site, a leading slash and percent-encoding are understood. Nil where the alias could lead out of
/// the site or its folder, or can be no file on every host: `..`, hidden or reserved names, control characters, queries.
public func aliasAddress(_ written: String, baseURL: String) -> String? {
  var text = Substring(written)
  if text.hasPrefix(baseURL) { text = text.dropFirst(baseURL.count) }
  if text.contains("://") || text.hasPrefix("//") { return nil }
  guard let decoded = String(text).removingPercentEncoding else { return nil }
  var parts = composed(decoded).split(separator: "/", omittingEmptySubsequences: false)
  if parts.first?.isEmpty == true { parts.removeFirst() }
  if parts.last == "index.html" { parts[parts.count - 1] = "" }
  let isFolder = parts.last?.isEmpty == true
  if isFolder { parts.removeLast() }
  guard !parts.isEmpty, parts.allSatisfy(isPlainName), let last = parts.last else { return nil }
  let address = parts.joined(separator: "/")
  if address.utf8.count > 600 || reservedFolders.contains(parts[0].lowercased()) { return nil }
  let isPage = !isFolder && [".html", ".htm"].contains { last.lowercased().hasSuffix($0) }
  return isPage ? address : address + "/"
}

/// Folders that hold files which are no pages, or addresses that the site makes itself.
private let reservedFolders: Set<String> = ["a", "assets", "fonts", "images", "lite", "media"]

private let fileEndings = [
  ".xml", ".json", ".txt", ".css", ".js", ".ico", ".png", ".jpg", ".svg", ".webmanifest", ".woff2",
]

private func isPlainName(_ part: Substring) -> Bool {
  guard let first = part.unicodeScalars.first, let last = part.unicodeScalars.last else { return false }
  if part.utf8.count > 200 || first == "." || first == "_" || last == "." || last == " " { return false }
  if fileEndings.contains(where: { part.lowercased().hasSuffix($0) }) { return false }
  return part.unicodeScalars.allSatisfy { scalar in
    switch scalar {
    case "\\", "?", "#", "<", ">", "\"", "|", "*", ":": false
    default: visible(String(scalar)) == String(scalar)
    }
  }
}
