import NewsCore

extension Galley {
  /// Takes a photo line or caption at `index` with the one below it; a second photo is kept as a comment.
  mutating func takePhoto(_ index: Int, _ hasPhoto: inout Bool) -> Bool {
    let passage = passages[index]
    let photo = recognisePhoto(passage)
    let isUnderPhoto = index > 0 && findings[index - 1]?.role == .photo
    guard let finding = photo ?? recogniseCaption(passage, underPhoto: isUnderPhoto), finding.confidence >= 0.5 else {
      return false
    }
    if photo == nil, !isUnderPhoto, !isCaptionPlace(index) { return false }
    let isSecond = hasPhoto && !(photo == nil && isUnderPhoto && !isComment(index - 1))
    hasPhoto = true
    guard isSecond else { return take(finding, at: index) }
    note("second-photo", at: index, "a story file has room for one photo; this one was kept as a comment")
    return take(
      Finding(
        finding.role,
        finding.confidence,
        "a second photo: " + finding.reason,
        [.block(.dropped([passage.text]))]
      ),
      at: index
    )
  }

  private func isComment(_ index: Int) -> Bool {
    guard let part = findings[index]?.parts.first, case .block(.dropped) = part else { return false }
    return true
  }

  // A caption without a photo line is one only above a paragraph, and not when it is itself the only text.
  private func isCaptionPlace(_ index: Int) -> Bool {
    guard passages.indices.contains(index + 1) else { return false }
    return passages[index].words <= 40 && passages[index].innerStops <= 1
      && passages[(index + 1)...].prefix(3).contains { $0.looksLikeParagraph || recognisePhoto($0) != nil }
  }
}
