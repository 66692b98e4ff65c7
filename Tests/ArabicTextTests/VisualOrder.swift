@testable import ArabicText

/// The order in which a line is painted, left to right: the rules W, N, I and L of UAX #9 for a short line.
///
/// Isolates are laid out by themselves and stand in the line as one neutral object; no embeddings, no paired brackets.
struct VisualOrder {
  private enum Item {
    case scalar(Unicode.Scalar)
    case isolate(String)
  }

  private enum BidiClass { case l, r, al, en, an, es, et, cs, neutral }

  private var items: [Item] = []
  private var classes: [BidiClass] = []
  private let base: Int

  static func painted(_ line: String, _ base: TextDirection) -> String {
    VisualOrder(Array(line.unicodeScalars), base == .rtl ? 1 : 0).text
  }

  private init(_ scalars: [Unicode.Scalar], _ base: Int) {
    self.base = base
    var index = 0
    while index < scalars.count {
      if scalars[index] == "\u{2066}" || scalars[index] == "\u{2067}" {
        let end = VisualOrder.end(of: index, in: scalars)
        let inner = Array(scalars[index + 1..<min(end, scalars.count)])
        items.append(.isolate(VisualOrder(inner, scalars[index] == "\u{2067}" ? 1 : 0).text))
        classes.append(.neutral)
        index = end + 1
      } else {
        items.append(.scalar(scalars[index]))
        classes.append(VisualOrder.bidiClass(of: scalars[index]))
        index += 1
      }
    }
    resolveNumbers()
    resolveNeutrals()
  }

  private static func end(of start: Int, in scalars: [Unicode.Scalar]) -> Int {
    var depth = 0
    for index in start..<scalars.count {
      if (0x2066...0x2068).contains(scalars[index].value) { depth += 1 }
      if scalars[index].value == 0x2069 { depth -= 1 }
      if depth == 0 { return index }
    }
    return scalars.count
  }

  private static func bidiClass(of scalar: Unicode.Scalar) -> BidiClass {
    switch scalar {
    case "0"..."9", "۰"..."۹": return .en
    case "٠"..."٩", "٫", "٬": return .an
    case "+", "-", "−": return .es
    case "#", "$", "%", "€", "£", "°", "٪", "±": return .et
    case ",", ".", "/", ":", "،", "\u{A0}": return .cs
    default: break
    }
    switch TextDirection.strong(scalar) {
    case .ltr: return .l
    case .rtl: return (0x0590...0x05FF).contains(scalar.value) ? .r : .al
    case nil: return .neutral
    }
  }

  // W2 to W7.
  private mutating func resolveNumbers() {
    var strong: BidiClass = base == 1 ? .r : .l
    for index in classes.indices {
      if [.l, .r, .al].contains(classes[index]) { strong = classes[index] }
      if classes[index] == .en, strong == .al { classes[index] = .an }
    }
    for index in classes.indices where classes[index] == .al { classes[index] = .r }
    for index in classes.indices.dropFirst().dropLast() {
      let before = classes[index - 1]
      guard before == classes[index + 1] else { continue }
      if before == .en, classes[index] == .es || classes[index] == .cs { classes[index] = .en }
      if before == .an, classes[index] == .cs { classes[index] = .an }
    }
    for index in classes.indices where classes[index] == .et {
      var end = index
      while end < classes.count, classes[end] == .et { end += 1 }
      let touches = index > 0 && classes[index - 1] == .en || end < classes.count && classes[end] == .en
      if touches { classes[index] = .en }
    }
    strong = base == 1 ? .r : .l
    for index in classes.indices {
      if [.es, .et, .cs].contains(classes[index]) { classes[index] = .neutral }
      if [.l, .r].contains(classes[index]) { strong = classes[index] }
      if classes[index] == .en, strong == .l { classes[index] = .l }
    }
  }

  // N1 and N2: a number counts as from right to left.
  private mutating func resolveNeutrals() {
    var index = 0
    while index < classes.count {
      var end = index
      while end < classes.count, classes[end] == .neutral { end += 1 }
      if end > index {
        let outer: BidiClass = base == 1 ? .r : .l
        let before = index == 0 ? outer : classes[index - 1] == .l ? .l : .r
        let after = end == classes.count ? outer : classes[end] == .l ? .l : .r
        for place in index..<end { classes[place] = before == after ? before : outer }
      }
      index = max(end, index + 1)
    }
  }

  // I1, I2, L2 and L4.
  private var text: String {
    var levels = classes.map { kind in
      switch kind {
      case .l: base == 1 ? 2 : 0
      case .en, .an: 2
      default: 1
      }
    }
    var order = Array(items.indices)
    for level in stride(from: levels.max() ?? 0, to: 0, by: -1) {
      var start = 0
      while start < order.count {
        var end = start
        while end < order.count, levels[end] >= level { end += 1 }
        if end > start {
          order[start..<end].reverse()
          levels[start..<end].reverse()
        }
        start = max(end, start + 1)
      }
    }
    let flat = zip(order, levels).map { index, level in
      switch items[index] {
      case .scalar(let scalar): level % 2 == 1 ? VisualOrder.mirrored(scalar) : String(scalar)
      case .isolate(let text): text
      }
    }
    return flat.joined()
  }

  private static func mirrored(_ scalar: Unicode.Scalar) -> String {
    ["(": ")", ")": "(", "[": "]", "]": "[", "«": "»", "»": "«"][scalar] ?? String(scalar)
  }
}
