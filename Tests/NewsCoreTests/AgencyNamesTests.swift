import NewsCore
import Testing

@Suite struct AgencyNamesTests {
  @Test(arguments: [
    ("Reuters", "رويترز"), ("REUTERS", "رويترز"), ("AFP", "أ ف ب"), ("Associated Press", "أ ب"), ("dpa", "د ب أ"),
    ("WAM", "وام"),
    ("SPA", "واس"), ("QNA", "قنا"), ("Petra", "بترا"), ("Anadolu Agency", "الأناضول"), ("Xinhua", "شينخوا"),
    ("SANA", "سانا"),
    ("REUTERS/Khalil Ashawi", "رويترز / Khalil Ashawi"), ("AFP / File", "أ ف ب / أرشيفية"),
    ("EPA-EFE/X Y", "إي بي أي / X Y"),
    ("spa", "spa"), ("Map of Syria", "Map of Syria"), ("Daily Star", "Daily Star"), ("رويترز", "رويترز"), ("", ""),
    ("/", "/"),
  ])
  func anAgencyHasItsArabicName(_ written: String, _ name: String) {
    #expect(AgencyNames.translated(written, into: "ar-SY") == name)
  }

  @Test(arguments: [
    ("fa-IR", "رویترز"), ("ur-PK", "رائٹرز"), ("he-IL", "Reuters"), ("en", "Reuters"), ("arc", "Reuters"),
  ])
  func eachLanguageHasItsOwnOrNone(_ language: String, _ name: String) {
    #expect(AgencyNames.translated("Reuters", into: language) == name)
  }

  @Test func anAgencyWithoutANameInALanguageStays() {
    #expect(AgencyNames.translated("LANA", into: "ur") == "LANA" && AgencyNames.translated("LANA", into: "ar") == "وال")
  }
}
