import NewsCore

/// What a build has put into Output, and which story each page came from: the next build removes only these files.
///
/// It lives in `Output/.warraq/built`, one `story<TAB>path` a line. Without it nothing is removed; nothing else hangs on it.
struct Ledger: Sendable, Equatable {
  static let path = ".warraq/built"

  /// Path in Output → story file, empty for pages that are no story's.
  var sources: [String: String] = [:]

  init(sources: [String: String] = [:]) { self.sources = sources }

  /// Reads a ledger. Lines that lead out of Output, by accident or malice, do not count.
  init(parsing bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 2, isInside(parts[1]) else { continue }
      sources[String(parts[1])] = String(parts[0])
    }
  }

  /// The ledger's file, sorted so that equal ledgers are equal bytes.
  var bytes: [UInt8] {
    let lines = sources.map { "\($0.value)\t\($0.key)\n" }
    return Array(lines.sorted(by: precedesByBytes).joined().utf8)
  }

  private func isInside(_ path: Substring) -> Bool {
    !path.isEmpty && !path.hasPrefix("/")
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        $0 != ".." && $0 != "." && !$0.isEmpty
      }
  }
}
