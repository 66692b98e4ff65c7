import NewsCore

extension Teaser {
  /// Writes everything but the topics, the words and the photo, which the catalogue keeps by themselves.
  func write(to writer: inout ByteWriter) {
    writer.write(file)
    writer.write(address)
    writer.write(title)
    writer.write(kicker)
    writer.write(summary)
    writer.write(date)
    writer.write(moment)
    writer.write(language)
    writer.write(label?.rawValue)
    writer.write(byline)
    writer.write(aliases)
    writer.write(id)
    writer.write(related)
    writer.write(changed)
    writer.write(corrections.count)
    for correction in corrections {
      writer.write(correction.date)
      writer.write(Correction.Kind.allCases.firstIndex(of: correction.kind) ?? 0)
      writer.write(correction.text)
    }
  }

  /// Reads what `write` wrote.
  public init(_ reader: inout ByteReader) {
    self.init(
      file: reader.text(),
      address: reader.text(),
      title: reader.text(),
      kicker: reader.optionalText(),
      summary: reader.text(),
      date: reader.date(),
      moment: reader.number(),
      language: reader.optionalText(),
      topics: []
    )
    label = reader.optionalText().flatMap(Story.Label.init)
    byline = reader.texts()
    aliases = reader.texts()
    id = reader.optionalText()
    related = reader.optionalTexts()
    changed = reader.optionalDate()
    corrections = (0..<reader.number()).map { _ in
      let date = reader.date()
      let kind = Correction.Kind.allCases[reader.number()]
      return Correction(date: date, kind: kind, text: reader.text())
    }
  }
}
