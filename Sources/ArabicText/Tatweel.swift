#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The text without tatweel (U+0640), which stretches letters for the eye and hides words from a search (A-C7).
public func droppingTatweel(_ text: String) -> String {
  var text = text
  guard text.withUTF8(holdsTatweel) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != 0x0640 }))
}

/// Looks for the second byte, which in Arabic stands seldom and the first in every third letter.
private func holdsTatweel(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let base = bytes.baseAddress else { return false }
  var index = 1
  while index < bytes.count, let found = memchr(base + index, 0x80, bytes.count - index) {
    let place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
    if bytes[place - 1] == 0xD9 { return true }
    index = place + 1
  }
  return false
}
