import Testing

@testable import NewsTemplates

@Suite struct TemplateErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var template: String
    var others: [String: String] = [:]
    var expected: [String]
    var testDescription: String { template }
  }

  static let cases: [Case] = [
    Case(template: "a\n{{titel}}", expected: ["page:2 unknown-name «title»"]),
    Case(template: "{{zzz}}", expected: ["page:1 unknown-name «title», «kicker»"]),
    Case(template: "{{file}}", expected: ["page:1 unknown-name {{#image}}"]),
    Case(template: "{{#topics}}{{nmae}}{{/topics}}", expected: ["page:1 unknown-name «name»"]),
    Case(template: "{{#topics}}{{titel}}{{/topics}}", expected: ["page:1 unknown-name «title»"]),
    Case(template: "{{image.fiel}}", expected: ["page:1 unknown-name «file»"]),
    Case(template: "{{imag.file}}", expected: ["page:1 unknown-name «image»"]),
    Case(template: "{{title.x}}\n{{topics.name}}", expected: ["page:1 not-a-group group", "page:2 not-a-group group"]),
    Case(template: "{{{title}}}\n{{&title}}", expected: ["page:1 unescaped-text {{title}}", "page:2 unescaped-text"]),
    Case(
      template: "{{is-breaking}}\n{{topics}}\n{{image}}\n{{.}}",
      expected: [
        "page:1 not-showable {{#is-breaking}}", "page:2 not-showable {{#topics}}", "page:3 not-showable «image.file»",
        "page:4 not-showable «title»",
      ]
    ),
    Case(template: "x\n\n{{title", expected: ["page:3 unclosed-tag }}"]),
    Case(template: "{{title <p>\n{{kicker}}", expected: ["page:1 unclosed-tag }}"]),
    Case(template: "{{{body}} x\n{{titel}}", expected: ["page:1 unclosed-tag }}}", "page:2 unknown-name"]),
    Case(template: "{{! no end", expected: ["page:1 unclosed-tag }}"]),
    Case(template: "\n{{#topics}}\n{{name}}", expected: ["page:2 unclosed-section /topics"]),
    Case(template: "{{#image}}\n{{#topics}}\n{{/image}}", expected: ["page:2 unclosed-section /topics"]),
    Case(
      template: "{{#topics}}\n{{/topic}}\n{{titel}}",
      expected: ["page:2 mismatched-close /topics", "page:3 unknown-name"]
    ),
    Case(template: "a\n{{/topics}}", expected: ["page:2 unexpected-close"]),
    Case(template: "{{}}\n{{#}}{{/}}\n{{ }}", expected: ["page:1 empty-tag", "page:2 empty-tag", "page:3 empty-tag"]),
    Case(template: "{{=| #=}}|#", expected: ["page:1 empty-tag"]),
    Case(
      template: "{{a b}}\n{{ #title}}\n{{a..b}}{{.title}}",
      expected: ["page:1 bad-name", "page:2 bad-name", "page:3 bad-name", "page:3 bad-name"]
    ),
    Case(
      template: "{{=<% %>}}\n{{=<%=}}\n{{==}}\n{{=a b c=}}{{=}}",
      expected: (1...3).map { "page:\($0) bad-delimiters {{=<% %>=}}" } + ["page:4 bad-delimiters"]
    ),
    Case(template: "{{#titels}}{{anything}}{{.}}{{/titels}}", expected: ["page:1 unknown-name"]),
    Case(template: "{{^titels}}{{anything}}{{/titels}}", expected: ["page:1 unknown-name", "page:1 unknown-name"]),
    Case(
      template: "\n{{>partials/haeder}}",
      others: ["partials/header": ""],
      expected: ["page:2 unknown-partial «partials/header»"]
    ),
    Case(template: "{{>h}}{{>h}}", others: ["h": "\n{{titel}}"], expected: ["h:2 unknown-name «title»"]),
    Case(
      template: "{{>h}}{{#topics}}{{>h}}{{/topics}}",
      others: ["h": "{{name}}"],
      expected: ["h:1 unknown-name {{#topics}}"]
    ),
    Case(
      template: "{{>h}}{{titel}}",
      others: ["h": "{{#title}}"],
      expected: ["h:1 unclosed-section", "page:1 unknown-name"]
    ),
    Case(template: "{{>a}}", others: ["a": "{{>b}}", "b": "\n{{>a}}"], expected: ["b:2 partial-recursion"]),
    Case(template: "{{>page}}", expected: ["page:1 partial-recursion"]),
    Case(template: "{{#topics}}{{#topics}}{{>page}}{{/topics}}{{/topics}}", expected: ["page:1 partial-recursion"]),
    Case(
      template: "{{<l}}\n{{$man}}x{{/man}}{{/l}}",
      others: ["l": "{{$main}}{{/main}}"],
      expected: ["page:2 unknown-block «main»"]
    ),
    Case(
      template: "{{<l}}{{$a}}x{{/a}}\n{{$a}}{{/a}}{{title}}{{/l}}",
      others: ["l": "{{$a}}{{/a}}"],
      expected: ["page:2 duplicate-block", "page:2 ignored-tag {{$block}}"]
    ),
    Case(
      template: "{{<l}}{{$a}}{{titel}}{{/a}}{{/l}}",
      others: ["l": "\n\n{{$a}}{{/a}}"],
      expected: ["page:1 unknown-name"]
    ),
  ]

  @Test(arguments: cases)
  func tellsOfEveryMistakeWithItsLineAndFix(_ test: Case) throws {
    let found = errors(test.template, test.others)
    #expect(found.count == test.expected.count, "\(found)")
    for (error, expected) in zip(found, test.expected) {
      let parts = expected.split(separator: " ", maxSplits: 2).map(String.init)
      #expect("\(error.path):\(error.line)" == parts[0])
      #expect(error.id.rawValue == parts[1])
      if parts.count > 2 { #expect(error.fix?.contains(parts[2]) == true, "\(error)") }
    }
  }

  @Test func everyRuleIsTested() {
    let tested = Set(Self.cases.flatMap { $0.expected.compactMap { $0.split(separator: " ").dropFirst().first } })
    let elsewhere: Set<Substring> = ["too-deep", "too-large", "unknown-template"]
    #expect(tested.union(elsewhere) == Set(TemplateError.ID.allCases.map { $0.rawValue[...] }))
  }

  @Test func aTemplateThatIsNotThereIsAnError() throws {
    let set = templates("", ["story": ""])
    let errors = try #require(throws: TemplateErrors.self) { try set.compile("stroy", for: SamplePage.shape) }
    #expect(errors.all.map(\.id) == [.unknownTemplate])
    #expect(errors.all.first?.fix == "did you mean «story»?")
  }

  @Test func mistakesInFilesThatNoPageUsesAreToldToo() {
    #expect(templates("", ["unused": "{{#a}}"]).errors.map(\.id) == [.unclosedSection])
    #expect(errors("", ["unused": "{{#a}}"]) == [])
  }

  @Test func anErrorReadsAsOneLineAndItsFix() throws {
    let error = try #require(errors("\n{{titel}}").first)
    #expect(
      error.description
        == "page:2: error: «titel» is not a name that «page» offers here [unknown-name]\n  fix: did you mean «title»?"
    )
  }

  @Test func hostileNamesAreShortenedAndCleaned() throws {
    let error = try #require(errors("{{\u{202E}\u{1B}[31m" + String(repeating: "ن", count: 100) + "}}").first)
    #expect(!error.message.unicodeScalars.contains("\u{202E}") && !error.message.unicodeScalars.contains("\u{1B}"))
    #expect(error.message.count < 100)
  }
}
