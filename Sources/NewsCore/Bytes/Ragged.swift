/// Lists of different lengths in two arrays: 100,000 short lists cost two allocations.
package struct Ragged<Element: Sendable>: Sendable {
  private var starts: [Int32] = [0]
  private var values: [Element] = []

  package init() {}

  package var count: Int { starts.count - 1 }

  package mutating func reserve(_ lists: Int, values count: Int) {
    starts.reserveCapacity(lists + 1)
    values.reserveCapacity(count)
  }

  package mutating func append(_ list: some Sequence<Element>) {
    values.append(contentsOf: list)
    starts.append(Int32(values.count))
  }

  package subscript(index: Int) -> ArraySlice<Element> { values[Int(starts[index])..<Int(starts[index + 1])] }

  /// The list at `index` without a slice: for loops over all of them.
  @inline(__always)
  package func forEach(at index: Int, _ body: (Element) -> Void) {
    var position = Int(starts[index])
    let end = Int(starts[index + 1])
    while position < end {
      body(values[position])
      position += 1
    }
  }
}
