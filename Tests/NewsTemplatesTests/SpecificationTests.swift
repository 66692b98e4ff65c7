import Foundation
import Testing

@testable import NewsTemplates

/// One case of the Mustache specification 1.4.
struct SpecificationCase: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let data: Datum
  let template: String
  let partials: [String: String]?
  let expected: String
  var module = ""

  enum CodingKeys: CodingKey { case name, data, template, partials, expected }

  var title: String { "\(module): \(name)" }
  var testDescription: String { title }

  var templates: TemplateSet {
    var sources = (partials ?? [:]).map { ($0, TemplateSource(path: $0, text: $1)) }
    sources.append(("page", TemplateSource(path: "page", text: template)))
    return TemplateSet(Dictionary(uniqueKeysWithValues: sources))
  }

  func rendered(leaf: ValueKind) throws -> String {
    var page: [UInt8] = []
    try templates.program("page", over: data.kind(leaf: leaf)).render(data.value(leaf: leaf), into: &page)
    return String(decoding: page, as: UTF8.self)
  }

  static let modules = [
    "interpolation": 42, "sections": 34, "inverted": 22, "partials": 13, "delimiters": 14, "comments": 12,
    "inheritance": 27,
  ]

  static let all: [SpecificationCase] = modules.keys.sorted().flatMap(load)

  private static func load(_ module: String) -> [SpecificationCase] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Specification")
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(module + ".json")),
      let cases = try? JSONDecoder().decode([SpecificationCase].self, from: data)
    else { return [] }
    return cases.map { unnamed in
      var named = unnamed
      named.module = module
      return named
    }
  }
}

@Suite struct SpecificationTests {
  /// Where we differ on purpose: the error that is told in place of the specification's output.
  static let refused: [String: TemplateError.ID] = [
    // A name that the page does not offer is an error; the specification shows nothing.
    "interpolation: Basic Context Miss Interpolation": .unknownName,
    "interpolation: Triple Mustache Context Miss Interpolation": .unknownName,
    "interpolation: Ampersand Context Miss Interpolation": .unknownName,
    "interpolation: Dotted Names - Broken Chains": .unknownName,
    "interpolation: Dotted Names - Broken Chain Resolution": .unknownName,
    "interpolation: Dotted Names - Context Precedence": .unknownName,
    "interpolation: Dotted Names are never single keys": .unknownName,
    "sections: Context Misses": .unknownName,
    "sections: Dotted Names - Broken Chains": .unknownName,
    "inverted: Context Misses": .unknownName,
    "inverted: Dotted Names - Broken Chains": .unknownName,
    "inheritance: Negative Sections": .unknownName,
    // An inverted section is shown where its value is not there, so nothing in that value can be named inside.
    "inverted: Context": .unknownName,
    "inverted: List": .unknownName,
    // A partial that does not exist is an error; the specification shows nothing.
    "partials: Failed Lookup": .unknownPartial,
    // Partials are put in place at compile time, so one that includes itself never ends, whatever the data.
    "partials: Recursion": .partialRecursion,
  ]

  static func showsUnescaped(_ test: SpecificationCase) -> Bool {
    test.title != "delimiters: Special Characters"
      && ([test.template] + (test.partials ?? [:]).values).contains { $0.contains("{{{") || $0.contains("{{&") }
  }

  @Test func everyCaseIsThere() {
    let counts = Dictionary(grouping: SpecificationCase.all, by: \.module).mapValues(\.count)
    #expect(counts == SpecificationCase.modules)
    let titles = Set(SpecificationCase.all.map(\.title))
    #expect(Set(Self.refused.keys).isSubset(of: titles))
  }

  @Test(arguments: SpecificationCase.all.filter { refused[$0.title] == nil })
  func showsWhatTheSpecificationSays(_ test: SpecificationCase) throws {
    #expect(try test.rendered(leaf: Self.showsUnescaped(test) ? .html : .text) == test.expected)
  }

  @Test(arguments: SpecificationCase.all.filter { refused[$0.title] == nil && showsUnescaped($0) })
  func refusesToShowTextUnescaped(_ test: SpecificationCase) throws {
    let errors = try #require(throws: TemplateErrors.self) { try test.rendered(leaf: .text) }
    #expect(errors.all.allSatisfy { $0.id == .unescapedText })
  }

  @Test(arguments: SpecificationCase.all.filter { refused[$0.title] != nil })
  func tellsOfWhatTheSpecificationPassesOver(_ test: SpecificationCase) throws {
    let errors = try #require(throws: TemplateErrors.self) { try test.rendered(leaf: .text) }
    #expect(errors.all.map(\.id) == [try #require(Self.refused[test.title])])
  }
}
