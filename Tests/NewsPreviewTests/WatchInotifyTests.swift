#if os(Linux)
  import Foundation
  import NewsCore
  import TestSupport
  import Testing

  @testable import NewsPreview

  /// What happens where the system cannot tell all.
  @Suite(.timeLimit(.minutes(10))) struct WatchInotifyTests {
    @Test func afterAnOverflowAllMayHaveChangedAndNewFoldersAreWatched() throws {
      let site = try TestSite()
      try site.writeStory("2026/a.md", title: "خبر", body: "نص.")
      var tree = try InotifyTree(site.folder.root, most: .max)
      defer { close(tree.file) }
      try site.writeStory("2027/b.md", title: "خبر", body: "نص.")
      // What the kernel says of it was lost.
      while readEvents(tree.file) != nil {}
      #expect(tree.take(event(watch: -1, .overflow, name: "")) == nil)
      while readEvents(tree.file) != nil {}
      try site.writeStory("2027/c.md", title: "خبر", body: "نص.")
      let events = try #require(readEvents(tree.file))
      #expect(tree.take(events)?.contains("Content/Stories/2027/c.md") == true)
    }

    @Test func brokenBuffersAreReadAsFarAsTheyGo() {
      let whole = event(watch: 7, .created, name: "خبر.md")
      #expect(InotifyEvent.read(whole) == [InotifyEvent(watch: 7, flags: .created, name: "خبر.md")])
      for end in whole.indices { #expect(InotifyEvent.read(Array(whole[..<end])) == []) }
      #expect(InotifyEvent.read(whole + whole).count == 2)
    }

    @Test func whereTheSystemWatchesNoMoreFoldersFilesArePolled() async throws {
      let site = try TestSite()
      for year in 2020...2026 { try site.writeStory("\(year)/a.md", title: "خبر", body: "نص.") }
      let watch = SiteWatch { watchBySystem(site.folder.root, $0, most: 4) }
      var iterator = watch.makeAsyncIterator()
      let first = try #require(await iterator.next())
      #expect(first.paths == nil && first.note?.contains("max_user_watches") == true)
      try site.writeStory("2026/b.md", title: "خبر", body: "نص.")
      var told: Set<String> = []
      while !told.contains("Content/Stories/2026/b.md"), let change = await iterator.next() {
        told.formUnion(change.paths ?? [])
      }
      #expect(told.contains("Content/Stories/2026/b.md"))
    }

    @Test func soItIsWhereTheLimitIsReachedLater() async throws {
      let site = try TestSite()
      try site.writeStory("2026/a.md", title: "خبر", body: "نص.")
      let watch = SiteWatch { watchBySystem(site.folder.root, $0, most: 6) }
      for year in 2020...2025 { try site.writeStory("\(year)/a.md", title: "خبر", body: "نص.") }
      var iterator = watch.makeAsyncIterator()
      var note: String?
      while note == nil, let change = await iterator.next() { note = change.note }
      #expect(note != nil)
      try site.writeStory("2025/b.md", title: "خبر", body: "نص.")
      var told: Set<String> = []
      while !told.contains("Content/Stories/2025/b.md"), let change = await iterator.next() {
        told.formUnion(change.paths ?? [])
      }
      #expect(told.contains("Content/Stories/2025/b.md"))
    }

    @Test func aSiteThatIsMovedAwayAndBackIsStillWatched() async throws {
      let site = try TestSite()
      let root = site.folder.root
      let watch = watchSite(root, polling: false)
      try FileManager.default.moveItem(atPath: root, toPath: "\(root)-away")
      try FileManager.default.moveItem(atPath: "\(root)-away", toPath: root)
      var iterator = watch.makeAsyncIterator()
      let first = try #require(await iterator.next())
      #expect(first.paths == nil && first.note?.contains("moved") == true)
      try site.writeStory("a.md", title: "خبر", body: "نص.")
      var told: Set<String> = []
      while !told.contains("Content/Stories/a.md"), let change = await iterator.next() {
        told.formUnion(change.paths ?? [])
      }
      #expect(told.contains("Content/Stories/a.md"))
    }

    @Test func aFolderThatALinkLeadsIntoGoesAndComesLikeAnyOther() async throws {
      let site = try TestSite()
      try site.writeStory("2026/a.md", title: "خبر", body: "نص.")
      try site.link("Content/Stories/link.md", to: "2026/a.md")
      let watch = watchSite(site.folder.root, polling: false)
      var iterator = watch.makeAsyncIterator()
      var (told, notes) = (Set<String>(), [String]())
      for (edit, path) in [
        ({ try site.remove("Content/Stories/2026") }, "Content/Stories/2026"),
        ({ try site.write("Content/Stories/2026/a.md", "أ") }, "Content/Stories/2026/a.md"),
        ({ try site.write("Content/Stories/2026/b.md", "ب") }, "Content/Stories/2026/b.md"),
      ] as [(() throws -> Void, String)] {
        try edit()
        while !told.contains(path), let change = await iterator.next() {
          told.formUnion(change.paths ?? [])
          notes += [change.note].compactMap { $0 }
        }
      }
      #expect(notes == [])
    }

    @Test func aWatchThatEndedLeavesNoFileOpen() async throws {
      let site = try TestSite()
      // The system gives a user some 128 queues.
      for _ in 0..<300 {
        let basket = ChangeBasket {}
        let task = watchBySystem(site.folder.root, basket)
        task.cancel()
        await task.value
        #expect(await basket.take() == nil)
      }
    }

    private func event(watch: Int32, _ flags: InotifyEvent.Flags, name: String) -> [UInt8] {
      let padded = Array(name.utf8) + Array(repeating: 0, count: name.isEmpty ? 0 : 16 - name.utf8.count % 16)
      return withUnsafeBytes(of: watch, Array.init) + withUnsafeBytes(of: flags.rawValue, Array.init)
        + [0, 0, 0, 0] + withUnsafeBytes(of: UInt32(padded.count), Array.init) + padded
    }
  }
#endif
