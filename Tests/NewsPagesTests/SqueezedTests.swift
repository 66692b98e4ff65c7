import Foundation
import Testing

@testable import NewsPages

struct SqueezedTests {
  @Test func `comments, indentation and spaces go, the names of its own become short`() {
    let script = """
      // Own names: story longName
      function longName(story) {
        const text = `a ${story} b`;
        return story.text + text;
      }
      """
    #expect(
      String(decoding: squeezed(Array(script.utf8)), as: UTF8.self)
        == "function d(c){let text=`a ${c} b`;return c.text+text}\n"
    )
  }

  @Test func `no own name of the search is a word in a text, nor a property unless the script says so`() throws {
    let script = try #require(ThemeFiles.builtIn.bytes(ThemeFiles.searchScript))
    let names = ownNames(of: script)
    #expect(names.count > 80)
    let properties = Set(
      String(decoding: script, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("// Own properties: ") }
        .flatMap { $0.dropFirst(19).split(separator: " ").map(String.init) }
    )
    // What the head of the index and the browser call their own stays as it is.
    let foreign = [
      "version", "count", "segments", "name", "first", "shards", "tails", "block", "mark", "years", "topics", "words",
      "text", "status", "length", "value", "size", "href", "lang", "dir", "then", "index", "input", "target", "key",
    ]
    #expect(properties.isDisjoint(with: foreign))
    let code = String(decoding: script, as: UTF8.self).split(separator: "\n")
      .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    for name in names.keys.map({ String(decoding: $0, as: UTF8.self) }) {
      let asProperty = properties.contains(name) ? [] : ["[^.]\\.\(name)\\b", "\\b\(name)\\s*:(?!:)"]
      for wrong in asProperty + ["[\"'#]\(name)\\b", "[a-z]-\(name)\\b"] {
        let places = code.ranges(of: try Regex(wrong)).map { code[$0] }
        #expect(places.isEmpty, "\(name)")
      }
    }
  }
}
