import NewsCore

/// Single parts of a story's teaser, read without the rest of it: a page shows few of them, and lists show many stories.
extension Catalogue {
  /// The story's file, relative to the site's folder.
  public func file(_ index: Int) -> String { read(index, skipping: 0) { $0.text() } }

  /// The folder of its page, relative to the site's address.
  public func address(_ index: Int) -> String { read(index, skipping: 1) { $0.text() } }

  func title(_ index: Int) -> String { read(index, skipping: 2) { $0.text() } }

  func kicker(_ index: Int) -> String? { read(index, skipping: 3) { $0.optionalText() } }

  func summary(_ index: Int) -> String { read(index, skipping: 4) { $0.text() } }

  func date(_ index: Int) -> StoryDate { read(index, skipping: 5) { $0.date() } }

  /// BCP 47; nil where it is the site's own.
  func language(_ index: Int) -> String? { readAfterDate(index) { $0.optionalText() } }

  func label(_ index: Int) -> Story.Label? {
    readAfterDate(index) { reader in
      reader.skipText()
      return reader.optionalText().flatMap(Story.Label.init)
    }
  }

  /// Reads from the record behind its first `texts` texts, in the order of `Teaser.write`.
  private func read<Value>(_ index: Int, skipping texts: Int, _ value: (inout ByteReader) -> Value) -> Value {
    withRecord(index) { bytes in
      var reader = ByteReader(bytes)
      for _ in 0..<texts { reader.skipText() }
      return value(&reader)
    }
  }

  private func readAfterDate<Value>(_ index: Int, _ value: (inout ByteReader) -> Value) -> Value {
    read(index, skipping: 5) { reader in
      _ = reader.date()
      _ = reader.number()
      return value(&reader)
    }
  }
}
