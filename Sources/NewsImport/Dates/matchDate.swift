import ArabicText

/// A date found among tokens.
struct DateMatch {
  enum Day: Equatable {
    case gregorian(CivilDate)
    /// nil outside the years of the Umm al-Qura table.
    case hijri(HijriDate?)
  }

  let day: Day
  /// How many tokens it takes.
  let length: Int
}

/// The date that begins at token `start`: `28/2/2023`, `2023-11-25`, `5 سبتمبر 2016`, `10 آب/أغسطس 2015`,
/// `September 5, 2016`, `25 شوال 1436`; nil where none does.
func matchDate(_ pieces: [DatePiece], at start: Int) -> DateMatch? {
  guard start < pieces.count else { return nil }
  switch pieces[start].token {
  case .number(let first, let digits): return numbers(pieces, start, first, digits) ?? dayFirst(pieces, start, first)
  case .word:
    // Asking whether each word of a line is a month costs more than the rest of the search.
    let isBeforeNumber = (start + 1...start + 4).contains { number(pieces, $0) != nil }
    return isBeforeNumber ? monthFirst(pieces, start) : nil
  case .mark: return nil
  }
}

/// The first Gregorian date of the text and the bytes it stands on, and whether a Hijri date stands before it.
func findDate(in text: String, limit: Int = 400) -> (day: CivilDate, range: Range<Int>)? {
  let pieces = dateTokens(text, limit: limit)
  for start in pieces.indices {
    guard let match = matchDate(pieces, at: start), case .gregorian(let day) = match.day else { continue }
    return (day, pieces[start].range.lowerBound..<pieces[start + match.length - 1].range.upperBound)
  }
  return nil
}

/// How many tokens a day and month without a year take from `start` (`Nov 12`, «12 نوفمبر»); nil where there is none.
func matchDay(_ pieces: [DatePiece], at start: Int) -> Int? {
  if let day = number(pieces, start), (1...31).contains(day.value), let month = matchMonth(pieces, at: start + 1) {
    return 1 + month.length
  }
  guard start < pieces.count, case .word = pieces[start].token, let day = number(pieces, start + 1), day.digits <= 2,
    (1...31).contains(day.value)
  else { return nil }
  return matchMonth(pieces, at: start).map { $0.length == 1 ? 2 : nil } ?? nil
}

private func number(_ pieces: [DatePiece], _ index: Int) -> (value: Int, digits: Int)? {
  guard index < pieces.count, case .number(let value, let digits) = pieces[index].token else { return nil }
  return (value, digits)
}

private func mark(_ pieces: [DatePiece], _ index: Int) -> Unicode.Scalar? {
  guard index < pieces.count, case .mark(let scalar) = pieces[index].token else { return nil }
  return scalar
}

private func numbers(_ pieces: [DatePiece], _ start: Int, _ first: Int, _ digits: Int) -> DateMatch? {
  guard let stroke = mark(pieces, start + 1), "/\\-.–".unicodeScalars.contains(stroke),
    mark(pieces, start + 3) == stroke, let second = number(pieces, start + 2), let third = number(pieces, start + 4),
    second.digits <= 2
  else { return nil }
  let isYearFirst = digits == 4
  let (year, day) = isYearFirst ? (first, third.value) : (third.value, first)
  guard isYearFirst ? third.digits <= 2 : third.digits == 4 && digits <= 2 else { return nil }
  if (1300...1500).contains(year) {
    return (1...30).contains(day) && (1...12).contains(second.value)
      ? DateMatch(day: .hijri(HijriDate(year: year, month: second.value, day: day)), length: 5) : nil
  }
  guard let date = civil(year, second.value, day) ?? civil(year, day, second.value) else { return nil }
  return DateMatch(day: .gregorian(date), length: 5)
}

private func civil(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
  (1900...2100).contains(year) ? CivilDate(year: year, month: month, day: day) : nil
}

private func dayFirst(_ pieces: [DatePiece], _ start: Int, _ day: Int) -> DateMatch? {
  var index = skip(pieces, start + 1, "-/")
  guard let month = matchMonth(pieces, at: index) else { return nil }
  index = skip(pieces, index + month.length, "،,-/")
  if case .word("عام")? = token(pieces, index) {
    index += 1
  } else if case .word("سنه")? = token(pieces, index) {
    index += 1
  }
  guard let year = number(pieces, index), year.digits == 4 else { return nil }
  return dated(year.value, month, day, length: index + 1 - start)
}

private func monthFirst(_ pieces: [DatePiece], _ start: Int) -> DateMatch? {
  guard let month = matchMonth(pieces, at: start) else { return nil }
  var index = start + month.length
  guard let day = number(pieces, index), day.digits <= 2 else { return nil }
  index += 1
  if case .word(let ordinal)? = token(pieces, index), ["st", "nd", "rd", "th"].contains(ordinal) { index += 1 }
  index = skip(pieces, index, "،,")
  guard let year = number(pieces, index), year.digits == 4 else { return nil }
  return dated(year.value, month, day.value, length: index + 1 - start)
}

private func dated(_ year: Int, _ month: MonthMatch, _ day: Int, length: Int) -> DateMatch? {
  if month.isHijri {
    return (1300...1500).contains(year) && (1...30).contains(day)
      ? DateMatch(day: .hijri(HijriDate(year: year, month: month.number, day: day)), length: length) : nil
  }
  return civil(year, month.number, day).map { DateMatch(day: .gregorian($0), length: length) }
}

private func token(_ pieces: [DatePiece], _ index: Int) -> DateToken? {
  index < pieces.count ? pieces[index].token : nil
}

private func skip(_ pieces: [DatePiece], _ index: Int, _ marks: String) -> Int {
  guard let found = mark(pieces, index), marks.unicodeScalars.contains(found) else { return index }
  return index + 1
}
