import NewsCore

/// The credit in an agency's photo line: in brackets with the agency's name, or from a mark such as `EPA/` on.
func findCredit(in text: String) -> FoundCredit? {
  bracketCredit(in: text) ?? openCredit(in: text)
}

// `(AP Photo/Name)`, `(Photo by Name / AFP)`, `(Photo by Name/Getty Images)`, `(REUTERS/Name)`.
private func bracketCredit(in text: String) -> FoundCredit? {
  guard let open = text.lastIndex(of: "("), let close = text[open...].lastIndex(of: ")") else { return nil }
  let inner = text[text.index(after: open)..<close]
  guard inner.utf8.count <= 160, text.utf8.distance(from: close, to: text.endIndex) <= 80,
    let agency = agency(in: inner)
  else { return nil }
  return FoundCredit(agency: agency, text: trimmed(inner), range: open..<text.index(after: close))
}

private func agency(in inner: Substring) -> String? {
  let hasStroke = inner.contains("/") || inner.hasPrefix("Photo by ") || inner.hasPrefix("AP Photo")
  guard hasStroke else { return nil }
  for (mark, name) in [
    ("AP Photo", "AP"), ("AP/", "AP"), ("/AP", "AP"), ("/ AP", "AP"), ("Getty", "Getty"), ("AFP", "AFP"),
    ("REUTERS", "Reuters"),
    ("Reuters", "Reuters"), ("EPA", "EPA"),
  ] where has(inner, mark) { return name }
  return nil
}

private func has(_ text: Substring, _ mark: String) -> Bool {
  let needle = Array(mark.utf8)
  let bytes = Array(text.utf8)
  guard bytes.count >= needle.count else { return false }
  return (0...bytes.count - needle.count).contains {
    bytes[$0] == needle[0] && bytes[$0..<$0 + needle.count].elementsEqual(needle)
  }
}

// `EPA/NAME MANDATORY CREDIT`, `REUTERS/Name`, `AFP PHOTO / NAME` to the end of the line.
private func openCredit(in text: String) -> FoundCredit? {
  let marks = [
    ("EPA-EFE/", "EPA"), ("EPA/", "EPA"), ("REUTERS/", "Reuters"), ("AFP PHOTO", "AFP"), ("AP Photo/", "AP"),
    ("AFP/", "AFP"), ("Getty Images", "Getty"),
  ]
  for (mark, name) in marks {
    guard let start = lastOccurrence(of: mark, in: text) else { continue }
    guard text.utf8.distance(from: start, to: text.endIndex) <= 240 else { continue }
    let end = instructionsStart(in: text, after: start) ?? text.endIndex
    let credit = trimmed(text[start..<end])
    return FoundCredit(
      agency: name,
      text: credit.hasSuffix(")") && !credit.contains("(") ? String(credit.dropLast()) : credit,
      range: start..<end
    )
  }
  return nil
}

private func lastOccurrence(of mark: String, in text: String) -> String.Index? {
  let needle = Array(mark.utf8)
  let bytes = text.utf8
  guard bytes.count >= needle.count, text.utf8.count <= 3000 else { return nil }
  let all = Array(bytes)
  for offset in stride(from: all.count - needle.count, through: 0, by: -1)
  where all[offset] == needle[0] && all[offset..<offset + needle.count].elementsEqual(needle) {
    return bytes.index(bytes.startIndex, offsetBy: offset)
  }
  return nil
}

private func instructionsStart(in text: String, after start: String.Index) -> String.Index? {
  let found = [
    "MANDATORY CREDIT", "NO RESALES", "NO SALES", "NO ARCHIVES", "EDITORIAL USE ONLY", "ATTENTION EDITORS",
    "HANDOUT EDITORIAL",
  ]
  .compactMap { lastOccurrence(of: $0, in: text) }.filter { $0 > start }
  return found.min()
}
