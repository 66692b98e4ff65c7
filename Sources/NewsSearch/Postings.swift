/// Where a form stands: the numbers of its stories in a segment, ascending, each with the best field that holds it.
struct Postings: Sendable, Hashable {
  /// A story's number times four and its field's.
  var values: [UInt32] = []

  static func story(_ value: UInt32) -> Int { Int(value >> 2) }
  static func field(_ value: UInt32) -> SearchField { SearchField(rawValue: UInt8(value & 3)) ?? .body }

  /// Differences of the stories' numbers, less one, times four, with the fields.
  func append(to bytes: inout [UInt8]) {
    var previous: UInt32 = 0
    for value in values {
      let next = value >> 2 + 1
      IndexDigits.append((next - previous - 1) << 2 | value & 3, to: &bytes)
      previous = next
    }
  }

  init(_ values: [UInt32] = []) { self.values = values }

  /// Reads what `append` wrote; nil where it holds anything else, or a story from `count` on.
  init?(_ bytes: ArraySlice<UInt8>, count: Int) {
    guard var values = IndexDigits.numbers(in: bytes) else { return nil }
    var next: UInt64 = 0
    for index in values.indices {
      let story = next + UInt64(values[index] >> 2)
      guard story < UInt64(count) else { return nil }
      values[index] = UInt32(story) << 2 | values[index] & 3
      next = story + 1
    }
    self.values = values
  }
}

/// What part of a story a word stands in, from the weakest.
enum SearchField: UInt8, Sendable {
  /// Somewhere in the body.
  case body
  /// Often in the body, for its length, or in its beginning.
  case strongBody
  /// Summary, topics, people and places.
  case summary
  case title

  /// What a match there counts.
  var weight: Double {
    switch self {
    case .body: 1
    case .strongBody: 1.6
    case .summary: 2.4
    case .title: 4
    }
  }
}
