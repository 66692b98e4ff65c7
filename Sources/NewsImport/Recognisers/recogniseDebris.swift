import NewsCore

/// What a web page says around the article: buttons, menus, counters, pointers to other articles, leftover script.
func recogniseDebris(_ passage: Passage) -> Finding? {
  if passage.phrase.isEmpty { return passage.scalars > 300 ? nil : wordless(passage) }
  let words = passage.phrase
  if DebrisPhrases.whole.contains(words) {
    return .dropped(.debris, 0.9, "a button or heading of the web page", passage.text)
  }
  if let opening = DebrisPhrases.openings.first(where: { opens(words, with: $0) }), passage.words <= 20,
    !passage.looksLikeParagraph
  {
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
func pointer(_ words: String) -> String? {
  DebrisPhrases.pointers.first { opens(words, with: $0) }
}

private func opens(_ words: String, with opening: String) -> Bool {
  words.hasPrefix(opening) && (words.utf8.count == opening.utf8.count || words.dropFirst(opening.count).first == " ")
}

// A length such as 02:47 is a date line's business; a line of marks alone is nothing.
private func wordless(_ passage: Passage) -> Finding? {
  if passage.scalars > 0, phrase(passage.text).isEmpty {
    return .dropped(.separator, 0.9, "no letter or digit in it", passage.text)
  }
  return nil
}

// «الرئيسية > أخبار > سوريا», «الرئيسية / أخبار».
private func isBreadcrumb(_ passage: Passage) -> Bool {
  guard passage.words <= 16, passage.scalars <= 120 else { return false }
  let pieces = passage.text.split { ">»›/|".contains($0) }
  guard pieces.count >= 2 else { return false }
  return ["الرءيسيه", "الصفحه الرءيسيه", "home", "خانه", "ﺎلرئيسيه"].contains(phrase(pieces[0]))
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
