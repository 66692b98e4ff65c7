import ArabicText
import Foundation
import NewsCore
import NewsSearch
import TestSupport

/// `warraq-bench --search N FOLDER`: makes the index of N generated stories in a folder, then that of one more.
func benchSearch(stories count: Int, folder: String) async throws -> [Figure] {
  let paper = GeneratedPaper(count: count + 1)
  let work = folder + "/.tmp"
  try Files.makeFolders(work)
  let written = Tally()
  let files = SearchFiles(
    read: { try? Files.read("\(folder)/\($0)") },
    readPart: { Files.readPart("\(folder)/\($0)", $1) },
    write: { (path, bytes) throws(FileTrouble) in
      if (try? Files.read("\(folder)/\(path)")) == bytes { return }
      try Files.replace("\(folder)/\(path)", with: bytes, temporary: "\(work)/\(path.split(separator: "/").joined())")
      if path.hasPrefix(searchFolder) { written.add(bytes.count) }
    },
    extend: { (path, place, bytes) throws(FileTrouble) in
      if place == 0 {
        try Files.replace("\(folder)/\(path)", with: bytes, temporary: "\(work)/keys")
      } else {
        try Files.overwrite(bytes, at: place, of: "\(folder)/\(path)")
      }
    },
    remove: { (path) throws(FileTrouble) in try Files.remove("\(folder)/\(path)") },
    list: { () throws(FileTrouble) in [] }
  )
  func update(_ count: Int, edited: Int? = nil) async throws -> Double {
    let start = ContinuousClock.now
    _ = try await updateSearch(
      paper.entries(count, edited: edited),
      topics: paper.topics,
      program: Fingerprint(high: 1, low: 2),
      document: { paper.document($0, edited: edited) },
      files: files
    )
    let time = ContinuousClock.now - start
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }
  let generating = Figure.nanoseconds(units: 2000) { (0..<2000).reduce(0) { $0 + paper.document($1).body.utf8.count } }
  written.reset()
  let clean = try await update(count)
  let (fileCount, bytes) = (written.count, written.bytes)
  let none = try await update(count)
  written.reset()
  let edited = try await update(count, edited: count / 7)
  let (editedFiles, editedBytes) = (written.count, written.bytes)
  written.reset()
  let added = try await update(count + 1, edited: count / 7)
  return [
    Figure(
      work: "index \(count) stories, clean, two tasks",
      value: clean,
      unit: "s",
      goal: "≤ 1/20 of Pagefind's"
    ),
    Figure(
      work: "of that, making up the stories, one task",
      value: generating * Double(count) / 1e9,
      unit: "s",
      goal: ""
    ),
    Figure(work: "peak memory of it all", value: peakMegabytes(), unit: "MB", goal: "≤ 1/5 of Pagefind's"),
    Figure(work: "bytes", value: Double(bytes) / 1e6, unit: "MB", goal: "≤ 36 at 10000"),
    Figure(work: "files", value: Double(fileCount), unit: "", goal: "≤ 2000 at 100000"),
    Figure(work: "nothing changed", value: none, unit: "s", goal: "≤ 0.01"),
    Figure(work: "the headline of an old story edited", value: edited, unit: "s", goal: "≤ 0.08"),
    Figure(work: "files written for it", value: Double(editedFiles), unit: "", goal: ""),
    Figure(work: "bytes written for it", value: Double(editedBytes) / 1e3, unit: "KB", goal: ""),
    Figure(work: "one more story", value: added, unit: "s", goal: "≤ 0.1"),
    Figure(work: "files written for it", value: Double(written.count), unit: "", goal: "≤ 5"),
    Figure(work: "bytes written for it", value: Double(written.bytes) / 1e3, unit: "KB", goal: "≤ 300"),
  ]
}

/// Files and bytes that were written. A lock guards what changes (`Mutex` wants macOS 15).
private final class Tally: @unchecked Sendable {
  private let lock = NSLock()
  private var sums = (count: 0, bytes: 0)

  var count: Int { lock.withLock { sums.count } }
  var bytes: Int { lock.withLock { sums.bytes } }

  func add(_ bytes: Int) { lock.withLock { sums = (sums.count + 1, sums.bytes + bytes) } }
  func reset() { lock.withLock { sums = (0, 0) } }
}

/// The stories of a `Corpus` as the search takes them, without files.
private struct GeneratedPaper: Sendable {
  private let corpus: Corpus
  let topics: [SearchTopic]

  init(count: Int) {
    corpus = Corpus(count: count)
    topics = Corpus.topics.enumerated().map { SearchTopic(slug: "t\($0)", name: $1) }
  }

  func entries(_ count: Int, edited: Int?) -> [SearchEntry] {
    (0..<count).map { number in
      let high = UInt64(number) + (number == edited ? 1 << 40 : 1)
      let digest = SearchDigest(high: high, low: UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
      return SearchEntry(year: 2010 + number * 15 / corpus.count, digest: digest)
    }
  }

  func document(_ number: Int, edited: Int? = nil) -> SearchDocument {
    let text = corpus.story(number).text.split(separator: "\n", omittingEmptySubsequences: false)
    let title = text[1].dropFirst(7)
    let body = text.dropFirst(7).joined(separator: "\n")
    let day = CivilDate.epoch.adding(days: 14_610 + number * 5400 / corpus.count)
    let edit = number == edited ? " تعديل جديد" : ""
    return SearchDocument(
      address: "\(day.iso.split(separator: "-").joined(separator: "/"))/\(text[2].dropFirst(6))/",
      title: String(title) + edit,
      summary: String(body.prefix(200)),
      day: day,
      topics: [topics[number % topics.count]],
      body: body
    )
  }
}

private func peakMegabytes() -> Double {
  #if canImport(Darwin)
    var usage = rusage()
    getrusage(RUSAGE_SELF, &usage)
    return Double(usage.ru_maxrss) / 1e6
  #else
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1e3
  #endif
}
