import NewsCore
import NewsPages

/// The index on disk, in two files below `Output/.warraq`: `index` with numbers, written anew with every change, and
/// `index.pool` with texts, which is only added to.
///
/// Both carry fingerprints. What does not fit is not used: then every file is read again, which costs time and nothing
/// else. Numbers are as this kind of machine has them; another kind does not know the first line.
struct IndexFile: Sendable {
  let folder: String

  /// A stretch of the pool as it was added.
  struct Segment: Sendable {
    var count: Int
    var print: Fingerprint
  }

  private static let magic = Array("warraq index 3 ".utf8) + [UInt8(truncatingIfNeeded: MemoryLayout<StoryRow>.stride)]
  private static let header = 64
  /// More pieces than this are made one.
  private static let mostSegments = 200

  private var path: String { "\(folder)/index" }
  private var poolPath: String { "\(folder)/index.pool" }

  /// Whether there is one.
  var isThere: Bool { Files.kind(at: path) == .file }

  /// Reads the record; nil where it is not there, damaged, or of another version.
  func read() -> BuildRecord? {
    guard isThere else { return nil }
    // The file is replaced and never changed, so it may be read where it lies.
    return BytePool(mapping: path, count: Files.size(of: path) ?? 0)?.withBase { record(of: $0) } ?? nil
  }

  private func record(of bytes: UnsafeRawBufferPointer) -> BuildRecord? {
    guard bytes.count >= Self.header, bytes.prefix(16).elementsEqual(Self.magic) else { return nil }
    func number(_ place: Int) -> Int { Int(bytes.loadUnaligned(fromByteOffset: 16 + place * 8, as: Int64.self)) }
    let counts = [number(0), number(1), number(2), number(3)]
    let limit = bytes.count - Self.header
    guard counts.allSatisfy({ (0...limit).contains($0) }), counts.reduce(0, +) == limit else { return nil }
    var print = Fingerprint()
    print.mix(UnsafeRawBufferPointer(rebasing: bytes[16..<48]))
    var start = Self.header
    var pieces: [UnsafeRawBufferPointer] = []
    for count in counts {
      pieces.append(UnsafeRawBufferPointer(rebasing: bytes[start..<start + count]))
      print.mix(pieces[pieces.count - 1])
      start += count
    }
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[48..<64]))
    guard reader.fingerprint() == print else { return nil }
    return BuildRecord(head: pieces[0], rows: pieces[1], order: pieces[2], numbers: pieces[3]) { segments, stamp in
      pool(of: segments, stamp)
    }
  }

  /// The texts are looked through only where the file is not as it was left.
  private func pool(of segments: [Segment], _ stamp: FileStamp) -> BytePool? {
    let count = segments.reduce(0) { $0 + $1.count }
    if count == 0 { return BytePool() }
    guard let pool = BytePool(mapping: poolPath, count: count) else { return nil }
    if Files.stamp(of: poolPath) == stamp { return pool }
    let isWhole = pool.withBase { bytes in
      var start = 0
      return segments.allSatisfy { segment in
        defer { start += segment.count }
        return Fingerprint(of: UnsafeRawBufferPointer(rebasing: bytes[start..<start + segment.count])) == segment.print
      }
    }
    return isWhole ? pool : nil
  }

  /// Writes the record, the pool first: an index never speaks of texts that are not there.
  func write(_ record: inout BuildRecord, temporary: String) throws(FileTrouble) {
    let pool = record.stories.bytes
    if record.segments.isEmpty || record.segments.count >= Self.mostSegments {
      let whole = pool.withBase(Array.init) + pool.added
      try Files.replace(poolPath, with: whole, temporary: temporary)
      record.segments = whole.isEmpty ? [] : [Segment(count: whole.count, print: Fingerprint(of: whole))]
    } else if !pool.added.isEmpty {
      try Files.overwrite(pool.added, at: pool.baseCount, of: poolPath)
      record.segments.append(Segment(count: pool.added.count, print: Fingerprint(of: pool.added)))
    }
    record.poolStamp = Files.stamp(of: poolPath) ?? .none
    try write(record, temporary: temporary)
  }

  private func write(_ record: BuildRecord, temporary: String) throws(FileTrouble) {
    let stories = record.stories
    let head = record.headBytes
    let trouble: FileTrouble? = head.withUnsafeBytes { head in
      stories.rows.withUnsafeBytes { rows in
        stories.order.withUnsafeBytes { order in
          stories.numbers.withUnsafeBytes { numbers in
            write([head, rows, order, numbers], temporary: temporary)
          }
        }
      }
    }
    if let trouble { throw trouble }
  }

  private func write(_ pieces: [UnsafeRawBufferPointer], temporary: String) -> FileTrouble? {
    let counts = pieces.flatMap { piece in withUnsafeBytes(of: Int64(piece.count), Array.init) }
    var print = Fingerprint()
    print.mix(counts)
    for piece in pieces { print.mix(piece) }
    var tail = ByteWriter()
    tail.write(print)
    return (Self.magic + counts + tail.bytes).withUnsafeBytes { header in
      do throws(FileTrouble) {
        try Files.replace(path, with: [header] + pieces, temporary: temporary)
        return nil
      } catch {
        return error
      }
    }
  }
}
