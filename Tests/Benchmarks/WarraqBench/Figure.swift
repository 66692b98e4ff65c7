import Foundation

/// One measured figure with the goal it is held against.
struct Figure {
  var work: String
  var value: Double
  var unit: String
  var goal: String

  /// The figures as a Markdown table.
  static func table(_ figures: [Figure]) -> String {
    let lines = figures.map { figure in
      let value = figure.value < 100 ? String(format: "%.2f", figure.value) : String(format: "%.0f", figure.value)
      return "| \(figure.work) | \(value) \(figure.unit) | \(figure.goal) |"
    }
    return (["| work | measured | goal |", "|---|---|---|"] + lines).joined(separator: "\n")
  }

  /// The median time of nine rounds, in nanoseconds a unit of work; the sum keeps the work from being optimised away.
  static func nanoseconds(units: Int, rounds: Int = 9, _ work: () -> Int) -> Double {
    let clock = ContinuousClock()
    var times: [Double] = []
    var sum = 0
    for _ in 0..<rounds {
      let time = clock.measure { sum &+= work() }
      times.append(Double(time.components.seconds) * 1e9 + Double(time.components.attoseconds) / 1e9)
    }
    precondition(sum != .min)
    return times.sorted()[rounds / 2] / Double(units)
  }
}
