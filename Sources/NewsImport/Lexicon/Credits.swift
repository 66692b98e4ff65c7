import ArabicText

/// Whom a photo is by, as it stands in the brackets after a caption.
enum Credits {
  /// Whether the text names a known provider of photos, alone or with others («رويترز-أرشيف», «غيتي/أ ف ب»).
  static func isCredit(_ text: some StringProtocol) -> Bool {
    guard text.utf8.count <= 100 else { return false }
    let names = pieces(text, "/-–+،,|").map { phrase($0) }.filter { !$0.isEmpty }
    guard (1...4).contains(names.count) else { return false }
    return names.contains { isKnown($0) } && names.allSatisfy { isKnown($0) || pieces($0).count <= 3 }
  }

  private static func isKnown(_ words: String) -> Bool { Agencies.isPhrase(words) || names.contains(words) }

  private static let names = Set(
    [
      "غيتي", "غيتي إيميجز", "جيتي", "جيتي إيميجز", "غيتي ايمجز", "الأوروبية", "الوكالة الأوروبية", "أرشيف", "الأرشيف",
      "أرشيفية", "صورة أرشيفية", "مواقع التواصل", "مواقع التواصل الاجتماعي", "شترستوك", "شاترستوك", "آي ستوك", "يوتيوب",
      "تويتر", "فيسبوك", "إنستغرام", "وكالة الأناضول", "الأميركية", "الأمريكية", "البريطانية", "ناشطون", "رويترز أرشيف",
      "الجزيرة أرشيف", "مواقع إلكترونية", "بيكسلز", "المصدر", "Getty", "Getty Images", "Shutterstock", "iStock",
      "EPA EFE",
    ].map { phrase($0) }
  )
}
