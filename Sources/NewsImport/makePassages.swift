/// The lines of an article as passages: one a line, or one a paragraph where the text is hard-wrapped.
///
/// Text counts as wrapped at a width where at least three lines stand directly under each other, at most 100 letters
/// long, and four in five of those with a line right below them fill that width without ending a sentence.
func makePassages(_ lines: [RawLine]) -> [Passage] {
  let width = wrapWidth(lines)
  var passages: [Passage] = []
  var index = 0
  while index < lines.count {
    if lines[index].isBlank {
      index += 1
      continue
    }
    var end = index + 1
    if let width { while isWrapped(lines, at: end - 1, width) { end += 1 } }
    let text = end == index + 1 ? lines[index].text : lines[index..<end].map(\.text).joined(separator: " ")
    let isAfterBlank = index == 0 || lines[index - 1].isBlank
    passages.append(Passage(lines: index..<end, text: text, isAfterBlank: isAfterBlank))
    index = end
  }
  return passages
}

// The line goes on in the next: both belong to one paragraph.
private func isWrapped(_ lines: [RawLine], at index: Int, _ width: Int) -> Bool {
  guard index + 1 < lines.count, !lines[index + 1].isBlank else { return false }
  let length = letters(lines[index].text)
  if opensEntry(lines[index + 1].text) { return false }
  return endsSentence(lines[index].text) ? length * 10 >= width * 9 : length * 10 >= width * 7
}

private func wrapWidth(_ lines: [RawLine]) -> Int? {
  var lengths: [Int] = []
  var unfinished = 0
  for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank && !opensHeader(next.text) {
    if line.text.utf8.count > 400 { return nil }
    let length = letters(line.text)
    if length < 45 { continue }
    lengths.append(length)
    if !endsSentence(line.text) { unfinished += 1 }
  }
  guard lengths.count >= 3, let longest = lengths.max(), longest <= 100 else { return nil }
  let full = lengths.count { $0 * 10 >= longest * 7 }
  return full * 5 >= lengths.count * 4 && unfinished * 5 >= lengths.count * 3 ? longest : nil
}

private func letters(_ text: String) -> Int {
  var text = text
  return text.withUTF8 { $0.count { $0 & 0xC0 != 0x80 } }
}

private func endsSentence(_ text: String) -> Bool {
  guard let last = text.unicodeScalars.last(where: { !"\"»”)'".unicodeScalars.contains($0) }) else { return false }
  return ".؟!۔:".unicodeScalars.contains(last)
}

private func opensEntry(_ text: String) -> Bool {
  bulletEnd(text) != nil || numberedEntry(text) != nil || opensHeader(text)
}

// «التاريخ: …» stands on a line of its own, however long the line above it is.
private func opensHeader(_ text: String) -> Bool {
  guard let line = labelled(text), let key = HeaderKey.named(line.key) else { return false }
  return key != .body
}
