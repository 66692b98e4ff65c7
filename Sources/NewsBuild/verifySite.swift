import Foundation
import NewsCore

/// Builds the site once more into a scratch folder and compares it with Output, byte for byte.
///
/// Returns nil where they are equal, else one sentence that names the first page, by path, that differs. Pages that
/// stayed because their story is held back are not compared: a clean build does not have them.
public func verifySite(_ folder: SiteFolder, options: BuildOptions) async throws(BuildTrouble) -> String? {
  let scratch = SiteFolder(root: folder.root, output: "\(folder.output)/.warraq/verify")
  defer { try? FileManager.default.removeItem(atPath: scratch.output) }
  var options = options
  options.clean = true
  let report = try await buildSite(scratch, options: options)
  let built = try orStop { () throws(FileTrouble) in try builtFiles(in: folder.output) }
  let expected = try orStop { () throws(FileTrouble) in try builtFiles(in: scratch.output) }
  let held = Set(report.diagnostics.filter { $0.severity == .error }.map(\.path))
  for path in Set(built.keys).union(expected.keys).sorted(by: precedesByBytes) {
    guard expected[path] != nil else {
      if let source = built[path], held.contains(source) { continue }
      return "\(visible(path)) is in Output, but a clean build does not make it"
    }
    if let difference = difference(at: path, folder.output, scratch.output) { return difference }
  }
  return nil
}

/// The files that the builds into a folder made, each with the file of Content that it came from, where it is one's.
public func builtFiles(in output: String) throws(FileTrouble) -> [String: String] {
  try SiteWriter(output: output, rewritesAll: false).readRecord().record.allPaths
}

private func difference(at path: String, _ output: String, _ scratch: String) -> String? {
  guard let built = try? Files.read("\(output)/\(path)") else { return "\(visible(path)) is missing in Output" }
  guard let expected = try? Files.read("\(scratch)/\(path)") else { return "\(visible(path)) could not be built" }
  if built == expected { return nil }
  let offset = zip(built, expected).prefix { $0 == $1 }.count
  return "\(visible(path)) differs from a clean build from byte \(offset) on"
}
