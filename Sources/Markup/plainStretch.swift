/// How many bytes from `index` on surely stand as they are in markup and in JSON: a multiple of sixteen.
///
/// Sixteen bytes are looked at together for what is written otherwise anywhere: controls, `& < > " ' \`, DEL, and the first
/// bytes of the controls of direction, of U+2028 and of U+FFFE. News is nearly all letters, so most of a text is taken in one
/// piece.
@inline(__always)
func plainStretch(_ source: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
  let raw = UnsafeRawBufferPointer(source)
  var end = index
  while end + 16 <= raw.count {
    let bytes = raw.loadUnaligned(fromByteOffset: end, as: SIMD16<UInt8>.self)
    let found =
      (bytes & sixteen(0xE0)) .== sixteen(0) .| (bytes .== sixteen(0x22)) .| ((bytes & sixteen(0xFE)) .== sixteen(0x26))
      .| ((bytes & sixteen(0xFD)) .== sixteen(0x3C)) .| (bytes .== sixteen(0x5C)) .| (bytes .== sixteen(0x7F))
      .| (bytes .== sixteen(0xE2)) .| (bytes .== sixteen(0xEF))
    let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
    if halves[0] | halves[1] != 0 { break }
    end += 16
  }
  return end - index
}

@inline(__always)
private func sixteen(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }
