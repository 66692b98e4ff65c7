import ArabicText

/// The words of one text as the matcher needs them: where each stands, and which may begin a phrase.
///
/// The ranges are those of `words(in:)`. Words are known by hashes; the search forms are not written out.
struct TopicWords {
  private(set) var ranges: [Range<Int>] = []
  private(set) var heads: [(word: Int, hash: TopicWordHash)] = []
  private let bytes: UnsafeBufferPointer<UInt8>
  private var normals: [String]?

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ filter: TopicWordFilter) {
    self.bytes = bytes
    ranges.reserveCapacity(bytes.count / 9)
    if scan(filter) { return }
    let all = words(in: String(decoding: bytes, as: UTF8.self))
    ranges = all.map(\.utf8Range)
    normals = all.map(\.normal)
    for (word, own) in all.enumerated() {
      let hash = TopicWordHash(own.normal)
      if filter.mayPass(hash) { heads.append((word, hash)) }
    }
  }

  /// As it is written.
  func raw(_ word: Int) -> String { text(ranges[word]) }

  /// The hash of a word's search form.
  func hash(_ word: Int) -> TopicWordHash {
    if let normals { return TopicWordHash(normals[word]) }
    var hash = TopicWordHash()
    TopicLetters.table.withUnsafeBufferPointer { table in
      var index = ranges[word].lowerBound
      while index < ranges[word].upperBound {
        let (entry, length) = TopicWords.entry(bytes, index, table)
        if entry & TopicLetters.letterMask != 0 { hash.add(entry & TopicLetters.letterMask) }
        index += length
      }
    }
    return hash
  }

  /// The text from one word to before another.
  func surface(_ words: Range<Int>) -> String {
    text(ranges[words.lowerBound].lowerBound..<ranges[words.upperBound - 1].upperBound)
  }

  /// Whether nothing but one space stands between a word and the one before it.
  func isOneSpace(before word: Int) -> Bool {
    let gap = ranges[word - 1].upperBound..<ranges[word].lowerBound
    if gap.count == 1 { return bytes[gap.lowerBound] == 0x20 }
    return gap.count == 2 && bytes[gap.lowerBound] == 0xC2 && bytes[gap.lowerBound + 1] == 0xA0
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// False where a character comes that the table of letters cannot speak for.
  private mutating func scan(_ filter: TopicWordFilter) -> Bool {
    TopicLetters.table.withUnsafeBufferPointer { table in
      var index = 0
      while index < bytes.count {
        let (entry, length) = TopicWords.entry(bytes, index, table)
        let kind = entry & ~TopicLetters.letterMask
        if kind == TopicLetters.Kind.unknown.rawValue { return false }
        if kind < TopicLetters.Kind.digit.rawValue || kind == TopicLetters.Kind.quote.rawValue {
          index += length
          continue
        }
        guard let end = scanWord(from: index, table, filter) else { return false }
        index = end
      }
      return true
    }
  }

  /// Where the word ends; nil where a quote stands in it or an unknown character comes.
  @inline(__always)
  private mutating func scanWord(
    from start: Int,
    _ table: UnsafeBufferPointer<UInt32>,
    _ filter: TopicWordFilter
  ) -> Int? {
    var hash = TopicWordHash()
    var index = start
    var end = start
    var last: UInt32 = 0
    let rtl = TopicLetters.Kind.rtlLetter.rawValue
    while index < bytes.count {
      let (entry, length) = TopicWords.entry(bytes, index, table)
      let kind = entry & ~TopicLetters.letterMask
      if kind == TopicLetters.Kind.unknown.rawValue { return nil }
      if kind == TopicLetters.Kind.separator.rawValue { break }
      if kind == TopicLetters.Kind.quote.rawValue {
        if mayJoin(index, length, table, last) { return nil }
        break
      }
      index += length
      if kind != TopicLetters.Kind.joiner.rawValue {
        if last != 0, kind != last, kind == rtl || last == rtl { break }
        hash.add(entry & TopicLetters.letterMask)
        last = kind
      }
      end = index
    }
    if filter.mayPass(hash) { heads.append((ranges.count, hash)) }
    ranges.append(start..<end)
    return end
  }

  // After an Arabic letter a quote parts («لـ"النصر"»), unless a Hebrew one follows; else the slow way decides.
  private func mayJoin(
    _ index: Int,
    _ length: Int,
    _ table: UnsafeBufferPointer<UInt32>,
    _ last: UInt32
  ) -> Bool {
    guard index + length < bytes.count else { return false }
    let next = TopicWords.entry(bytes, index + length, table).entry
    if last == TopicLetters.Kind.rtlLetter.rawValue {
      let letter = next & TopicLetters.letterMask
      return next == TopicLetters.Kind.unknown.rawValue || (0x05D0...0x05EA).contains(letter)
    }
    return next == TopicLetters.Kind.unknown.rawValue || next >= TopicLetters.Kind.digit.rawValue
  }

  @inline(__always)
  private static func entry(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ index: Int,
    _ table: UnsafeBufferPointer<UInt32>
  ) -> (entry: UInt32, length: Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (table[Int(byte)], 1) }
    if byte < 0xE0 {
      guard index + 1 < bytes.count else { return (0, 1) }
      return (table[Int(byte & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)], 2)
    }
    guard byte == 0xE2, index + 2 < bytes.count else { return (0, 1) }
    let value = 0x2000 | Int(bytes[index + 1] & 0x3F) << 6 | Int(bytes[index + 2] & 0x3F)
    return value < 0x2300 ? (table[value - 0x2000 + 0x800], 3) : (0, 1)
  }
}
