import NewsCore

/// What the built site asks of its host in `_redirects` and `_headers`, in the form that Netlify and Cloudflare Pages read.
/// The preview does what such a host does, so that a mistake is seen before readers see it.
public struct HostFiles: Sendable {
  private var moved: [String: (to: String, status: Int)] = [:]
  private var rules: [(path: String, fields: [(name: String, value: String)])] = []

  /// Reads both files in a folder; one that is not there says nothing.
  public init(folder: String) {
    read(redirects: (try? Files.read("\(folder)/_redirects")) ?? [])
    read(headers: (try? Files.read("\(folder)/_headers")) ?? [])
  }

  private mutating func read(redirects bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let parts = String(decoding: line, as: UTF8.self).split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" })
      guard parts.count >= 2, let names = decodePath(String(parts[0])) else { continue }
      moved[names.joined(separator: "/")] = (String(parts[1]), parts.count > 2 ? Int(parts[2]) ?? 301 : 301)
    }
  }

  private mutating func read(headers bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) {
      let text = String(decoding: line, as: UTF8.self)
      guard text.hasPrefix(" ") else {
        rules.append((text, []))
        continue
      }
      guard let colon = text.firstIndex(of: ":"), !rules.isEmpty else { continue }
      let value = text[text.index(after: colon)...].drop { $0 == " " }
      rules[rules.count - 1].fields.append((text[..<colon].filter { $0 != " " }, String(value)))
    }
  }

  /// Where what stood at a path, given by its names, has gone; nil where it has not.
  func target(of names: [String]) -> (to: String, status: Int)? {
    // An address with a slash at its end is the same without it, as these hosts see it.
    moved[names.joined(separator: "/")]
      ?? moved[(names.last == "" ? names.dropLast() : names + [""]).joined(separator: "/")]
  }

  /// The fields for a path as it was asked for, the later rule before the earlier.
  func fields(for path: String) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    for rule in rules where Self.matches(rule.path[...], path[...]) {
      for field in rule.fields {
        fields.removeAll { $0.name == field.name }
        fields.append(field)
      }
    }
    return fields
  }

  /// A `*` stands for any characters, slashes among them.
  private static func matches(_ pattern: Substring, _ path: Substring) -> Bool {
    guard let star = pattern.firstIndex(of: "*") else { return pattern == path }
    guard path.hasPrefix(pattern[..<star]) else { return false }
    let rest = pattern[pattern.index(after: star)...]
    if rest.isEmpty { return true }
    // What follows the only star of these files is the end of the path.
    return path.dropFirst(pattern[..<star].count).hasSuffix(rest)
  }
}
