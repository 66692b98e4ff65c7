import NewsCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Says in a zip file that its names are UTF-8 (APPNOTE 4.4.4, bit 11): Info-ZIP says it only where a name is not in the
/// local encoding, and then other programs show Arabic names as rubbish.
func markNamesAsUTF8(_ path: String) throws(FileTrouble) {
  let file = open(path, O_RDWR | O_CLOEXEC)
  guard file >= 0 else { throw FileTrouble("write", path, reason: String(cString: strerror(errno))) }
  defer { close(file) }
  let archive = ZipFile(file: file, path: path)
  let (start, size) = try archive.directory()
  let directory = try archive.bytes(at: start, count: size)
  var place = 0
  while place + 46 <= directory.count, number(directory, place, 4) == 0x0201_4B50 {
    let local = number(directory, place + 42, 4)
    guard local < 0xFFFF_FFFF else { throw archive.damaged }
    try archive.mark(at: start + place + 8, flags: number(directory, place + 8, 2))
    try archive.mark(at: local + 6, flags: number(directory, place + 8, 2))
    place += 46 + number(directory, place + 28, 2) + number(directory, place + 30, 2) + number(directory, place + 32, 2)
  }
}

private func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
  (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
}

private struct ZipFile {
  let file: Int32
  let path: String

  var damaged: FileTrouble { FileTrouble("write", path, reason: "zip made something that is no zip file") }

  /// Where the central directory begins, and its size.
  func directory() throws(FileTrouble) -> (start: Int, size: Int) {
    let length = Int(lseek(file, 0, SEEK_END))
    guard length >= 22 else { throw damaged }
    let end = try bytes(at: length - 22, count: 22)
    guard number(end, 0, 4) == 0x0605_4B50 else { throw damaged }
    let (start, size) = (number(end, 16, 4), number(end, 12, 4))
    if number(end, 10, 2) < 0xFFFF && start < 0xFFFF_FFFF { return (start, size) }
    let locator = try bytes(at: length - 42, count: 20)
    guard number(locator, 0, 4) == 0x0706_4B50 else { throw damaged }
    let large = try bytes(at: number(locator, 8, 8), count: 56)
    return (number(large, 48, 8), number(large, 40, 8))
  }

  func bytes(at place: Int, count: Int) throws(FileTrouble) -> [UInt8] {
    guard place >= 0, count >= 0 else { throw damaged }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, count, off_t(place)) }
    guard got == count else { throw damaged }
    return bytes
  }

  func mark(at place: Int, flags: Int) throws(FileTrouble) {
    let marked = flags | 0x800
    let bytes = [UInt8(marked & 255), UInt8(marked >> 8)]
    let put = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress, 2, off_t(place)) }
    guard put == 2 else { throw FileTrouble("write", path, reason: String(cString: strerror(errno))) }
  }
}
