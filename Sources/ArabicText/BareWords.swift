/// Calls `visit` with the search form of each word of a text in UTF-8, without all that can be joined to its front: what
/// the last of `baseForms` is. Words of fewer than `letters` letters are left out. The bytes are used again for the next.
public func forEachBareWord(in text: String, letters fewest: Int, _ visit: (ArraySlice<UInt8>) -> Void) {
  forEachWord(in: Array(text.utf8)) { normal, _ in
    let letters = normal.count { $0 & 0xC0 != 0x80 }
    guard letters >= fewest else { return }
    let cut = letters > 3 ? ArabicLetters(normal)?.longestProclitic ?? 0 : 0
    visit(normal[(2 * cut)...])
  }
}
