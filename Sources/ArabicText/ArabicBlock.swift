/// Sixteen bytes of UTF-8, each looked at with the one behind it, all at once: most of an Arabic text is passed over so.
struct ArabicBlock {
  private let bytes: SIMD16<UInt8>
  private let next: SIMD16<UInt8>

  /// How many bytes must follow the place at which a block begins.
  static var reach: Int { 17 }

  @inline(__always)
  init(_ raw: UnsafeRawBufferPointer, at index: Int) {
    bytes = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
    next = raw.loadUnaligned(fromByteOffset: index + 1, as: SIMD16<UInt8>.self)
  }

  /// Whether there may be anything but letters that run from right to left, spaces and signs. Right-to-left letters (D6 to
  /// DF), what follows a first byte (80 to BF), signs of ASCII below `0` and of Latin-1 (C2) are nothing; Arabic digits are
  /// D9 or DB with A0 to BF.
  @inline(__always)
  var holdsMore: Bool {
    let word = (bytes &- all(0x30)) .< all(0x50)
    let otherLetter = (bytes &- all(0xC3)) .< all(0x13) .| (bytes .>= all(0xE0))
    let digit = ((bytes & all(0xFD)) .== all(0xD9)) .& ((next & all(0xE0)) .== all(0xA0))
    let halves = unsafeBitCast(word .| otherLetter .| digit, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] != 0
  }

  /// How many right-to-left letters begin in it, where it holds no more.
  @inline(__always)
  var letters: Int {
    let halves = unsafeBitCast(bytes .>= all(0xC3), to: SIMD2<UInt64>.self)
    return (halves[0].nonzeroBitCount + halves[1].nonzeroBitCount) / 8
  }

  @inline(__always)
  private func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }
}
