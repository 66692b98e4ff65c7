/// Lists of different lengths in two arrays: 100,000 short lists cost two allocations.
public struct NumberLists: Sendable {
  private var starts: [Int32] = [0]
  private var values: [Int32] = []

  /// Gives lists without any list.
  public init() {}

  /// Makes room for lists and for their numbers together.
  public mutating func reserve(_ lists: Int, values count: Int) {
    starts.reserveCapacity(lists + 1)
    values.reserveCapacity(count)
  }

  /// Adds a list at the end.
  public mutating func append(_ list: ArraySlice<Int32>) {
    for value in list { values.append(value) }
    starts.append(Int32(values.count))
  }

  /// A list by its place.
  public subscript(index: Int) -> ArraySlice<Int32> { values[Int(starts[index])..<Int(starts[index + 1])] }

  /// The list at `index` without a slice: for loops over all of them.
  public func forEach(at index: Int, _ body: (Int32) -> Void) {
    var position = Int(starts[index])
    let end = Int(starts[index + 1])
    while position < end {
      body(values[position])
      position += 1
    }
  }
}
