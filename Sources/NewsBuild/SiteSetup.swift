import Foundation
import NewsCore
import NewsPages
import NewsRender

/// What the site's owner decides: settings, topics and theme, all read and checked before any story is looked at.
public struct SiteSetup: Sendable {
  /// The settings.
  public var site: Site
  /// The topics of the site.
  public var topics: TopicList
  /// Finds topics in stories.
  public var matcher: TopicMatcher
  /// The compiled theme.
  public var theme: Theme
  /// Errors in the list of topics: content trouble that holds only those topics back.
  public var diagnostics: [Diagnostic]
  /// What every page hangs on: the settings, the theme, the program.
  let common: Fingerprint
  /// The program that builds.
  let program: Fingerprint
  /// What reading a story hangs on besides its file.
  let reading: Fingerprint

  /// All that a build of these files is made of.
  func inputs(_ sources: SourceScan, _ options: BuildOptions) -> Fingerprint {
    var print = common
    print.mix(reading)
    print.mix(String(reflecting: site))
    print.mix(options.drafts)
    print.mix(sources.fingerprint)
    return print
  }

  /// Reads `Content/site.yaml`, `Content/topics.yaml` and `Templates/`.
  public init(_ folder: SiteFolder, for audience: Audience = .readers) throws(BuildTrouble) {
    site = try readSettings(folder)
    let topicBytes = try readTopics(folder)
    let parsed = parseTopics(topicBytes, path: SiteFolder.topics)
    topics = parsed.list
    diagnostics = parsed.diagnostics
    matcher = TopicMatcher(topics)
    let files = try orStop { () throws(FileTrouble) in
      try ThemeFiles.builtIn.overlaid(byFolder: folder.path(SiteFolder.templates))
    }
    do {
      theme = try Theme(
        files: files,
        language: site.primaryLanguage,
        withFonts: site.fonts,
        naming: audience.assetNaming
      )
    } catch {
      throw .settings(error.diagnostics)
    }
    program = programFingerprint()
    common = commonFingerprint(site, files.fingerprint(audience.assetNaming), program)
    reading = readingFingerprint(site, topicBytes, program)
  }
}

extension Audience {
  fileprivate var assetNaming: AssetNaming { self == .desk ? .plain : .byDigest }
}

/// The curated slots of the home page touch that page alone, and hosts touch none, so they are left out.
private func commonFingerprint(_ site: Site, _ theme: Fingerprint, _ program: Fingerprint) -> Fingerprint {
  var settings = site
  settings.home = HomeSlots()
  settings.hosts = []
  var print = program
  print.mix(String(reflecting: settings))
  print.mix(theme)
  return print
}

private func readingFingerprint(_ site: Site, _ topics: [UInt8], _ program: Fingerprint) -> Fingerprint {
  var print = program
  print.mix(topics)
  print.mix(site.language)
  print.mix(site.timeZone)
  print.mix(site.translatesAgencies)
  print.mix(TimeZone.timeZoneDataVersion)
  return print
}

/// Another program, or another libcmark, may make other pages of the same values.
private func programFingerprint() -> Fingerprint {
  var print = Fingerprint()
  let stamp = Files.stamp(of: Bundle.main.executablePath ?? CommandLine.arguments[0]) ?? .none
  print.mix(stamp.size)
  print.mix(stamp.modified)
  print.mix(commonMarkVersion)
  return print
}

/// Reads `Content/site.yaml`; throws every diagnostic of it at once.
public func readSettings(_ folder: SiteFolder) throws(BuildTrouble) -> Site {
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

private func readTopics(_ folder: SiteFolder) throws(BuildTrouble) -> [UInt8] {
  guard Files.kind(at: folder.path(SiteFolder.topics)) != nil else { return [] }
  return try orStop { () throws(FileTrouble) in try Files.read(folder.path(SiteFolder.topics)) }
}
