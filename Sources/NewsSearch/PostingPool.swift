/// Lists of postings that grow side by side in one stretch of bytes: nothing is allocated for a list.
///
/// A list is a chain of pieces, each twice as large as the one before, up to 256 bytes, with the place of the next one
/// behind it. A posting is the distance to the one before (less one) times four with its field, seven bits a byte, the
/// lowest first; a set eighth bit says that more follow.
struct PostingPool: Sendable {
  private var bytes: [UInt8] = []
  private var lists: [List] = []

  private struct List {
    /// The number after that of the last story.
    var next: UInt32 = 0
    var first: UInt32 = 0
    /// Where the next byte goes, and how many still fit.
    var place: UInt32 = 0
    var left: UInt16 = 0
    /// How large the last piece is; 0 where there is none.
    var size: UInt16 = 0
  }

  private static let linkSize = 4
  private static let firstSize: UInt16 = 8
  private static let mostSize: UInt16 = 256

  mutating func addList() { lists.append(List()) }

  func isEmpty(_ list: Int) -> Bool { lists[list].size == 0 }

  /// The number after that of the last story of a list.
  func next(_ list: Int) -> UInt32 { lists[list].next }

  mutating func append(_ story: UInt32, _ field: SearchField, to number: Int) {
    var list = lists[number]
    var rest = (story - list.next) << 2 | UInt32(field.rawValue)
    while rest >= 128 {
      put(UInt8(truncatingIfNeeded: rest) | 128, &list)
      rest >>= 7
    }
    put(UInt8(truncatingIfNeeded: rest), &list)
    list.next = story + 1
    lists[number] = list
  }

  private mutating func put(_ byte: UInt8, _ list: inout List) {
    if list.left == 0 { grow(&list) }
    bytes[Int(list.place)] = byte
    list.place += 1
    list.left -= 1
  }

  private mutating func grow(_ list: inout List) {
    let start = UInt32(bytes.count)
    if list.size == 0 {
      list.first = start
    } else {
      for index in 0..<Self.linkSize {
        bytes[Int(list.place) + index] = UInt8(truncatingIfNeeded: start >> (8 * index))
      }
    }
    list.size = list.size == 0 ? Self.firstSize : min(Self.mostSize, list.size * 2)
    list.place = start
    list.left = list.size
    bytes.append(contentsOf: repeatElement(0, count: Int(list.size) + Self.linkSize))
  }

  /// The postings of a list, as in `Postings.values`.
  func values(_ number: Int) -> [UInt32] {
    let list = lists[number]
    var values: [UInt32] = []
    var (place, size) = (Int(list.first), Int(Self.firstSize))
    var end = place + size
    var (next, value, shift) = (UInt32(0), UInt32(0), UInt32(0))
    while place != Int(list.place) {
      if place == end {
        place = link(end)
        size = min(Int(Self.mostSize), size * 2)
        end = place + size
      }
      value |= UInt32(bytes[place] & 127) << shift
      shift += 7
      if bytes[place] < 128 {
        next += value >> 2 + 1
        values.append((next - 1) << 2 | value & 3)
        (value, shift) = (0, 0)
      }
      place += 1
    }
    return values
  }

  private func link(_ place: Int) -> Int {
    (0..<Self.linkSize).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}
