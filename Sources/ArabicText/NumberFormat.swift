extension Digits {
  /// A whole number with its thousands apart: `1,234,567`, `١٬٢٣٤٬٥٦٧`.
  public func number(_ value: Int, grouped: Bool = true) -> String {
    let digits = Array(String(value.magnitude).utf8)
    let text = grouped ? Digits.grouped(digits) : digits
    return (value < 0 ? "-" : "") + localized(text)
  }

  /// A number with `decimals` (0...9) digits behind the point, rounded half away from zero: `1,234.5`, `١٬٢٣٤٫٥`.
  ///
  /// Nil for a number that is no number, infinite or of more than fifteen digits.
  public func number(_ value: Double, decimals: Int, grouped: Bool = true) -> String? {
    precondition((0...9).contains(decimals), "\(decimals) decimals are not in 0...9")
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 1e15 else { return nil }
    var digits = Array(String(Int(scaled)).utf8)
    while digits.count <= decimals { digits.insert(0x30, at: 0) }
    let whole = Array(digits.dropLast(decimals))
    var text = grouped ? Digits.grouped(whole) : whole
    if decimals > 0 { text += [0x2E] + digits.suffix(decimals) }
    return (value < 0 && scaled > 0 ? "-" : "") + localized(text)
  }

  /// Per cent: `50%`, `٥٠٪`; no invisible mark in it. Right-to-left text shows ٪ to the left of its number by itself.
  public func percent(_ value: Int) -> String {
    number(value) + percentSign
  }

  /// Per cent with decimals; nil as for `number`.
  public func percent(_ value: Double, decimals: Int) -> String? {
    number(value, decimals: decimals).map { $0 + percentSign }
  }

  /// U+0025 or U+066A.
  public var percentSign: String { self == .latn ? "%" : "٪" }

  private static func grouped(_ digits: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(0x2C) }
      text.append(digit)
    }
    return text
  }

  // U+066C and U+066B stand for comma and point in both Arabic systems (CLDR).
  private func localized(_ ascii: [UInt8]) -> String {
    let text = String(decoding: ascii, as: UTF8.self)
    guard self != .latn else { return text }
    var signs = String.UnicodeScalarView()
    for scalar in apply(to: text).unicodeScalars {
      signs.append(scalar == "," ? "٬" : scalar == "." ? "٫" : scalar)
    }
    return String(signs)
  }
}
