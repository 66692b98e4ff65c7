/// What an editor must know before a photo is published with these instructions of its agency: an embargo, a photo that may
/// not be kept, a credit that is demanded and missing. `path` and `line` are of the story.
public func photoWarnings(_ instructions: String, hasCredit: Bool, path: String, line: Int? = nil) -> [Diagnostic] {
  let words = instructions.lowercased()
  func warning(_ id: String, _ signs: [String], _ message: String, fix: String) -> Diagnostic? {
    guard signs.contains(where: words.contains) else { return nil }
    return Diagnostic(.warning, id, path: path, line: line, "\(message): \(excerpt(instructions))", fix: fix)
  }
  let found = [
    warning(
      "photo-embargo",
      ["embargo", "hold for release", "not for release", "not for publication before", "حظر نشر", "يحظر نشر"],
      "the photo's instructions name an embargo",
      fix: "give the story a `publish-at` after its end, or another photo; then take it out of `instructions`"
    ),
    warning(
      "photo-no-archive",
      ["no archiv", "not for archiv", "no archive"],
      "the photo's instructions forbid to keep it in an archive",
      fix: "give the story an `expires` date, or another photo"
    ),
    hasCredit
      ? nil
      : warning(
        "photo-credit",
        ["mandatory credit", "credit mandatory", "must credit", "credit required"],
        "the photo's instructions demand a credit, and the story has none",
        fix: "add `credit` under `image:`"
      ),
  ]
  return found.compactMap { $0 }
}
