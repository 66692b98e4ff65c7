import ArabicText

/// A setting that is on or off.
public enum Switch: String, Sendable, CaseIterable { case on, off }

extension YAMLReader {
  /// The part of an address that is written under the key; one that `Slug` would not have made is an error.
  mutating func slug(_ key: String) -> String? {
    guard let slug = text(key) else { return nil }
    if Slug.isValid(slug) { return slug }
    report(
      node(key)?.line ?? line,
      "bad-slug",
      "a slug holds letters, digits and single hyphens, at most 90 bytes; this does not: \(excerpt(slug))",
      fix: Slug.make(slug).map { "write `\(key): \($0)`" }
    )
    return nil
  }
}
