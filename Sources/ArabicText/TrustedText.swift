extension String {
  /// The text of bytes that are known to be well-formed UTF-8, which are copied and not looked at again: of text that was
  /// checked as a whole, cut between characters.
  public init(trusted bytes: UnsafeRawBufferPointer) {
    if #available(macOS 26, *) {
      self.init(copying: UTF8Span(unchecked: bytes.bindMemory(to: UInt8.self).span))
    } else {
      self.init(decoding: bytes, as: UTF8.self)
    }
  }
}

/// Whether all is well-formed UTF-8 (Unicode Standard, table 3-7). Text of one and two bytes a character, as most
/// languages of this program are, is checked eight bytes at a time.
public func isValidUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let top = ones << 7
  var index = 0
  // Whether the last byte looked at begins a character of two.
  var isOpen: UInt64 = 0
  while index + 8 <= bytes.count {
    let eight = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
    let high = eight & top
    if high == 0 && isOpen == 0 {
      index += 8
      continue
    }
    let leads = high & eight << 1
    let isLong = leads & eight << 2
    // C0 and C1 begin no character: without bits 1 to 5.
    let isEmpty = leads & ~(eight << 2 | eight << 3 | eight << 4 | eight << 5 | eight << 6)
    if isLong | isEmpty != 0 {
      // Three bytes or four, or a fault: looked at one by one from the beginning of the character.
      guard let next = endOfCharacters(bytes, from: index - Int(isOpen), upTo: index + 8) else { return false }
      index = next
      isOpen = 0
      continue
    }
    if leads << 8 | isOpen << 7 != high & ~leads { return false }
    isOpen = leads >> 63
    index += 8
  }
  return endOfCharacters(bytes, from: index - Int(isOpen), upTo: bytes.count) != nil
}

/// The end of the last character that begins before `bound`; nil where one is not well formed.
private func endOfCharacters(_ bytes: UnsafeRawBufferPointer, from start: Int, upTo bound: Int) -> Int? {
  var index = start
  while index < bound {
    if bytes[index] < 0x80 {
      index += 1
      continue
    }
    let length = sequenceLength(in: bytes, at: index)
    if length == 0 { return nil }
    index += length
  }
  return index
}
