import Testing

@testable import NewsTemplates

/// What the specification leaves open about white space.
@Suite struct IndentationTests {
  @Test(arguments: [
    ("  {{>p}}\n", "a\n\n\r\nb\n", "  a\n\n\r\n  b\n"),
    ("  {{>p}}\n", "{{kicker}}x\n{{! note }}y\n{{#is-breaking}}z{{/is-breaking}}\n", "  x\n  y\n  z\n"),
    ("  {{>p}}\n", "{{#is-breaking}}\na\n{{/is-breaking}}\nb\n", "  a\n  b\n"),
    ("\t{{>p}}\n", " {{>q}}\n", "\t 1\n\t 2\n"),
    ("  {{>p}}\n", "x {{>q}}", "  x 1\n2\n"),
    ("  {{>p}}\n", "<pre>{{#sources}}\n{{/sources}}</pre>\n", "  <pre>\n  \n  </pre>\n"),
  ])
  func partialsAreMovedLineByLine(_ page: String, _ partial: String, _ expected: String) throws {
    #expect(try rendered(page, ["p": partial, "q": "1\n2\n"]) == expected)
  }

  @Test(arguments: [
    ("  {{$b}}default{{/b}}\nz", "one", "  one\nz"),
    ("  {{$b}}\n  {{/b}}\nz", "one", "  one\nz"),
    ("  {{$b}}{{/b}}\r\nz", "one", "  one\r\nz"),
    ("  {{$b}}default{{/b}}\nz", "\n    one\n      two\n\n    three\n  ", "  one\n    two\n\n  three\nz"),
    ("  {{$b}}default{{/b}}\nz", "\n    one\n  two\n", "  one\n  two\nz"),
    ("  {{$b}}default{{/b}}\nz", "", "z"),
    ("<p>{{$b}}default{{/b}}</p>", "\n  one\n  two\n", "<p>one\ntwo\n</p>"),
    ("  {{$b}}\n    deep\n  {{/b}}\nz", "one", "    one\nz"),
    ("  {{$b}}x{{/b}}\nz", "\n    {{#is-breaking}}\n      a\n    {{/is-breaking}}\n    {{>q}}\n", "    a\n  q\nz"),
  ])
  func argumentsTakeTheIndentationOfTheirBlock(_ layout: String, _ argument: String, _ expected: String) throws {
    let page = try rendered("{{<l}}\n  {{$b}}\(argument){{/b}}\n{{/l}}\n", ["l": layout, "q": "q\n"])
    #expect(page == expected)
  }

  @Test(arguments: [
    ("a\n  {{$b}}default{{/b}}\nz\n", "a\n  default\nz\n"),
    ("a\n  {{$b}}\n    one\n  two\n  {{/b}}\nz\n", "a\n    one\n  two\nz\n"),
    ("a\n  {{$b}}{{/b}}\nz\n", "a\nz\n"),
    ("a {{$b}}x{{/b}} z\n", "a x z\n"),
    ("a{{$b}}\nx\n{{/b}}z\n", "a\nx\nz\n"),
    ("a\n  {{$b}}\n  x\n  {{/b}} z\n", "a\n  x\n   z\n"),
  ])
  func defaultContentStaysAsItIsWritten(_ layout: String, _ expected: String) throws {
    #expect(try rendered(layout) == expected)
    let moved = expected.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "\t" + $0 }.joined(separator: "\n")
    #expect(try rendered("\t{{<l}}{{/l}}\n", ["l": layout]) == moved)
  }

  @Test func anArgumentsOwnBlocksAreFilledByThoseWhoInheritIt() throws {
    let middle = "{{<l}}{{$a}}[{{$a}}own{{/a}}{{$c}}c{{/c}}]{{/a}}{{$c}}sibling{{/c}}{{/l}}"
    #expect(try rendered(middle, ["l": "{{$a}}{{/a}}{{$c}}{{/c}}"]) == "[ownc]sibling")
    let child = "{{<m}}{{$c}}child{{/c}}{{/m}}"
    #expect(try rendered(child, ["m": middle, "l": "{{$a}}{{/a}}{{$c}}{{/c}}"]) == "[ownchild]child")
  }
}
