/// A piece of YAML with the line it stands on: what story files, settings and topic lists are read from.
///
/// Scalars keep their written text (`2016` and `yes` stay text); what type they should have is the reader's business.
package struct YAMLNode: Sendable, Hashable {
  /// What the node holds.
  package indirect enum Value: Sendable, Hashable {
    case scalar(String)
    case list([YAMLNode])
    case map([YAMLPair])
  }

  package var value: Value
  /// Counted from 1 in the whole file.
  package var line: Int

  package init(_ value: Value, line: Int) {
    self.value = value
    self.line = line
  }
}

/// One `key: value` of a YAML mapping.
package struct YAMLPair: Sendable, Hashable {
  package var key: String
  package var value: YAMLNode
  /// The line of the key.
  package var line: Int

  package init(key: String, value: YAMLNode, line: Int) {
    self.key = key
    self.value = value
    self.line = line
  }
}

/// Text that is not YAML, or YAML of a kind that is refused: the line and the sentence for a diagnostic.
package struct YAMLTrouble: Error, Sendable, Hashable {
  package var line: Int
  package var message: String
  package var fix: String?
}
