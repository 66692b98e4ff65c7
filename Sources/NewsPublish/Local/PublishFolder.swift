import NewsCore

/// Where things stand that publishing remembers, below `Output/.warraq/publish`. All of it may be thrown away: then all
/// is hashed anew, what the host holds is read from the host, and earlier releases cannot be brought back from here.
struct PublishFolder: Sendable, Hashable {
  let output: String
  /// The name of the host.
  let host: String

  var shared: String { "\(output)/.warraq/publish" }
  var own: String { "\(shared)/hosts/\(host)" }

  /// Digests of files by size, time and inode.
  var digests: String { "\(shared)/digests" }
  /// Files by their digests.
  var store: String { "\(shared)/store" }
  /// Compressed siblings by the digests of what they are made of.
  var siblings: String { "\(shared)/siblings" }
  /// The manifests of the releases that can be brought back, one file each.
  var releases: String { "\(own)/releases" }
  /// The bases that the host was given.
  var bases: String { "\(own)/bases" }
  /// What the publishing under way has done.
  var journal: String { "\(own)/journal" }
  var lock: String { "\(own)/lock" }
  /// A word by which this folder is known on the host.
  var owner: String { "\(own)/owner" }
  /// The process that carries files at the moment.
  var running: String { "\(own)/running" }
  /// The files on their way, under the names that they have on the host.
  var stage: String { "\(own)/stage" }
  /// What tools are handed: lists of files, and what they bring back.
  var work: String { "\(own)/work" }

  init(output: String, host: String) throws(FileTrouble) {
    self.output = output
    self.host = host
    for folder in [store, releases, bases, work] { try Files.makeFolders(folder) }
  }

  /// Writes a whole file of this folder.
  func write(_ path: String, _ bytes: [UInt8]) throws(FileTrouble) {
    try Files.replace(path, with: bytes, temporary: "\(path).new")
  }

  /// The bytes of a file of this folder; nil where it is missing.
  func read(_ path: String) throws(FileTrouble) -> [UInt8]? {
    Files.kind(at: path) == nil ? nil : try Files.read(path)
  }

  /// Removes a folder with all that is in it; one that is not there is no trouble. Links are removed, not followed.
  static func removeTree(_ path: String) throws(FileTrouble) {
    if Files.isLink(path) { return try Files.remove(path) }
    guard Files.kind(at: path) == .folder else { return }
    for entry in try Files.entries(in: path) {
      if entry.kind == .folder {
        try removeTree("\(path)/\(entry.name)")
      } else {
        try Files.remove("\(path)/\(entry.name)")
      }
    }
    guard Files.removeEmptyFolder(path) else { throw FileTrouble("remove", path, reason: "it is not empty") }
  }
}
