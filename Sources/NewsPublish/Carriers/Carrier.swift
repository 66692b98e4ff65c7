import NewsCore

/// One way to a host. What is sent, and in which order, has been decided before; a carrier only carries it out.
protocol Carrier: Sendable {
  /// What the host says of itself: the head of its record, and the notes of those who publish to it.
  func survey() async throws(PublishTrouble) -> HostSurvey
  /// A base that a head names; nil where the host has none of that name.
  func base(named name: String) async throws(PublishTrouble) -> [UInt8]?
  /// Leaves the note that someone is publishing, under the name of the publisher, or renews it. Nothing else of the
  /// carrier is disturbed, so it may be called while files are carried.
  func claim(_ lease: Lease) async throws(PublishTrouble)
  /// Does all that the shipment says, and leaves the new record on the host.
  func carryOut(_ shipment: Shipment, tally: Tally) async throws(PublishTrouble)
  /// Takes the note of a publisher away.
  func unclaim(_ owner: String) async throws(PublishTrouble)
  /// The digests of what really stands at the paths; one that is missing is left out.
  func observe(_ paths: [String]) async throws(PublishTrouble) -> [String: String]
  /// The releases that the host keeps whole, oldest first.
  func releases() async throws(PublishTrouble) -> [String]
  /// Brings back one of them at once.
  func switchBack(to release: String) async throws(PublishTrouble)
}

extension Carrier {
  func releases() async throws(PublishTrouble) -> [String] { [] }
  func switchBack(to release: String) async throws(PublishTrouble) {
    preconditionFailure("only carriers that keep releases are asked to switch")
  }
}

/// What a host says of itself.
struct HostSurvey: Sendable {
  /// The head of its record; nil where nothing was published yet.
  var head: [UInt8]?
  /// By their owners.
  var leases: [String: [UInt8]] = [:]
  /// What stands at its root where nothing was published yet: others put it there.
  var strangers: Set<String> = []
}

/// All that a carrier needs.
struct Shipment: Sendable {
  var plan: PublishPlan
  /// The release that the host shows before; empty where it shows none.
  var releaseBefore: String
  var record: HostRecord
  /// A base that no record names any more.
  var oldBase: String?
  /// The folder with every file that is sent, under the name that it has on the host.
  var stage: String
  /// Folders of the host in which parts of files may lie.
  var leftovers: [String]
  /// Every file that the site is to have, and the store with them, for carriers that make something whole.
  var store: Store
  var folder: PublishFolder
}

/// Counts what is done, writes the journal, and tells whoever watches.
actor Tally {
  private(set) var files = 0
  private(set) var bytes = 0
  private(set) var done: Set<String> = []
  private let sizes: [String: Int]
  private let total: (files: Int, bytes: Int)
  private let journal: Journal?
  private let show: PublishProgress

  init(_ plan: PublishPlan, journal: Journal?, show: @escaping PublishProgress) {
    sizes = Dictionary(plan.operations.map { ($0.path, $0.size) }) { first, _ in first }
    total = (plan.operations.count, plan.bytes)
    self.journal = journal
    self.show = show
  }

  /// Counts a path once, if the plan has it.
  func finish(_ path: String, _ phase: PublishPhase) {
    guard let size = sizes[path], done.insert(path).inserted else { return }
    files += 1
    bytes += size
    journal?.add([path])
    show(PublishStep(phase: phase, files: files, bytes: bytes, totalFiles: total.files, totalBytes: total.bytes))
  }
}

/// How far a publishing has come.
public struct PublishStep: Sendable {
  /// What is being done.
  public var phase: PublishPhase
  /// Files that were sent.
  public var files: Int
  /// Bytes that were sent.
  public var bytes: Int
  /// Files to be sent in all.
  public var totalFiles: Int
  /// Bytes to be sent in all.
  public var totalBytes: Int
}

/// Told of each file that is done.
public typealias PublishProgress = @Sendable (PublishStep) -> Void
