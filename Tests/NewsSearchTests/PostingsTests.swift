import TestSupport
import Testing

@testable import NewsSearch

struct PostingsTests {
  private func text(_ values: [UInt32], count: Int, all: Int? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    Postings(values).append(to: &bytes, count: count, all: all)
    return bytes
  }

  @Test func `postings come back, and none beyond the segment`() {
    let values: [UInt32] = [0, 5, 9, 4 * 70 + 3, 4 * 71, 4 * 4000 + 2]
    let bytes = text(values, count: 4001)
    #expect(Postings(bytes[...], count: 4001)?.values == values)
    #expect(Postings(bytes[...], count: 3000) == nil)
  }

  @Test func `lists of every length and of every field come back`() {
    var random = SeededRandom(seed: 4)
    for size in [0, 1, 2, 3, 30, 1000] {
      for spread in [1, 7, 900, 1_000_000] {
        var (story, values): (UInt32, [UInt32]) = (0, [])
        for _ in 0..<size {
          values.append(story << 2 | UInt32(random.next(4)))
          story += UInt32(1 + random.next(spread))
        }
        let count = Int(story) + random.next(50)
        let bytes = text(values, count: count, all: size.isMultiple(of: 2) ? nil : size * 3)
        #expect(Postings(bytes[...], count: count)?.values == values)
        #expect(bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F })
      }
    }
  }

  @Test func `a list takes up little more than it must`() {
    // 5,000 of 100,000 stories at random: 5.7 bits each by Shannon.
    var random = SeededRandom(seed: 5)
    let values = (0..<100_000 as Range<UInt32>).filter { _ in random.next(20) == 0 }.map { $0 << 2 }
    #expect(text(values, count: 100_000).count * 6 < values.count * 6)
  }

  @Test(arguments: ["", "+", "g", "_____", "A!", "é", "w\u{0}"])
  func `what is no list is refused or empty`(text: String) {
    let values = Postings(Array(text.utf8)[...], count: 100)?.values
    #expect(values == nil || values?.allSatisfy { $0 >> 2 < 100 } == true)
  }

  @Test func `a list that was cut is refused`() {
    let bytes = text((0..<40).map { $0 * 97 << 2 | $0 & 3 }, count: 4000)
    for count in 0..<bytes.count - 1 { #expect(Postings(bytes[..<count], count: 4000) == nil) }
  }
}
