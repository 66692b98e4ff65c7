import NewsCore
import NewsPages

/// All that is kept between builds: the index of stories, what was put into Output and what it showed, and what need not
/// be looked at again.
struct BuildRecord: Sendable {
  /// Where it lies, relative to Output.
  static let path = ".warraq/index"

  var stories = StoryIndex()
  /// What reading a story hangs on besides its file: other settings, and every file is read again.
  var reading = Fingerprint.unknown
  /// Every file in Output that is no story's, by its path, and what it showed.
  var files: [String: Fingerprint] = [:]
  /// Raw articles that are in their story files.
  var articles: [FolderScan.File] = []
  var images: [String: MeasuredImage] = [:]
  /// Path in Output of a static page → the file of Content that it came from.
  var pageFiles: [String: String] = [:]
  /// Rows of story files that are not there any more, whose pages may be.
  var removed: [StoryRow] = []
  /// Files in Output of which nothing is known but that a build made them, and the file of Content they came from.
  var orphans: [String: String] = [:]
  /// Whether it differs from what is written.
  var hasChanged = false

  init() {}
}

extension BuildRecord {
  /// Sixteen bytes with the version of the format, which hangs on the layout of a row.
  private static let magic = Array("warraq index 1 ".utf8) + [UInt8(truncatingIfNeeded: MemoryLayout<StoryRow>.stride)]

  /// The record in pieces, each a multiple of eight bytes; the last sixteen bytes are the fingerprint of the others.
  var pieces: [[UInt8]] {
    let head = headBytes
    var pools = [
      Self.magic + littleEndian(head.count), head, stories.rows.withUnsafeBytes(Array.init),
      stories.numbers.withUnsafeBytes(Array.init), stories.bytes,
    ]
    var print = Fingerprint()
    for place in pools.indices {
      pools[place] += [UInt8](repeating: 0, count: (8 - pools[place].count % 8) % 8)
      pools[place].withUnsafeBytes { print.mix(words: $0) }
    }
    var tail = ByteWriter()
    tail.write(print)
    return pools + [tail.bytes]
  }

  private var headBytes: [UInt8] {
    var head = ByteWriter(reserving: 1 << 16)
    head.write(reading)
    head.write(stories.rows.count)
    head.write(stories.numbers.count)
    head.write(stories.bytes.count)
    head.write(stories.names)
    head.write(files.count)
    for (path, print) in files {
      head.write(path)
      head.write(print)
    }
    head.write(pageFiles.count)
    for (path, file) in pageFiles {
      head.write(path)
      head.write(file)
    }
    head.write(articles.count)
    for file in articles {
      head.write(file.path)
      head.write(file.stamp)
    }
    head.write(images.count)
    for (path, image) in images {
      head.write(path)
      head.write(image.stamp)
      head.write(image.width ?? -1)
      head.write(image.height ?? -1)
    }
    return head.bytes
  }

  /// Reads a record; nil where the bytes are not whole or of another version: then every file is read again.
  init?(_ bytes: [UInt8]) {
    let record: BuildRecord? = bytes.withUnsafeBytes { bytes in
      guard bytes.count >= 48, bytes.count % 8 == 0, bytes.prefix(16).elementsEqual(Self.magic) else { return nil }
      var print = Fingerprint()
      print.mix(words: UnsafeRawBufferPointer(rebasing: bytes.dropLast(16)))
      var tail = ByteReader(UnsafeRawBufferPointer(rebasing: bytes.suffix(16)))
      return tail.fingerprint() == print ? BuildRecord(whole: bytes) : nil
    }
    guard let record else { return nil }
    self = record
  }

  /// Reads a record that is known to be whole.
  private init(whole bytes: UnsafeRawBufferPointer) {
    var position = 24
    func take(_ count: Int) -> UnsafeRawBufferPointer {
      defer { position += (count + 7) / 8 * 8 }
      return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    }
    var reader = ByteReader(take(Int(bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))))
    self.init()
    reading = reader.fingerprint()
    let (rows, numbers, pool) = (reader.number(), reader.number(), reader.number())
    let names = reader.texts()
    readRest(&reader)
    stories = StoryIndex(
      rows: copied(take(rows * MemoryLayout<StoryRow>.stride), rows),
      numbers: copied(take(numbers * MemoryLayout<Int32>.stride), numbers),
      bytes: Array(take(pool)),
      names: names
    )
  }

  private mutating func readRest(_ reader: inout ByteReader) {
    let count = reader.number()
    files.reserveCapacity(count)
    for _ in 0..<count {
      let path = reader.text()
      files[path] = reader.fingerprint()
    }
    for _ in 0..<reader.number() {
      let path = reader.text()
      pageFiles[path] = reader.text()
    }
    articles = (0..<reader.number()).map { _ in
      let path = reader.text()
      return FolderScan.File(path: path, stamp: reader.stamp())
    }
    for _ in 0..<reader.number() {
      let path = reader.text()
      let stamp = reader.stamp()
      let (width, height) = (reader.number(), reader.number())
      images[path] = MeasuredImage(stamp: stamp, width: width < 0 ? nil : width, height: height < 0 ? nil : height)
    }
  }
}

private func littleEndian(_ number: Int) -> [UInt8] { withUnsafeBytes(of: UInt64(number).littleEndian, Array.init) }

/// A plain value's array out of bytes that may lie anywhere.
private func copied<Value>(_ bytes: UnsafeRawBufferPointer, _ count: Int) -> [Value] {
  [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
    UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
    initialized = count
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ stamp: FileStamp) {
    write(stamp.size)
    write(stamp.modified)
    write(Int(bitPattern: UInt(stamp.inode)))
  }
}

extension ByteReader {
  fileprivate mutating func stamp() -> FileStamp {
    let (size, modified) = (number(), number())
    return FileStamp(size: size, modified: modified, inode: UInt64(UInt(bitPattern: number())))
  }
}
