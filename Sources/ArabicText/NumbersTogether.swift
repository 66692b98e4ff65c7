/// The text with U+00A0 for each space where no line should end: between the groups of a phone number, between a name and
/// its number (iOS 18), between a number and a unit of at most three signs (40 °C).
public func keepingNumbersTogether(_ text: String) -> String {
  guard text.utf8.contains(0x20), text.utf8.contains(where: isDigit) else { return text }
  let words = text.split(separator: " ", omittingEmptySubsequences: false)
  var result = String(words[0])
  for (before, word) in zip(words, words.dropFirst()) {
    let isUnit = before.utf8.last.map(isDigit) == true && (1...3).contains(word.count)
    let isNumber = !before.isEmpty && word.utf8.first.map(isDigit) == true
    result += (isUnit || isNumber ? "\u{A0}" : " ") + word
  }
  return result
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
