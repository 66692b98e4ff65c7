import NewsCore
import Testing

@Suite struct DiagnosticTests {
  @Test func aSourceCannotDriveTheTerminal() {
    let message = Diagnostic(
      .error,
      "x",
      path: "a\u{1B}[2J.md",
      line: 3,
      "bad word \(excerpt("\u{202E}evil\u{7}\n"))",
      fix: "write more"
    )
    #expect(
      message.rendered == """
        a\\u{1b}[2J.md:3: error: bad word \u{2068}\\u{202e}evil\\u{7}\\u{a}\u{2069} [x]
          fix: write more
        """
    )
  }

  @Test func anExcerptIsShort() {
    #expect(excerpt(String(repeating: "م", count: 500)).unicodeScalars.count == 63)
  }

  @Test func theyAreSortedByPlace() {
    let sorted = [
      Diagnostic(.error, "b", path: "b", line: 1, ""), Diagnostic(.note, "c", path: "a", line: 2, ""),
      Diagnostic(.error, "d", path: "a", line: 2, ""), Diagnostic(.error, "e", path: "a", line: nil, ""),
    ].sorted()
    #expect(sorted.map(\.id) == ["e", "d", "c", "b"])
  }
}
