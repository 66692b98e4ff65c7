/// The text without tatweel (U+0640), which stretches letters for the eye and hides words from a search (A-C7).
package func droppingTatweel(_ text: String) -> String {
  guard text.utf8.contains(0xD9), text.unicodeScalars.contains("\u{0640}") else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != 0x0640 }))
}
