/// A seeded generator (SplitMix64), so that a failing property fails again.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text of up to `length` scalars from the blocks that news and its debris are made of.
  mutating func text(length: Int) -> String {
    var view = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      let range = Dice.blocks.randomElement(using: &self) ?? 0x20...0x7E
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { view.append(scalar) }
    }
    return String(view)
  }

  private static let blocks: [ClosedRange<UInt32>] = [
    0x0620...0x064A, 0x0620...0x064A, 0x0620...0x064A, 0x0600...0x06FF, 0x064B...0x0655, 0x20...0x20, 0x20...0x7E,
    0x61...0x7A, 0x00...0xFF, 0x0100...0x024F, 0x0300...0x036F, 0x0370...0x052F, 0x0590...0x05F4, 0x0700...0x08FF,
    0x2000...0x206F, 0xFB00...0xFDFF, 0xFE00...0xFEFF, 0xFF00...0xFF60, 0x1F300...0x1F6FF, 0x1E00...0x1FFF,
    0x0900...0x0DFF, 0xAC00...0xAC80, 0x1100...0x11FF, 0x3040...0x30FF, 0x10000...0x10FFFF, 0x0000...0xD7FF,
  ]
}
