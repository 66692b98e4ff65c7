/// A rule: a line of nothing but at least three dashes, stars, equals signs, underscores or the like.
func isRule(_ text: String) -> Bool {
  var marks = 0
  for scalar in text.unicodeScalars {
    switch scalar {
    case "-", "–", "—", "*", "=", "_", "#", "~", "•", "+", "ـ", "─", "━", "═", "/", ".", "…", "×", "·": marks += 1
    default: if !isWhiteSpace(scalar) && !isMark(scalar) { return false }
    }
  }
  return marks >= 3
}
