import Foundation
import NewsCore

@testable import NewsPreview

/// A folder with files as a build leaves them, served, and asked.
final class ServedFolder {
  let root: String
  var served: ServedSite

  var folder: String { "\(root)/site" }

  init(_ files: [String: String] = [:], basePath: String = "") throws {
    root = FileManager.default.temporaryDirectory.appending(path: "served-\(UUID())").path
    try FileManager.default.createDirectory(atPath: "\(root)/site", withIntermediateDirectories: true)
    for (path, text) in files {
      let target = "\(root)/site/\(path)"
      try Files.makeFolders(Files.parentFolder(of: target) ?? "")
      try Data(text.utf8).write(to: URL(fileURLWithPath: target))
    }
    served = ServedSite(folder: "\(root)/site", basePath: basePath)
    served.isBuilt = true
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// The answer to a request with these lines after the first; a `Host` is added.
  func ask(_ path: String, method: String = "GET", _ fields: String...) throws -> Answer {
    let lines = ["\(method) \(path) HTTP/1.1", "Host: localhost:8000"] + fields
    return answer(try Request(head: Array(lines.joined(separator: "\r\n").utf8)), from: served)
  }
}

extension Answer {
  var text: String { String(decoding: body, as: UTF8.self) }
}
