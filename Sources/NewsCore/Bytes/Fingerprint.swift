/// A digest of 128 bits that tells whether two values are the same: stable between runs and machines, a hundred times
/// faster than SHA-256, and not made to withstand someone who looks for two equal ones.
///
/// The mixing is that of wyhash (Wang Yi, public domain): each step multiplies two words of 64 bits to 128 and folds them.
package struct Fingerprint: Sendable, Hashable {
  package private(set) var high: UInt64
  package private(set) var low: UInt64

  /// That of nothing.
  package init() {
    high = 0x2D35_8DCC_AA6C_78A5
    low = 0x8BB8_4B93_962E_ACC9
  }

  /// One that was written down, by its two words.
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// That of bytes.
  package init(of bytes: [UInt8]) {
    self.init()
    mix(bytes)
  }

  /// Stands for "nothing is known": no value has it but by an accident of 1 in 2¹²⁸.
  package static let unknown = Fingerprint(high: 0, low: 0)

  /// Adds a number; the order in which values are added counts.
  @inline(__always)
  package mutating func mix(_ number: UInt64) {
    let first = (high ^ number).multipliedFullWidth(by: 0xA076_1D64_78BD_642F ^ low)
    let second = (low ^ number).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB ^ first.high)
    high = first.high ^ first.low &+ second.high
    low = second.high ^ second.low &+ first.low &+ 0x9E37_79B9_7F4A_7C15
  }

  package mutating func mix(_ number: Int) { mix(UInt64(bitPattern: Int64(number))) }

  package mutating func mix(_ flag: Bool) { mix(flag ? 1 as UInt64 : 2) }

  /// Adds another fingerprint.
  @inline(__always)
  package mutating func mix(_ other: Fingerprint) {
    mix(other.high)
    mix(other.low)
  }

  /// Adds bytes and how many they are, so that `ab`, `c` and `a`, `bc` differ.
  package mutating func mix(_ bytes: [UInt8]) { bytes.withUnsafeBytes { mix($0) } }

  package mutating func mix(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBytes { mix($0) } }

  package mutating func mix(_ text: String) {
    var text = text
    text.withUTF8 { mix(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a text that may be missing; a missing one is not an empty one.
  package mutating func mix(_ text: String?) {
    mix(text != nil)
    if let text { mix(text) }
  }

  package mutating func mix(_ bytes: UnsafeRawBufferPointer) {
    mix(UInt64(bytes.count))
    var index = 0
    while index + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    mix(rest)
  }

  /// Adds whole words of eight bytes, and not how many they are: pieces mixed one after the other count as one.
  package mutating func mix(words bytes: UnsafeRawBufferPointer) {
    for index in stride(from: 0, to: bytes.count - 7, by: 8) {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
    }
  }

  /// 64 of its bits, for tables.
  package var short: UInt64 { high ^ low }
}
