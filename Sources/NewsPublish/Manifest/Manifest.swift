import NewsCore

/// What a host holds of a site, or is to hold: every file with the digest of its bytes.
public struct Manifest: Sendable, Hashable {
  /// When the release was made and a piece of its digest: `20260115-093000-3f9a21`. Empty where nothing was published.
  public var release: String
  /// By path relative to the site's root, without a leading slash.
  public var files: [String: FileRecord]

  /// Gives the files of a release by their paths.
  public init(release: String = "", files: [String: FileRecord] = [:]) {
    self.release = release
    self.files = files
  }

  /// The paths in the order of their bytes.
  public var paths: [String] { files.keys.sorted(by: precedesByBytes) }
}

/// What is known of one published file.
public struct FileRecord: Sendable, Hashable {
  /// SHA-256 as 64 hexadecimal digits; empty where the host may hold anything, because a publishing was cut short.
  public var digest: String
  /// In bytes.
  public var size: Int
  /// Set once the site no longer has the file and it stays only for readers with older pages open.
  public var retired: Retirement?
  /// A new file of a publishing that was cut short: it is there, and may lead to others of it that are not.
  public var isFresh = false

  /// Since when a file is not part of the site any more.
  public struct Retirement: Sendable, Hashable {
    /// Seconds since 1970.
    public var since: Int
    /// How many releases were made since, this one included.
    public var releases: Int

    /// Gives the moment, in seconds of Unix time, and the number of releases since.
    public init(since: Int, releases: Int) {
      self.since = since
      self.releases = releases
    }
  }

  /// Gives a file by its SHA-256 digest and its size in bytes.
  public init(digest: String, size: Int, retired: Retirement? = nil) {
    self.digest = digest
    self.size = size
    self.retired = retired
  }

  /// A file that is there, with one of two contents: a publishing was cut short.
  public static let doubtful = FileRecord(digest: "", size: 0)
  /// A file that may be there or not, for the same reason, and that no page on the host leads to.
  public static let perhaps = FileRecord(digest: "", size: -1)
  /// A new file that may be there or not; where it is, pages may lead to it already.
  public static let perhapsShown = FileRecord(digest: "", size: -2)

  /// Whether the bytes are surely the same.
  public func holdsSame(as other: FileRecord) -> Bool { !digest.isEmpty && digest == other.digest }
}
