/// A digest of 128 bits that tells whether two values are the same: stable between runs and machines, a hundred times
/// faster than SHA-256, and not made to withstand someone who looks for two equal ones.
///
/// The mixing is that of wyhash (Wang Yi, public domain): each step multiplies two words of 64 bits to 128 and folds them.
public struct Fingerprint: Sendable, Hashable {
  /// The first 64 bits.
  public var high: UInt64
  /// The last 64 bits.
  public var low: UInt64

  /// That of nothing.
  public init() {
    high = 0x2D35_8DCC_AA6C_78A5
    low = 0x8BB8_4B93_962E_ACC9
  }

  /// One that was written down, by its two words.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// That of bytes.
  public init(of bytes: [UInt8]) {
    self.init()
    mix(bytes)
  }

  /// That of bytes that lie somewhere.
  public init(of bytes: UnsafeRawBufferPointer) {
    self.init()
    mix(bytes)
  }

  /// Stands for "nothing is known": no value has it but by an accident of 1 in 2¹²⁸.
  public static let unknown = Fingerprint(high: 0, low: 0)

  /// Adds a number; the order in which values are added counts.
  @inlinable
  public mutating func mix(_ number: UInt64) {
    let first = (high ^ number).multipliedFullWidth(by: 0xA076_1D64_78BD_642F ^ low)
    let second = (low ^ number).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB ^ first.high)
    high = first.high ^ first.low &+ second.high
    low = second.high ^ second.low &+ first.low &+ 0x9E37_79B9_7F4A_7C15
  }

  /// Takes a number in.
  public mutating func mix(_ number: Int) { mix(UInt64(bitPattern: Int64(number))) }

  /// Takes a yes or no in.
  public mutating func mix(_ flag: Bool) { mix(flag ? 1 as UInt64 : 2) }

  /// Adds another fingerprint.
  @inlinable
  public mutating func mix(_ other: Fingerprint) {
    mix(other.high)
    mix(other.low)
  }

  /// Adds bytes and how many they are, so that `ab`, `c` and `a`, `bc` differ.
  public mutating func mix(_ bytes: [UInt8]) { bytes.withUnsafeBytes { mix($0) } }

  /// Takes bytes in.
  public mutating func mix(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBytes { mix($0) } }

  /// Takes a text in.
  public mutating func mix(_ text: String) {
    var text = text
    text.withUTF8 { mix(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a text that may be missing; a missing one is not an empty one.
  public mutating func mix(_ text: String?) {
    mix(text != nil)
    if let text { mix(text) }
  }

  /// Takes bytes in.
  public mutating func mix(_ bytes: UnsafeRawBufferPointer) {
    mix(UInt64(bytes.count))
    let blocks = bytes.count / Self.block * Self.block
    mix(blocks: UnsafeRawBufferPointer(rebasing: bytes[..<blocks]))
    var index = blocks
    while index + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    if index == bytes.count { return }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    mix(rest)
  }

  /// The bytes that are mixed in one step.
  public static let block = 64

  /// Adds whole blocks, and not how many they are: pieces mixed one after the other count as one. Four lanes of their own
  /// keep the processor's multipliers busy.
  public mutating func mix(blocks bytes: UnsafeRawBufferPointer) {
    if bytes.count < Self.block { return }
    var lanes = (high, low, high ^ 0x5899_65CC_7537_4CC3, low ^ 0x1D8E_4E27_C47D_124F)
    var index = 0
    while index + Self.block <= bytes.count {
      func word(_ offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index + offset, as: UInt64.self))
      }
      lanes.0 = fold(word(0) ^ 0xA076_1D64_78BD_642F, word(8) ^ lanes.0)
      lanes.1 = fold(word(16) ^ 0xE703_7ED1_A0B4_28DB, word(24) ^ lanes.1)
      lanes.2 = fold(word(32) ^ 0x8EBC_6AF0_9C88_C6E3, word(40) ^ lanes.2)
      lanes.3 = fold(word(48) ^ 0x5899_65CC_7537_4CC3, word(56) ^ lanes.3)
      index += Self.block
    }
    high = lanes.0 ^ lanes.2.multipliedReportingOverflow(by: 0x9E37_79B9_7F4A_7C15).partialValue
    low = lanes.1 ^ lanes.3.multipliedReportingOverflow(by: 0xC2B2_AE3D_27D4_EB4F).partialValue
  }

  @inline(__always)
  private func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// 64 of its bits, for tables.
  public var short: UInt64 { high ^ low }
}
