import Markup

extension Program {
  /// This program with the values of some slots of the page put in for good: what is shown becomes literal text, and
  /// sections that such a value decides are there or gone.
  func folding(_ constants: [Int: TemplateValue]) -> Program {
    var folded = Program()
    folded.slots = slots
    var floor = 0
    fold(0, steps.count, constants, into: &folded, &floor)
    return folded
  }

  /// `floor` is the first step that literal text may be added to: the one before it is where a section ends.
  private func fold(
    _ start: Int,
    _ end: Int,
    _ constants: [Int: TemplateValue],
    into folded: inout Program,
    _ floor: inout Int
  ) {
    var index = start
    while index < end {
      switch steps[index] {
      case .literal(let span): folded.append(literals[span.range], floor)
      case .show(let place):
        if let value = constant(at: place, constants) {
          folded.append(value.shown[...], floor)
        } else {
          folded.steps.append(steps[index])
        }
      case .inverted(let place, let last):
        foldSection(place, index + 1, Int(last), inverted: true, pushes: false, constants, into: &folded, &floor)
        index = Int(last) - 1
      case .section(let place, let last, let pushes):
        foldSection(place, index + 1, Int(last), inverted: false, pushes: pushes, constants, into: &folded, &floor)
        index = Int(last) - 1
      case .items: folded.steps.append(steps[index])
      }
      index += 1
    }
  }

  private func foldSection(
    _ place: Place,
    _ start: Int,
    _ end: Int,
    inverted: Bool,
    pushes: Bool,
    _ constants: [Int: TemplateValue],
    into folded: inout Program,
    _ floor: inout Int
  ) {
    // What a section pushes is looked up by its depth, so such a section stays as it is.
    if !pushes, let value = constant(at: place, constants) {
      if value.isTruthy != inverted { fold(start, end, constants, into: &folded, &floor) }
      return
    }
    let step = folded.steps.count
    folded.steps.append(.inverted(place, end: 0))
    floor = folded.steps.count
    fold(start, end, constants, into: &folded, &floor)
    floor = folded.steps.count
    let last = Int32(folded.steps.count)
    folded.steps[step] = inverted ? .inverted(place, end: last) : .section(place, end: last, pushes: pushes)
  }

  private func constant(at place: Place, _ constants: [Int: TemplateValue]) -> TemplateValue? {
    guard place.depth == 0, place.slot >= 0, var value = constants[Int(place.slot)] else { return nil }
    for index in 0..<Int(place.count) {
      guard case .record(let record) = value else { return nil }
      value = record.values[Int(slots[Int(place.rest) + index])]
    }
    return value
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, _ floor: Int) {
    if bytes.isEmpty { return }
    let start = literals.count
    literals += bytes
    if steps.count > floor, case .literal(let last) = steps[steps.count - 1], last.range.upperBound == start {
      steps[steps.count - 1] = .literal(ByteSpan(last.range.lowerBound, literals.count))
    } else {
      steps.append(.literal(ByteSpan(start, literals.count)))
    }
  }

  /// The slots that are used, so that nothing else is taken out of a model.
  var usage: Usage {
    var marks = UsageMarks()
    var scopes: [[Int]] = [[]]
    walk(0, steps.count, &scopes, &marks)
    return marks.usage
  }

  /// `scopes` are the paths of the values on the stack, from the page down.
  private func walk(_ start: Int, _ end: Int, _ scopes: inout [[Int]], _ marks: inout UsageMarks) {
    var index = start
    while index < end {
      switch steps[index] {
      case .literal: break
      case .show(let place), .inverted(let place, _), .items(let place): marks.mark(path(of: place, scopes)[...])
      case .section(let place, let last, let pushes):
        let path = path(of: place, scopes)
        marks.mark(path[...])
        if pushes {
          scopes.append(path)
          walk(index + 1, Int(last), &scopes, &marks)
          scopes.removeLast()
          index = Int(last) - 1
        }
      }
      index += 1
    }
  }

  private func path(of place: Place, _ scopes: [[Int]]) -> [Int] {
    var path = scopes[Int(place.depth)]
    if place.slot >= 0 { path.append(Int(place.slot)) }
    for index in 0..<Int(place.count) { path.append(Int(slots[Int(place.rest) + index])) }
    return path
  }
}

extension TemplateValue {
  /// What the value shows.
  fileprivate var shown: [UInt8] {
    switch self {
    case .text(let text): HTML(escaping: text).bytes
    case .html(let html): html.bytes
    case .flag, .list, .record, .absent: []
    }
  }
}
