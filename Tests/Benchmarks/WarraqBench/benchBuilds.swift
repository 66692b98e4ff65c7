import Foundation
import NewsCore
import TestSupport

/// Whole builds by the program itself: time as a process, memory at its peak.
func benchBuilds(stories: Int) throws -> [Figure] {
  let memory = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
  let root = "\(memory)/warraq-bench-\(ProcessInfo.processInfo.processIdentifier)"
  defer { try? FileManager.default.removeItem(atPath: root) }
  try writeStories(stories, to: root)
  var clean: [(seconds: Double, megabytes: Double)] = []
  var unchanged: [Double] = []
  for _ in 0..<5 {
    try? FileManager.default.removeItem(atPath: "\(root)/Output")
    clean.append(try build(root))
    unchanged.append(try build(root).seconds)
  }
  let seconds = clean.map(\.seconds).sorted()[2]
  let megabytes = clean.map(\.megabytes).sorted()[2]
  return [
    Figure(work: "clean build of \(stories) stories, in memory", value: seconds, unit: "s", goal: ""),
    Figure(work: "its peak memory", value: megabytes, unit: "MB", goal: ""),
    Figure(work: "the same, nothing changed", value: unchanged.sorted()[2], unit: "s", goal: ""),
  ]
}

/// A site of generated stories.
func writeStories(_ count: Int, to root: String) throws {
  let corpus = Corpus(count: count)
  try write("\(root)/Content/site.yaml", "title: بنش\nbase-url: https://example.org\nlanguage: ar-SY\n")
  for number in 0..<count {
    let story = corpus.story(number)
    try write("\(root)/Content/Stories/\(story.path)", story.text)
  }
}

private func write(_ path: String, _ text: String) throws {
  let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  try Data(text.utf8).write(to: URL(fileURLWithPath: path))
}

private func build(_ root: String) throws -> (seconds: Double, megabytes: Double) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [
    "python3", "-c", measure, "\(packageFolder)/.build/release/warraq", "build", root, "--quiet", "--now", "2026-11-24",
  ]
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  let parts = output.split(separator: " ").compactMap { Double($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  guard parts.count == 2 else { throw CocoaError(.executableLoad) }
  return (parts[0], parts[1])
}

/// The operating system's own account of a finished process: wall seconds, and peak memory (KiB on Linux, bytes on macOS).
private let measure = """
  import resource, subprocess, sys, time
  start = time.perf_counter()
  subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
  wall = time.perf_counter() - start
  peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
  print(wall, peak / (1024 if sys.platform != "darwin" else 1024 * 1024))
  """
