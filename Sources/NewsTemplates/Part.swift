import Markup
import Synchronization

/// A group or the items of a list as one section of a template shows them, where the section names nothing from outside: then an item
/// looks the same on every page, is rendered once and kept while there is room.
///
/// A story stands in the lists of its topics, its author and its day; its card is most of the work of such pages.
public final class Part: Sendable {
  let usage: Usage
  private let program: Program
  private let shelf = Shelf<HTML>()

  init(_ program: Program) {
    self.program = program
    usage = program.usage
  }

  /// An item as its section shows it. `key` is its own among all that the section ever shows; nil where it is not to be kept.
  public func html(_ key: Int?, _ record: () -> Record) -> HTML {
    guard let key else { return rendered(record()) }
    if let kept = shelf[key] { return kept }
    let html = rendered(record())
    shelf[key] = html
    return html
  }

  private func rendered(_ record: Record) -> HTML {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(program.literals.count + 1024)
    program.render(.record(record), into: &bytes)
    // What is kept takes no more room than it needs.
    return HTML(trusted: bytes.withUnsafeBufferPointer { Array($0) })
  }
}

/// Values by whole numbers, as many as there is room for: a newer one takes the place of an older.
final class Shelf<Value: Sendable>: Sendable {
  private struct Kept {
    var key: Int
    var value: Value
  }

  private final class Board: Sendable {
    let kept = Mutex<[Kept?]>([])
  }

  // Threads seldom meet where each part of the numbers has its own lock.
  private static var boardCount: Int { 64 }
  /// How many values stand behind one lock.
  private static var room: Int { 256 }

  private let boards = (0..<boardCount).map { _ in Board() }

  subscript(key: Int) -> Value? {
    get {
      boards[board(key)].kept.withLock { kept in
        guard !kept.isEmpty, let found = kept[place(key)], found.key == key else { return nil }
        return found.value
      }
    }
    set {
      boards[board(key)].kept.withLock { kept in
        if kept.isEmpty { kept = Array(repeating: nil, count: Self.room) }
        kept[place(key)] = newValue.map { Kept(key: key, value: $0) }
      }
    }
  }

  private func board(_ key: Int) -> Int { key & (Self.boardCount - 1) }
  private func place(_ key: Int) -> Int { key / Self.boardCount & (Self.room - 1) }
}
