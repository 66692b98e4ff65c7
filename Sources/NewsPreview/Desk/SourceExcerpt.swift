import ArabicText
import NewsCore

/// A few lines of a file around one that is spoken of.
struct SourceExcerpt: Sendable {
  struct Line: Sendable {
    /// Counted from 1.
    var number: Int
    var text: String
    var isFaulty: Bool
  }

  private(set) var lines: [Line] = []

  /// Longer files are not looked into, and longer lines are cut.
  private static let (mostBytes, mostCharacters) = (2_000_000, 200)

  /// The line of a file with the one above and the one below; none where the file holds no text, or is not the site's.
  init(_ path: String, line: Int, in root: String) {
    guard line > 0, let bytes = Self.bytes(of: path, in: root) else { return }
    var number = 0
    for text in linesOfSource(bytes) {
      number += 1
      if number > line + 1 { return }
      guard number >= line - 1 else { continue }
      lines.append(Line(number: number, text: Self.shown(text), isFaulty: number == line))
    }
    // What is missing at the end of a file is told of a line that is not there.
    if number < line { lines = [] }
  }

  /// The bytes of a file of the site's, unless it is longer than anybody reads.
  static func bytes(of path: String, in root: String) -> [UInt8]? {
    guard let resolved = Files.resolved("\(root)/\(path)"), let folder = Files.resolved(root),
      resolved.hasPrefix("\(folder)/"), let size = Files.size(of: resolved), size <= mostBytes
    else { return nil }
    return try? Files.read(resolved)
  }

  /// A line as it can be shown: what is invisible made visible, and no longer than so many code points.
  static func shown(_ line: some StringProtocol, most: Int = mostCharacters) -> String {
    let short = line.unicodeScalars.prefix(most)
    let text = String(String.UnicodeScalarView(short.map { $0 == "\t" ? " " : $0 }))
    return visible(text) + (short.endIndex < line.unicodeScalars.endIndex ? "…" : "")
  }
}

/// The lines of a file in any encoding, without their ends; none where it is no text.
func linesOfSource(_ bytes: [UInt8], encoding: Encoding? = nil) -> [Substring] {
  guard let text = try? decode(bytes, as: encoding).text else { return [] }
  return text.split(separator: "\n", omittingEmptySubsequences: false)
}
