import NewsCore
import NewsPages

/// Makes the folder of a new site that builds at once: settings, topics and a first raw article in its language.
///
/// Nothing that exists is touched. Throws `BuildTrouble.settings` where the folder holds a site already or the program
/// has no starter for the language, and `BuildTrouble.environment` where the system will not write.
public func makeNewSite(_ folder: SiteFolder, language: String) throws(BuildTrouble) {
  let theme = ThemeFiles.builtIn
  let starters = [
    ("starters/site.\(language).yaml", SiteFolder.settings),
    ("starters/topics.\(language).yaml", SiteFolder.topics),
    ("starters/article.\(language).txt", "\(SiteFolder.articles)/first-article.txt"),
  ]
  for (_, target) in starters where Files.kind(at: folder.path(target)) != nil {
    throw .settings([
      Diagnostic(
        .error,
        "site-exists",
        path: target,
        "there is a site in this folder already; nothing was changed",
        fix: "choose a folder that is empty or not there yet"
      )
    ])
  }
  for (source, target) in starters where theme.bytes(source) == nil {
    throw .settings([
      Diagnostic(
        .error,
        "no-starter",
        path: target,
        "there is no starter for the language \(excerpt(language))",
        fix: "choose one of: \(theme.languages.joined(separator: ", "))"
      )
    ])
  }
  try orStop { () throws(FileTrouble) in try Files.makeFolders(folder.root) }
  for (source, target) in starters {
    let bytes = theme.bytes(source) ?? []
    try orStop { () throws(FileTrouble) in
      try Files.replace(folder.path(target), with: bytes, temporary: "\(folder.root)/.warraq-new.tmp")
    }
  }
  try orStop { () throws(FileTrouble) in
    let ignored = folder.path(".gitignore")
    if Files.kind(at: ignored) != nil { return }
    let bytes = Array("/Output/\n/\(SiteFolder.preview)/\n".utf8)
    try Files.replace(ignored, with: bytes, temporary: "\(folder.root)/.warraq-new.tmp")
  }
}
