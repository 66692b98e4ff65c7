import NewsCore

/// What a web page says around the article: buttons, menus, counters, pointers to other articles, leftover script.
func recogniseDebris(_ passage: Passage) -> Finding? {
  if passage.phrase.isEmpty { return passage.scalars > 300 ? nil : wordless(passage) }
  let words = passage.phrase
  if DebrisPhrases.whole.contains(words) {
    return .dropped(.debris, 0.9, "a button or heading of the web page", passage.text)
  }
  if passage.words <= 20, let opening = opening(of: words, in: DebrisPhrases.openings), !passage.looksLikeParagraph {
    return .dropped(.debris, 0.8, "opens as a web page's own line does («\(opening)»)", passage.text)
  }
  if isBreadcrumb(passage) { return .dropped(.debris, 0.85, "the path through the site's menu", passage.text) }
  if isScript(passage.text) { return .dropped(.debris, 0.9, "leftover script or style of the web page", passage.text) }
  return recognisePointer(passage)
}

/// «اقرأ أيضا: …» with the other article's headline on the same line.
func recognisePointer(_ passage: Passage) -> Finding? {
  guard passage.words <= 30, passage.ending != .stop, let opening = pointer(passage.phrase) else { return nil }
  if opening == passage.phrase { return .dropped(.debris, 0.9, "a pointer to other articles", passage.text) }
  guard let found = labelled(passage.text, separators: ":.|-–»>"), found.key == opening else { return nil }
  return .dropped(.debris, 0.85, "a pointer to another article («\(opening)»)", passage.text)
}

/// The pointer that the words begin with, in search form.
func pointer(_ words: String) -> String? { opening(of: words, in: DebrisPhrases.pointers) }

// The phrase of at most six words that the words begin with.
private func opening(of words: String, in phrases: Set<String>) -> String? {
  let bytes = words.utf8
  var count = 0
  var found: String?
  for index in bytes.indices where bytes[index] == 0x20 {
    let phrase = String(words[..<index])
    if phrases.contains(phrase) { found = phrase }
    count += 1
    if count == 6 { return found }
  }
  return phrases.contains(words) ? words : found
}

// A line of marks alone says nothing; one that asks or calls out may be a headline.
private func wordless(_ passage: Passage) -> Finding? {
  if passage.rtlLetters + passage.latinLetters > 0 { return nil }
  guard phrase(passage.text).isEmpty,
    !passage.text.unicodeScalars.contains(where: { "؟?!".unicodeScalars.contains($0) })
  else {
    return nil
  }
  return .dropped(.separator, 0.9, "no letter or digit in it", passage.text)
}

// «الرئيسية > أخبار > سوريا», «الرئيسية / أخبار».
private func isBreadcrumb(_ passage: Passage) -> Bool {
  guard passage.words <= 16, passage.scalars <= 120 else { return false }
  let steps = pieces(passage.text, ">»›/|")
  guard steps.count >= 2 else { return false }
  return ["الرءيسيه", "الصفحه الرءيسيه", "home", "خانه", "ﺎلرئيسيه"].contains(phrase(steps[0]))
}

private func isScript(_ text: String) -> Bool {
  guard text.utf8.count <= 2000 else { return false }
  let first = text.utf8.first ?? 0
  guard first < 0x80 else { return false }
  let starts = [
    "window.", "document.", "var ", "function(", "function (", "googletag", "(function", "<script", "</script",
    "<style", "@media", "$(", "<iframe", "</div", "<div", "jQuery(", "let ", "const ",
  ]
  guard starts.contains(where: text.hasPrefix) else { return false }
  return text.utf8.contains { "(){};=<>".utf8.contains($0) }
}
