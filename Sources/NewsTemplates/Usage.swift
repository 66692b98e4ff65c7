/// Which of the names of a page its template uses: only their values are taken out of the model.
package struct Usage: Sendable, Hashable {
  /// By slot; nil where the name is not used. Empty where nothing below it is.
  @usableFromInline var slots: [Usage?] = []

  /// The names used below a slot; nil where the slot itself is not used.
  @inlinable
  package subscript(slot: Int) -> Usage? { slot < slots.count ? slots[slot] : nil }

  /// Whether any slot of a range is used.
  @inlinable
  package func uses(_ range: Range<Int>) -> Bool {
    guard range.lowerBound < slots.count else { return false }
    return slots[range.lowerBound..<min(range.upperBound, slots.count)].contains { $0 != nil }
  }

  /// Marks the value that lies at the end of a path of slots.
  mutating func mark(_ path: ArraySlice<Int>) {
    guard let slot = path.first else { return }
    while slots.count <= slot { slots.append(nil) }
    var below = slots[slot] ?? Usage()
    below.mark(path.dropFirst())
    slots[slot] = below
  }

  /// Marks a value and all that lies below it.
  mutating func markAll(_ path: [Int], _ kind: ValueKind) {
    mark(path[...])
    for (slot, entry) in (kind.schemaInside?.entries ?? []).enumerated() { markAll(path + [slot], entry.kind) }
  }
}
