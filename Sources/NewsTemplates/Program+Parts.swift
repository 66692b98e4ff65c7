/// The parts of a theme by what they show, so that two templates that show a list in one way share its parts.
public struct PartSet {
  /// Gives a set without parts.
  public init() {}

  private struct Key: Hashable {
    var schema: Schema
    var program: Program
  }

  private var parts: [Key: Part] = [:]

  mutating func part(_ program: Program, over schema: Schema) -> Part {
    let key = Key(schema: schema, program: program)
    if let part = parts[key] { return part }
    let part = Part(program)
    parts[key] = part
    return part
  }
}

extension Program {
  /// This program, over values of a schema, with the sections of lists and groups that can be kept made parts of `set`, and
  /// what is used by it.
  func parting(_ schema: Schema, into set: inout PartSet) -> (program: Program, usage: Usage) {
    var parter = Parter(program: self, counts: [:], marks: UsageMarks())
    parter.count(0, steps.count, [Parter.Scope(path: [], kind: .record(schema))])
    var parted = Program()
    parted.literals = literals
    parted.slots = slots
    parter.copy(0, steps.count, [Parter.Scope(path: [], kind: .record(schema))], into: &parted, &set)
    return (parted, parter.marks.usage)
  }

  /// The steps of a section alone, over one of its items; nil where they name anything outside of it. `depth` is the item's.
  fileprivate func section(_ start: Int, _ end: Int, depth: Int32) -> Program? {
    var part = Program()
    for step in steps[start..<end] {
      guard let moved = step.moved(up: depth, by: Int32(start)) else { return nil }
      part.take(moved, from: self)
    }
    return part
  }

  private mutating func take(_ step: Step, from whole: Program) {
    switch step {
    case .literal(let span):
      let start = literals.count
      literals += whole.literals[span.range]
      steps.append(.literal(ByteSpan(start, literals.count)))
    case .show(let place): steps.append(.show(taken(place, from: whole)))
    case .items(let place): steps.append(.items(taken(place, from: whole)))
    case .section(let place, let end, let pushes):
      steps.append(.section(taken(place, from: whole), end: end, pushes: pushes))
    case .inverted(let place, let end): steps.append(.inverted(taken(place, from: whole), end: end))
    }
  }

  private mutating func taken(_ place: Place, from whole: Program) -> Place {
    var place = place
    let rest = whole.slots[Int(place.rest)..<Int(place.rest + place.count)]
    place.rest = place.count == 0 ? 0 : Int32(slots.count)
    slots += rest
    return place
  }
}

/// Finds the sections that can be parts, and marks what is used.
private struct Parter {
  struct Scope {
    var path: [Int]
    var kind: ValueKind
  }

  let program: Program
  /// How many sections show a list or group: only one can be its part.
  var counts: [[Int]: Int]
  var marks: UsageMarks

  mutating func count(_ start: Int, _ end: Int, _ scopes: [Scope]) {
    var index = start
    while index < end {
      if case .section(let place, let last, pushes: true) = program.steps[index] {
        let inside = scope(of: place, scopes)
        counts[inside.path, default: 0] += 1
        count(index + 1, Int(last), scopes + [inside])
        index = Int(last) - 1
      }
      index += 1
    }
  }

  mutating func copy(_ start: Int, _ end: Int, _ scopes: [Scope], into parted: inout Program, _ set: inout PartSet) {
    var index = start
    while index < end {
      switch program.steps[index] {
      case .literal, .items: parted.steps.append(program.steps[index])
      case .show(let place):
        marks.mark(scope(of: place, scopes).path[...])
        parted.steps.append(.show(place))
      case .inverted(let place, let last):
        marks.mark(scope(of: place, scopes).path[...])
        section(place, index + 1, Int(last), scopes, into: &parted, &set) { .inverted(place, end: $0) }
        index = Int(last) - 1
      case .section(let place, let last, let pushes):
        let inside = scope(of: place, scopes)
        if pushes, let part = part(of: inside, index + 1, Int(last), depth: scopes.count, &set) {
          marks.mark(inside.path[...], part: part)
          parted.steps.append(.items(place))
        } else {
          marks.mark(inside.path[...])
          let scopes = pushes ? scopes + [inside] : scopes
          section(place, index + 1, Int(last), scopes, into: &parted, &set) {
            .section(place, end: $0, pushes: pushes)
          }
        }
        index = Int(last) - 1
      }
      index += 1
    }
  }

  private mutating func section(
    _ place: Program.Place,
    _ start: Int,
    _ end: Int,
    _ scopes: [Scope],
    into parted: inout Program,
    _ set: inout PartSet,
    _ step: (Int32) -> Program.Step
  ) {
    let own = parted.steps.count
    parted.steps.append(step(0))
    copy(start, end, scopes, into: &parted, &set)
    parted.steps[own] = step(Int32(parted.steps.count))
  }

  private func part(of list: Scope, _ start: Int, _ end: Int, depth: Int, _ set: inout PartSet) -> Part? {
    guard let schema = list.kind.schemaInside, schema.hasKeys, counts[list.path] == 1,
      let section = program.section(start, end, depth: Int32(depth))
    else { return nil }
    return set.part(section, over: schema)
  }

  private func scope(of place: Program.Place, _ scopes: [Scope]) -> Scope {
    var scope = scopes[Int(place.depth)]
    if place.slot >= 0 { scope.enter(Int(place.slot)) }
    for index in 0..<Int(place.count) { scope.enter(Int(program.slots[Int(place.rest) + index])) }
    return scope
  }
}

extension Parter.Scope {
  mutating func enter(_ slot: Int) {
    path.append(slot)
    if let entries = kind.schemaInside?.entries, slot < entries.count { kind = entries[slot].kind }
  }
}

extension Program.Step {
  /// The step over an item that stood at `depth` and is the page now, `start` steps earlier; nil where it names anything
  /// else.
  fileprivate func moved(up depth: Int32, by start: Int32) -> Program.Step? {
    switch self {
    case .literal: self
    case .show(let place): place.moved(up: depth).map { .show($0) }
    case .items(let place): place.moved(up: depth).map { .items($0) }
    case .section(let place, let end, let pushes):
      place.moved(up: depth).map { .section($0, end: end - start, pushes: pushes) }
    case .inverted(let place, let end): place.moved(up: depth).map { .inverted($0, end: end - start) }
    }
  }
}

extension Program.Place {
  fileprivate func moved(up by: Int32) -> Program.Place? {
    guard depth >= by else { return nil }
    var moved = self
    moved.depth -= by
    return moved
  }
}
