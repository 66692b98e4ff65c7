import Foundation
import NewsBuild
import NewsCore

/// The law of the build over one random sequence of edits: after each of them, an incremental build has made exactly what
/// a clean build makes, byte for byte. Gives the first difference with what led to it, or nil.
///
/// Pages that stay because their story or page is held back are not compared: a clean build does not have them.
package func checkIncremental(seed: UInt64, edits: Int) async throws -> String? {
  var newsroom = try RandomEdits(seed: seed)
  let site = newsroom.site
  let clean = SiteFolder(root: site.folder.root, output: site.folder.path("Clean"))
  for _ in 0...edits {
    var options = BuildOptions(now: newsroom.now)
    options.drafts = newsroom.drafts
    let failure = { (message: String) in "seed \(seed): \(message)\n  after: \(newsroom.history.suffix(12))" }
    let report: BuildReport
    do {
      report = try await buildSite(site.folder, options: options)
      try? FileManager.default.removeItem(atPath: clean.output)
      _ = try await buildSite(clean, options: options)
    } catch {
      return failure("\(error)")
    }
    let held = Set(report.diagnostics.filter { $0.severity == .error }.map(\.path))
    if let difference = try difference(site, held) { return failure(difference) }
    let second = try await buildSite(site.folder, options: options)
    if second.written != 0 { return failure("a build with nothing changed wrote \(second.written) files") }
    let silent = Set(report.diagnostics.map(\.rendered)).symmetricDifference(second.diagnostics.map(\.rendered))
    // What an import found is said when it is imported.
    let isOnce = { (line: String) in line.contains("[index-rebuilt]") || line.hasPrefix(SiteFolder.articles) }
    if let lost = silent.first(where: { !isOnce($0) }) { return failure("said once: \(lost)") }
    for _ in 0...newsroom.count % 3 { try newsroom.edit() }
  }
  return nil
}

private func difference(_ site: TestSite, _ held: Set<String>) throws -> String? {
  let (built, expected) = (try site.snapshot(), try site.snapshot(of: "Clean"))
  let sources = try builtFiles(in: site.folder.output)
  for path in Set(built.keys).union(expected.keys).sorted() where built[path] != expected[path] {
    guard let wanted = expected[path] else {
      if let source = sources[path], held.contains(source) { continue }
      return "\(path) is there, but a clean build does not make it"
    }
    guard let got = built[path] else { return "\(path) is missing" }
    let place = zip(got, wanted).prefix { $0 == $1 }.count
    return "\(path) differs: «\(got.dropFirst(max(0, place - 60)).prefix(120))» for "
      + "«\(wanted.dropFirst(max(0, place - 60)).prefix(120))»"
  }
  return nil
}
