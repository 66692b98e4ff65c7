import Foundation
import NewsCore

/// Compares bytes with a file in `Tests/Golden`; nil where they are equal, else what to do.
///
/// With `WARRAQ_RECORD_GOLDEN=1` the file is written anew, and the test fails all the same: a recording is read by a
/// person before it counts.
package func golden(_ name: String, _ bytes: [UInt8]) -> String? {
  let path = goldenFolder + "/" + name
  if ProcessInfo.processInfo.environment["WARRAQ_RECORD_GOLDEN"] == "1" {
    do throws(FileTrouble) {
      try Files.replace(path, with: bytes, temporary: goldenFolder + "/.recording-\(name.replacing("/", with: "-"))")
    } catch {
      return "\(error)"
    }
    return "recorded \(name): read it in git diff, then run the tests without WARRAQ_RECORD_GOLDEN"
  }
  guard let expected = try? Files.read(path) else { return "Tests/Golden/\(name) is not there: run `make golden`" }
  if expected == bytes { return nil }
  let offset = zip(expected, bytes).prefix { $0 == $1 }.count
  let start = max(0, offset - 60)
  return """
    \(name) differs from byte \(offset) on
    expected: …\(String(decoding: expected[start..<min(expected.count, offset + 80)], as: UTF8.self))
    got:      …\(String(decoding: bytes[start..<min(bytes.count, offset + 80)], as: UTF8.self))
    """
}

/// The folder of this package.
package let packageFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

private let goldenFolder = packageFolder + "/Tests/Golden"
