import NewsCore
import TestSupport
import Testing

@testable import NewsPublish

@Suite struct PlanPublishingTests {
  private let now = 1_800_000_000

  @Test(arguments: 0..<400)
  func noPrefixOfTheOperationsLeavesADeadLink(_ seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let (old, new) = (Web(&random), Web(&random))
    let plan = planPublishing(new.manifest, over: old.manifest, now: now)
    var host = MixedHost(old)
    for operation in plan.operations {
      host.carryOut(operation, from: new)
      #expect(host.deadLinks == [], "after \(operation.path)")
    }
    for (path, record) in new.files { #expect(host.pages[path]?.record == record) }
  }

  @Test(arguments: 0..<200)
  func withinAPhaseTheOrderIsOfNoAccount(_ seed: Int) {
    var random = SeededRandom(seed: UInt64(seed) &+ 1000)
    let (old, new) = (Web(&random), Web(&random))
    let plan = planPublishing(new.manifest, over: old.manifest, now: now)
    var host = MixedHost(old)
    for phase in PublishPhase.allCases {
      for operation in plan.operations(of: phase).shuffled(using: &random) {
        host.carryOut(operation, from: new)
        #expect(host.deadLinks == [], "after \(operation.path)")
      }
    }
  }

  @Test(arguments: 0..<1500)
  func whatWasCutShortIsTakenUpWithoutADeadLink(_ seed: Int) {
    var random = SeededRandom(seed: UInt64(seed) &+ 2000)
    let (old, cut, new) = (Web(&random), Web(&random), Web(&random))
    let first = planPublishing(cut.manifest, over: old.manifest, now: now)
    var host = MixedHost(old)
    let done = Array(first.operations.prefix(random.next(first.operations.count + 1)))
    for operation in done { host.carryOut(operation, from: cut) }
    let lease = Lease(owner: "a", since: now, release: "2026-a", changes: first.changes)
    // The record on the host is renewed between uploads and deletes.
    var base = old.manifest
    if done.count > first.uploads || (done.count == first.uploads && random.chance(50)) {
      base = Manifest(release: lease.release, files: first.result.files)
    }
    // The journal may have lost its last lines, or be on another machine.
    let told = random.chance(30) ? [] : Set(done.dropLast(random.next(4)).map(\.path))
    let known = base.disturbed(by: [(lease, told)])
    let second = planPublishing(new.manifest, over: known, now: now)
    for operation in second.operations {
      host.carryOut(operation, from: new)
      #expect(host.deadLinks == [], "after \(operation.path)")
    }
    for (path, record) in new.files { #expect(host.pages[path]?.record == record) }
    let kept = Set(second.result.files.keys)
    #expect(Set(host.pages.keys).subtracting(kept) == [])
  }

  @Test func whatTwoPublishingsWereCutShortAtIsCertainInNoCase() {
    let record = FileRecord(digest: String(repeating: "a", count: 64), size: 1)
    let changes = [FileChange(path: "a", record: record), FileChange(path: "new", record: record)]
    func lease(_ owner: String) -> Lease { Lease(owner: owner, since: 1, release: "2-\(owner)", changes: changes) }
    let base = Manifest(release: "1", files: ["a": FileRecord(digest: String(repeating: "b", count: 64), size: 1)])
    let one = base.disturbed(by: [(lease("a"), ["a", "new"])])
    #expect(one.files["a"]?.digest == record.digest && one.files["new"]?.isFresh == true)
    let two = base.disturbed(by: [(lease("a"), ["a", "new"]), (lease("b"), [])])
    #expect(two.files == ["a": .doubtful, "new": .perhapsShown])
  }

  @Test func phasesComeInTheirOrderAndDeletesLast() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<50 {
      let plan = planPublishing(Web(&random).manifest, over: Web(&random).manifest, now: now)
      #expect(plan.operations.map(\.phase) == plan.operations.map(\.phase).sorted())
      #expect(plan == planPublishing(plan.result, over: plan.result, now: now) || !plan.isEmpty)
    }
  }

  @Test(arguments: 0..<100)
  func onlyWhatWasPublishedIsEverDeleted(_ seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let (old, new) = (Web(&random).manifest, Web(&random).manifest)
    for case .delete(let path) in planPublishing(new, over: old, now: now).operations {
      #expect(old.files[path] != nil && new.files[path] == nil)
    }
  }

  @Test func equalFilesAreNotSent() {
    var random = SeededRandom(seed: 1)
    let web = Web(&random).manifest
    #expect(planPublishing(web, over: web, now: now).isEmpty)
  }

  @Test func fingerprintedFilesOutliveTheirPagesForThreeReleasesAndAWeek() throws {
    let path = "assets/site.0123456789abcdef.css"
    let record = FileRecord(digest: String(repeating: "a", count: 64), size: 1)
    var host = Manifest(release: "1", files: [path: record])
    let empty = Manifest(release: "2", files: [:])
    for release in 1...4 {
      let plan = planPublishing(empty, over: host, now: now + release * 3600)
      #expect(plan.deletes == 0)
      host = plan.result
    }
    #expect(host.files[path]?.retired == .init(since: now + 3600, releases: 4))
    #expect(planPublishing(empty, over: host, now: now + 8 * 86_400).deletes == 1)
    #expect(planPublishing(empty, over: host, now: now, exactly: true).deletes == 1)
  }

  @Test(arguments: [
    ("index.html", FileClass.home), ("lite/index.html", .list), ("2026/01/15/خبر/index.html", .story),
    ("2026/01/15/index.html", .list), ("2026/index.html", .list), ("topics/سوريا/index.html", .list),
    ("about/index.html", .story), ("404.html", .story), ("feed.xml", .machine), ("sitemaps/2026-01.xml", .machine),
    ("topics/سوريا/stories.json", .machine), ("assets/site.css", .asset), ("index.html.gz", .home),
    (".htaccess", .machine), ("images/a.jpg", .asset),
  ])
  func theClassOfAFileIsToldByItsPath(_ path: String, _ expected: FileClass) {
    #expect(FileClass(path) == expected)
  }

  @Test(arguments: [
    ("assets/site.3f9a21c0.css", true), ("images/photo-0123456789ab.jpg", true), ("assets/site.css", false),
    ("images/flood-20260115.jpg", false), ("assets/site.12345678.css", true),
    ("images/deadbeef.jpg", false), ("images/epa05524977.jpg", false), ("2026/01/a-12345678/index.html", false),
  ])
  func fingerprintsAreSeenInNames(_ path: String, _ expected: Bool) {
    #expect(isFingerprinted(path) == expected)
  }
}
