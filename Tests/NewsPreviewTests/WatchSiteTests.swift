import Foundation
import NewsCore
import TestSupport
import Testing

@testable import NewsPreview

/// What a watch tells, by the system and by polling; each test ends when the stream says what it waits for.
@Suite(.timeLimit(.minutes(10))) struct WatchSiteTests {
  /// Something that happens in a site's folder, and what has to be told of it.
  struct Edit: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var prepare: @Sendable (TestSite) throws -> Void = { try $0.writeStory("2026/01/a.md", title: "خبر", body: "نص.") }
    var act: @Sendable (TestSite) throws -> Void
    var told: Set<String>
  }

  static let edits: [Edit] = [
    Edit(
      testDescription: "a new story",
      act: { try $0.write("Content/Stories/2026/01/b.md", "ب") },
      told: ["Content/Stories/2026/01/b.md"]
    ),
    Edit(
      testDescription: "a changed story",
      act: { try append("\nمزيد.", $0, "Content/Stories/2026/01/a.md") },
      told: ["Content/Stories/2026/01/a.md"]
    ),
    Edit(
      testDescription: "a removed story",
      act: { try $0.remove("Content/Stories/2026/01/a.md") },
      told: ["Content/Stories/2026/01/a.md"]
    ),
    Edit(
      testDescription: "a story with another name",
      act: { try move($0, "Content/Stories/2026/01/a.md", "Content/Stories/2026/01/جديد.md") },
      told: ["Content/Stories/2026/01/a.md", "Content/Stories/2026/01/جديد.md"]
    ),
    Edit(
      testDescription: "saved under a hidden name and renamed, as gedit and VS Code save",
      act: {
        try $0.write("Content/Stories/2026/01/.goutputstream-X1", "أحدث")
        try rename($0, "Content/Stories/2026/01/.goutputstream-X1", "Content/Stories/2026/01/a.md")
      },
      told: ["Content/Stories/2026/01/a.md"]
    ),
    Edit(
      testDescription: "moved aside and written anew, as vim saves",
      act: {
        try $0.write("Content/Stories/2026/01/4913", "")
        try $0.remove("Content/Stories/2026/01/4913")
        try rename($0, "Content/Stories/2026/01/a.md", "Content/Stories/2026/01/a.md~")
        try append("أحدث", $0, "Content/Stories/2026/01/a.md")
        try $0.remove("Content/Stories/2026/01/a.md~")
      },
      told: ["Content/Stories/2026/01/a.md"]
    ),
    Edit(
      testDescription: "a new folder with files in it",
      act: { try $0.write("Content/Stories/2027/03/b.md", "ب") },
      told: ["Content/Stories/2027/03/b.md"]
    ),
    Edit(
      testDescription: "a removed folder",
      act: { try $0.remove("Content/Stories/2026") },
      told: ["Content/Stories/2026"]
    ),
    Edit(
      testDescription: "a folder with another name",
      act: { try move($0, "Content/Stories/2026", "Content/Stories/2025") },
      told: ["Content/Stories/2026", "Content/Stories/2025/01/a.md"]
    ),
    Edit(
      testDescription: "a folder moved in from elsewhere",
      prepare: { try $0.write("elsewhere/x/b.md", "ب") },
      act: { try move($0, "elsewhere/x", "Content/Articles") },
      told: ["Content/Articles/b.md"]
    ),
    Edit(
      testDescription: "settings, topics, a page, a photo, an article",
      act: {
        for path in everyKind { try $0.write(path, "جديد") }
      },
      told: Set(everyKind)
    ),
    Edit(
      testDescription: "the first template, with the folder it stands in",
      act: { try $0.write("Templates/partials/card.mustache", "x") },
      told: ["Templates/partials/card.mustache"]
    ),
    Edit(
      testDescription: "a link that leads to another file",
      prepare: {
        try $0.write("Content/Stories/a.md", "أ")
        try $0.link("Content/Stories/link.md", to: "a.md")
        try $0.write("Content/Stories/b.md", "ب")
      },
      act: {
        try $0.remove("Content/Stories/link.md")
        try $0.link("Content/Stories/link.md", to: "b.md")
      },
      told: ["Content/Stories/link.md"]
    ),
    Edit(
      testDescription: "the file that a link leads to",
      prepare: {
        try $0.write("Shared/a.md", "أ")
        try $0.write("Content/Stories/x.md", "")
        try $0.link("Content/Stories/link.md", to: "../../Shared/a.md")
      },
      act: { try append("مزيد", $0, "Shared/a.md") },
      told: ["Content/Stories/link.md"]
    ),
    Edit(
      testDescription: "a folder of content behind a link",
      prepare: {
        try $0.write("Archive/2026/a.md", "أ")
        try $0.link("Content/Stories", to: "../Archive")
      },
      act: { try append("مزيد", $0, "Archive/2026/a.md") },
      told: ["Content/Stories/2026/a.md"]
    ),
    Edit(
      testDescription: "a second name for a file",
      prepare: {
        try $0.write("elsewhere/a.md", "أ")
        try $0.write("Content/Stories/x.md", "")
      },
      act: { site in
        try FileManager.default.linkItem(
          atPath: site.folder.path("elsewhere/a.md"),
          toPath: site.folder.path("Content/Stories/a.md")
        )
      },
      told: ["Content/Stories/a.md"]
    ),
    Edit(
      testDescription: "all of Content removed and brought back",
      act: {
        try move($0, "Content", "elsewhere")
        try move($0, "elsewhere", "Content")
        try $0.write("Content/Stories/2026/01/b.md", "ب")
      },
      told: ["Content/Stories/2026/01/b.md"]
    ),
  ]

  static let everyKind = [
    SiteFolder.settings, SiteFolder.topics, "Content/Pages/about.md", "Content/Images/x.jpg", "Content/Articles/x.txt",
  ]

  @Test(arguments: edits, [false, true])
  func everythingThatABuildReadsIsTold(_ edit: Edit, polling: Bool) async throws {
    let site = try TestSite()
    try edit.prepare(site)
    let watch = watchSite(site.folder.root, polling: polling)
    try edit.act(site)
    let told = await changes(watch, until: edit.told)
    #expect(told.isSuperset(of: edit.told))
    #expect(!told.contains { $0.hasSuffix("~") || $0.contains("/.") || $0.hasSuffix("4913") })
  }

  @Test(arguments: [false, true])
  func whatNoBuildReadsIsNotTold(polling: Bool) async throws {
    let site = try TestSite()
    for folder in ["Output", ".preview", ".git", "Sources", "Content/.git"] { try site.write("\(folder)/old", "x") }
    let watch = watchSite(site.folder.root, polling: polling)
    for path in [
      "Output/old", "Output/new/index.html", ".preview/old", ".git/old", ".git/index.lock", "Sources/old", "notes.txt",
      "Content/.git/old", "Content/Stories/.a.md.swp", "Content/Stories/a.md~", "Content/Stories/#a.md#",
      "Content/Stories/.#a.md", "Content/Stories/.goutputstream-1", "Content/Stories/4913", "Content/.git/new",
    ] {
      try site.write(path, "y")
    }
    try site.write("Content/Stories/last.md", "آخر")
    let told = await changes(watch, until: ["Content/Stories/last.md"])
    // Polling looks a second time at what was written right before the first look.
    #expect(told.subtracting(["Content/Stories/last.md", "Content/Stories", SiteFolder.settings]) == [])
  }

  @Test(arguments: [false, true])
  func aThousandFilesThatChangeWhileNobodyAsksAreOneChange(polling: Bool) async throws {
    let site = try TestSite()
    let watch = watchSite(site.folder.root, polling: polling)
    let paths = Set((0..<1000).map { "Content/Stories/2026/\($0 % 12)/\($0).md" })
    for path in paths { try site.write(path, "نص") }
    var iterator = watch.makeAsyncIterator()
    var (told, elements) = (Set<String>(), 0)
    while !told.isSuperset(of: paths), let change = await iterator.next() {
      told.formUnion(change.paths ?? [])
      elements += 1
    }
    // Some may have been told after the first was asked for, on a busy machine one upon the other.
    #expect(told.isSuperset(of: paths) && elements <= 100)
  }

  @Test(arguments: [false, true])
  func aWatchEndsWithTheTaskThatAsks(polling: Bool) async throws {
    let site = try TestSite()
    let watch = watchSite(site.folder.root, polling: polling)
    let task = Task {
      var iterator = watch.makeAsyncIterator()
      return await iterator.next()
    }
    task.cancel()
    #expect(await task.value == nil)
  }

  /// All that is told until all that is waited for was.
  private func changes(_ watch: SiteWatch, until awaited: Set<String>) async -> Set<String> {
    var told: Set<String> = []
    for await change in watch {
      told.formUnion(change.paths ?? [])
      if told.isSuperset(of: awaited) { break }
    }
    return told
  }
}

private func move(_ site: TestSite, _ path: String, _ other: String) throws {
  try FileManager.default.moveItem(atPath: site.folder.path(path), toPath: site.folder.path(other))
}

/// Puts a file in the place of another, as `rename` does.
private func rename(_ site: TestSite, _ path: String, _ other: String) throws {
  #expect(Foundation.rename(site.folder.path(path), site.folder.path(other)) == 0)
}

/// Writes at the end of a file, which is made where there is none, without putting another in its place.
private func append(_ text: String, _ site: TestSite, _ path: String) throws {
  try Files.append(Array(text.utf8), to: site.folder.path(path))
}
