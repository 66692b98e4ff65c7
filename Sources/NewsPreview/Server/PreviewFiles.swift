import NewsPages

/// The preview's own files: parts of the program, served below an address that no site has.
enum PreviewFiles {
  struct File: Sendable {
    let address: String
    let type: String
    let bytes: [UInt8]
  }

  /// The folder of all addresses that are the preview's.
  static let root = "/.warraq/"
  /// A file's path after this is the address of the page that shows it with what is wrong in it.
  static let source = root + "source/"
  static let script = embedded("reload.js")
  static let worker = embedded("worker.js")

  static let all = [
    script, worker, File(address: root + "desk.css", type: mediaType(of: "desk.css"), bytes: Array(deskStyle.utf8)),
    File(address: root + "desk.js", type: mediaType(of: "desk.js"), bytes: Array(deskScript.utf8)),
  ]

  private static func embedded(_ name: String) -> File {
    let bytes = ThemeFiles.builtIn.bytes("preview/\(name)")
    precondition(bytes != nil, "Templates/preview/\(name) is part of the program")
    return File(address: root + name, type: mediaType(of: name), bytes: bytes ?? [])
  }
}
