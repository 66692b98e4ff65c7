import Foundation
import Testing

@testable import ArabicText

struct ComposedTests {
  @Test func `every scalar, alone and behind letters, is composed as Foundation does it`() {
    for value in UInt32(0)...0x1_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(scalar), "e" + String(scalar), "و" + String(scalar) + "\u{301}"] {
        let expected = text.precomposedStringWithCanonicalMapping
        #expect(composed(text).utf8.elementsEqual(expected.utf8), "U+\(String(value, radix: 16))")
      }
    }
  }
}
