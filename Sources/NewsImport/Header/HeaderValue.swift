import ArabicText
import NewsCore

/// A header line that was understood, or why it was not.
enum HeaderValue {
  case parts([Finding.Part])
  case bad(message: String, fix: String)

  /// What the value of a header says; `label` is told by the story in its own form.
  init(_ key: HeaderKey, label: String, value: String) {
    let told = Finding.Part.told(label)
    switch key {
    case .title: self = .parts([told, .headline(value)])
    case .kicker: self = .parts([told, .kicker(value)])
    case .deck: self = .parts([told, .deck(value)])
    case .dateline: self = .parts([told, .dateline(value)])
    case .author: self = .parts([told] + names(value).map { .contributor(Contributor(name: $0)) })
    case .translator: self = .parts(roled(names(value), label: label))
    case .photographer: self = .parts(roled(names(value), label: label))
    case .source: self = .parts([told] + splitSources(value).map { .source($0) })
    case .topics: self = .parts([.namesTopics, told] + splitTopics(value).map { .topic($0) })
    case .caption: self = .image(told) { $0.caption = value }
    case .credit: self = .image(told) { $0.credit = value }
    case .alt: self = .image(told) { $0.alt = value }
    case .body: self = .parts(value.isEmpty ? [told] : [told, .block(.paragraph(value))])
    case .date: self = .date(told, value) { .date($0, .header) }
    case .updated: self = .date(told, value) { .updated($0) }
    case .language: self = .language(told, value)
    case .slug: self = .slug(told, value)
    case .kind: self = .kind(told, value)
    case .image: self = .file(told, value)
    }
  }

  private static func image(_ told: Finding.Part, _ set: (inout StoryImage) -> Void) -> HeaderValue {
    var image = StoryImage()
    set(&image)
    return .parts([told, .image(image)])
  }

  private static func date(_ told: Finding.Part, _ value: String, _ part: (StoryDate) -> Finding.Part) -> HeaderValue {
    if let date = StoryDate(iso: Digits.ascii(value)) ?? readDateLine(value)?.date {
      return .parts([told, .told(value), part(date)])
    }
    return .bad(message: "this is no date: \(excerpt(value))", fix: "write a day such as 2016-09-05, or 5 سبتمبر 2016")
  }

  private static func language(_ told: Finding.Part, _ value: String) -> HeaderValue {
    if let tag = languageTag(value) { return .parts([told, .told(value), .lang(tag)]) }
    return .bad(
      message: "this is no language: \(excerpt(value))",
      fix: "write a tag such as ar, fa, ur, he or en-GB (BCP 47)"
    )
  }

  private static func slug(_ told: Finding.Part, _ value: String) -> HeaderValue {
    if Slug.isValid(value) { return .parts([told, .told(value), .slug(value)]) }
    let fix = Slug.make(value).map { "write \($0)" } ?? "write letters, digits and single hyphens"
    return .bad(message: "a slug holds letters, digits and single hyphens; this does not: \(excerpt(value))", fix: fix)
  }

  private static func kind(_ told: Finding.Part, _ value: String) -> HeaderValue {
    if let kind = Story.Kind(rawValue: value.lowercased()) ?? kinds[phrase(value)] {
      return .parts([told, .told(value), .kind(kind)])
    }
    let words = Story.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    return .bad(message: "this is no kind of story: \(excerpt(value))", fix: "write one of: \(words)")
  }

  private static func file(_ told: Finding.Part, _ value: String) -> HeaderValue {
    let isPlain = !value.contains("/") && !value.contains("\\") && !value.hasPrefix(".")
    let ending = value.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if isPlain, ["jpg", "jpeg", "png", "webp", "gif", "avif", "svg"].contains(ending) {
      return image(told) { $0.file = value }
    }
    return .bad(
      message: "this is no image file: \(excerpt(value))",
      fix: "write a file name such as photo.jpg, without a folder"
    )
  }
}

private func names(_ value: String) -> [String] {
  pieces(value, "،,؛;/|+").map { bare($0) }.filter { !$0.isEmpty }
}

private func roled(_ names: [String], label: String) -> [Finding.Part] {
  names.enumerated().map { .contributor(Contributor(name: $0.element, role: $0.offset == 0 ? label : nil)) }
}

private let kinds: [String: Story.Kind] = {
  let table: [(String, Story.Kind)] = [
    ("خبر", .news), ("تقرير", .report), ("رأي", .opinion), ("مقال", .opinion), ("مقال رأي", .opinion),
    ("تحليل", .analysis),
    ("مقابلة", .interview), ("حوار", .interview), ("قصة", .feature), ("تحقيق", .report), ("مباشر", .live),
  ]
  return Dictionary(table.map { (phrase($0.0), $0.1) }) { first, _ in first }
}()
