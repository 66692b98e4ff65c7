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
    guard let values = IndexDigits.numbers(in: bytes) else { return nil }
    self.init(numbers: values, count: count)
  }

  init?(numbers: [UInt32], count: Int) {
    var values = numbers
    var next: UInt64 = 0
    for index in values.indices {
      let story = next + UInt64(values[index] >> 2)
      guard story < UInt64(count) else { return nil }
      values[index] = UInt32(story) << 2 | values[index] & 3
      next = story + 1
    }
    self.values = values
  }

  /// The best of them, by field and then the newest first, and the others; both ascending.
  func parted(best count: Int) -> (best: [UInt32], others: [UInt32]) {
    if values.count <= count { return (values, []) }
    // How many of the lowest field that is among the best are wanted: its newest.
    var counts = [0, 0, 0, 0]
    for value in values { counts[Int(value & 3)] += 1 }
    var (field, left) = (3, count)
    while counts[field] < left {
      left -= counts[field]
      field -= 1
    }
    var skipped = counts[field] - left
    var (best, others): ([UInt32], [UInt32]) = ([], [])
    best.reserveCapacity(count)
    others.reserveCapacity(values.count - count)
    for value in values {
      let own = Int(value & 3)
      if own > field {
        best.append(value)
      } else if own == field, skipped == 0 {
        best.append(value)
      } else {
        if own == field { skipped -= 1 }
        others.append(value)
      }
    }
    return (best, others)
  }

  /// Two ascending lists as one.
  static func merged(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    if left.isEmpty { return right }
    if right.isEmpty { return left }
    var merged: [UInt32] = []
    merged.reserveCapacity(left.count + right.count)
    var (first, second) = (0, 0)
    while first < left.count, second < right.count {
      if left[first] < right[second] {
        merged.append(left[first])
        first += 1
      } else {
        merged.append(right[second])
        second += 1
      }
    }
    return merged + left[first...] + right[second...]
  }

  /// The place of a story, or where it would be.
  static func place(of story: UInt32, in values: [UInt32]) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] >> 2 < story { low = middle + 1 } else { high = middle }
    }
    return low
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
