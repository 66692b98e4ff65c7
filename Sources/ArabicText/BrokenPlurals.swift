/// Arabic plurals that are made inside the word, of words that news are full of, and such as hardly mean anything else: the
/// light stemmer cannot see them.
enum BrokenPlurals {
  /// The singular of a plural, both in search spelling; nil where it is not on the list.
  static func singular(of plural: ArraySlice<UInt16>) -> [UInt16]? {
    key(plural).flatMap { singulars[$0] }
  }

  /// What a singular counts that is found by its plural, or the other way round.
  static let weight = 0.6

  /// Plural and singular, in search spelling.
  static let pairs: [(plural: String, singular: String)] = {
    let words = normalize(listed).split(separator: " ").map(String.init)
    return stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
  }()

  private static let singulars = Dictionary(
    pairs.compactMap { pair in key(Array(pair.plural.utf16)[...]).map { ($0, Array(pair.singular.utf16)) } }
  ) { first, _ in first }

  // Up to seven Arabic letters as one number.
  private static func key(_ word: ArraySlice<UInt16>) -> UInt64? {
    guard (3...7).contains(word.count) else { return nil }
    var key: UInt64 = 0
    for letter in word {
      guard letter >> 8 == 6 else { return nil }
      key = key << 8 | UInt64(letter & 0xFF)
    }
    return key
  }

  private static let listed =
    """
    أخبار خبر وزراء وزير رؤساء رئيس كتب كتاب مدارس مدرسة مساجد مسجد كنائس كنيسة شوارع شارع مدن مدينة دول دولة أسعار سعر \
    أحزاب حزب أطفال طفل أطباء طبيب شهداء شهيد قادة قائد زعماء زعيم سفراء سفير خبراء خبير نواب نائب قضاة قاضي محاكم محكمة \
    بنوك بنك مصارف مصرف أفلام فيلم ملاعب ملعب أندية نادي أهداف هدف أسواق سوق أسلحة سلاح صواريخ صاروخ معارك معركة جنود جندي \
    ضباط ضابط مشاريع مشروع قوانين قانون برامج برنامج مناطق منطقة قرى قرية بيوت بيت منازل منزل ملوك ملك أمراء أمير شيوخ شيخ \
    رجال رجل نساء امرأة تجار تاجر مزارع مزرعة مصانع مصنع فنادق فندق موانئ ميناء سفن سفينة أنهار نهر جبال جبل جزر جزيرة \
    حرائق حريق زلازل زلزال أمطار مطر أمراض مرض أدوية دواء صحف صحيفة رسائل رسالة وثائق وثيقة تقارير تقرير قضايا قضية \
    جرائم جريمة لجان لجنة مجالس مجلس مكاتب مكتب مراكز مركز معاهد معهد متاحف متحف مسارح مسرح معارض معرض شعراء شاعر \
    أدباء أديب قصص قصة أغاني أغنية نجوم نجم أبطال بطل مقاعد مقعد أرقام رقم أموال مال أرباح ربح خسائر خسارة ضرائب ضريبة \
    رواتب راتب وظائف وظيفة حروب حرب فصائل فصيل كتائب كتيبة ألغام لغم قنابل قنبلة قتلى قتيل جرحى جريح أسرى أسير رهائن رهينة \
    معابر معبر جسور جسر سدود سد آبار بئر حقول حقل مناجم منجم خطط خطة أساتذة أستاذ تلاميذ تلميذ ألعاب لعبة أفكار فكرة \
    أعضاء عضو سجون سجن سجناء سجين أنظمة نظام أجهزة جهاز هواتف هاتف مواقع موقع
    """
}
