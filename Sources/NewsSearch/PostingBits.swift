/// Bits as text: six a character of `IndexDigits`' alphabet, the highest first. Hosts compress the text to what the bits
/// are worth.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var rest: UInt64 = 0
  private var count: UInt64 = 0

  /// Writes the low `size` bits of a number, at most 32.
  mutating func write(_ number: UInt32, size: Int) {
    rest = rest << UInt64(size) | UInt64(number)
    count += UInt64(size)
    while count >= 6 {
      count -= 6
      bytes.append(IndexDigits.digit(rest >> count & 63))
    }
    rest &= 1 << count - 1
  }

  /// Writes a number as so many ones and a zero.
  mutating func writeUnary(_ number: Int) {
    for _ in 0..<number / 16 { write(0xFFFF, size: 16) }
    write(1 << UInt32(number % 16 + 1) - 2, size: number % 16 + 1)
  }

  /// Elias's gamma code of a number from 1 on.
  mutating func writeGamma(_ number: UInt32) {
    let size = 31 - number.leadingZeroBitCount
    writeUnary(size)
    write(number & (1 << UInt32(size) - 1), size: size)
  }

  mutating func finish() -> [UInt8] {
    if count > 0 { write(0, size: 6 - Int(count)) }
    return bytes
  }
}

/// Reads what a `BitWriter` wrote; `isBroken` where it was anything else.
struct BitReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int
  private var rest: UInt64 = 0
  private var count = 0
  private(set) var isBroken = false

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  mutating func read(_ size: Int) -> UInt32 {
    while count < size {
      guard place < bytes.endIndex, let value = IndexDigits.value(bytes[place]) else {
        isBroken = true
        return 0
      }
      place += 1
      rest = rest << 6 | UInt64(value)
      count += 6
    }
    count -= size
    return UInt32(truncatingIfNeeded: rest >> UInt64(count) & (1 << UInt64(size) - 1))
  }

  mutating func readUnary() -> UInt32 {
    var number: UInt32 = 0
    while read(1) == 1 { number += 1 }
    return number
  }

  mutating func readGamma() -> UInt32 {
    let size = readUnary()
    guard size < 32 else {
      isBroken = true
      return 1
    }
    return 1 << size | read(Int(size))
  }
}
