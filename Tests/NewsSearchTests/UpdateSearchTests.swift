import ArabicText
import Foundation
import NewsCore
import TestSupport
import Testing

@testable import NewsSearch

/// An Output in memory that counts what is written. A lock guards what changes (`Mutex` wants macOS 15).
final class MemoryOutput: @unchecked Sendable {
  private let lock = NSLock()
  private var contents: [String: [UInt8]] = [:]
  private var sizes: [String: Int] = [:]

  var files: [String: [UInt8]] { lock.withLock { contents } }
  var written: [String: Int] { lock.withLock { sizes } }

  func read(_ path: String) -> [UInt8]? { lock.withLock { contents[path] } }

  func write(_ path: String, _ bytes: [UInt8]) {
    lock.withLock {
      if contents[path] == bytes { return }
      contents[path] = bytes
      sizes[path] = bytes.count
    }
  }

  func forget() { lock.withLock { sizes = [:] } }

  func read(_ path: String, _ range: Range<Int>) -> [UInt8]? {
    read(path).flatMap { $0.count < range.upperBound ? nil : Array($0[range]) }
  }

  func extend(_ path: String, _ place: Int, _ bytes: [UInt8]) {
    write(path, (read(path) ?? []).prefix(place) + bytes)
  }

  func remove(_ path: String) { lock.withLock { contents[path] = nil } }

  /// What readers get.
  var index: [String: [UInt8]] { files.filter { $0.key.hasPrefix("search/") } }

  var searchFiles: SearchFiles {
    SearchFiles(
      read: { self.read($0) },
      readPart: { self.read($0, $1) },
      write: { self.write($0, $1) },
      extend: { self.extend($0, $1, $2) },
      remove: { self.remove($0) },
      list: { Array(self.index.keys) }
    )
  }
}

/// A paper in memory: its stories from the oldest to the newest.
struct Paper: Sendable {
  var stories: [SearchDocument] = []

  var entries: [SearchEntry] {
    stories.map { story in
      SearchEntry(year: story.day.year, digest: SearchDigest(hex: SHA256.hex(Array("\(story)".utf8))))
    }
  }

  var topics: [SearchTopic] { Array(Set(stories.flatMap(\.topics))).sorted { precedesByBytes($0.slug, $1.slug) } }

  /// Updates the index in an Output.
  @discardableResult
  func update(_ output: MemoryOutput, program: UInt64 = 1) async throws -> SearchUpdate {
    let stories = stories
    return try await updateSearch(
      entries,
      topics: topics,
      program: Fingerprint(high: program, low: 0),
      document: { stories[$0] },
      files: output.searchFiles
    )
  }

  func clean() async throws -> [String: [UInt8]] {
    let output = MemoryOutput()
    try await update(output)
    return output.index
  }
}

private let vocabulary =
  SearchPair.all.flatMap { $0.text.split(separator: " ").map(String.init) } + ["في", "من", "the"]

extension SearchDocument {
  static func random(_ random: inout SeededRandom, number: Int, words: Int = 30) -> SearchDocument {
    func text(_ count: Int, _ random: inout SeededRandom) -> String {
      (0..<count).map { _ in vocabulary[random.next(vocabulary.count)] }.joined(separator: " ")
    }
    let title = text(6, &random)
    let day = CivilDate.epoch.adding(days: 16_000 + number)
    let folder = day.iso.split(separator: "-").joined(separator: "/")
    return SearchDocument(
      address: "\(folder)/\(title.split(separator: " ").joined(separator: "-"))-\(random.next(1_000_000))/",
      title: title,
      summary: text(12, &random),
      day: day,
      topics: (0..<random.next(3)).map { _ in
        let topic = random.next(8)
        return SearchTopic(slug: "t\(topic)", name: "موضوع \(topic)")
      },
      body: text(words, &random)
    )
  }
}

struct UpdateSearchTests {
  private func paper(_ count: Int, seed: UInt64 = 1) -> Paper {
    var random = SeededRandom(seed: seed)
    return Paper(stories: (0..<count).map { .random(&random, number: $0) })
  }

  /// Whether the index in an Output is that of a clean build.
  private func expectClean(_ output: MemoryOutput, _ paper: Paper, _ what: Comment? = nil) async throws {
    let (files, clean) = (output.index, try await paper.clean())
    #expect(files.keys.sorted() == clean.keys.sorted(), what)
    #expect(files.filter { clean[$0.key] != $0.value }.map(\.key).sorted() == [], what)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `after any edits the index is that of a clean build`(seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    var paper = paper([0, 3, 62, 130, 200, 320][Int(seed) - 1], seed: seed)
    let output = MemoryOutput()
    try await paper.update(output)
    for step in 0..<14 {
      for _ in 0..<1 + random.next(3) { edit(&paper, &random, step: step) }
      try await paper.update(output)
      try await expectClean(output, paper, "step \(step)")
    }
  }

  private func edit(_ paper: inout Paper, _ random: inout SeededRandom, step: Int) {
    let number = 10_000 + step
    switch random.next(8) {
    case 0: paper.stories.append(.random(&random, number: number))
    case 1: for _ in 0..<70 { paper.stories.append(.random(&random, number: number)) }
    case 2: paper.stories.insert(.random(&random, number: 0), at: random.next(paper.stories.count + 1))
    case 3 where !paper.stories.isEmpty: paper.stories.remove(at: random.next(paper.stories.count))
    case 4 where !paper.stories.isEmpty: paper.stories[random.next(paper.stories.count)].title += " تعديل"
    case 5 where !paper.stories.isEmpty:
      paper.stories[random.next(paper.stories.count)].topics = [SearchTopic(slug: "new", name: "جديد")]
    case 6 where !paper.stories.isEmpty:
      paper.stories[random.next(paper.stories.count)] = .random(&random, number: number)
    case 7 where !paper.stories.isEmpty:
      let place = random.next(paper.stories.count)
      paper.stories[place].body = paper.stories[place].body.replacing(" ", with: " كلمة\(step) ", maxReplacements: 3)
    default: break
    }
  }

  @Test func `after edits of old stories a large index is that of a clean build`() async throws {
    var random = SeededRandom(seed: 1)
    var paper = paper(4096 + 40, seed: 1)
    let output = MemoryOutput()
    try await paper.update(output)
    for step in 0..<8 {
      output.forget()
      for _ in 0..<1 + random.next(2) {
        let place = random.next(4096)
        switch random.next(3) {
        case 0: paper.stories[place].title += " تعديل\(step)"
        case 1: paper.stories[place].topics = [SearchTopic(slug: "new", name: "جديد")]
        default: paper.stories[place] = .random(&random, number: place)
        }
      }
      #expect(try await paper.update(output).documentsRead <= 2)
      #expect(output.written.keys.count { $0.hasPrefix("search/") } < 200)
    }
    // What every step left wrong would still be there.
    try await expectClean(output, paper)
  }

  @Test func `an edited headline of an old story changes the few files that have its words`() async throws {
    var paper = paper(4096 + 40)
    let output = MemoryOutput()
    try await paper.update(output)
    output.forget()
    paper.stories[1000].title = "سطر لم يكن قبله"
    #expect(try await paper.update(output).documentsRead == 1)
    #expect(output.written.keys.count { $0.hasPrefix("search/") } < 60)
  }

  @Test func `long lists are found whole`() async throws {
    let paper = paper(4096 + 50)
    let output = MemoryOutput()
    try await paper.update(output)
    #expect(output.index.keys.contains { $0.hasPrefix("search/index/base/t") })
    let index = try SearchIndex { output.read($0) }
    for word in ["دمشق", "برلمان", "غزة"] {
      let matcher = WordMatcher(normalize(word))
      let holders = paper.stories.count { story in
        let texts = [story.title, story.summary, story.body] + story.topics.map(\.name)
        return texts.contains { searchWords(in: $0).contains { matcher.weight(of: $0.normal) > 0 } }
      }
      #expect(holders > 256)
      #expect(try index.search(word).count == holders)
    }
  }

  @Test func `the base grows from the segment of the middle`() async throws {
    var paper = paper(4090)
    let output = MemoryOutput()
    try await paper.update(output)
    var random = SeededRandom(seed: 5)
    for number in 0..<10 { paper.stories.append(.random(&random, number: 5000 + number)) }
    let update = try await paper.update(output)
    #expect(update.documentsRead < 140)
    try await expectClean(output, paper)
    #expect(output.index.keys.contains { $0.hasPrefix("search/index/base/") })
  }

  @Test func `a new story rewrites one file and reads only the newest`() async throws {
    var paper = paper(400)
    let output = MemoryOutput()
    try await paper.update(output)
    output.forget()
    var random = SeededRandom(seed: 9)
    paper.stories.append(.random(&random, number: 500))
    let update = try await paper.update(output)
    #expect(output.written.keys.filter { $0.hasPrefix("search/") } == ["search/index/head.txt"])
    #expect(update.documentsRead < 32)
  }

  @Test func `nothing changed, nothing read and nothing written`() async throws {
    let paper = paper(300)
    let output = MemoryOutput()
    try await paper.update(output)
    output.forget()
    #expect(try await paper.update(output).documentsRead == 0)
    #expect(output.written.isEmpty)
  }

  @Test func `a damaged file or an interrupted update is made good`() async throws {
    let paper = paper(300)
    for damage in ["search/index/mid/0.txt", "search/index/mid/c0.txt", ".warraq/search", ".warraq/search-words"] {
      for place in [0, 299] {
        let output = MemoryOutput()
        try await paper.update(output)
        for path in damage.hasSuffix("0.txt")
          ? (0..<32).map({ damage.replacing("0.txt", with: "\($0).txt") }) : [damage]
        where output.read(path) != nil {
          output.write(path, Array("garbage\n".utf8))
        }
        var edited = paper
        edited.stories[place].title += " تعديل"
        try await edited.update(output)
        if damage.hasPrefix(".") { try await expectClean(output, edited, "\(damage)") }
        try await paper.update(output)
        if place == 0 { try await expectClean(output, paper, "\(damage)") }
      }
    }
  }

  @Test func `keys of stories that are no more do not gather`() async throws {
    var paper = paper(64)
    let output = MemoryOutput()
    var random = SeededRandom(seed: 3)
    for _ in 0..<14 {
      for place in 0..<64 { paper.stories[place] = .random(&random, number: place, words: 100) }
      try await paper.update(output)
    }
    #expect(output.read(".warraq/search-words")?.count ?? 0 < 150_000)
    paper.stories[5].title += " تعديل"
    #expect(try await paper.update(output).documentsRead == 1)
    try await expectClean(output, paper)
  }

  @Test func `a story that cannot be read comes into the index when it can`() async throws {
    let paper = paper(100)
    let output = MemoryOutput()
    let stories = paper.stories
    for missing in [40, 99] {
      _ = try await updateSearch(
        paper.entries,
        topics: paper.topics,
        program: Fingerprint(high: 1, low: 0),
        document: { $0 == missing ? nil : stories[$0] },
        files: output.searchFiles
      )
      try await paper.update(output)
      try await expectClean(output, paper)
    }
  }

  @Test func `another version of the tool builds clean`() async throws {
    let paper = paper(200)
    let output = MemoryOutput()
    try await paper.update(output)
    #expect(try await paper.update(output, program: 2).documentsRead == 200)
  }
}
