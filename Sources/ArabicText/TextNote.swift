/// Something that was mended or found in a text; `lines` counts from 1, each line once.
public struct TextNote: Sendable, Hashable {
  /// What was mended or found.
  public enum Kind: String, Sendable, CaseIterable {
    /// UTF-8 that had been read as Latin-1, Windows-1252 or Windows-1256 and saved again; mended.
    case twiceEncoded
    /// Looks twice encoded, but characters were lost on the way; left as it is.
    case damagedTwiceEncoded
    /// U+FFFD, a character that was lost before the source reached us; left as it is.
    case replacementCharacter
    /// Control characters, which XML and RSS forbid; removed.
    case controlCharacter
    /// Zero-width space, byte-order mark, soft hyphen, a joiner that joins nothing; removed.
    case invisibleCharacter
    /// A bidi embedding, override or isolate without its other half; removed.
    case unbalancedDirection
    /// A bidi embedding or override; now an isolate.
    case embedding
    /// A direction mark that changes nothing where it stands; removed.
    case idleDirectionMark
    /// An HTML character reference; now the character.
    case characterReference
    /// A glyph of an old encoding; now letters.
    case presentationForm
    /// No-break or other special space; now a space.
    case specialSpace
    /// A bullet of a symbol font; now •.
    case symbolFontBullet
    /// A private-use character of unknown look; left as it is.
    case privateUse
    /// A letter and a mark that are one letter in Unicode; now that letter.
    case composedLetter
    /// Tatweel; removed on request.
    case tatweel
    /// A Persian letter in an Arabic word; now the Arabic one, on request.
    case persianLetter
  }

  /// What was mended or found.
  public let kind: Kind
  /// How many times.
  public let count: Int
  /// On which lines, ascending, each once, from 1.
  public let lines: [Int]
}

/// Notes while they are counted.
struct NoteTally {
  private var counts: [TextNote.Kind: Int] = [:]
  private var lines: [TextNote.Kind: [Int]] = [:]

  mutating func add(_ kind: TextNote.Kind, line: Int, count: Int = 1) {
    counts[kind, default: 0] += count
    if lines[kind]?.last != line { lines[kind, default: []].append(line) }
  }

  /// The notes in the order of `TextNote.Kind`.
  var notes: [TextNote] {
    TextNote.Kind.allCases.compactMap { kind in
      counts[kind].map { TextNote(kind: kind, count: $0, lines: distinct(lines[kind] ?? [])) }
    }
  }

  private func distinct(_ lines: [Int]) -> [Int] {
    var kept: [Int] = []
    for line in lines.sorted() where kept.last != line { kept.append(line) }
    return kept
  }
}
