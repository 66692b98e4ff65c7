/// A line whose embeddings, overrides and isolates are all closed and all isolates (UAX #9, X1 to X8).
///
/// An embedding or override with its PDF becomes an isolate with its PDI; halves and empty pairs go.
func balanced(_ line: [UInt32], _ number: Int, _ tally: inout NoteTally) -> [UInt32] {
  guard line.contains(where: isDirectionControl) else { return line }
  var balance = DirectionBalance(line: number)
  for value in line { balance.feed(value, &tally) }
  return balance.finish(&tally)
}

/// The lines, from 1, on which an embedding, override or isolate has no other half, or a half stands alone; `bytes` is
/// valid UTF-8. Where there are no controls at all it is one look at each byte.
public func linesOfUnbalancedDirection(in bytes: [UInt8]) -> [Int] {
  guard bytes.withUnsafeBufferPointer(holdsDirectionControl) else { return [] }
  var tally = NoteTally()
  for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
    _ = balanced(String(decoding: line, as: UTF8.self).unicodeScalars.map(\.value), index + 1, &tally)
  }
  return tally.notes.first { $0.kind == .unbalancedDirection }?.lines ?? []
}

func isDirectionControl(_ value: UInt32) -> Bool {
  (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
}

private struct DirectionBalance {
  private struct Opening {
    let index: Int
    let isIsolate: Bool
    var hasText = false
  }

  private static let removed: UInt32 = .max

  let line: Int
  private var output: [UInt32] = []
  private var open: [Opening] = []
  private var openIsolates = 0

  init(line: Int) { self.line = line }

  mutating func feed(_ value: UInt32, _ tally: inout NoteTally) {
    switch value {
    case 0x202A, 0x202D: push(0x2066, isIsolate: false)
    case 0x202B, 0x202E: push(0x2067, isIsolate: false)
    case 0x2066...0x2068: push(value, isIsolate: true)
    case 0x202C: if open.last?.isIsolate == false { close(&tally) } else { tally.add(.unbalancedDirection, line: line) }
    case 0x2069: closeIsolate(&tally)
    default:
      output.append(value)
      if !open.isEmpty, !SearchFolding.isInvisible(value) { open[open.count - 1].hasText = true }
    }
  }

  mutating func finish(_ tally: inout NoteTally) -> [UInt32] {
    while !open.isEmpty { dropLast(&tally) }
    return output.filter { $0 != DirectionBalance.removed }
  }

  private mutating func push(_ value: UInt32, isIsolate: Bool) {
    open.append(Opening(index: output.count, isIsolate: isIsolate))
    openIsolates += isIsolate ? 1 : 0
    output.append(value)
  }

  private mutating func closeIsolate(_ tally: inout NoteTally) {
    guard openIsolates > 0 else { return tally.add(.unbalancedDirection, line: line) }
    while open.last?.isIsolate == false { dropLast(&tally) }
    close(&tally)
  }

  private mutating func close(_ tally: inout NoteTally) {
    guard let last = open.popLast() else { return }
    openIsolates -= last.isIsolate ? 1 : 0
    if last.hasText {
      output.append(0x2069)
      if !last.isIsolate { tally.add(.embedding, line: line) }
      markText()
    } else {
      output[last.index] = DirectionBalance.removed
      tally.add(.invisibleCharacter, line: line)
    }
  }

  // An opening that nothing closes; what stands in it belongs to the one around it.
  private mutating func dropLast(_ tally: inout NoteTally) {
    guard let last = open.popLast() else { return }
    openIsolates -= last.isIsolate ? 1 : 0
    output[last.index] = DirectionBalance.removed
    tally.add(.unbalancedDirection, line: line)
    if last.hasText { markText() }
  }

  private mutating func markText() {
    if !open.isEmpty { open[open.count - 1].hasText = true }
  }
}
