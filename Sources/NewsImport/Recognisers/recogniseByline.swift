import ArabicText
import NewsCore

/// A byline: a word for the work («كتب», «تقرير», «ترجمة», «تصوير») and names, or a newsroom and a name.
func recogniseByline(_ passage: Passage, isInHead: Bool) -> Finding? {
  guard passage.words <= 24, passage.scalars <= 200, !passage.phrase.isEmpty else { return nil }
  return labelledByline(passage) ?? wireByline(passage) ?? englishByline(passage) ?? newsroomByline(passage, isInHead)
}

private func labelledByline(_ passage: Passage) -> Finding? {
  guard passage.words <= 14, passage.scalars <= 120 else { return nil }
  let text = unbracketed(passage.text)
  if let found = labelled(text, separators: ":-–—/") ?? spacedLabel(text) {
    guard let role = roles[found.key], let names = names(in: found.value) else { return nil }
    let label = role == .writer ? [Finding.Part.told(found.label)] : []
    let parts = names.map { name in
      Finding.Part.contributor(Contributor(name: name, role: role == .writer ? nil : found.label))
    }
    // A further name would repeat the role's words, which the source says once.
    let rest = role == .writer ? parts : [parts[0]] + names.dropFirst().map { .contributor(Contributor(name: $0)) }
    return Finding(.byline, 0.85, "«\(found.label)» and a name", label + rest)
  }
  return nil
}

// «بقلم فلان الفلاني»: the label without a colon, and nothing else on the line.
private func spacedLabel(_ text: String) -> Labelled? {
  let pieces = text.split(separator: " ", maxSplits: 1)
  guard pieces.count == 2, (2...4).contains(pieces[1].split(separator: " ").count) else { return nil }
  let key = phrase(pieces[0])
  guard ["بقلم", "كتب", "كتبت", "تصوير", "ترجمه", "اعداد"].contains(key) else { return nil }
  return Labelled(label: String(pieces[0]), key: key, value: trimmed(pieces[1]))
}

// `(Reporting by Jane Harrow; Editing by John Doe)`: the wire's line for everyone who worked on it.
private func wireByline(_ passage: Passage) -> Finding? {
  let works = pieces(unbracketed(passage.text), ";").map { trimmed($0) }
  var parts: [Finding.Part] = []
  for work in works {
    guard let by = work.range(of: " by "), let role = roles[phrase(work[..<by.upperBound])], role == .other,
      let names = names(in: String(work[by.upperBound...]))
    else { return nil }
    parts.append(.contributor(Contributor(name: names[0], role: trimmed(work[..<by.upperBound]))))
    parts += names.dropFirst().map { .contributor(Contributor(name: $0)) }
  }
  return parts.isEmpty ? nil : Finding(.byline, 0.85, "the wire's line for those who worked on it", parts)
}

private func englishByline(_ passage: Passage) -> Finding? {
  guard passage.text.hasPrefix("By ") || passage.text.hasPrefix("BY "), (3...7).contains(passage.words) else {
    return nil
  }
  let name = String(passage.text.dropFirst(3))
  guard let names = names(in: name), names[0].unicodeScalars.first?.properties.isUppercase == true else { return nil }
  let parts = names.map { Finding.Part.contributor(Contributor(name: $0)) }
  return Finding(.byline, 0.8, "“By” and a name", [.told("By")] + parts)
}

// «العربية.نت – فلان الفلاني», «فلان الفلاني - الجزيرة نت», «فلان الفلاني – واشنطن».
private func newsroomByline(_ passage: Passage, _ isInHead: Bool) -> Finding? {
  let pieces = splitSources(passage.text)
  guard passage.words <= 8, pieces.count == 2,
    let dash = passage.text.unicodeScalars.first(where: { "-–—".unicodeScalars.contains($0) }),
    passage.ending == .none
  else { return nil }
  for (place, name) in [(pieces[0], pieces[1]), (pieces[1], pieces[0])] where isName(name) && !Places.isCity(name) {
    if Agencies.isName(place), !Agencies.isName(name) {
      return Finding(
        .byline,
        0.7,
        "a newsroom, «\(dash)» and a name",
        [.source(place), .contributor(Contributor(name: name))]
      )
    }
    if Places.isCity(place), NewsImport.pieces(name).count >= 2, !Agencies.isName(name) {
      return Finding(
        .byline,
        isInHead ? 0.55 : 0.4,
        "a city, «\(dash)» and what may be a name",
        [.dateline(place), .contributor(Contributor(name: name))]
      )
    }
  }
  return nil
}

/// The names in a value that is nothing else: each of one to five words, without digits or quotation marks.
private func names(in value: String) -> [String]? {
  let names = pieces(value, "،,/|+؛;").map { bare($0) }.filter { !$0.isEmpty }
  guard (1...5).contains(names.count), names.allSatisfy(isName) else { return nil }
  return names
}

private func isName(_ text: String) -> Bool {
  guard (1...5).contains(pieces(text).count), text.unicodeScalars.count <= 50 else { return false }
  return !text.unicodeScalars.contains { "0123456789٠١٢٣٤٥٦٧٨٩\"«»؟?!:()#@".unicodeScalars.contains($0) }
}

private enum Work { case writer, other }

private let roles: [String: Work] = {
  let writers = [
    "كتب", "كتبت", "كتبه", "كتبها", "بقلم", "بقلم الكاتب", "الكاتب", "الكاتبة", "By", "Author", "نویسنده", "تحریر",
  ]
  let others = [
    "تقرير", "إعداد", "أعده", "أعدها", "أعد التقرير", "إعداد وتحرير", "تحرير", "ترجمة", "ترجمها", "ترجمه", "تصوير",
    "رصد وتصوير", "تصوير وإعداد", "حوار", "حاوره", "حاورها", "أجرى الحوار", "أجرت الحوار", "أجرى المقابلة", "تحقيق",
    "متابعة", "رصد", "مراسلنا", "مراسلتنا", "عدسة", "بعدسة", "رسم", "مراجعة", "تقديم", "إخراج", "Reporting by",
    "Writing by",
    "Editing by", "Translated by", "Photography by", "Photos by",
  ]
  let pairs = writers.map { (phrase($0), Work.writer) } + others.map { (phrase($0), Work.other) }
  return Dictionary(pairs) { first, _ in first }
}()
