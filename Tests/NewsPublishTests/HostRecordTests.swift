import NewsCore
import TestSupport
import Testing

@testable import NewsPublish

@Suite struct HostRecordTests {
  private func files(_ count: Int) -> [String: FileRecord] {
    var files: [String: FileRecord] = [:]
    for number in 0..<count {
      let path = "2026/01/خبر \(number)/index.html"
      files[path] = FileRecord(digest: SHA256.hex(Array(path.utf8)), size: number)
    }
    return files
  }

  private func read(_ record: HostRecord, on base: [String: FileRecord]) throws -> Manifest {
    try #require(HostHead(record.head)).manifest(on: base)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    var all = files(20)
    all["a/old.0123456789ab.css"] = FileRecord(
      digest: SHA256.hex([1]),
      size: 3,
      retired: .init(since: 1_800_000_000, releases: 2)
    )
    all["b.html"] = .doubtful
    let record = HostRecord(Manifest(release: "20260101-000000-abcdef", files: all), on: nil)
    let newBase = try #require(record.newBase)
    let base = try #require(FileChange.parse(newBase[...]))
    var read: [String: FileRecord] = [:]
    for change in base { read[change.path] = change.record }
    #expect(try self.read(record, on: read) == Manifest(release: "20260101-000000-abcdef", files: all))
  }

  @Test func aStoryMoreAmongAHundredThousandSendsAShortHead() throws {
    let before = files(100_000)
    var after = before
    for number in 0..<60 {
      after["new/\(number)/index.html"] = FileRecord(digest: SHA256.hex([UInt8(number)]), size: 9)
    }
    after["2026/01/خبر 7/index.html"] = nil
    let record = HostRecord(Manifest(release: "2026", files: after), on: ("base-0123456789abcdef", before))
    #expect(record.newBase == nil)
    #expect(record.head.count < 10_000)
    #expect(try read(record, on: before).files == after)
  }

  @Test func manyChangesMakeANewBase() {
    let (before, after) = (files(10), files(2000))
    #expect(HostRecord(Manifest(release: "2026", files: after), on: ("base-00", before)).newBase != nil)
  }

  @Test(arguments: [
    "", "warraq-manifest 2\nrelease 2026\nbase base-00\n", "warraq-manifest 1\nrelease ../x\nbase base-00\n",
    "warraq-manifest 1\nrelease 2026\nbase ../../etc/passwd\n",
    "warraq-manifest 1\nrelease 2026\nbase base-00\nnonsense\n",
    "warraq-manifest 1\nrelease 2026\nbase base-00\n- 0 ../../etc/passwd\n",
    "warraq-manifest 1\nrelease 2026\nbase base-00\n- 0 /etc/passwd\n",
    "warraq-manifest 1\nrelease 2026\nbase base-00\nabc 1 a\n", "<html>404</html>",
  ])
  func aRecordThatIsNotOursIsRefused(_ text: String) {
    #expect(HostHead(Array(text.utf8)) == nil)
  }

  @Test func namesOfReleasesSortByTimeAndAreNeverGivenTwice() {
    let some = files(3)
    let first = releaseName(at: 1_800_000_000, some)
    #expect(first.hasPrefix("20270115-080000-") && isRelease(first))
    let second = releaseName(at: 1_800_000_000, some, after: [first])
    #expect(second > first)
    #expect(releaseName(at: 1_700_000_000, some, after: [second]) > second)
    // A clock that was years ahead, or a name of another kind.
    #expect(releaseName(at: 1_700_000_000, some, after: ["20411231-235959-abcdef"]).hasPrefix("20420101-000000-"))
    #expect(releaseName(at: 1_800_000_000, some, after: ["ff", ""]) == first)
  }

  @Test func aLeaseIsReadAsItWasWritten() throws {
    let lease = Lease(
      owner: "0123456789abcdef",
      since: 1_800_000_000,
      release: "20260101-000000-abcdef",
      changes: [FileChange(path: "خبر/index.html", record: .doubtful), FileChange(path: "b", record: nil)]
    )
    #expect(Lease(lease.bytes) == lease)
    #expect(Lease(Array(lease.bytes.dropLast(4))) == nil)
  }
}
