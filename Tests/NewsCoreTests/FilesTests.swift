import Foundation
import NewsCore
import TestSupport
import Testing

@Suite struct FilesTests {
  @Test func writingReplacesWholeAndMakesTheFoldersItNeeds() throws {
    let site = try TestSite()
    let path = site.folder.path("a/b/c.txt")
    try Files.replace(path, with: Array("one".utf8), temporary: site.folder.path("t.tmp"))
    try Files.replace(path, with: Array("two".utf8), temporary: site.folder.path("t.tmp"))
    #expect(try site.text("a/b/c.txt") == "two")
    #expect(!site.exists("t.tmp"))
  }

  @Test func aFailedWriteNamesThePathAndLeavesTheOldBytes() throws {
    let site = try TestSite()
    try site.write("folder/inner.txt", "kept")
    #expect {
      try Files.replace(site.folder.path("folder"), with: [1], temporary: site.folder.path("t.tmp"))
    } throws: { error in
      (error as? FileTrouble)?.path == site.folder.path("folder")
    }
    #expect(try site.text("folder/inner.txt") == "kept")
    #expect(!site.exists("t.tmp"))
  }

  @Test func aPipeIsRefusedAndNeverBlocks() throws {
    let site = try TestSite()
    #expect(mkfifo(site.folder.path("pipe"), 0o600) == 0)
    #expect {
      try Files.read(site.folder.path("pipe"))
    } throws: { error in
      (error as? FileTrouble)?.reason == "it is not a regular file"
    }
  }

  @Test func aWalkSkipsHiddenNamesAndReportsLinksThatLeadAstray() throws {
    let site = try TestSite()
    try site.write("In/b/2.txt", "2")
    try site.write("In/a.txt", "1")
    try site.write("In/.hidden", "x")
    try site.write("In/a.txt~", "x")
    try site.write("Other/o.txt", "o")
    try site.link("In/inside.txt", to: "../Other/o.txt")
    try site.link("In/outside.txt", to: "/etc/hostname")
    try site.link("In/gone.txt", to: "nowhere")
    try site.link("In/loop", to: ".")
    #expect(mkfifo(site.folder.path("In/pipe"), 0o600) == 0)
    let walk = try walkFolder("In", under: site.folder.root)
    #expect(walk.files == ["a.txt", "b/2.txt", "inside.txt"])
    #expect(
      walk.diagnostics.map { "\($0.path) \($0.id)" } == [
        "In/gone.txt dangling-link", "In/loop outside-link", "In/outside.txt outside-link", "In/pipe not-a-file",
      ]
    )
  }

  @Test func aFolderThatIsNotThereIsEmpty() throws {
    let site = try TestSite()
    #expect(try walkFolder("Nowhere", under: site.folder.root).files.isEmpty)
  }
}
