import NewsCore

/// Reads every story file below `Content/Stories`, on all cores, in the order of their paths.
///
/// A file that cannot be read is an error of its own and holds back only its story.
func readStories(
  _ folder: SiteFolder,
  matcher: TopicMatcher,
  progress: (Int) -> Void
) async throws(BuildTrouble) -> (files: [StoryFile], diagnostics: [Diagnostic]) {
  let walk = try orStop { () throws(FileTrouble) in try walkFolder(SiteFolder.stories, under: folder.root) }
  let paths = walk.files.filter(isStoryFile).map { "\(SiteFolder.stories)/\($0)" }
  let files = await inParallel(paths, progress: progress) { path in
    do throws(FileTrouble) {
      return readStoryFile(try Files.read(folder.path(path)), path: path, matcher: matcher)
    } catch {
      return StoryFile(path: path, diagnostics: [unreadable(path, error)])
    }
  }
  return (files, walk.diagnostics)
}

/// Story files end in `.md`; `.incoming.md` is what waits beside an edited story, and is never published.
func isStoryFile(_ name: String) -> Bool { name.hasSuffix(".md") && !name.hasSuffix(".incoming.md") }

/// The diagnostic for a source that the system would not give.
func unreadable(_ path: String, _ trouble: FileTrouble) -> Diagnostic {
  Diagnostic(
    .error,
    "unreadable",
    path: path,
    "this file cannot be read: \(trouble.reason)",
    fix: "give the user who runs warraq the right to read it"
  )
}
