/// The size in pixels of a JPEG, PNG, GIF or WebP file, from its first bytes: width and height as it is shown, so that
/// a page can keep the place of a photo before it arrives. nil for any other file, and for one that says it wrongly.
///
/// JPEG: ITU T.81, the frame header, with the orientation of Exif left to the image pipeline. PNG: RFC 2083.
/// WebP: RFC 9649.
func imageSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
  let size = pngSize(bytes) ?? gifSize(bytes) ?? webpSize(bytes) ?? jpegSize(bytes)
  guard let size, (1...65_535).contains(size.width), (1...65_535).contains(size.height) else { return nil }
  return size
}

private func pngSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
  guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return nil }
  return (bytes.number(at: 16, 4), bytes.number(at: 20, 4))
}

private func gifSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
  guard bytes.count >= 10, bytes.starts(with: "GIF8".utf8) else { return nil }
  return (bytes.littleNumber(at: 6, 2), bytes.littleNumber(at: 8, 2))
}

private func webpSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
  guard bytes.count >= 30, bytes.starts(with: "RIFF".utf8), bytes[8..<12].elementsEqual("WEBP".utf8) else { return nil }
  switch bytes[15] {
  case UInt8(ascii: " "): return (bytes.littleNumber(at: 26, 2) & 0x3FFF, bytes.littleNumber(at: 28, 2) & 0x3FFF)
  case UInt8(ascii: "L"):
    let packed = bytes.littleNumber(at: 21, 4)
    return (packed & 0x3FFF + 1, (packed >> 14) & 0x3FFF + 1)
  case UInt8(ascii: "X"): return (bytes.littleNumber(at: 24, 3) + 1, bytes.littleNumber(at: 27, 3) + 1)
  default: return nil
  }
}

// Goes from segment to segment until the one that begins the frame.
private func jpegSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
  guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
  var index = 2
  while index + 9 < bytes.count {
    guard bytes[index] == 0xFF else { return nil }
    let marker = bytes[index + 1]
    if marker == 0xFF {
      index += 1
    } else if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
      return (bytes.number(at: index + 7, 2), bytes.number(at: index + 5, 2))
    } else {
      index += 2 + max(2, bytes.number(at: index + 2, 2))
    }
  }
  return nil
}

extension [UInt8] {
  fileprivate func number(at index: Int, _ count: Int) -> Int {
    self[index..<index + count].reduce(0) { $0 << 8 | Int($1) }
  }

  fileprivate func littleNumber(at index: Int, _ count: Int) -> Int {
    self[index..<index + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
