/// Lists of different lengths in two arrays: 100,000 short lists cost two allocations. All of it is inlinable, because
/// other targets go through such lists story by story.
package struct Ragged<Element: Sendable>: Sendable {
  @usableFromInline var starts: [Int32] = [0]
  @usableFromInline var values: [Element] = []

  @inlinable package init() {}

  @inlinable package var count: Int { starts.count - 1 }

  @inlinable
  package mutating func reserve(_ lists: Int, values count: Int) {
    starts.reserveCapacity(lists + 1)
    values.reserveCapacity(count)
  }

  @inlinable
  package mutating func append(_ list: some Sequence<Element>) {
    values.append(contentsOf: list)
    starts.append(Int32(values.count))
  }

  @inlinable
  package subscript(index: Int) -> ArraySlice<Element> { values[Int(starts[index])..<Int(starts[index + 1])] }

  /// The list at `index` without a slice: for loops over all of them.
  @inlinable
  package func forEach(at index: Int, _ body: (Element) -> Void) {
    var position = Int(starts[index])
    let end = Int(starts[index + 1])
    while position < end {
      body(values[position])
      position += 1
    }
  }
}
