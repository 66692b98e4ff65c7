import Foundation
import TestSupport
import Testing

@testable import ArabicText

/// `Tests/Golden/search-words.jsonl`: what the search makes of some thousand texts. The browser's script is held to the
/// same file (`Tests/Browser/test_search.py`).
struct SearchVectorTests {
  private var texts: [String] {
    var texts: [String] = []
    for name in ["texts.txt", "pairs.txt"] {
      let path = packageFolder + "/Tests/Search/\(name)"
      texts += ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
    }
    var maker = TextMaker(seed: 6)
    texts += (0..<400).map { _ in maker.line(most: 6) }
    var random = SeededRandom(seed: 6)
    texts += (0..<600).map { _ in Self.hostile(&random) }
    return texts
  }

  /// Letters and signs from every block that means something to the search.
  private static func hostile(_ random: inout SeededRandom) -> String {
    let blocks: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xA0...0x17F, 0x300...0x340, 0x370...0x3FF, 0x400...0x45F, 0x590...0x5F4, 0x600...0x6FF,
      0x621...0x64A,
      0x750...0x77F, 0x8A0...0x8FF, 0x2000...0x206F, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x1E00...0x1EFF,
      0x1F600...0x1F610,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<1 + random.next(14) {
      let block = random.pick(blocks)
      let value = block.lowerBound + UInt32(random.next(Int(block.upperBound - block.lowerBound) + 1))
      if let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .unassigned { text.append(scalar) }
    }
    return String(text)
  }

  private func line(_ text: String) throws -> String {
    let words = searchWords(in: text).map { word in
      let forms = wordForms(of: word.normal).map { form in
        "\(form.text) \(Int((form.weight * 1000).rounded()))\(form.isJoined ? " joined" : "")"
      }
      return [
        word.normal, forms.joined(separator: ", "),
        searchTails(of: word.normal).map(String.init).joined(separator: " "),
      ]
    }
    let value: [Any] = [text, normalize(text), words]
    let data = try JSONSerialization.data(withJSONObject: value, options: [.withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }

  @Test func `Golden: words, forms and tails of the search`() throws {
    let lines = try texts.map(line).joined(separator: "\n") + "\n"
    #expect(golden("search-words.jsonl", Array(lines.utf8)) == nil)
  }
}
