import NewsCore

/// One line of a manifest: a path with what stands there, or nil where nothing does any more.
///
/// `<digest> <size> <path>`, with `<size>,<since>,<releases>` for a retired file; `- 0 <path>` for one that is gone.
struct FileChange: Sendable, Hashable {
  var path: String
  var record: FileRecord?
}

extension FileChange {
  func append(to bytes: inout [UInt8]) {
    guard let record else {
      bytes += Array("- 0 \(path)\n".utf8)
      return
    }
    bytes += Array(record.digest.isEmpty ? "?".utf8 : record.digest.utf8)
    bytes.append(0x20)
    bytes += Array(String(record.size).utf8)
    if let retired = record.retired { bytes += Array(",\(retired.since),\(retired.releases)".utf8) }
    bytes.append(0x20)
    bytes += Array(path.utf8)
    bytes.append(0x0A)
  }

  /// Reads one line without its end; nil where it is not in this form.
  init?(_ line: ArraySlice<UInt8>) {
    guard let first = line.firstIndex(of: 0x20), let second = line[(first + 1)...].firstIndex(of: 0x20),
      let path = String(validating: line[(second + 1)...], as: UTF8.self), !path.isEmpty, !leavesItsFolder(path)
    else { return nil }
    self.path = path
    let digest = String(decoding: line[..<first], as: UTF8.self)
    if digest == "-" { return }
    let numbers = line[(first + 1)..<second].split(separator: UInt8(ascii: ",")).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? -1
    }
    guard numbers.count == 1 || numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    guard digest == "?" || (digest.utf8.count == 64 && digest.utf8.allSatisfy(isHexadecimal)) else { return nil }
    record = FileRecord(digest: digest == "?" ? "" : digest, size: numbers[0])
    if numbers.count == 3 { record?.retired = .init(since: numbers[1], releases: numbers[2]) }
  }

  /// All lines; nil if one of them is not in this form.
  static func parse(_ bytes: ArraySlice<UInt8>) -> [FileChange]? {
    var changes: [FileChange] = []
    for line in bytes.split(separator: 0x0A) {
      guard let change = FileChange(line) else { return nil }
      changes.append(change)
    }
    return changes
  }
}

func isHexadecimal(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
}

/// Whether a path from a host's own record points out of the site: a manifest is read from a place that others write to.
func leavesItsFolder(_ path: String) -> Bool {
  path.hasPrefix("/")
    || path.split(separator: "/", omittingEmptySubsequences: false).contains { $0 == ".." || $0 == "." || $0.isEmpty }
}
