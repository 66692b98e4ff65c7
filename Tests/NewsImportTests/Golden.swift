import Foundation
import Testing

/// A file of the repository.
func repository(_ path: String) -> URL {
  var folder = URL(fileURLWithPath: #filePath)
  for _ in 0..<3 { folder.deleteLastPathComponent() }
  return folder.appendingPathComponent(path)
}

/// Compares with the golden file; where there is none, it is recorded and the test fails once.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let url = repository("Tests/Golden/Import/\(name)")
  guard let golden = try? String(contentsOf: url, encoding: .utf8) else {
    try text.write(to: url, atomically: true, encoding: .utf8)
    Issue.record("\(name) was recorded: read it, then commit it", sourceLocation: sourceLocation)
    return
  }
  #expect(text == golden, sourceLocation: sourceLocation)
}
