import Testing

@testable import NewsPreview

/// What open pages are told after a build.
@Suite struct NewsstandTests {
  private func news(_ changed: [String], knows: Bool = true) async -> String {
    var show = PreviewShow(served: ServedSite(folder: "/"), root: "/", session: "s")
    show.state.number = 7
    show.state.changed = changed
    show.state.knowsChanges = knows
    let newsstand = Newsstand(show)
    let (reader, stream) = await newsstand.openStream()
    defer { Task { await newsstand.closeStream(reader) } }
    for await bytes in stream { return String(decoding: bytes, as: UTF8.self) }
    return ""
  }

  @Test func pagesAreToldWhichFilesChanged() async {
    let text = await news(["2026/01/15/خبر/index.html"])
    #expect(text.contains("\"changed\":[\"/2026/01/15/%D8%AE%D8%A8%D8%B1/\"]") && text.contains("\"build\":7"))
    #expect(text.hasSuffix("\n\n"))
  }

  @Test func ofManyFilesAndWhereNobodyKnowsTheyLookForThemselves() async {
    let many = (0..<201).map { "\($0).html" }
    #expect(await !news(many).contains("\"changed\""))
    #expect(await news(Array(many.dropLast())).contains("\"changed\""))
    #expect(await !news(["a.html"], knows: false).contains("\"changed\""))
  }
}
