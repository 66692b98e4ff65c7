import NewsCore
import TestSupport
import Testing

@testable import NewsPublish

@Suite struct ClaimTests {
  private let lease = Lease(owner: "0123456789abcdef", since: 100, release: "20260101-000000-abcdef", changes: [])

  @Test func aNoteIsRenewedWhileTheStepRunsAndNotAfter() async throws {
    let site = try TestSite()
    let root = site.folder.path("www")
    let carrier = FolderCarrier(host: WebHost(name: "a", kind: .folder, to: root), root: root)
    let file = "\(root)/.warraq/\(Lease.fileName(lease.owner))"
    let deadline = ContinuousClock.now + .seconds(300)
    try await renewing(lease, through: carrier, every: 0) { () async throws(PublishTrouble) in
      while Files.kind(at: file) == nil && ContinuousClock.now < deadline { await Task.yield() }
    }
    #expect(Lease(try Files.read(file))?.release == lease.release)
    try await carrier.unclaim(lease.owner)
    #expect(Files.kind(at: file) == nil)
    await #expect(throws: PublishTrouble.self) {
      try await renewing(lease, through: carrier) { () async throws(PublishTrouble) in
        throw .environment(HostTrouble("publish", reason: "x"))
      }
    }
  }

  @Test(arguments: [
    ("lease-0123456789abcdef", true), ("lease", false), ("lease-", false), ("lease-0123456789ABCDEF", false),
    ("lease-../../../etc/pas", false), ("base-0123456789abcdef", false), ("lease-0123456789abcdef0", false),
  ])
  func ownersAreReadFromTheNamesOfTheirNotes(_ name: String, _ isNote: Bool) {
    #expect((Lease.owner(ofFile: name) != nil) == isNote)
  }
}
