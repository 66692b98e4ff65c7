/// A piece of YAML with the line it stands on: what story files, settings and topic lists are read from.
///
/// Scalars keep their written text (`2016` and `yes` stay text); what type they should have is the reader's business.
public struct YAMLNode: Sendable, Hashable {
  /// What the node holds.
  public indirect enum Value: Sendable, Hashable {
    case scalar(String)
    case list([YAMLNode])
    case map([YAMLPair])
  }

  /// What stands there.
  public var value: Value
  /// Counted from 1 in the whole file.
  public var line: Int

  /// Gives a value and its line, from 1.
  public init(_ value: Value, line: Int) {
    self.value = value
    self.line = line
  }
}

/// One `key: value` of a YAML mapping.
public struct YAMLPair: Sendable, Hashable {
  /// The name.
  public var key: String
  /// What is named.
  public var value: YAMLNode
  /// The line of the key.
  public var line: Int

  /// Gives a name with its value and its line, from 1.
  public init(key: String, value: YAMLNode, line: Int) {
    self.key = key
    self.value = value
    self.line = line
  }
}

/// Text that is not YAML, or YAML of a kind that is refused: the line and the sentence for a diagnostic.
public struct YAMLTrouble: Error, Sendable, Hashable {
  /// The line, from 1.
  public var line: Int
  /// What is wrong, in one sentence.
  public var message: String
  /// How to mend it, where that is known.
  public var fix: String?
}
