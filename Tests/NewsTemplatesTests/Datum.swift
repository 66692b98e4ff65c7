import Foundation
import Markup

@testable import NewsTemplates

/// A JSON value that stands for a page: its kind is derived from it, as the specification's cases have no schema.
indirect enum Datum: Decodable, Sendable {
  case null
  case flag(Bool)
  case text(String)
  case list([Datum])
  case object([String: Datum])

  init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      self = .null
    } else if let flag = try? single.decode(Bool.self) {
      self = .flag(flag)
    } else if let whole = try? single.decode(Int.self) {
      self = .text(String(whole))
    } else if let number = try? single.decode(Double.self) {
      self = .text(String(number))
    } else if let text = try? single.decode(String.self) {
      self = .text(text)
    } else if let list = try? single.decode([Datum].self) {
      self = .list(list)
    } else {
      self = .object(try single.decode([String: Datum].self))
    }
  }

  /// The kind, in which every text is `leaf`: text, or HTML for the cases that show values unescaped.
  func kind(leaf: ValueKind) -> ValueKind {
    switch self {
    case .null, .text: leaf
    case .flag: .flag
    case .list(let items): .list(of: items.first?.kind(leaf: leaf) ?? .record(Schema([])))
    case .object: .record(Schema(named.map { .init(name: $0.0, kind: $0.1.kind(leaf: leaf), doc: "") }))
    }
  }

  /// The value that fits `kind(leaf:)`.
  func value(leaf: ValueKind) -> TemplateValue {
    switch self {
    case .null: .absent
    case .flag(let flag): .flag(flag)
    case .text(let text): leaf == .html ? .html(HTML(trusted: Array(text.utf8))) : .text(text)
    case .list(let items): .list(items.map { $0.value(leaf: leaf) })
    case .object: .record(Record(values: named.map { $0.1.value(leaf: leaf) }))
    }
  }

  /// The entries of an object that a tag can name, in a fixed order.
  private var named: [(String, Datum)] {
    guard case .object(let entries) = self else { return [] }
    return entries.filter { !$0.key.contains(".") && !$0.key.hasPrefix("!") }.sorted { $0.key < $1.key }
  }
}
