import NewsCore
import NewsPages

/// What is kept of every story file between builds: enough to plan the site without reading any of them.
///
/// The index is never needed for correctness: without it every file is read. Its pools only grow; rows that go leave
/// their texts behind until the index is made anew.
struct StoryIndex: Sendable {
  /// Sorted by the bytes of their paths.
  var rows: [StoryRow] = []
  private(set) var bytes = BytePool()
  /// Rows from the oldest story to the newest; those without a record are not among them.
  var order: [Int32] = []
  private(set) var numbers: [Int32] = []
  /// Names of topics and of bylines as story files write them, each once.
  private(set) var names: [String] = []
  private var positions: [String: Int32] = [:]

  init() {}

  /// One whose pools were read from a file.
  init(rows: [StoryRow], order: [Int32], numbers: [Int32], bytes: BytePool, names: [String]) {
    self.rows = rows
    self.bytes = bytes
    self.order = order
    self.numbers = numbers
    self.names = names
    positions = Dictionary(zip(names, 0...), uniquingKeysWith: { first, _ in first })
  }

  mutating func reserve(_ count: Int) {
    rows.reserveCapacity(count)
    bytes.reserve(count * 640)
    numbers.reserveCapacity(count * 26)
  }

  func path(_ row: StoryRow) -> String { bytes.text(row.path.range) }

  func topics(_ row: StoryRow) -> ArraySlice<Int32> { numbers[row.topics.range] }

  func byline(_ row: StoryRow) -> ArraySlice<Int32> { numbers[row.byline.range] }

  func words(_ row: StoryRow) -> [UInt32] { numbers[row.words.range].map { UInt32(bitPattern: $0) } }

  /// The story's teaser, without topics and photo; nil where the file holds an error.
  func teaser(_ span: StoryRow.ByteSpan) -> Teaser? { span.isEmpty ? nil : reading(span) { Teaser(&$0) } }

  func extra(_ row: StoryRow) -> StoryExtra {
    row.extra.isEmpty ? StoryExtra() : reading(row.extra) { StoryExtra(&$0) }
  }

  func diagnostics(_ span: StoryRow.ByteSpan) -> [Diagnostic] {
    span.isEmpty ? [] : reading(span) { reader in (0..<reader.number()).map { _ in Diagnostic(&reader) } }
  }

  private func reading<Value>(_ span: StoryRow.ByteSpan, _ read: (inout ByteReader) -> Value) -> Value {
    bytes.withBytes(span.range) { bytes in
      var reader = ByteReader(bytes)
      return read(&reader)
    }
  }

  /// The position of the row of a story file.
  func position(ofPath path: String) -> Int? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if order(rows[middle], path) < 0 { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && order(rows[low], path) == 0 ? low : nil
  }

  /// Negative, zero or positive: the order of a row's path and another.
  func order(_ row: StoryRow, _ path: String) -> Int { bytes.withBytes(row.path.range) { Files.order($0, path) } }

  /// Puts bytes into the pool.
  mutating func keep(_ more: [UInt8]) -> StoryRow.ByteSpan {
    if more.isEmpty { return .none }
    defer { bytes.append(more) }
    return StoryRow.ByteSpan(start: UInt32(bytes.count), count: UInt32(more.count))
  }

  mutating func keep(_ more: some Collection<Int32>) -> StoryRow.Span {
    if more.isEmpty { return .none }
    defer { numbers.append(contentsOf: more) }
    return StoryRow.Span(start: Int32(numbers.count), count: Int32(more.count))
  }

  mutating func keep(_ diagnostics: [Diagnostic]) -> StoryRow.ByteSpan {
    if diagnostics.isEmpty { return .none }
    var writer = ByteWriter()
    writer.write(diagnostics.count)
    for diagnostic in diagnostics { diagnostic.write(to: &writer) }
    return keep(writer.bytes)
  }

  mutating func position(ofName name: String) -> Int32 {
    if let known = positions[name] { return known }
    positions[name] = Int32(names.count)
    names.append(name)
    return Int32(names.count - 1)
  }
}

/// What few parts of the build ask of a story: where it came from and which photo it wants.
struct StoryExtra: Sendable {
  /// The raw article and its digest.
  var source: String?
  var sourceDigest: String?
  /// The photo by the name of its file, or by the agency's number.
  var imageFile: String?
  var imageID: String?

  init() {}

  init(_ reader: inout ByteReader) {
    source = reader.optionalText()
    sourceDigest = reader.optionalText()
    imageFile = reader.optionalText()
    imageID = reader.optionalText()
  }

  var bytes: [UInt8] {
    if source == nil && imageFile == nil && imageID == nil { return [] }
    var writer = ByteWriter()
    writer.write(source)
    writer.write(sourceDigest)
    writer.write(imageFile)
    writer.write(imageID)
    return writer.bytes
  }
}

extension Diagnostic {
  func write(to writer: inout ByteWriter) {
    writer.write(path)
    writer.write(line ?? -1)
    writer.write(severity.rawValue)
    writer.write(id)
    writer.write(message)
    writer.write(fix)
  }

  init(_ reader: inout ByteReader) {
    let path = reader.text()
    let line = reader.number()
    let severity = Severity(rawValue: reader.number()) ?? .error
    let id = reader.text()
    let message = reader.text()
    self.init(severity, id, path: path, line: line < 0 ? nil : line, message, fix: reader.optionalText())
  }
}
