/// What a photo file says of itself in the fields that agencies fill in.
public struct PhotoFacts: Sendable, Hashable {
  /// The photographer.
  public var creator: String?
  /// The notice of copyright.
  public var copyright: String?
  /// What the agency demands: an embargo, no archiving, a credit.
  public var instructions: String?

  /// Gives the facts of a photo that says nothing.
  public init() {}

  /// The facts in a JPEG file; none in any other, and none where the fields are not as they should be. Each is at most 500
  /// characters.
  ///
  /// IPTC-IIM 4.2, record 2, in a resource 0x0404 of an APP13 segment of Adobe Photoshop.
  public init(of file: [UInt8]) {
    guard file.starts(with: [0xFF, 0xD8]) else { return }
    var index = 2
    while index + 4 <= file.count, file[index] == 0xFF {
      let (marker, length) = (file[index + 1], file.number(at: index + 2, 2))
      // From the scan on there is the picture alone.
      if marker == 0xDA || length < 2 || index + 2 + length > file.count { return }
      if marker == 0xED { takeResources(file[(index + 4)..<(index + 2 + length)]) }
      index += 2 + length
    }
  }

  private mutating func takeResources(_ segment: ArraySlice<UInt8>) {
    let name = Array("Photoshop 3.0\0".utf8)
    guard segment.starts(with: name) else { return }
    var rest = segment.dropFirst(name.count)
    while rest.count >= 12, rest.starts(with: "8BIM".utf8) {
      let start = rest.startIndex
      let id = rest.number(at: start + 4, 2)
      // The name of a resource, with its length before it, has an even number of bytes, and so have its data.
      let data = start + 6 + (Int(rest[start + 6]) + 2) / 2 * 2
      guard data + 4 <= rest.endIndex else { return }
      let length = rest.number(at: data, 4)
      guard data + 4 + length <= rest.endIndex else { return }
      if id == 0x0404 { takeFields(rest[(data + 4)..<(data + 4 + length)]) }
      rest = rest[min(rest.endIndex, data + 4 + (length + 1) / 2 * 2)...]
    }
  }

  private mutating func takeFields(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while rest.count >= 5, rest[rest.startIndex] == 0x1C {
      let start = rest.startIndex
      let (record, field, length) = (rest[start + 1], rest[start + 2], rest.number(at: start + 3, 2))
      // Longer fields have the length of their length here; texts are never so long.
      guard length < 0x8000, start + 5 + length <= rest.endIndex else { return }
      if record == 2 { take(field, rest[(start + 5)..<(start + 5 + length)]) }
      rest = rest[(start + 5 + length)...]
    }
  }

  private mutating func take(_ field: UInt8, _ bytes: ArraySlice<UInt8>) {
    switch field {
    case 40: instructions = instructions ?? Self.text(bytes)
    case 80: creator = creator ?? Self.text(bytes)
    case 116: copyright = copyright ?? Self.text(bytes)
    default: break
    }
  }

  /// UTF-8 where it is that, else ISO 8859-1, as older programs write it.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    let latin = String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })
    let text = String(validating: bytes, as: UTF8.self) ?? String(latin)
    let words = text.split { $0.isWhitespace || $0.unicodeScalars.contains { $0.value < 0x20 } }.joined(separator: " ")
    return words.isEmpty ? nil : String(words.prefix(500))
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// A number of so many bytes, the highest first.
  fileprivate func number(at index: Int, _ count: Int) -> Int {
    self[index..<index + count].reduce(0) { $0 << 8 | Int($1) }
  }
}
