import NewsCore
import NewsPages

/// What the site's owner decides: settings, topics and theme, all read and checked before any story is looked at.
package struct SiteSetup: Sendable {
  package var site: Site
  package var topics: TopicList
  package var matcher: TopicMatcher
  package var theme: Theme
  /// Errors in the list of topics: content trouble that holds only those topics back.
  package var diagnostics: [Diagnostic]

  /// Reads `Content/site.yaml`, `Content/topics.yaml` and `Templates/`.
  package init(_ folder: SiteFolder) throws(BuildTrouble) {
    site = try readSettings(folder)
    let parsed = try readTopics(folder)
    topics = parsed.list
    diagnostics = parsed.diagnostics
    matcher = TopicMatcher(topics)
    let files = try orStop { () throws(FileTrouble) in
      try ThemeFiles.builtIn.overlaid(byFolder: folder.path(SiteFolder.templates))
    }
    do {
      theme = try Theme(files: files, language: site.primaryLanguage, withFonts: site.fonts)
    } catch {
      throw .settings(error.diagnostics)
    }
  }
}

func readSettings(_ folder: SiteFolder) throws(BuildTrouble) -> Site {
  guard Files.kind(at: folder.path(SiteFolder.settings)) != nil else {
    throw .settings([
      Diagnostic(
        .error,
        "no-settings",
        path: SiteFolder.settings,
        "this folder has no settings, so it is not a site yet",
        fix: "run `warraq new SITE`, or write this file with two lines: `title: …` and `base-url: https://…`"
      )
    ])
  }
  let bytes = try orStop { () throws(FileTrouble) in try Files.read(folder.path(SiteFolder.settings)) }
  do { return try parseSite(bytes) } catch { throw .settings(error.diagnostics) }
}

private func readTopics(_ folder: SiteFolder) throws(BuildTrouble) -> ParsedTopics {
  guard Files.kind(at: folder.path(SiteFolder.topics)) != nil else {
    return parseTopics([], path: SiteFolder.topics)
  }
  let bytes = try orStop { () throws(FileTrouble) in try Files.read(folder.path(SiteFolder.topics)) }
  return parseTopics(bytes, path: SiteFolder.topics)
}
