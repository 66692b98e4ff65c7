import NewsCore

/// A note of the desk or a mark of the wire: «يتبع», `// انتهى //`, `NNNN`, `20:26 ت م`, `=(صور+فيديو)=`.
func recogniseDeskNote(_ passage: Passage, afterNote: Bool) -> Finding? {
  guard passage.words <= 6, passage.scalars <= 50 else { return nil }
  if notes.contains(passage.phrase) {
    return .dropped(.deskNote, 0.95, "a note of the desk", passage.text)
  }
  if isEndMark(passage.text) { return .dropped(.deskNote, 0.9, "the wire's mark for the end", passage.text) }
  if passage.text.hasPrefix("=("), passage.text.hasSuffix(")=") {
    return .dropped(.deskNote, 0.85, "a note of the desk between =( and )=", passage.text)
  }
  if afterNote, let reading = readDateLine(passage.text), reading.date == nil, reading.hasTime {
    return .dropped(.deskNote, 0.9, "the wire's time after the end mark", passage.text)
  }
  return nil
}

private func isEndMark(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  return bytes.count >= 3 && bytes.count <= 8 && bytes.allSatisfy { $0 == UInt8(ascii: "N") }
}

private let notes = Set(
  [
    "يتبع", "انتهى", "انتهي", "انتهت", "انتهى الخبر", "يتبع لاحقا", "للخبر بقية", "للحديث بقية",
    "لمزيد من التفاصيل لاحقا",
    "التفاصيل لاحقا", "تفاصيل لاحقا", "يتبع التفاصيل", "خبر متجدد", "النهاية", "ends", "end", "more",
    "to be continued", "more to follow", "ends item", "يتبع صور", "انتهى النص",
  ].map { phrase($0) }
)
