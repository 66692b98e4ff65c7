import ArabicText
import Foundation

/// The keys of `Content/site.yaml`.
public enum SiteKey: String, Sendable, CaseIterable {
  case title
  case description
  case baseURL = "base-url"
  case language
  case timeZone = "time-zone"
  case publisher
  case digits
  case months
  case clock
  case hijri
  case rangeDirection = "range-direction"
  case slugs
  case pageSize = "page-size"
  case encoding
  case home
  case ignoreAl = "ignore-al"
  case agencyNames = "agency-names"
  case fonts
  case share
  case lite
  case search
  case archive
  case shortAddresses = "short-addresses"
  case feeds
  case robots
  case headers
  case hosts
}

/// Reads the settings; throws `SettingsTrouble` with every diagnostic at once.
public func parseSite(_ bytes: [UInt8], path: String = SiteFolder.settings) throws(SettingsTrouble) -> Site {
  let node = try settingsNode(bytes, path: path)
  var reader = YAMLReader(node, path: path, known: SiteKey.allCases.map(\.rawValue), in: "the site's settings")
  let title = reader.requiredText("title") ?? ""
  let baseURL = reader.baseURL()
  var site = Site(title: title, baseURL: baseURL, language: reader.language())
  reader.readAppearance(&site)
  site.description = reader.text("description")
  site.publisher = reader.text("publisher") ?? title
  site.timeZone = reader.timeZone()
  site.machines = reader.machineSettings()
  site.pageSize = reader.number("page-size", in: 5...200) ?? site.pageSize
  site.home = reader.homeSlots()
  site.share = reader.shareTargets()
  site.hasLite = reader.choice("lite", Switch.self) != .off
  site.hasSearch = reader.choice("search", Switch.self) != .off
  site.hasArchive = reader.choice("archive", Switch.self) != .off
  site.hasShortAddresses = reader.choice("short-addresses", Switch.self) != .off
  site.hosts = reader.hosts()
  site.ignoresAl = reader.choice("ignore-al", Switch.self) != .off
  site.translatesAgencies = reader.choice("agency-names", Site.AgencyNaming.self) == .translated
  if !reader.diagnostics.isEmpty { throw SettingsTrouble(reader.diagnostics) }
  return site
}

/// The mapping in a settings file, or the diagnostic that says why there is none.
public func settingsNode(_ bytes: [UInt8], path: String) throws(SettingsTrouble) -> YAMLNode {
  guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
    throw SettingsTrouble([
      Diagnostic(.error, "not-utf8", path: path, "this file is UTF-8 text; this is not", fix: "save the file as UTF-8")
    ])
  }
  do {
    return try YAMLNode.general(text, firstLine: 1)
  } catch {
    throw SettingsTrouble([
      Diagnostic(.error, "bad-yaml", path: path, line: error.line, error.message, fix: error.fix)
    ])
  }
}

extension YAMLReader {
  fileprivate mutating func baseURL() -> String {
    guard let text = requiredText("base-url") else { return "" }
    var trimmed = Substring(text)
    while trimmed.last == "/" { trimmed.removeLast() }
    let isPlain = trimmed.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}?#".utf8.contains($0) }
    let scheme = ["https://", "http://"].first { trimmed.hasPrefix($0) }
    let host = scheme.map { trimmed.dropFirst($0.count).prefix { $0 != "/" } }
    guard isPlain, let host, !host.isEmpty, !trimmed.contains("/../"), !trimmed.hasSuffix("/..") else {
      report(
        node("base-url")?.line ?? line,
        "bad-base-url",
        "`base-url` is no web address: \(excerpt(text))",
        fix: "write the address of the site, such as https://news.example or https://news.example/arabic"
      )
      return ""
    }
    return String(trimmed)
  }

  fileprivate mutating func language() -> String {
    guard let text = text("language") else { return "ar" }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy {
      (1...8).contains($0.utf8.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    if isTag, let first = parts.first, (2...3).contains(first.utf8.count) { return text }
    report(
      node("language")?.line ?? line,
      "bad-language",
      "`language` is no language tag: \(excerpt(text))",
      fix: "write a tag such as ar-SY, fa-IR, ur-PK, he-IL or en-GB (BCP 47)"
    )
    return "ar"
  }

  fileprivate mutating func timeZone() -> String {
    guard let text = text("time-zone") else { return "UTC" }
    if TimeZone(identifier: text) != nil { return text }
    report(
      node("time-zone")?.line ?? line,
      "bad-time-zone",
      "`time-zone` is no zone of the IANA list: \(excerpt(text))",
      fix: "write a name such as Asia/Damascus, Africa/Cairo or UTC"
    )
    return "UTC"
  }

  fileprivate mutating func readAppearance(_ site: inout Site) {
    switch text("digits") {
    case nil: site.digits = Site.usualDigits(site.language)
    case "latn": site.digits = .latn
    case "arab": site.digits = .arab
    case "arabext": site.digits = .arabext
    case "auto": site.digits = Digits.standard(for: site.language)
    case let other?: reportChoice("digits", other, ["latn", "arab", "arabext", "auto"])
    }
    if let months = text("months"), months != "auto" {
      if let set = MonthSet(rawValue: months) {
        site.months = set
      } else {
        reportChoice("months", months, ["auto"] + MonthSet.allCases.map(\.rawValue))
      }
    }
    if let name = text("encoding"), name != "auto" {
      site.encoding = Encoding(name: name)
      if site.encoding == nil { reportChoice("encoding", name, ["auto"] + Encoding.allCases.map(\.rawValue)) }
    }
    switch text("fonts") {
    case nil, "on", "true": site.fonts = true
    case "off", "false": site.fonts = false
    case let other?: reportChoice("fonts", other, ["on", "off"])
    }
    site.clock = choice("clock", Site.Clock.self) ?? site.clock
    site.ranges = choice("range-direction", Site.RangeDirection.self) ?? site.ranges
    readHijri(&site)
    site.slugs = choice("slugs", Slug.Style.self) ?? site.slugs
  }

  private mutating func readHijri(_ site: inout Site) {
    switch text("hijri") {
    case nil, "off": site.hijriOffset = nil
    case "on": site.hijriOffset = 0
    case "solar": site.hasSolarDates = true
    case let days?:
      site.hijriOffset = Int(days)
      if !(-2...2).contains(site.hijriOffset ?? 3) {
        reportChoice("hijri", days, ["off", "on", "solar", "-1", "1", "-2", "2"])
      }
    }
  }

  private mutating func reportChoice(_ key: String, _ text: String, _ words: [String]) {
    report(
      node(key)?.line ?? line,
      "unknown-value",
      "`\(key)` cannot be \(excerpt(text))",
      fix: nearestName(to: text, among: words).map { "did you mean `\($0)`?" }
        ?? "write one of: \(words.joined(separator: ", "))"
    )
  }
}
