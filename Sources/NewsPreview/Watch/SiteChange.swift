/// Something in a site's folder is another than it was: one value for a whole burst of changes.
public struct SiteChange: Sendable, Hashable {
  /// The files and folders, relative to the site's folder, sorted; nil where it is not known which (the system's queue ran
  /// over): then all of them may be.
  public var paths: [String]?
  /// A sentence for the terminal: why files are looked at again and again from now on.
  public var note: String?

  /// Gives changed paths, or nil for a change of which no more is known.
  public init(paths: [String]?, note: String? = nil) {
    self.paths = paths
    self.note = note
  }
}
