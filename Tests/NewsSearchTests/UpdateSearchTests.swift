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

  func keep(only paths: [String]) {
    let kept = Set(paths)
    lock.withLock { contents = contents.filter { kept.contains($0.key) } }
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

  /// Updates the index in an Output and removes what is left over.
  @discardableResult
  func update(_ output: MemoryOutput, fingerprint: String = "1") async throws -> SearchUpdate {
    let stories = stories
    let update = try await updateSearch(
      entries,
      topics: topics,
      fingerprint: fingerprint,
      document: { stories[$0] },
      stored: { output.read($0) },
      write: { output.write($0, $1) }
    )
    output.keep(only: update.paths)
    return update
  }

  func clean() async throws -> [String: [UInt8]] {
    let output = MemoryOutput()
    try await update(output)
    return output.files
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

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `after any edits the index is that of a clean build`(seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    var paper = paper([0, 3, 62, 130, 200, 320][Int(seed) - 1], seed: seed)
    let output = MemoryOutput()
    try await paper.update(output)
    for step in 0..<14 {
      for _ in 0..<1 + random.next(3) { edit(&paper, &random, step: step) }
      try await paper.update(output)
      let (files, clean) = (output.files, try await paper.clean())
      #expect(files.keys.sorted() == clean.keys.sorted())
      #expect(files.filter { clean[$0.key] != $0.value }.map(\.key) == [])
    }
  }

  private func edit(_ paper: inout Paper, _ random: inout SeededRandom, step: Int) {
    let number = 10_000 + step
    switch random.next(6) {
    case 0: paper.stories.append(.random(&random, number: number))
    case 1: for _ in 0..<70 { paper.stories.append(.random(&random, number: number)) }
    case 2: paper.stories.insert(.random(&random, number: 0), at: random.next(paper.stories.count + 1))
    case 3 where !paper.stories.isEmpty: paper.stories.remove(at: random.next(paper.stories.count))
    case 4 where !paper.stories.isEmpty: paper.stories[random.next(paper.stories.count)].title += " تعديل"
    case 5 where !paper.stories.isEmpty:
      paper.stories[random.next(paper.stories.count)].topics = [SearchTopic(slug: "new", name: "جديد")]
    default: break
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
    let clean = try await paper.clean()
    #expect(output.files == clean)
    #expect(clean.keys.contains { $0.hasPrefix("search/index/base/") })
  }

  @Test func `a new story rewrites one file and reads only the newest`() async throws {
    var paper = paper(400)
    let output = MemoryOutput()
    try await paper.update(output)
    output.forget()
    var random = SeededRandom(seed: 9)
    paper.stories.append(.random(&random, number: 500))
    let update = try await paper.update(output)
    #expect(Array(output.written.keys) == ["search/index/head.txt"])
    #expect(update.documentsRead <= 64)
  }

  @Test func `nothing changed, nothing written`() async throws {
    let paper = paper(300)
    let output = MemoryOutput()
    try await paper.update(output)
    output.forget()
    try await paper.update(output)
    #expect(output.written.isEmpty)
  }

  @Test func `a damaged file or an interrupted update is made good`() async throws {
    var paper = paper(300)
    let clean = try await paper.clean()
    for damage in ["search/index/mid/0.txt", "search/index/mid/c0.txt", ".warraq/search-mid"] {
      let output = MemoryOutput()
      try await paper.update(output)
      output.write(damage, Array("garbage\n".utf8))
      paper.stories[0].title += " ."
      try await paper.update(output)
      paper.stories[0].title.removeLast(2)
      try await paper.update(output)
      #expect(output.files == clean, "\(damage)")
    }
  }

  @Test func `another version of the tool builds clean`() async throws {
    let paper = paper(200)
    let output = MemoryOutput()
    try await paper.update(output)
    #expect(try await paper.update(output, fingerprint: "2").documentsRead == 200)
  }
}
