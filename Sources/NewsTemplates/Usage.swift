/// Which of the names of a page its template uses: only their values are taken out of the model.
///
/// It is a class because every value of every page is asked for with one.
public final class Usage: Sendable {
  /// A slot that is used, and what is used below it.
  @usableFromInline
  struct Slot: Sendable {
    @usableFromInline let number: Int
    @usableFromInline let below: Usage
  }

  /// In the order of their numbers.
  @usableFromInline let slots: [Slot]
  /// How the items of the list are shown, where each looks the same on every page.
  public let part: Part?

  init(slots: [Slot] = [], part: Part? = nil) {
    self.slots = slots
    self.part = part
  }

  /// Whether any slot of a range is used.
  @inlinable
  public func uses(_ range: Range<Int>) -> Bool { slots.contains { range.contains($0.number) } }
}

/// The names that a template uses, while they are being found.
struct UsageMarks {
  private var below: [Int: UsageMarks] = [:]
  private var part: Part?

  /// Marks the value that lies at the end of a path of slots; `part` shows the items of the list that it is.
  mutating func mark(_ path: ArraySlice<Int>, part: Part? = nil) {
    guard let slot = path.first else {
      if let part { self.part = part }
      return
    }
    below[slot, default: UsageMarks()].mark(path.dropFirst(), part: part)
  }

  /// Marks a value and all that lies below it.
  mutating func markAll(_ path: [Int], _ kind: ValueKind) {
    mark(path[...])
    for (slot, entry) in (kind.schemaInside?.entries ?? []).enumerated() { markAll(path + [slot], entry.kind) }
  }

  var usage: Usage {
    if let part { return Usage(slots: part.usage.slots, part: part) }
    return Usage(slots: below.sorted { $0.key < $1.key }.map { Usage.Slot(number: $0.key, below: $0.value.usage) })
  }
}
