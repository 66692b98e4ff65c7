import ArabicText
import NewsCore

/// An agency's photo line: number, description, date and credit of EPA, Reuters, AFP, AP or Getty.
///
/// The description becomes the alternative text, the whole credit the credit, what stands after it the instructions.
func recognisePhoto(_ passage: Passage) -> Finding? {
  guard passage.text.utf8.count <= 3000, let credit = findCredit(in: passage) else { return nil }
  var image = StoryImage()
  var description = bareEnd(passage.text[..<credit.range.lowerBound])
  if let id = agencyNumber(at: description) {
    image.id = id
    description = trimmed(description.dropFirst(id.count))
  }
  var after = trimmed(passage.text[credit.range.upperBound...])
  if after.hasPrefix(")") || after.hasPrefix("]") { after = trimmed(after.dropFirst()) }
  image.credit = credit.text
  let isLatin = passage.isMostlyLatin
  if !phrase(after).isEmpty { image.instructions = after }
  if isLatin {
    image.alt = description.isEmpty ? nil : description
    image.altLang = description.isEmpty ? nil : "en"
  } else {
    image.caption = description.isEmpty ? nil : description
  }
  var parts: [Finding.Part] = [.image(image)]
  var reason = "\(credit.agency) photo line: " + (image.id == nil ? "" : "number, ") + "description and credit"
  if let date = findDate(in: passage.text, limit: 3000) {
    parts.append(.date(StoryDate(day: date.day), .photo))
    reason += ", taken on \(date.day.iso)"
  }
  return Finding(isLatin ? .photo : .caption, image.id == nil ? 0.85 : 0.97, reason, parts)
}

// `epa05524977`, `epa-efe12345678`, `RTX2O6T8`, `AP16249…`: letters, then at least six digits and letters.
private func agencyNumber(at text: String) -> String? {
  let word = text.prefix { !$0.isWhitespace }
  let lower = word.lowercased()
  guard word.utf8.count >= 8, word.utf8.count <= 24,
    ["epa", "rtx", "rts", "rtr", "ap", "afp"].contains(where: lower.hasPrefix)
  else { return nil }
  return word.utf8.count { (0x30...0x39).contains($0) } >= (lower.hasPrefix("rt") ? 1 : 6) ? String(word) : nil
}

private func bareEnd(_ text: Substring) -> String {
  var text = Substring(trimmed(text))
  while let last = text.last, "([–—-/".contains(last) || last == " " { text.removeLast() }
  return trimmed(text)
}
