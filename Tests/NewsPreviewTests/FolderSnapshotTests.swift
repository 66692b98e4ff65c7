import Foundation
import TestSupport
import Testing

@testable import NewsPreview

/// What polling sees of a folder.
@Suite struct FolderSnapshotTests {
  // A copy from a machine whose clock is ahead, and a clock that was put back.
  @Test func aFileFromTheFutureChangesAsOthersDo() throws {
    let site = try TestSite()
    let path = site.folder.path("Content/Stories/a.md")
    func write(_ text: String) throws -> FolderSnapshot {
      try site.write("Content/Stories/a.md", text)
      try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: 86_400)], ofItemAtPath: path)
      return FolderSnapshot(of: site.folder.root)
    }
    let before = try write("أ")
    #expect(FolderSnapshot(of: site.folder.root).changes(since: before).isEmpty)
    #expect(try write("أطول").changes(since: before).contains("Content/Stories/a.md"))
  }
}
