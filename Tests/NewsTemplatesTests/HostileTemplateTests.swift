import Foundation
import Testing

@testable import NewsTemplates

@Suite struct HostileTemplateTests {
  @Test func tenThousandNestedSectionsAreAnError() {
    let page = String(repeating: "{{#title}}", count: 10_000) + String(repeating: "{{/title}}", count: 10_000)
    #expect(errors(page).map(\.id) == [.tooDeep])
    #expect(errors(String(repeating: "{{<a}}{{$b}}", count: 10_000)).contains { $0.id == .tooDeep })
  }

  @Test func theDeepestThatIsAllowedFitsASmallStack() async {
    let page = sixtySections("{{>p}}")
    let deep = ["p": sixtySections("{{>q}}"), "q": "{{title}}"]
    #expect(await onSmallStack { try? rendered(page, deep, for: SamplePage(title: "x")) } == "x")
    let deeper = ["p": sixtySections("{{>q}}"), "q": sixtySections("x")]
    #expect(await onSmallStack { errors(page, deeper).map(\.id.rawValue).joined() } == "too-deep")
  }

  private func sixtySections(_ inner: String) -> String {
    String(repeating: "{{#title}}", count: 60) + inner + String(repeating: "{{/title}}", count: 60)
  }

  /// Runs work on a thread with half a megabyte of stack, which is what the threads of a pool have.
  private func onSmallStack(_ work: @escaping @Sendable () -> String?) async -> String? {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: work()) }
      thread.stackSize = 512 << 10
      thread.start()
    }
  }

  @Test(arguments: ["{{>NEXT}}{{>NEXT}}", "{{#topics}}{{>NEXT}}{{/topics}}{{>NEXT}}", "  {{>NEXT}}\n  {{>NEXT}}\nx"])
  func aBombOfPartialsIsAnError(_ body: String) {
    var others: [String: String] = [:]
    for level in 0..<60 { others["p\(level)"] = body.replacingOccurrences(of: "NEXT", with: "p\(level + 1)") }
    others["p60"] = "boom"
    let found = errors("{{>p0}}", others)
    #expect(found.count == 1)
    #expect(found.first?.id == .tooLarge || found.first?.id == .tooDeep, "\(found)")
  }

  @Test func aBombOfTextIsAnError() {
    var others = ["p6": String(repeating: "x", count: 1000)]
    for level in 0..<6 { others["p\(level)"] = String(repeating: "{{>p\(level + 1)}}", count: 10) }
    #expect(errors("{{>p0}}", others).map(\.id) == [.tooLarge])
  }

  @Test func aBombOfBlocksIsAnError() {
    var others: [String: String] = [:]
    for level in 1..<30 {
      let twice = String(repeating: "{{$a\(level - 1)}}{{/a\(level - 1)}}", count: 2)
      others["p\(level)"] = "{{<p\(level + 1)}}{{$a\(level)}}\(twice){{/a\(level)}}{{/p\(level + 1)}}"
    }
    others["p30"] = "{{$a29}}{{/a29}}"
    #expect(errors("{{<p1}}{{$a0}}boom{{/a0}}{{/p1}}", others).map(\.id) == [.tooLarge])
  }

  @Test func aBombOfWhiteSpaceIsAnError() {
    let space = String(repeating: " ", count: 10_000)
    var others = ["p12": "", "l": String(repeating: "{{$a}}{{/a}}", count: 5_000)]
    for level in 0..<12 { others["p\(level)"] = String(repeating: "\(space){{>p\(level + 1)}}\n", count: 2) }
    #expect(errors("{{>p0}}", others).map(\.id) == [.tooLarge])
    #expect(errors("{{<l}}{{$a}}\n\(space.prefix(1_000))x\n{{/a}}{{/l}}", others).map(\.id) == [.tooLarge])
  }

  @Test func fiveMegabytesAreReadInOneGo() throws {
    let line =
      "<p>{{title}} سطر من النص {{#is-breaking}}عاجل{{/is-breaking}} " + String(repeating: "x", count: 400) + "</p>\n"
    let page = String(repeating: line, count: 5_000_000 / line.utf8.count + 1)
    #expect(try rendered(page).utf8.count > 4_000_000)
  }

  @Test(
    arguments: [
      "{{", "{{{", "{{ {{ ", "{{!", "{{=", "}}", "{{#a}}", "{{/a}}", "{{a b}}", "{{=| |=}}|", "{{<a}}{{$b}}", "  \t",
    ])
  func aMillionOfTheSameNeverHangs(_ piece: String) {
    let page = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    #expect(errors(page).count < 400)
  }

  @Test func nullBytesAreTextOutsideTagsAndPartOfNamesInside() throws {
    #expect(try rendered("a\u{0}{{title}}\u{0}", for: SamplePage(title: "x\u{0}y")) == "a\u{0}xy\u{0}")
    #expect(errors("{{ti\u{0}tle}}").map(\.id) == [.unknownName])
  }

  static let seeds: [String] = [
    "<h1>{{title}}</h1>\n{{#topics}}\n  <a href=\"{{path}}\">{{name}}</a>\n{{/topics}}\n{{^kicker}}x{{/kicker}}{{{body}}}",
    "{{<layout}}{{$main}}\n  {{>card}}\n{{/main}}\n{{$side}}s{{/side}}{{/layout}}\r\n{{! note }}{{=<% %>=}}<%title%>",
    "{{#image}}{{#alt}}{{.}}{{image.file}}{{/alt}}{{/image}}{{#sources}}({{.}}){{/sources}}{{>card}}  {{>card}}\n",
  ]
  static let pieces = [
    "{{", "}}", "{{{", "}}}", "#", "/", "^", "$", "<", ">", "&", "!", "=", ".", "\n", "\r\n", "  ", "title", "\u{0}",
    "{{/topics}}",
    "{{>page}}", "{{=| |=}}", "{{$main}}", "{{/main}}", "{{<layout}}",
  ].map { Array($0.utf8) }

  @Test(arguments: 0..<8)
  func mutatedTemplatesNeverCrash(_ seed: UInt64) {
    var random = Seeded(state: seed)
    for _ in 0..<400 {
      var sources: [String: TemplateSource] = [:]
      for (name, text) in zip(["page", "layout", "card"], Self.seeds.shuffled(using: &random)) {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 0...6, using: &random) { mutate(&bytes, &random) }
        sources[name] = TemplateSource(path: name, bytes: bytes)
      }
      checkCompiles(TemplateSet(sources))
    }
  }

  private func checkCompiles(_ set: TemplateSet) {
    do throws(TemplateErrors) {
      let template = try set.compile("page", for: SamplePage.shape)
      var page: [UInt8] = []
      template.render(SamplePage(image: SampleImage(file: "f", alt: "a")), into: &page)
    } catch {
      #expect(!error.all.isEmpty)
      for each in error.all {
        let lines = set.files.first { $0.source.path == each.path }?.source.bytes.split(
          separator: UInt8(ascii: "\n"),
          omittingEmptySubsequences: false
        )
        let lineCount = lines?.count ?? 1
        #expect(each.line >= 1 && each.line <= lineCount)
      }
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout Seeded) {
    let start = Int.random(in: 0...bytes.count, using: &random)
    let end = Int.random(in: start...min(bytes.count, start + 8), using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
    case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: start)
    default: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: start)
    }
  }
}
