import NewsCore

/// How the index reaches its files, by their paths relative to Output.
public struct SearchFiles: Sendable {
  /// A file of the last build; nil where there is none, and for all where the index is to be built clean.
  public var read: @Sendable (String) -> [UInt8]?
  /// A stretch of such a file; nil where it does not reach so far.
  public var readPart: @Sendable (String, Range<Int>) -> [UInt8]?
  /// Puts a file there, whole. Called from several tasks.
  public var write: @Sendable (String, [UInt8]) throws(FileTrouble) -> Void
  /// Puts bytes at a place in a file, as its end.
  public var extend: @Sendable (String, Int, [UInt8]) throws(FileTrouble) -> Void
  /// Takes a file away; one that is not there is no error.
  public var remove: @Sendable (String) throws(FileTrouble) -> Void
  /// Every file below `searchFolder`.
  public var list: @Sendable () throws(FileTrouble) -> [String]

  /// Gives the ways to the index's files, whose paths are relative to Output.
  public init(
    read: @escaping @Sendable (String) -> [UInt8]?,
    readPart: @escaping @Sendable (String, Range<Int>) -> [UInt8]?,
    write: @escaping @Sendable (String, [UInt8]) throws(FileTrouble) -> Void,
    extend: @escaping @Sendable (String, Int, [UInt8]) throws(FileTrouble) -> Void,
    remove: @escaping @Sendable (String) throws(FileTrouble) -> Void,
    list: @escaping @Sendable () throws(FileTrouble) -> [String]
  ) {
    self.read = read
    self.readPart = readPart
    self.write = write
    self.extend = extend
    self.remove = remove
    self.list = list
  }
}
