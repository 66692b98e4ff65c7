/// What is to be done on a host, as a value: every single step, in its order.
public struct PublishPlan: Sendable, Hashable {
  /// One file to be sent or taken away.
  public enum Operation: Sendable, Hashable {
    case upload(path: String, phase: PublishPhase, record: FileRecord)
    case delete(path: String)

    /// The file's path, relative to the site.
    public var path: String {
      switch self {
      case .upload(let path, _, _), .delete(let path): path
      }
    }

    /// The part of the plan in which it is carried out.
    public var phase: PublishPhase {
      switch self {
      case .upload(_, let phase, _): phase
      case .delete: .deletes
      }
    }

    /// The bytes that are sent.
    public var size: Int {
      switch self {
      case .upload(_, _, let record): record.size
      case .delete: 0
      }
    }
  }

  /// All that is done, in its order.
  public var operations: [Operation]
  /// What the host holds when all is done, retired files included.
  public var result: Manifest
  /// How many files the host holds before, for the guards.
  public var filesBefore: Int

  /// How many files are sent.
  public var uploads: Int { operations.count { $0.phase != .deletes } }
  /// How many files are taken away.
  public var deletes: Int { operations.count - uploads }
  /// How many bytes are sent.
  public var bytes: Int { operations.reduce(0) { $0 + $1.size } }
  /// Whether there is nothing to do.
  public var isEmpty: Bool { operations.isEmpty }

  /// The operations of one phase.
  public func operations(of phase: PublishPhase) -> ArraySlice<Operation> {
    let start = operations.firstIndex { $0.phase >= phase } ?? operations.endIndex
    let end = operations.firstIndex { $0.phase > phase } ?? operations.endIndex
    return operations[start..<end]
  }

  /// The changes, as a record of what is intended.
  var changes: [FileChange] {
    operations.map { operation in
      switch operation {
      case .upload(let path, _, let record): FileChange(path: path, record: record)
      case .delete(let path): FileChange(path: path, record: nil)
      }
    }
  }
}
