import Foundation
import NewsBuild
import NewsCore
import TestSupport
import Testing

/// B-U5: of the photos of a page the first is fetched at once, the others when they come into sight.
@Suite struct FirstPhotoTests {
  /// The photos of a page in their order: whether each is fetched at once.
  private func photos(_ page: String?) throws -> [Bool] {
    try #require(page).components(separatedBy: "<img class=\"card-photo\"").dropFirst().map { rest in
      let tag = rest.prefix { $0 != ">" }
      #expect(tag.contains("fetchpriority=\"high\"") != tag.contains("loading=\"lazy\""))
      return tag.contains("fetchpriority=\"high\"")
    }
  }

  @Test(arguments: [
    ([true, true, true], [true, false, false]), ([false, true, true], [true, false]),
    ([false, false, false, true], [false]), ([false], []),
  ])
  func theFirstPhotoOfAListDoesNotWait(_ haveThem: [Bool], _ expected: [Bool]) async throws {
    let site = try TestSite()
    for (index, hasPhoto) in haveThem.enumerated() {
      try site.write("\(SiteFolder.images)/\(index).png", bytes: [0x89])
      let image = hasPhoto ? "image:\n  file: \(index).png\n  alt: وصف\n" : ""
      let more = "topics: [سوريا]\nbyline: [ليلى]\n\(image)"
      try site.writeStory("\(index).md", title: "خبر", date: "2026-01-15T0\(9 - index):00Z", more: more, body: "نص.")
    }
    _ = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
    let files = try site.snapshot()
    for path in ["latest/index.html", "topics/سوريا/index.html", "authors/ليلى/index.html", "2026/01/15/index.html"] {
      #expect(try photos(files[path]) == expected, "\(path)")
    }
    let home = try photos(files["index.html"])
    #expect(home == home.indices.map { $0 == 0 })
  }
}
