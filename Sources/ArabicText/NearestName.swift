/// Gives the candidate that a mistyped word most likely means, or nil where none is near.
///
/// Nearness is the optimal string alignment distance over Unicode scalars (insertion, deletion, substitution, swap of
/// neighbours); a third of the word may differ, and not all of it. Equal distances go to the candidate that sorts first.
public func nearestName(to word: String, among candidates: [String]) -> String? {
  let letters = Array(word.unicodeScalars.prefix(65))
  guard !letters.isEmpty, letters.count <= 64 else { return nil }
  let allowed = max(1, letters.count / 3)
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let other = Array(candidate.unicodeScalars.prefix(65))
    guard other.count <= 64, abs(other.count - letters.count) <= allowed else { continue }
    let distance = editDistance(letters, other)
    guard distance <= allowed, distance < letters.count else { continue }
    if let best, (best.distance, best.name) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.name
}

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    for column in 0..<right.count {
      let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
      var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
