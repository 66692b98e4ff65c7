import ArabicText

/// A piece of a line in which a date is looked for.
enum DateToken: Equatable {
  case number(Int, digits: Int)
  /// In search form.
  case word(String)
  /// Punctuation other than white space.
  case mark(Unicode.Scalar)
}

/// A token and the bytes of the text it stands on.
struct DatePiece {
  let token: DateToken
  let range: Range<Int>
}

/// The tokens of at most `limit` bytes of a text, digits of every script as ASCII numbers.
func dateTokens(_ text: String, limit: Int = 400) -> [DatePiece] {
  var pieces: [DatePiece] = []
  let scalars = text.unicodeScalars
  var index = scalars.startIndex
  var offset = 0
  while index < scalars.endIndex, offset < limit {
    let kind = DateLetter(scalars[index])
    var end = scalars.index(after: index)
    if kind == .digit || kind == .letter {
      while end < scalars.endIndex, DateLetter(scalars[end]) == kind || kind == .letter && isMark(scalars[end]) {
        scalars.formIndex(after: &end)
      }
    }
    let piece = scalars[index..<end]
    let length = text.utf8.distance(from: index, to: end)
    if let token = token(String(piece), kind) {
      pieces.append(DatePiece(token: token, range: offset..<offset + length))
    }
    offset += length
    index = end
  }
  return pieces
}

private enum DateLetter {
  case digit, letter, mark, space

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x0660...0x0669, 0x06F0...0x06F9: self = .digit
    case 0x41...0x5A, 0x61...0x7A, 0x0610...0x061A, 0x0620...0x065F, 0x066E...0x06D3, 0x06D5...0x06EF: self = .letter
    case 0x200C, 0x200D: self = .letter
    case 0..<0x30, 0x3A...0x40, 0x5B...0x60, 0x7B...0xBF: self = isWhiteSpace(scalar) ? .space : .mark
    default: self = isWhiteSpace(scalar) || isMark(scalar) ? .space : scalar.properties.isAlphabetic ? .letter : .mark
    }
  }
}

private func token(_ piece: String, _ kind: DateLetter) -> DateToken? {
  switch kind {
  case .space: return nil
  case .mark: return piece.unicodeScalars.first.map { .mark($0) }
  case .digit:
    let digits = Digits.ascii(piece)
    return digits.utf8.count <= 8 ? Int(digits).map { .number($0, digits: digits.utf8.count) } : .word(digits)
  case .letter:
    let word = normalize(piece)
    return word.isEmpty ? nil : .word(word)
  }
}
