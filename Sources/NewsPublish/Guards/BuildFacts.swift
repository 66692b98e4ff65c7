import Foundation
import NewsCore

/// What the last build says of itself in `Output/.warraq/build.json`.
public struct BuildFacts: Sendable, Hashable, Codable {
  /// The form of the file.
  public var version = 1
  /// Whether drafts and stories of the future are among the pages.
  public var drafts: Bool
  /// Whether it was made for the eyes of its editors, with what pages of readers do not have.
  public var preview: Bool?
  /// How many stories were held back by errors.
  public var heldBack: Int
  /// The moment at which a scheduled story is due and the site wants building again, in ISO 8601.
  public var next: String?

  /// Where a build writes it, relative to Output.
  public static let path = ".warraq/build.json"

  /// Gives what a build says of itself; `next` is when the clock alone changes the site (RFC 3339).
  public init(drafts: Bool, heldBack: Int, next: String? = nil) {
    (self.drafts, self.heldBack, self.next) = (drafts, heldBack, next)
  }

  /// nil where the build wrote none, or something that is not in this form.
  public init?(output: String) {
    guard let bytes = try? Files.read("\(output)/\(Self.path)"),
      let facts = try? JSONDecoder().decode(Self.self, from: Data(bytes)), facts.version == 1
    else { return nil }
    self = facts
  }
}

/// Refuses what no reader should see: a build with drafts, and one without stories that it should have.
func checkBuild(_ facts: BuildFacts?, allowsHeldBack: Bool) -> [Diagnostic] {
  guard let facts else {
    return [
      Diagnostic(
        .error,
        "no-facts",
        path: "Output",
        "nothing in this folder says of which build it is, or a newer Warraq made it",
        fix: "run `warraq build`, then publish"
      )
    ]
  }
  if facts.preview == true {
    return [
      Diagnostic(
        .error,
        "preview",
        path: "Output",
        "this build is a preview for its editors",
        fix: "run `warraq build`, and publish what that makes"
      )
    ]
  }
  if facts.drafts {
    return [
      Diagnostic(
        .error,
        "drafts",
        path: "Output",
        "this build has drafts or stories of the future in it",
        fix: "run `warraq build` without --drafts, then publish"
      )
    ]
  }
  guard facts.heldBack > 0, !allowsHeldBack else { return [] }
  let stories = facts.heldBack == 1 ? "1 story was" : "\(facts.heldBack) stories were"
  return [
    Diagnostic(
      .error,
      "held-back",
      path: "Output",
      "\(stories) held back from this build by errors",
      fix: "mend them (run `warraq build` to see them), or publish without them: --without-held-back"
    )
  ]
}

/// Refuses an Output that a build was cut short in, or is still writing: its pages may lead to others that are not there.
func checkFinished(_ output: String) -> [Diagnostic] {
  guard Files.kind(at: "\(output)/.warraq/unfinished") == .file else { return [] }
  return [
    Diagnostic(
      .error,
      "unfinished",
      path: "Output",
      "a build of this folder has not come to its end",
      fix: "wait for it, or run `warraq build` again"
    )
  ]
}
