import TestSupport
import Testing

@testable import NewsSearch

struct PostingPoolTests {
  @Test func `lists that grow side by side are read as they were written`() {
    var random = SeededRandom(seed: 3)
    var pool = PostingPool()
    var expected = [[UInt32]](repeating: [], count: 40)
    for _ in expected { pool.addList() }
    for story in 0..<6_000 as Range<UInt32> {
      // The first lists are long, the last have hardly anything, one nothing.
      for list in 0..<39 where random.next(list * list + 1) == 0 {
        let field = SearchField(rawValue: UInt8(random.next(4))) ?? .body
        pool.append(story * 300, field, to: list)
        expected[list].append(story * 300 << 2 | UInt32(field.rawValue))
        #expect(pool.next(list) == story * 300 + 1)
      }
    }
    for list in expected.indices {
      #expect(pool.values(list) == expected[list])
      #expect(pool.isEmpty(list) == expected[list].isEmpty)
    }
  }
}
