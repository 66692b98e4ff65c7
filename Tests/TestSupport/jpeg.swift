/// The head of a JPEG file of 640×480 pixels with these fields of IPTC's record 2 in it.
package func jpeg(_ fields: [(field: UInt8, text: String)]) -> [UInt8] {
  jpeg(iptc: fields.flatMap { field, text in [0x1C, 2, field] + number(text.utf8.count, 2) + Array(text.utf8) })
}

/// The same with these bytes in the place of the fields.
package func jpeg(iptc bytes: [UInt8]) -> [UInt8] {
  let name: [UInt8] = [2, 0x61, 0x62, 0]
  let data = Array("8BIM".utf8) + [4, 4] + name + number(bytes.count, 4) + bytes + (bytes.count % 2 == 0 ? [] : [0])
  let before = Array("8BIM".utf8) + [4, 0x25, 0, 0] + number(3, 4) + [1, 2, 3, 0]
  let segment = Array("Photoshop 3.0\0".utf8) + before + data
  let frame: [UInt8] = [0xFF, 0xC0, 0, 17, 8, 1, 0xE0, 2, 0x80, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]
  return [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xED] + number(segment.count + 2, 2) + segment + frame
}

private func number(_ value: Int, _ count: Int) -> [UInt8] {
  (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}
