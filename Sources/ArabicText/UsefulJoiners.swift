/// A line that keeps ZWNJ, ZWJ and direction marks only where they change what a reader sees.
func withUsefulJoiners(
  _ line: [UInt32],
  keepZWNJ: Bool,
  _ number: Int,
  _ tally: inout NoteTally
) -> [UInt32] {
  guard line.contains(where: isJoiner) else { return line }
  let following = nextVisible(in: line)
  var kept: [UInt32] = []
  var before: UInt32?
  var sinceVisible: [UInt32] = []
  for (index, value) in line.enumerated() {
    guard isJoiner(value) else {
      kept.append(value)
      if standsAlone(value) {
        before = value
        sinceVisible = []
      }
      continue
    }
    let isUseful = !sinceVisible.contains(value) && isUseful(value, before, following[index], keepZWNJ: keepZWNJ)
    if isUseful {
      kept.append(value)
      sinceVisible.append(value)
    } else {
      tally.add(value <= 0x200D && value != 0x061C ? .invisibleCharacter : .idleDirectionMark, line: number)
    }
  }
  return kept
}

private func isJoiner(_ value: UInt32) -> Bool {
  (0x200C...0x200F).contains(value) || value == 0x061C
}

// A mark belongs to the letter before it and hides nothing (UAX #9, W1).
private func standsAlone(_ value: UInt32) -> Bool {
  if SearchFolding.isInvisible(value) { return false }
  return value < 0x300 || Unicode.Scalar(value)?.properties.generalCategory != .nonspacingMark
}

private func nextVisible(in line: [UInt32]) -> [UInt32?] {
  var following: [UInt32?] = Array(repeating: nil, count: line.count)
  var next: UInt32?
  for index in line.indices.reversed() {
    following[index] = next
    if standsAlone(line[index]) { next = line[index] }
  }
  return following
}

private func isUseful(_ value: UInt32, _ before: UInt32?, _ after: UInt32?, keepZWNJ: Bool) -> Bool {
  switch value {
  case 0x200C: keepZWNJ && isCursive(before) && isCursive(after)
  case 0x200D: before == 0x0647 || (isPicture(before) && isPicture(after)) || (isIndic(before) && isIndic(after))
  case 0x200E: isNotStrong(before, .ltr) && isNotStrong(after, .ltr)
  default: isNotStrong(before, .rtl) && isNotStrong(after, .rtl)
  }
}

// A letter, mark or digit of Arabic or Syriac script, or of an Indic one.
private func isCursive(_ value: UInt32?) -> Bool {
  guard let value else { return false }
  return (0x0610...0x061A).contains(value) || (0x0620...0x0669).contains(value) || (0x066E...0x06D3).contains(value)
    || (0x06D5...0x08FF).contains(value) || isIndic(value)
}

private func isIndic(_ value: UInt32?) -> Bool {
  value.map { (0x0900...0x0DFF).contains($0) } ?? false
}

private func isPicture(_ value: UInt32?) -> Bool {
  value.map { (0x2190...0x2BFF).contains($0) || (0x1F000...0x1FAFF).contains($0) } ?? false
}

// False at the end of a line as well: there a mark has nothing to hold together.
private func isNotStrong(_ value: UInt32?, _ direction: TextDirection) -> Bool {
  guard let scalar = value.flatMap(Unicode.Scalar.init) else { return false }
  return TextDirection.strong(scalar) != direction
}
