import ArabicText
import NewsCore

/// The dateline that opens a paragraph («دمشق - سانا:», «القاهرة (أ ف ب) -», «دبي، الإمارات (CNN)--»): place, date and
/// agency are taken out, the rest stays a paragraph. Also a line that is nothing else.
func recogniseDateline(_ passage: Passage) -> Finding? {
  if passage.words <= 16, let whole = read(bare(passage.text)), passage.words <= 8 || whole.date != nil,
    whole.hasPlace || whole.date != nil,
    !whole.sources.isEmpty
  {
    return Finding(.dateline, 0.8, "a place and an agency alone on the line", whole.parts)
  }
  guard passage.words >= 8 else { return nil }
  for end in joints(in: passage.text) {
    let opening = passage.text[..<end.lowerBound]
    guard let found = read(trimmed(opening)), found.isSure(closed: end) else { continue }
    let rest = bare(passage.text[end.upperBound...])
    if phrase(rest).isEmpty { return nil }
    let kept = passage.text[end.upperBound...].drop { $0 == " " || "-–—:".contains($0) }
    return Finding(
      .paragraph,
      found.confidence,
      "a paragraph that opens with a dateline: \(found.reason)",
      found.parts + [.block(.paragraph(trimmed(kept)))]
    )
  }
  return nil
}

/// What stands before the dash or colon.
private struct Opening {
  var places: [String] = []
  var sources: [String] = []
  var date: CivilDate?
  var dateText: String?
  var isKnownCity = false
  /// Whether a day stands in it, with a year or without.
  var hasDay = false

  var hasPlace: Bool { !places.isEmpty }

  var confidence: Double { sources.isEmpty ? 0.6 : hasPlace || date != nil ? 0.9 : 0.7 }

  var reason: String {
    let pieces = [hasPlace ? "a place" : nil, hasDay ? "a date" : nil, sources.isEmpty ? nil : "an agency"]
    return pieces.compactMap { $0 }.joined(separator: ", ")
  }

  var parts: [Finding.Part] {
    var parts: [Finding.Part] = hasPlace ? [.dateline(places.joined(separator: "، "))] : []
    if let date { parts.append(.date(StoryDate(day: date), .dateline)) }
    if let dateText { parts.append(.told(dateText)) }
    return parts + sources.map { .source($0) }
  }

  /// A colon alone may be a speaker's: it needs an agency. A dash is enough after a city that is known.
  func isSure(closed joint: Joint) -> Bool {
    if !sources.isEmpty { return true }
    return isKnownCity && joint.isDash && places.count == 1
  }
}

/// A dash, pair of dashes or colon between dateline and text.
private struct Joint {
  let lowerBound: String.Index
  let upperBound: String.Index
  let isDash: Bool
}

// The joints within the first 120 letters, the last first, so that «دمشق - سانا:» ends at its colon.
private func joints(in text: String) -> [Joint] {
  var found: [Joint] = []
  var depth = 0
  let scalars = text.unicodeScalars
  var index = scalars.startIndex
  var count = 0
  while index < scalars.endIndex, count < 120 {
    let next = scalars.index(after: index)
    let scalar = scalars[index]
    if scalar == "(" { depth += 1 }
    if scalar == ")" { depth -= 1 }
    if "«\"؟.".unicodeScalars.contains(scalar), scalar != "." { break }
    let isDash = "-–—".unicodeScalars.contains(scalar)
    if depth == 0, isDash || scalar == ":" {
      let after = next < scalars.endIndex ? scalars[next] : " "
      if isWhiteSpace(after) || isMark(after) || "-–—".unicodeScalars.contains(after)
        || (isDash && found.isEmpty && index == scalars.startIndex)
      {
        found.append(Joint(lowerBound: index, upperBound: next, isDash: isDash))
      } else if isDash {
        found.append(Joint(lowerBound: index, upperBound: next, isDash: isDash))
      }
    }
    index = next
    count += 1
  }
  return found.reversed()
}

private func read(_ text: String) -> Opening? {
  guard text.utf8.count <= 160 else { return nil }
  var opening = Opening()
  var rest = text
  if let found = findDateSpan(rest) {
    opening.date = found.day
    opening.hasDay = true
    opening.dateText = found.text
    rest = found.before + " - " + found.after
  }
  for piece in splitDateline(rest) {
    let words = phrase(piece)
    if words.isEmpty { continue }
    if Agencies.isPhrase(words) {
      opening.sources.append(unbracketed(piece))
    } else if let pair = trailingAgency(piece) {
      guard opening.add(place: pair.place) else { return nil }
      opening.sources.append(pair.agency)
    } else {
      guard opening.add(place: unbracketed(piece)) else { return nil }
    }
  }
  return opening.sources.isEmpty && !opening.hasPlace ? nil : opening
}

extension Opening {
  // At most a city with its province and country, each a few words without digits.
  fileprivate mutating func add(place: String) -> Bool {
    let count = pieces(place).count
    guard places.count < 3, (1...4).contains(count),
      !place.unicodeScalars.contains(where: { "0123456789#@!?؟\"«»".unicodeScalars.contains($0) })
    else {
      return false
    }
    if Places.isCity(place) { isKnownCity = true }
    places.append(place)
    return true
  }
}

private func splitDateline(_ text: String) -> [String] {
  pieces(text, "-–—/،,()[]+").map { bare($0) }
}

// «القاهرة واس» and «واشنطن رويترز»: the agency is the last word or two.
private func trailingAgency(_ piece: String) -> (place: String, agency: String)? {
  let words = pieces(piece)
  for count in [1, 2, 3] where words.count > count {
    let agency = words.suffix(count).joined(separator: " ")
    if Agencies.isName(agency) { return (words.dropLast(count).joined(separator: " "), agency) }
  }
  return nil
}

// The dates in a dateline, Hijri and Gregorian, with the words that join them.
private func findDateSpan(_ text: String) -> (day: CivilDate?, text: String, before: String, after: String)? {
  let pieces = dateTokens(text)
  var span: Range<Int>?
  var day: CivilDate?
  var index = 0
  while index < pieces.count {
    if let match = matchDate(pieces, at: index) {
      if case .gregorian(let found) = match.day { day = found }
      let end = pieces[index + match.length - 1].range.upperBound
      span = (span?.lowerBound ?? pieces[index].range.lowerBound)..<end
      index += match.length
    } else if let length = matchDay(pieces, at: index) {
      let end = pieces[index + length - 1].range.upperBound
      span = (span?.lowerBound ?? pieces[index].range.lowerBound)..<end
      index += length
    } else if span != nil, case .word(let word) = pieces[index].token, dateGlue.contains(word) {
      span = span.map { $0.lowerBound..<pieces[index].range.upperBound }
      index += 1
    } else {
      if span != nil { break }
      index += 1
    }
  }
  guard let span else { return nil }
  let bytes = Array(text.utf8)
  return (
    day, String(decoding: bytes[span], as: UTF8.self), String(decoding: bytes[..<span.lowerBound], as: UTF8.self),
    String(decoding: bytes[span.upperBound...], as: UTF8.self)
  )
}

private let dateGlue: Set<String> = ["ه", "م", "الموافق", "هجريه", "ميلاديه"]
