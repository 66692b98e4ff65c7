import NewsCore
import NewsTemplates

/// The files of a theme: the site's own where it has them, the built-in ones for the rest.
public struct ThemeFiles: Sendable {
  /// Path under `Templates/` → bytes.
  private var files: [String: [UInt8]]

  /// The files that are part of the program: the repository's `Templates/`, put in when it was built.
  public static let builtIn = ThemeFiles(
    files: Dictionary(uniqueKeysWithValues: embeddedFiles.map { ($0.path, $0.bytes) })
  )

  private init(files: [String: [UInt8]]) { self.files = files }

  /// This theme with the files in a site's `Templates` folder put over it. A folder that is not there changes nothing.
  public func overlaid(byFolder folder: String) throws(FileTrouble) -> ThemeFiles {
    var theme = self
    if Files.kind(at: folder) == .folder { try theme.overlay(folder: folder, under: "", depth: 0) }
    return theme
  }

  private mutating func overlay(folder: String, under prefix: String, depth: Int) throws(FileTrouble) {
    for entry in try Files.entries(in: folder) where !entry.name.hasPrefix(".") {
      let path = "\(folder)/\(entry.name)"
      switch entry.kind {
      case .folder: if depth < 8 { try overlay(folder: path, under: "\(prefix)\(entry.name)/", depth: depth + 1) }
      case .file, .link: files["\(prefix)\(entry.name)"] = try Files.read(path)
      case .other: break
      }
    }
  }

  /// The fingerprint of all that a page may show of the files: of assets with plain names, no more than their names.
  public func fingerprint(_ naming: AssetNaming) -> Fingerprint {
    var print = Fingerprint()
    for (path, bytes) in files.sorted(by: { precedesByBytes($0.key, $1.key) }) {
      print.mix(path)
      if naming == .byDigest || !path.hasPrefix("assets/") { print.mix(bytes) }
    }
    return print
  }

  /// The bytes of a file under `Templates/`.
  public func bytes(_ path: String) -> [UInt8]? { files[path] }

  /// The languages that have a strings file.
  public var languages: [String] {
    files.keys.filter { $0.hasPrefix("strings/") && $0.hasSuffix(".yaml") }
      .map { String($0.dropFirst(8).dropLast(5)) }.sorted()
  }

  /// The templates by their names: `story`, `partials/card`.
  var templates: [String: TemplateSource] {
    var templates: [String: TemplateSource] = [:]
    for (path, bytes) in files where path.hasSuffix(".mustache") {
      templates[String(path.dropLast(9))] = TemplateSource(path: "\(SiteFolder.templates)/\(path)", bytes: bytes)
    }
    return templates
  }

  /// The files below `assets/`, by their paths with that word, in order.
  var assets: [(path: String, bytes: [UInt8])] {
    files.filter { $0.key.hasPrefix("assets/") }
      .map { ($0.key, $0.key == Self.searchScript ? squeezed($0.value) : $0.value) }
      .sorted { precedesByBytes($0.path, $1.path) }
  }

  /// The script of the search: sent without its comments.
  static let searchScript = "assets/search.js"

  /// The files below `root/`, by their paths at the root of the site, where they stand as they are.
  var rootFiles: [(path: String, bytes: [UInt8])] {
    files.compactMap { path, bytes in
      path.hasPrefix("root/") ? (String(path.dropFirst("root/".utf8.count)), bytes) : nil
    }
  }

  func phrasebook(for language: String) throws(SettingsTrouble) -> Phrasebook {
    let path = "strings/\(language).yaml"
    guard let bytes = files[path] else {
      throw SettingsTrouble([
        Diagnostic(
          .error,
          "no-strings",
          path: SiteFolder.settings,
          "there are no words for the language \(excerpt(language))",
          fix: "copy Templates/strings/ar.yaml to Templates/\(path) and translate it, or choose one of: "
            + languages.joined(separator: ", ")
        )
      ])
    }
    return try Phrasebook.parse(bytes, language: language, path: "\(SiteFolder.templates)/\(path)")
  }
}
