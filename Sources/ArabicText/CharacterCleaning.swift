/// Cleans a text character by character: references, presentation forms, spaces, controls, line ends.
///
/// What it makes is fed to it again, so a reference that comes out of a reference is decoded as well («&amp;quot;»).
struct CharacterCleaning {
  private(set) var output: [UInt32] = []
  private(set) var tally = NoteTally()
  private var line = 1
  private var isAfterReturn = false

  mutating func feed(_ value: UInt32) {
    let followsReturn = isAfterReturn
    isAfterReturn = false
    switch value {
    case 0x0A: if !followsReturn { breakLine() }
    case 0x0D:
      breakLine()
      isAfterReturn = true
    case 0x0B, 0x0C, 0x85, 0x2028, 0x2029: breakLine()
    case 0x09: output.append(value)
    case 0..<0x20, 0x7F..<0xA0, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF: tally.add(.controlCharacter, line: line)
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: replace(with: [0x20], .specialSpace)
    case 0xAD, 0x200B, 0xFEFF, 0x2060...0x2064, 0x206A...0x206F, 0x180E: tally.add(.invisibleCharacter, line: line)
    case 0xFB00...0xFB06: replace(with: CharacterCleaning.latinLigatures[Int(value - 0xFB00)], .presentationForm)
    case 0xFB1D...0xFDF9, 0xFE70...0xFEFC: feedForm(value)
    case 0x3B:
      output.append(value)
      decodeReference()
    default:
      if value & 0xFFFE == 0xFFFE { tally.add(.controlCharacter, line: line) } else { output.append(value) }
    }
  }

  private mutating func breakLine() {
    output.append(0x0A)
    line += 1
  }

  private mutating func replace(with values: [UInt32], _ kind: TextNote.Kind) {
    tally.add(kind, line: line)
    output += values
  }

  private mutating func feedForm(_ value: UInt32) {
    guard let letters = PresentationForms.letters(of: value) else {
      output.append(value)
      return
    }
    replace(with: letters.map(UInt32.init), .presentationForm)
  }

  // Looks back from the semicolon just written to a `&` close by; invisible characters between them do not hide it.
  private mutating func decodeReference() {
    var name: [UInt8] = []
    var index = output.count - 2
    let limit = max(0, output.count - 24)
    while index >= limit, output[index] != 0x26 {
      let value = output[index]
      if let byte = UInt8(exactly: value), isNamePart(byte) {
        name.append(byte)
      } else if !SearchFolding.isInvisible(value) {
        return
      }
      index -= 1
    }
    guard index >= limit, let value = CharacterReference.scalar(named: String(decoding: name.reversed(), as: UTF8.self))
    else { return }
    output.removeSubrange(index...)
    tally.add(.characterReference, line: line)
    feed(value)
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x23
  }

  private static let latinLigatures: [[UInt32]] =
    ["ff", "fi", "fl", "ffi", "ffl", "st", "st"].map { $0.unicodeScalars.map(\.value) }
}
