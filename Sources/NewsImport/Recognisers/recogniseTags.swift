import NewsCore

/// A line of tags: «كلمات مفتاحية: …», `Tags: …`, or hashtags alone. They name the story's topics.
func recogniseTags(_ passage: Passage) -> Finding? {
  guard passage.scalars <= 400, passage.words <= 60, !passage.text.isEmpty else { return nil }
  if let hashtags = hashtags(passage.text) {
    return Finding(.topics, 0.85, "nothing but hashtags", [.namesTopics] + hashtags.map { .topic($0) })
  }
  guard let found = labelled(passage.text, separators: ":/-–"), labels.contains(found.key), !found.value.isEmpty else {
    return nil
  }
  let values = splitTopics(found.value)
  guard !values.isEmpty, values.allSatisfy({ pieces($0).count <= 6 }) else { return nil }
  return Finding(
    .topics,
    0.9,
    "«\(found.label)» and \(values.count) tags",
    [.namesTopics, .told(found.label)] + values.map { .topic($0) }
  )
}

/// The entries of a list of topics written by hand: parted by ، ؛ , ; | or by the hash signs of hashtags.
func splitTopics(_ text: String) -> [String] {
  if let hashtags = hashtags(text) { return hashtags }
  return pieces(text, "،؛,;|+").map { tag(bare($0)) }.filter { !phrase($0).isEmpty }
}

private func hashtags(_ text: String) -> [String]? {
  guard text.utf8.contains(0x23) else { return nil }
  let words = pieces(text, " \u{A0}،,|\t")
  guard !words.isEmpty, words.allSatisfy({ $0.utf8.first == 0x23 && $0.utf8.count > 1 }) else { return nil }
  let tags = words.flatMap { pieces($0, "#") }.map { tag($0) }
  return tags.allSatisfy { !phrase($0).isEmpty } ? tags : nil
}

private func tag(_ text: String) -> String {
  let plain = text.hasPrefix("#") ? String(text.dropFirst()) : text
  let spaced = pieces(plain, "_").joined(separator: " ")
  return unbracketed(spaced)
}

private let labels = Set(
  [
    "كلمات مفتاحية", "الكلمات المفتاحية", "كلمات دلالية", "الكلمات الدلالية", "كلمات دالة", "وسوم", "الوسوم", "وسم",
    "تاغات", "تاغز", "تاجز", "هاشتاغ", "هاشتاج", "مواضيع", "المواضيع", "موضوعات", "الموضوعات", "العلامات", "علامات",
    "Tags",
    "Keywords", "Topics", "برچسب ها", "برچسب", "ٹیگز", "תגיות",
  ].map { phrase($0) }
)
