/// Numbers by which the search files a word: two words whose forms meet have one in common, most words have only one.
///
/// A number is the hash (FNV-1a over UTF-16) of what remains of a form's end without the letters that endings are made of,
/// for what is joined to the front leaves it alone; of other words the hash of their beginning.
public func searchTails(of normal: String) -> [UInt32] {
  let word = Array(normal.utf16)
  var tails: [UInt32] = []
  let cuts = formCuts(of: word)
  for cut in cuts {
    let tail = hash(ofTailOf: cut, in: word)
    if !tails.contains(tail) { tails.append(tail) }
  }
  for cut in cuts {
    let singular = BrokenPlurals.singular(of: cut.ending == 0 ? word[cut.start..<cut.end] : cut.letters(of: word)[...])
    guard let singular else { continue }
    let tail = hash(ofTailOf: FormCut(start: 0, end: singular.count, weight: 1), in: singular)
    if !tails.contains(tail) { tails.append(tail) }
  }
  return tails
}

/// The number by which the search files a name that is no word, such as that of a topic.
public func searchTail(ofName name: String) -> UInt32 { name.utf16.reduce(fnvStart, hashed) }

private let fnvStart: UInt32 = 0x811C_9DC5

private func hashed(_ hash: UInt32, _ letter: UInt16) -> UInt32 { (hash ^ UInt32(letter)) &* 0x0100_0193 }

private func hash(ofTailOf cut: FormCut, in word: [UInt16]) -> UInt32 {
  guard (0x0590...0x06FF).contains(word.first ?? 0) else {
    return cut.letters(of: word).prefix(3).reduce(fnvStart, hashed)
  }
  // A letter put to the end is a hamza, which does not count.
  var (end, remaining) = (cut.end, cut.end - cut.start + (cut.ending == 0 ? 0 : 1))
  var isEnding = cut.ending != 0
  while remaining > 2, isEnding || isWeak(word[end - 1]) {
    if !isEnding { end -= 1 }
    isEnding = false
    remaining -= 1
  }
  var hash = fnvStart
  for index in max(cut.start, end - 3)..<end { hash = hashed(hash, HebrewCuts.unfinal(word[index])) }
  return isEnding ? hashed(hash, cut.ending) : hash
}

// What endings are made of: ا ه ي و ن ت ء ے ں and ה ו ת י ם.
private func isWeak(_ letter: UInt16) -> Bool {
  switch letter {
  case 0x0627, 0x0647, 0x064A, 0x0648, 0x0646, 0x062A, 0x0621, 0x06D2, 0x06BA: true
  case 0x05D4, 0x05D5, 0x05EA, 0x05D9, 0x05DD, 0x05DE: true
  default: false
  }
}
