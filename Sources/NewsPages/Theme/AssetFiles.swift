import NewsCore

/// How assets are named in Output.
public enum AssetNaming: Sendable {
  /// `assets/site.3f2a9c1d.css`: a browser may keep it for ever.
  case byDigest
  /// `assets/site.css`: it changes without the pages that use it.
  case plain
}

/// The files of `Templates/assets` under names that hold a digest of their content, `assets/site.3f2a9c1d.css`: a browser
/// may keep such a file for ever, as another content has another name (A-F1).
///
/// What a stylesheet names in `url(…)` or after `@import` gets its new name there, before the stylesheet's own is made.
struct AssetFiles: Sendable {
  /// Path under `Templates/` → path in Output.
  private(set) var names: [String: String] = [:]
  /// By their paths in Output.
  private(set) var files: [(path: String, bytes: [UInt8])] = []
  private var sources: [String: [UInt8]] = [:]

  /// Names the files, whose paths begin with `assets/`, in the order given.
  init(_ assets: [(path: String, bytes: [UInt8])], naming: AssetNaming = .byDigest) {
    if naming == .plain {
      names = Dictionary(uniqueKeysWithValues: assets.map { ($0.path, $0.path) })
      files = assets
      return
    }
    sources = Dictionary(uniqueKeysWithValues: assets.map { ($0.path, $0.bytes) })
    for (path, _) in assets { _ = name(path, inside: []) }
    files.sort { precedesByBytes($0.path, $1.path) }
  }

  /// The file's path in Output; its own where there is no such file.
  subscript(path: String) -> String { names[path] ?? path }

  // `outer` are the stylesheets being named, from which this one is named: a ring of them keeps its plain names.
  private mutating func name(_ path: String, inside outer: [String]) -> String? {
    if let name = names[path] { return name }
    guard let source = sources[path], !outer.contains(path) else { return nil }
    let bytes = path.hasSuffix(".css") ? renaming(in: source, of: path, outer + [path]) : source
    let name = fingerprinted(path, digest: SHA256.hex(bytes).prefix(8))
    names[path] = name
    files.append((name, bytes))
    return name
  }

  private func fingerprinted(_ path: String, digest: Substring) -> String {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[start...].lastIndex(of: "."), dot > start else { return "\(path).\(digest)" }
    if hasDigest(path[start..<dot]) { return path }
    return "\(path[..<dot]).\(digest)\(path[dot...])"
  }

  // A file that another tool has named so already: main.0123abcd.js.
  private func hasDigest(_ name: Substring) -> Bool {
    guard let mark = name.lastIndex(where: { $0 == "." || $0 == "-" }) else { return false }
    let digest = name[name.index(after: mark)...].utf8
    return (8...64).contains(digest.count) && digest.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }

  private mutating func renaming(in stylesheet: [UInt8], of path: String, _ outer: [String]) -> [UInt8] {
    let folder = path.split(separator: "/").dropLast().map(String.init)
    var result: [UInt8] = []
    var end = 0
    for range in addresses(in: stylesheet) {
      let address = String(decoding: stylesheet[range], as: UTF8.self)
      guard let target = resolved(address, in: folder), let name = name(target, inside: outer) else { continue }
      // Only the last part changes, so the way there stays as it is written.
      let written = address.lastIndex(of: "/").map { address[...$0] } ?? ""
      result += stylesheet[end..<range.lowerBound]
      result += Array("\(written)\(name[name.index(after: name.lastIndex(of: "/") ?? name.startIndex)...])".utf8)
      end = range.upperBound
    }
    return result + stylesheet[end...]
  }
}

/// The path that a relative address in a stylesheet means; nil for any other.
private func resolved(_ address: String, in folder: [String]) -> String? {
  guard !address.isEmpty, !address.contains(":"), !address.hasPrefix("/") else { return nil }
  var parts = folder
  for part in address.split(separator: "/") {
    if part == ".." { if parts.popLast() == nil { return nil } } else if part != "." { parts.append(String(part)) }
  }
  return parts.joined(separator: "/")
}

/// Where addresses stand in a stylesheet, without quotes, query and fragment: after `url(` and `@import`.
private func addresses(in bytes: [UInt8]) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var index = 0
  while index < bytes.count {
    let opening = ["url(", "@import"].first { bytes[index...].starts(with: $0.utf8) }
    index += opening?.utf8.count ?? 1
    guard opening != nil else { continue }
    while index < bytes.count, " \t\n\"'".utf8.contains(bytes[index]) { index += 1 }
    let end = bytes[index...].firstIndex { " \t\n\"'()?#;".utf8.contains($0) } ?? bytes.count
    let isNested = bytes[index..<end].elementsEqual("url".utf8)
    if !isNested { found.append(index..<end) }
    if !isNested { index = end }
  }
  return found
}
