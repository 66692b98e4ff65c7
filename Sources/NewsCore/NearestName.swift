/// The known name that was most likely meant by `word`: at most a third of its letters differ (Levenshtein distance).
package func nearest(to word: String, in known: [String]) -> String? {
  let letters = Array(word.lowercased().unicodeScalars.prefix(64))
  let limit = max(1, letters.count / 3)
  let scored = known.map { (name: $0, distance: distance(letters, Array($0.unicodeScalars.prefix(64)))) }
  return scored.filter { $0.distance <= limit }.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
}

private func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var row = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let substituted = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[right.count]
}
