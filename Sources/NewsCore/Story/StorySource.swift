/// Whose reporting a story rests on: a name, and where what it rests on can be read.
public struct StorySource: Sendable, Hashable {
  /// The name as it is shown.
  public var name: String
  /// `https://…` or `http://…`, as it is written; nil for a source without an address.
  public var url: String?

  /// Gives a source, with its address on the web if it has one.
  public init(_ name: String, url: String? = nil) {
    self.name = name
    self.url = url
  }

  /// The source that a Markdown link names, `[name](https://…)`; nil for any other text.
  public init?(markdown text: String) {
    guard text.first == "[", text.last == ")", let middle = text.firstRange(of: "](") else { return nil }
    let name = text[text.index(after: text.startIndex)..<middle.lowerBound]
    let url = String(text[middle.upperBound...].dropLast())
    guard !name.allSatisfy(\.isWhitespace), Self.isWebAddress(url) else { return nil }
    self.init(String(name), url: url)
  }

  /// Whether a text is the address of a page on the web, with nothing in it that a link could be led astray by.
  public static func isWebAddress(_ text: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }) else { return false }
    let rest = text.dropFirst(scheme.count)
    let isPlain = rest.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && !(0x7F...0x9F).contains(scalar.value) && !scalar.properties.isWhitespace
        && !scalar.properties.isBidiControl && !"\"<>\\^`{|}".unicodeScalars.contains(scalar)
    }
    return isPlain && !["/", "?", "#", ":", ".", "@"].contains(rest.first ?? "/")
  }
}
