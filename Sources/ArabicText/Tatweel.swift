/// The text without tatweel (U+0640), which stretches letters for the eye and hides words from a search (A-C7).
public func droppingTatweel(_ text: String) -> String {
  var previous: UInt8 = 0
  let hasTatweel = text.utf8.contains { byte in
    defer { previous = byte }
    return byte == 0x80 && previous == 0xD9
  }
  guard hasTatweel else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != 0x0640 }))
}
