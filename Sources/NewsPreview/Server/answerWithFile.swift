import NewsCore

/// The answer with a file, or with a part of it; with none of it where the client has the same bytes (RFC 9110, sections 13
/// and 14). Pages get the preview's script on their way out; the file stays as it is.
func answerWithFile(_ path: String, _ request: Request, _ site: ServedSite) -> Answer {
  guard let bytes = try? Files.read("\(site.folder)/\(path)") else { return .plain(404) }
  var answer = Answer(200, hostFields(for: request.path, of: path, site))
  answer["Accept-Ranges"] = "bytes"
  if path.hasSuffix(".html") {
    let page = withScript(bytes, marks: marks(of: path, site))
    answer["ETag"] = page.tag
    answer.body = page.bytes
  } else {
    answer["ETag"] = entityTag(Fingerprint(of: bytes))
    answer.body = bytes
  }
  if let known = request["if-none-match"], isAmong(answer["ETag"] ?? "", known) {
    return Answer(304, answer.fields)
  }
  return withRange(answer, request)
}

private func marks(of path: String, _ site: ServedSite) -> [(name: String, value: String)] {
  let ribbon = site.ribbons[path].map { [("ribbon", $0.kind), ("words", $0.words)] } ?? []
  return ribbon + (isStory(path) ? [("story", "")] : [])
}

/// Whether the page is a story's own, `2026/01/15/slug/index.html`.
private func isStory(_ path: String) -> Bool {
  let parts = path.split(separator: "/")
  let isDated = zip(parts, [4, 2, 2]).allSatisfy { part, length in
    part.utf8.count == length && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
  return parts.count == 5 && isDated
}

/// A strong validator for bytes with this fingerprint.
func entityTag(_ print: Fingerprint) -> String {
  let words = [print.high, print.low].map { word in
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
  return "\"\(words.joined())\""
}

/// Whether a list of validators, or `*`, has this one; weak ones count as strong here.
private func isAmong(_ tag: String, _ list: String) -> Bool {
  list.split(separator: ",").contains { item in
    let item = item.filter { $0 != " " && $0 != "\t" }
    return item == "*" || item == tag || item == "W/\(tag)"
  }
}

/// The part that was asked for, where it is one part and the client does not hold another version; else the whole.
private func withRange(_ whole: Answer, _ request: Request) -> Answer {
  guard request.method == "GET", let field = request["range"], field.hasPrefix("bytes=") else { return whole }
  if let held = request["if-range"], held != whole["ETag"] { return whole }
  let size = whole.body.count
  switch ByteRange(field.dropFirst("bytes=".count), of: size) {
  case .unclear: return whole
  case .outside:
    var answer = Answer.plain(416)
    answer["Content-Range"] = "bytes */\(size)"
    return answer
  case .part(let range):
    var answer = whole
    answer.status = 206
    answer["Content-Range"] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
    answer.body = Array(whole.body[range])
    return answer
  }
}

/// A part of a file as a request names it (RFC 9110, section 14.1.2).
private enum ByteRange {
  case part(Range<Int>)
  case outside
  /// More than one part, or none that is written as it should be.
  case unclear

  init(_ text: Substring, of size: Int) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    let isDigits = ends.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard ends.count == 2, isDigits, !(ends[0].isEmpty && ends[1].isEmpty) else {
      self = .unclear
      return
    }
    // Numbers that are too large for a machine are beyond any file.
    let first = ends[0].isEmpty ? nil : Int(ends[0]) ?? .max
    let last = ends[1].isEmpty ? nil : Int(ends[1]) ?? .max
    guard let first else {
      let count = min(last ?? 0, size)
      self = count == 0 ? .outside : .part(size - count..<size)
      return
    }
    if let last, last < first {
      self = .unclear
      return
    }
    self = first >= size ? .outside : .part(first..<min(last ?? .max, size - 1) + 1)
  }
}
