import NewsCore

/// The source line in its many spellings: «المصدر : الجزيرة + وكالات», «المصادر:», «نقلا عن», or agencies alone.
func recogniseSource(_ passage: Passage, isAtEdge: Bool) -> Finding? {
  guard passage.words <= 24, passage.scalars <= 220, !passage.phrase.isEmpty else { return nil }
  let text = unbracketed(passage.text)
  if let found = labelled(text, separators: ":/-–") ?? quotedLabel(text), let sureness = labels[found.key] {
    let names = splitSources(found.value)
    guard (1...8).contains(names.count), names.allSatisfy({ pieces($0).count <= 6 }) else { return nil }
    let isKnown = names.contains { Agencies.isName($0) }
    let confidence = isKnown ? 0.95 : isAtEdge ? sureness : 0.4
    return Finding(
      .source,
      confidence,
      "«\(found.label)» and \(names.count == 1 ? "a name" : "\(names.count) names")",
      [.told(found.label)] + names.map { .source($0) }
    )
  }
  guard isAtEdge, passage.words <= 10, let names = Agencies.list(text) else { return nil }
  return Finding(.source, 0.8, "nothing but names of agencies", names.map { .source($0) })
}

// «نقلا عن رويترز»: a label that needs no colon.
private func quotedLabel(_ text: String) -> Labelled? {
  for count in [2, 1] {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count > count else { continue }
    let label = words.prefix(count).joined(separator: " ")
    let key = phrase(label)
    guard ["نقلا عن", "عن وكاله", "المصدر", "source"].contains(key) else { continue }
    let value = trimmed(text[words[count].startIndex...])
    return splitSources(value).allSatisfy { Agencies.isName($0) } ? Labelled(label: label, key: key, value: value) : nil
  }
  return nil
}

// How sure each label is where its names are unknown. «مصدر» begins many headlines.
private let labels: [String: Double] = {
  let sure = [
    "المصدر", "المصادر", "مصدر الخبر", "مصادر الخبر", "المصدر الأصلي", "مصدر المقال", "المصدر الرئيسي", "نقلا عن",
    "Source", "Sources", "منبع", "ماخذ", "מקור",
  ]
  let weak = ["مصدر", "مصادر", "عن", "الوكالات", "وكالات"]
  return Dictionary(sure.map { (phrase($0), 0.85) } + weak.map { (phrase($0), 0.4) }) { first, _ in first }
}()
