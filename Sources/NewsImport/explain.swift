import NewsCore

/// Every source line with its number, role, confidence, reason and an excerpt: what `convert --explain` prints.
public func explain(_ article: Article) -> String {
  let width = article.lines.last.map { String($0.number).count } ?? 1
  return article.lines.map { line in
    let number = String(repeating: " ", count: width - String(line.number).count) + String(line.number)
    if line.role == .blank { return "\(number)  blank\n" }
    let percent = Int((line.confidence * 100).rounded())
    return "\(number)  \(line.role.rawValue) \(percent)%: \(visible(line.reason)): \(excerpt(line.text))\n"
  }.joined()
}
