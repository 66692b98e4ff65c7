import ArabicText

/// Text for a place that carries no direction (titles of feeds, `og:title`), in a language that runs `direction`.
///
/// There the first strong letter decides how the line is laid out. An Arabic line that begins with Latin letters, as
/// «BBC: …» does, gets U+200F (RLM) before it (W3C, "Strings on the Web: Language and Direction Metadata").
func markedDirection(_ text: String, _ direction: TextDirection) -> String {
  guard direction == .rtl, beginsLeftToRight(text) else { return text }
  return "\u{200F}\(text)"
}

/// Whether the first strong character is a Latin letter. Arabic and Hebrew letters, and RLM, begin with bytes 0xD6 to
/// 0xDB or 0xE2 0x80 0x8F; what lies between is taken by its script.
private func beginsLeftToRight(_ text: String) -> Bool {
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: return true
    case 0x00...0xA9: continue
    case 0x200F, 0x061C, 0x2067: return false
    case 0x200E, 0x2066: return true
    default:
      if let direction = TextDirection.dominant(in: String(scalar)) { return direction == .ltr }
    }
  }
  return false
}
