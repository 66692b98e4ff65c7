import ArabicText

/// The name of a month found among tokens.
struct MonthMatch {
  let number: Int
  let isHijri: Bool
  let length: Int
}

/// The month named at token `start`, in one word or two, alone or as a pair («أيلول/سبتمبر», «أيلول (سبتمبر)»).
func matchMonth(_ pieces: [DatePiece], at start: Int) -> MonthMatch? {
  guard let first = oneMonth(pieces, start) else { return nil }
  var index = start + first.length
  let opening = markAt(pieces, index)
  guard opening == "/" || opening == "(" || opening == "-" else { return first }
  index += 1
  guard let second = oneMonth(pieces, index), second.number == first.number, !second.isHijri else { return first }
  index += second.length
  if opening == "(" {
    guard markAt(pieces, index) == ")" else { return first }
    index += 1
  }
  return MonthMatch(number: first.number, isHijri: first.isHijri, length: index - start)
}

private func oneMonth(_ pieces: [DatePiece], _ start: Int) -> MonthMatch? {
  guard let word = wordAt(pieces, start) else { return nil }
  if let next = wordAt(pieces, start + 1) {
    let pair = "\(word) \(next)"
    if let number = Months.number(named: pair) { return MonthMatch(number: number, isHijri: false, length: 2) }
    if let number = hijriMonths[pair] { return MonthMatch(number: number, isHijri: true, length: 2) }
  }
  if let number = Months.number(named: word) { return MonthMatch(number: number, isHijri: false, length: 1) }
  return hijriMonths[word].map { MonthMatch(number: $0, isHijri: true, length: 1) }
}

private func wordAt(_ pieces: [DatePiece], _ index: Int) -> String? {
  guard index < pieces.count, case .word(let word) = pieces[index].token else { return nil }
  return word
}

private func markAt(_ pieces: [DatePiece], _ index: Int) -> Unicode.Scalar? {
  guard index < pieces.count, case .mark(let scalar) = pieces[index].token else { return nil }
  return scalar
}

private let hijriMonths: [String: Int] = {
  let names = [
    ["محرم", "المحرم"], ["صفر"], ["ربيع الأول", "ربيع أول"], ["ربيع الآخر", "ربيع الثاني", "ربيع ثاني"],
    ["جمادى الأولى", "جمادى الأول"], ["جمادى الآخرة", "جمادى الثانية", "جمادى الآخر"], ["رجب"], ["شعبان"], ["رمضان"],
    ["شوال"], ["ذو القعدة", "ذي القعدة"], ["ذو الحجة", "ذي الحجة"],
  ]
  var table: [String: Int] = [:]
  for (index, spellings) in names.enumerated() {
    for name in spellings { table[normalize(name)] = index + 1 }
  }
  return table
}()
