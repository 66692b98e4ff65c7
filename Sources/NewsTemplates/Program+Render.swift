import Markup

extension Program {
  /// Appends the page to `page`; `root` is of the kind the program was compiled for.
  public func render(_ root: TemplateValue, into page: inout [UInt8]) {
    if page.capacity == 0 { page.reserveCapacity(literals.count + 8192) }
    var stack: [TemplateValue] = []
    stack.reserveCapacity(8)
    stack.append(root)
    run(0, steps.count, &stack, &page)
  }

  private func run(_ start: Int, _ end: Int, _ stack: inout [TemplateValue], _ page: inout [UInt8]) {
    var index = start
    while index < end {
      switch steps[index] {
      case .literal(let span):
        // A slice would be counted as one more holder of what all processors read.
        literals.withUnsafeBufferPointer { page.append(contentsOf: UnsafeBufferPointer(rebasing: $0[span.range])) }
      case .show(let place):
        show(value(at: place, in: stack), in: &page)
      case .inverted(let place, let end):
        if value(at: place, in: stack).isTruthy { index = Int(end) - 1 }
      case .section(let place, let end, let pushes):
        runSection(value(at: place, in: stack), index + 1, Int(end), pushes, &stack, &page)
        index = Int(end) - 1
      case .items(let place):
        showItems(value(at: place, in: stack), in: &page)
      }
      index += 1
    }
  }

  private func runSection(
    _ value: TemplateValue,
    _ start: Int,
    _ end: Int,
    _ pushes: Bool,
    _ stack: inout [TemplateValue],
    _ page: inout [UInt8]
  ) {
    if case .list(let items) = value {
      for item in items {
        stack.append(item)
        run(start, end, &stack, &page)
        stack.removeLast()
      }
    } else if value.isTruthy {
      if pushes { stack.append(value) }
      run(start, end, &stack, &page)
      if pushes { stack.removeLast() }
    }
  }

  private func showItems(_ value: TemplateValue, in page: inout [UInt8]) {
    guard case .list(let items) = value else { return show(value, in: &page) }
    for item in items { show(item, in: &page) }
  }

  @inline(__always)
  private func show(_ value: TemplateValue, in page: inout [UInt8]) {
    switch value {
    case .text(let text): appendEscaped(text, to: &page)
    case .html(let html): page.append(contentsOf: html.bytes)
    case .flag, .list, .record, .absent: break
    }
  }

  @inline(__always)
  private func value(at place: Place, in stack: [TemplateValue]) -> TemplateValue {
    let base = stack[Int(place.depth)]
    guard place.slot >= 0 else { return base }
    var value = Self.value(in: Int(place.slot), of: base)
    for index in 0..<Int(place.count) {
      value = Self.value(in: Int(slots[Int(place.rest) + index]), of: value)
    }
    return value
  }

  @inline(__always)
  private static func value(in slot: Int, of base: TemplateValue) -> TemplateValue {
    guard case .record(let record) = base else { return .absent }
    return record.values[slot]
  }
}
