import NewsCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What has been done of a release, line by line as it happens: after the power fails, it need not be done again.
/// A line without its end counts as not written.
struct Journal: Sendable {
  private let path: String

  init(_ folder: PublishFolder) { path = folder.journal }

  /// The paths that are done, if the journal is that of the release.
  func done(of release: String) throws(FileTrouble) -> Set<String> {
    guard Files.kind(at: path) == .file else { return [] }
    var bytes = try Files.read(path)[...]
    if let end = bytes.lastIndex(of: 0x0A) { bytes = bytes[...end] } else { bytes = [] }
    let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    guard lines.first == release else { return [] }
    return Set(lines.dropFirst())
  }

  func begin(_ release: String) throws(FileTrouble) {
    try Files.replace(path, with: Array("\(release)\n".utf8), temporary: "\(path).new")
  }

  /// Adds paths that are done. Losing a line only means that a file is sent twice, so failures are of no account.
  func add(_ paths: [String]) {
    guard !paths.isEmpty else { return }
    let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    let bytes = Array((paths.joined(separator: "\n") + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
  }

  func end() throws(FileTrouble) { try Files.remove(path) }
}
