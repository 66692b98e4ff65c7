import ArabicText
import Foundation

/// Bytes that only grow: those of a file, which are read from it only where they are asked for, and those added since.
public struct BytePool: Sendable {
  private let base: Data
  /// What was added.
  public private(set) var added: [UInt8] = []

  /// Gives a pool without bytes.
  public init() { base = Data() }

  /// The first `count` bytes of a file, which stays as it is while the pool is used; nil where it has fewer.
  public init?(mapping path: String, count: Int) {
    if count == 0 { return nil }
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped), data.count >= count
    else {
      return nil
    }
    base = data.count == count ? data : data.prefix(count)
  }

  /// How many bytes it holds.
  public var count: Int { base.count + added.count }

  /// How many bytes are those of the file.
  public var baseCount: Int { base.count }

  /// Makes room for bytes to be added.
  public mutating func reserve(_ count: Int) { added.reserveCapacity(count) }

  /// Adds bytes at the end.
  public mutating func append(_ bytes: [UInt8]) { added.append(contentsOf: bytes) }

  /// The bytes of a range, which must be one that was appended at one time.
  @inline(__always)
  public func withBytes<Value>(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    if range.lowerBound >= base.count {
      return added.withUnsafeBytes { bytes in
        body(UnsafeRawBufferPointer(rebasing: bytes[range.lowerBound - base.count..<range.upperBound - base.count]))
      }
    }
    return base.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// The text of a range.
  public func text(_ range: Range<Int>) -> String { withBytes(range) { String(trusted: $0) } }

  /// All bytes of the file.
  public func withBase<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value { base.withUnsafeBytes(body) }
}
