import ArabicText
import NewsCore

/// The bullets or numbers that begin at passage `start`: at least two entries, one below the other.
///
/// Numbers must count up by one. A single entry, or numbers with paragraphs between them, stay text.
func recogniseList(_ passages: [Passage], from start: Int, while isOpen: (Int) -> Bool) -> [Finding] {
  if let first = numberedEntry(passages[start].text) { return numbers(passages, start, first.number, isOpen) }
  if bulletEnd(passages[start].text) != nil { return bullets(passages, start, isOpen) }
  return []
}

private func bullets(_ passages: [Passage], _ start: Int, _ isOpen: (Int) -> Bool) -> [Finding] {
  var findings: [Finding] = []
  var index = start
  while index < passages.count, isOpen(index), let end = bulletEnd(passages[index].text) {
    let text = trimmed(passages[index].text[end...])
    findings.append(Finding(.bullet, 0.85, "one of several lines that open with a bullet", [.block(.bullets([text]))]))
    index += 1
  }
  return findings.count >= 2 ? findings : []
}

private func numbers(_ passages: [Passage], _ start: Int, _ first: Int, _ isOpen: (Int) -> Bool) -> [Finding] {
  var findings: [Finding] = []
  var index = start
  while index < passages.count, isOpen(index), let entry = numberedEntry(passages[index].text),
    entry.number == first + findings.count
  {
    findings.append(
      Finding(
        .number,
        0.9,
        "number \(entry.number) of lines that count up",
        [.told(entry.told), .block(.numbered([entry.text], start: entry.number))]
      )
    )
    index += 1
  }
  return findings.count >= 2 ? findings : []
}

/// Where the text of a bulleted line begins; nil where it opens with no bullet.
func bulletEnd(_ text: String) -> String.Index? {
  let scalars = text.unicodeScalars
  guard let first = scalars.first else { return nil }
  let next = scalars.index(after: scalars.startIndex)
  guard next < scalars.endIndex else { return nil }
  switch first.value {
  case 0x2022, 0x25AA, 0x25AB, 0x25CF, 0x25CB, 0x25A0, 0x25A1, 0x25C6, 0x25B8, 0x25BA, 0x2023, 0x2043, 0x2219, 0x25E6,
    0x27A4, 0x2713, 0x2714,
    0xE000...0xF8FF:
    break
  case 0x2D, 0x2A, 0x2B, 0x2013, 0x2014, 0xB7:
    guard isWhiteSpace(scalars[next]) else { return nil }
  default: return nil
  }
  let rest = trimmed(text[next...])
  return phrase(rest).isEmpty ? nil : next
}

/// The number and text of a line such as `1- …`, `2. …`, `(3) …`, «٤) …»; nil for dates, decimals and years.
func numberedEntry(_ text: String) -> (number: Int, text: String, told: String)? {
  let scalars = text.unicodeScalars
  var index = scalars.startIndex
  let isBracketed = scalars.first == "("
  if isBracketed { scalars.formIndex(after: &index) }
  let start = index
  while index < scalars.endIndex, isDigit(scalars[index]) { scalars.formIndex(after: &index) }
  let digits = String(scalars[start..<index])
  guard (1...3).contains(digits.unicodeScalars.count), index < scalars.endIndex, let number = Int(Digits.ascii(digits))
  else { return nil }
  if scalars[index] == " ", !isBracketed { scalars.formIndex(after: &index) }
  guard index < scalars.endIndex else { return nil }
  let closing = scalars[index]
  guard isBracketed ? closing == ")" : "-.)–/ـ".unicodeScalars.contains(closing) else { return nil }
  scalars.formIndex(after: &index)
  guard index < scalars.endIndex, !isDigit(scalars[index]) else { return nil }
  let rest = trimmed(text[index...])
  guard !phrase(rest.prefix(80)).isEmpty else { return nil }
  return (number, rest, digits)
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x30...0x39, 0x0660...0x0669, 0x06F0...0x06F9: true
  default: false
  }
}
