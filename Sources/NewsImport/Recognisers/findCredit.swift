import NewsCore

/// The credit of an agency in a photo line, and the place it has there.
struct FoundCredit {
  let agency: String
  let text: String
  let range: Range<String.Index>
}

/// The credit in an agency's photo line: in brackets with the agency's name, or from a mark such as `EPA/` on.
///
/// It is looked for in the last 400 bytes, and only where there are Latin letters.
func findCredit(in passage: Passage) -> FoundCredit? {
  guard passage.latinLetters >= 2 else { return nil }
  let text = passage.text
  let tail = Tail(text)
  return bracketCredit(in: text, tail) ?? openCredit(in: text, tail)
}

/// The last bytes of a text, which is where credits stand.
private struct Tail {
  let bytes: [UInt8]
  let text: String
  let offset: Int

  init(_ text: String) {
    self.text = text
    let count = text.utf8.count
    var start = max(0, count - 400)
    let utf8 = text.utf8
    while start > 0, utf8[utf8.index(utf8.startIndex, offsetBy: start)] & 0xC0 == 0x80 { start -= 1 }
    offset = start
    bytes = Array(utf8.dropFirst(start))
  }

  func index(_ position: Int) -> String.Index { text.utf8.index(text.utf8.startIndex, offsetBy: offset + position) }

  func last(_ mark: String) -> Int? {
    let needle = Array(mark.utf8)
    guard bytes.count >= needle.count else { return nil }
    return (0...bytes.count - needle.count).last {
      bytes[$0] == needle[0] && bytes[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }
}

// `(AP Photo/Name)`, `(Photo by Name / AFP)`, `(Photo by Name/Getty Images)`, `(REUTERS/Name)`.
private func bracketCredit(in text: String, _ tail: Tail) -> FoundCredit? {
  guard let open = tail.bytes.lastIndex(of: 0x28), let close = tail.bytes[open...].lastIndex(of: 0x29) else {
    return nil
  }
  guard close - open <= 160, tail.bytes.count - close <= 80 else { return nil }
  let inner = String(decoding: tail.bytes[(open + 1)..<close], as: UTF8.self)
  guard let agency = agency(in: inner) else { return nil }
  return FoundCredit(agency: agency, text: trimmed(inner), range: tail.index(open)..<tail.index(close + 1))
}

private func agency(in inner: String) -> String? {
  guard inner.contains("/") || inner.hasPrefix("Photo by ") || inner.hasPrefix("AP Photo") else { return nil }
  let tail = Tail(inner)
  for (mark, name) in [
    ("AP Photo", "AP"), ("AP/", "AP"), ("/AP", "AP"), ("/ AP", "AP"), ("Getty", "Getty"), ("AFP", "AFP"),
    ("REUTERS", "Reuters"), ("Reuters", "Reuters"), ("EPA", "EPA"),
  ] where tail.last(mark) != nil { return name }
  return nil
}

// `EPA/NAME MANDATORY CREDIT`, `REUTERS/Name`, `AFP PHOTO / NAME` to the end of the line.
private func openCredit(in text: String, _ tail: Tail) -> FoundCredit? {
  let marks = [
    ("EPA-EFE/", "EPA"), ("EPA/", "EPA"), ("REUTERS/", "Reuters"), ("AFP PHOTO", "AFP"), ("AP Photo/", "AP"),
    ("AFP/", "AFP"), ("Getty Images", "Getty"),
  ]
  for (mark, name) in marks {
    guard let start = tail.last(mark), tail.bytes.count - start <= 240 else { continue }
    let end = instructions.compactMap { tail.last($0) }.filter { $0 > start }.min() ?? tail.bytes.count
    var credit = trimmed(String(decoding: tail.bytes[start..<end], as: UTF8.self))
    if credit.hasSuffix(")"), !credit.contains("(") { credit.removeLast() }
    return FoundCredit(agency: name, text: credit, range: tail.index(start)..<tail.index(end))
  }
  return nil
}

private let instructions = [
  "MANDATORY CREDIT", "NO RESALES", "NO SALES", "NO ARCHIVES", "EDITORIAL USE ONLY", "ATTENTION EDITORS",
  "HANDOUT EDITORIAL", "TPX IMAGES",
]
