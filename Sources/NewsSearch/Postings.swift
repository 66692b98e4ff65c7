/// Where a form stands: the numbers of its stories in a segment, ascending, each with the best field that holds it.
struct Postings: Sendable, Hashable {
  /// A story's number times four and its field's.
  var values: [UInt32] = []

  static func story(_ value: UInt32) -> Int { Int(value >> 2) }
  static func field(_ value: UInt32) -> SearchField { SearchField(rawValue: UInt8(value & 3)) ?? .body }

  init(_ values: [UInt32] = []) { self.values = values }

  /// Appends them as they stand in the index's files: for each field from the best a bit that says whether it has any,
  /// how many (gamma), five bits k, and the distances from the newest story down, from `count`, as Rice codes with k low
  /// bits. Before it, where others are left for a file of tails, stands `partMark` and in the bits how many there are in
  /// `all`.
  func append(to bytes: inout [UInt8], count: Int, all: Int? = nil) {
    var bits = BitWriter()
    if let all {
      bytes.append(partMark)
      bits.writeGamma(UInt32(all))
    }
    var (counts, oldest): ([UInt32], [UInt32]) = ([0, 0, 0, 0], [0, 0, 0, 0])
    for value in values.reversed() {
      counts[Int(value & 3)] += 1
      oldest[Int(value & 3)] = value >> 2
    }
    for field in (0..<4).reversed() {
      bits.write(counts[field] > 0 ? 1 : 0, size: 1)
      if counts[field] == 0 { continue }
      bits.writeGamma(counts[field])
      let mean = max(1, (UInt32(count) - oldest[field]) / counts[field])
      let size = 31 - mean.leadingZeroBitCount
      bits.write(UInt32(size), size: 5)
      var next = UInt32(count)
      for value in values.reversed() where value & 3 == field {
        let gap = next - 1 - value >> 2
        bits.writeUnary(Int(gap >> UInt32(size)))
        bits.write(gap & (1 << UInt32(size) - 1), size: size)
        next = value >> 2
      }
    }
    bytes += bits.finish()
  }

  /// Reads what `append` wrote; nil where it holds anything else, or a story from `count` on.
  init?(_ bytes: ArraySlice<UInt8>, count: Int) {
    let isPart = bytes.first == partMark
    var bits = BitReader(isPart ? bytes.dropFirst() : bytes)
    if isPart { _ = bits.readGamma() }
    for field in (0..<4 as Range<UInt32>).reversed() where bits.read(1) == 1 {
      let (left, size) = (Int(bits.readGamma()), Int(bits.read(5)))
      guard left <= count else { return nil }
      var own: [UInt32] = []
      own.reserveCapacity(left)
      var next = Int64(count)
      for _ in 0..<left {
        next -= 1 + Int64(bits.readUnary()) << Int64(size) + Int64(bits.read(size))
        guard next >= 0 else { return nil }
        own.append(UInt32(next) << 2 | field)
      }
      values = Self.merged(own.reversed(), values)
    }
    if bits.isBroken { return nil }
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
