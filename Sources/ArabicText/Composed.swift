import Foundation

/// The text in Unicode normalization form C (UAX #15); returned as it is where no scalar can compose.
public func composed(_ text: String) -> String {
  for scalar in text.unicodeScalars where mayCompose(scalar.value) {
    return text.precomposedStringWithCanonicalMapping
  }
  return text
}

// Only letters that surely stand alone are ruled out: Latin, Greek, Cyrillic, Hebrew, Arabic and general punctuation.
private func mayCompose(_ value: UInt32) -> Bool {
  switch value {
  case 0..<0x300: false
  case 0x0388...0x0482, 0x0488...0x0590, 0x05D0...0x064A, 0x0660...0x066F, 0x0671...0x06D5, 0x06EE...0x06FF,
    0x0750...0x077F:
    false
  case 0x2010...0x2027, 0x202A...0x206F: false
  case 0xFB50...0xFDFF, 0xFE70...0xFEFF: false
  default: true
  }
}
