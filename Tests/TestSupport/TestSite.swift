import Foundation
import NewsCore

/// A site in a folder of its own below the system's temporary folder; gone when the value goes.
package final class TestSite: Sendable {
  package let folder: SiteFolder

  /// Makes the folder with settings that build; `settings` replaces them.
  package init(settings: String = TestSite.settings, topics: String? = nil) throws {
    let base = Files.resolved(NSTemporaryDirectory()) ?? NSTemporaryDirectory()
    folder = SiteFolder(root: "\(base)/warraq-test-\(UUID().uuidString)")
    try write(SiteFolder.settings, settings)
    if let topics { try write(SiteFolder.topics, topics) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder.root) }

  package static let settings = """
    title: صحيفة الاختبار
    base-url: https://news.example
    language: ar-SY
    time-zone: Asia/Damascus
    fonts: off

    """

  /// Writes a file of the site; the path is relative to its folder.
  package func write(_ path: String, _ text: String) throws { try write(path, bytes: Array(text.utf8)) }

  package func write(_ path: String, bytes: [UInt8]) throws {
    try FileManager.default.createDirectory(
      atPath: Files.parentFolder(of: folder.path(path)) ?? folder.root,
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path(path)))
  }

  /// A story file with this front matter and body below `Content/Stories`.
  package func writeStory(_ name: String, title: String, date: String = "2026-01-15", more: String = "", body: String)
    throws
  {
    try write("\(SiteFolder.stories)/\(name)", "---\ntitle: \(title)\ndate: \(date)\n\(more)---\n\n\(body)\n")
  }

  package func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: folder.path(path)) }

  package func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: folder.path(path), withDestinationPath: target)
  }

  package func text(_ path: String) throws -> String {
    String(decoding: try Files.read(folder.path(path)), as: UTF8.self)
  }

  package func exists(_ path: String) -> Bool { Files.kind(at: folder.path(path)) != nil }

  /// Every file below a folder of the site, hidden ones left out, with its text. The digests in the names of assets are
  /// left out as well, as another stylesheet is no other page; `keepingDigests` keeps them.
  package func snapshot(of path: String = "Output", keepingDigests: Bool = false) throws -> [String: String] {
    var files: [String: String] = [:]
    guard exists(path) else { return files }
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path(path)) {
      let isHidden = file.split(separator: "/").contains { $0.hasPrefix(".") }
      if !isHidden, Files.kind(at: folder.path("\(path)/\(file)")) == .file {
        let text = try text("\(path)/\(file)")
        files[keepingDigests ? file : withoutDigests(file)] = keepingDigests ? text : withoutDigests(text)
      }
    }
    return files
  }
}
