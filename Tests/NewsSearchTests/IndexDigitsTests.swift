import TestSupport
import Testing

@testable import NewsSearch

struct IndexDigitsTests {
  @Test func `numbers come back`() {
    var random = SeededRandom(seed: 3)
    let numbers = (0..<2000).map { _ in UInt32(truncatingIfNeeded: random.next() >> UInt64(32 + random.next(32))) }
    var bytes: [UInt8] = []
    for number in numbers { IndexDigits.append(number, to: &bytes) }
    #expect(IndexDigits.numbers(in: bytes[...]) == numbers)
    #expect(bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F })
  }

  @Test(arguments: ["g", "A!", "é", "gggggggggA", "\u{0}"])
  func `what is no number is refused`(text: String) { #expect(IndexDigits.numbers(in: Array(text.utf8)[...]) == nil) }
}
