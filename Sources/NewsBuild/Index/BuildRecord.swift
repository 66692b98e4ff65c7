import NewsCore
import NewsPages

/// All that is kept between builds: the index of stories, what was put into Output and what it showed, and what need not
/// be looked at again.
struct BuildRecord: Sendable {
  var stories = StoryIndex()
  /// The stretches of the pool that are written.
  var segments: [IndexFile.Segment] = []
  /// The pool's file as it was left.
  var poolStamp = FileStamp.none
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
  /// All but the large columns.
  var headBytes: [UInt8] {
    var head = ByteWriter(reserving: 1 << 16)
    head.write(reading)
    head.write(stories.rows.count)
    head.write(stories.order.count)
    head.write(stories.numbers.count)
    head.write(segments.count)
    for segment in segments {
      head.write(segment.count)
      head.write(segment.print)
    }
    head.write(poolStamp)
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
      for fact in [image.facts.creator, image.facts.copyright, image.facts.instructions] { head.write(fact) }
    }
    return head.bytes
  }

  /// Reads a record from its pieces, which are known to be whole; `pool` gives the texts, nil where they are not.
  init?(
    head: UnsafeRawBufferPointer,
    rows: UnsafeRawBufferPointer,
    order: UnsafeRawBufferPointer,
    numbers: UnsafeRawBufferPointer,
    pool: ([IndexFile.Segment], FileStamp) -> BytePool?
  ) {
    var reader = ByteReader(head)
    self.init()
    reading = reader.fingerprint()
    let (rowCount, orderCount, numberCount) = (reader.number(), reader.number(), reader.number())
    segments = (0..<reader.number()).map { _ in
      let count = reader.number()
      return IndexFile.Segment(count: count, print: reader.fingerprint())
    }
    poolStamp = reader.stamp()
    guard let bytes = pool(segments, poolStamp) else { return nil }
    let names = reader.texts()
    readRest(&reader)
    stories = StoryIndex(
      rows: copied(rows, rowCount),
      order: copied(order, orderCount),
      numbers: copied(numbers, numberCount),
      bytes: bytes,
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
      var image = MeasuredImage(stamp: stamp, width: width < 0 ? nil : width, height: height < 0 ? nil : height)
      image.facts.creator = reader.optionalText()
      image.facts.copyright = reader.optionalText()
      image.facts.instructions = reader.optionalText()
      images[path] = image
    }
  }
}

/// A plain value's array out of bytes that may lie anywhere.
private func copied<Value>(_ bytes: UnsafeRawBufferPointer, _ count: Int) -> [Value] {
  [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
    UnsafeMutableRawBufferPointer(buffer).copyMemory(
      from: UnsafeRawBufferPointer(rebasing: bytes[..<(count * MemoryLayout<Value>.stride)])
    )
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
