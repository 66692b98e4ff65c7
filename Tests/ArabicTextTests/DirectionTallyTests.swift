import Testing

@testable import ArabicText

/// Most of a text is looked at sixteen bytes at a time; it must make no difference where such a look begins.
@Suite struct DirectionTallyTests {
  @Test func aTextCountsAsItsCharactersDo() {
    var dice = Dice(seed: 7)
    for _ in 0..<400 {
      let text = dice.text(length: 90)
      var sum = DirectionTally()
      for scalar in text.unicodeScalars.reversed() { sum.prepend(DirectionTally(String(Character(scalar)))) }
      #expect(DirectionTally(text) == sum, "\(text.unicodeScalars.map(\.value))")
    }
  }

  @Test(arguments: ["a", "7", "٣", "۳", "é", "\u{202E}", "א", "ࢠ", "😀"])
  func whatIsForeignIsFoundAtEachPlace(_ mark: String) {
    for before in 0..<40 {
      let text =
        String(repeating: "عر ", count: before / 3) + String(repeating: "ب", count: before % 3) + mark
        + "سلام عليكم يا صديقي"
      let foreign = DirectionTally(text).mayNeedIsolation(in: .rtl)
      #expect(foreign == !["א", "ࢠ", "😀"].contains(mark))
      if foreign { #expect(mayNeedIsolation(text, base: .rtl)) }
      #expect(
        isolationRuns(in: Array(text.utf8), base: .rtl, isolatingRanges: false).count
          == (["a", "é"].contains(mark) ? 1 : 0)
          || mark == "\u{202E}"
      )
    }
  }

  @Test func tatweelIsFoundAtEachPlaceAndOnlyIt() {
    for before in 0..<20 {
      let left = String(repeating: "م", count: before)
      #expect(droppingTatweel(left + "ـب") == left + "ب")
      #expect(droppingTatweel(left + "\u{2000}–") == left + "\u{2000}–")
    }
  }
}
