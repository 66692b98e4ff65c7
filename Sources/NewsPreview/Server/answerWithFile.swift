import NewsCore

/// The answer with a file, or with a part of it; with none of it where the client has the same bytes (RFC 9110, sections 13
/// and 14). Pages get the preview's script on their way out; the file stays as it is.
func answerWithFile(_ path: String, _ request: Request, _ site: ServedSite) -> Answer {
  let file = "\(site.folder)/\(path)"
  var answer = Answer(200, hostFields(for: request.path, of: path, site))
  answer["Accept-Ranges"] = "bytes"
  guard path.hasSuffix(".html") else { return answerWithStretch(of: file, answer, request) }
  guard let bytes = try? Files.read(file) else { return .plain(404) }
  let page = withScript(bytes, marks: marks(of: path, bytes, site))
  answer["ETag"] = page.tag
  if isKnown(answer, request) { return Answer(304, answer.fields) }
  return withRange(answer, request, of: page.bytes.count) { Array(page.bytes[$0]) }
}

/// The answer with a file that is sent as it is: no more of it is read than is sent. Its validator is made of its stamp, which
/// is another after each write.
private func answerWithStretch(of file: String, _ start: Answer, _ request: Request) -> Answer {
  guard let stamp = Files.stamp(of: file) else { return .plain(404) }
  var answer = start
  answer["ETag"] = entityTag(Fingerprint(of: stamp))
  if isKnown(answer, request) { return Answer(304, answer.fields) }
  if request.method == "HEAD" {
    answer.omitted = stamp.size
    return answer
  }
  return withRange(answer, request, of: stamp.size) { Files.readPart(file, $0) }
}

extension Fingerprint {
  fileprivate init(of stamp: FileStamp) {
    self.init()
    mix(stamp.size)
    mix(stamp.modified)
    mix(stamp.inode)
  }
}

private func isKnown(_ answer: Answer, _ request: Request) -> Bool {
  request["if-none-match"].map { isAmong(answer["ETag"] ?? "", $0) } ?? false
}

private func marks(of path: String, _ page: [UInt8], _ site: ServedSite) -> [(name: String, value: String)] {
  let ribbon = site.ribbons[path].map { [("ribbon", $0.kind), ("words", $0.words), ("moment", $0.moment)] } ?? []
  let links = unreleasedLinks(in: page, of: site).map { [("unreleased", $0)] } ?? []
  return ribbon + links + (isStory(path) ? [("story", "")] : [])
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

/// The part that was asked for, where it is one part and the client does not hold another version; else the whole. `read`
/// gives a stretch of the body; nil where the file has changed or gone meanwhile.
private func withRange(_ head: Answer, _ request: Request, of size: Int, _ read: (Range<Int>) -> [UInt8]?) -> Answer {
  var answer = head
  let range: Range<Int>
  switch part(request, head["ETag"], of: size) {
  case .unclear: range = 0..<size
  case .outside:
    var refusal = Answer.plain(416)
    refusal["Content-Range"] = "bytes */\(size)"
    return refusal
  case .part(let part):
    range = part
    answer.status = 206
    answer["Content-Range"] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
  }
  guard let body = range.isEmpty ? [] : read(range) else { return .plain(404) }
  answer.body = body
  return answer
}

private func part(_ request: Request, _ tag: String?, of size: Int) -> ByteRange {
  guard request.method == "GET", let field = request["range"], field.hasPrefix("bytes=") else { return .unclear }
  if let held = request["if-range"], held != tag { return .unclear }
  return ByteRange(field.dropFirst("bytes=".count), of: size)
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
