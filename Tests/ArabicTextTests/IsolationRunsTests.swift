import Testing

@testable import ArabicText

struct IsolationRunsTests {
  private func isolated(_ text: String, _ base: TextDirection, isolatingRanges: Bool = false) -> String {
    var bytes = Array(text.utf8)
    let mark = base == .rtl ? "\u{2066}" : "\u{2067}"
    for run in isolationRuns(in: text, base: base, isolatingRanges: isolatingRanges).reversed() {
      bytes.insert(contentsOf: "\u{2069}".utf8, at: run.upperBound)
      bytes.insert(contentsOf: mark.utf8, at: run.lowerBound)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // Each text as it is typed, and as it must be painted from left to right; ع is an Arabic word.
  @Test(arguments: [
    ("ع ع +963 11 223 4567 ع", "ع +963 11 223 4567 ع ع"), ("ع ع C++ ع", "ع C++ ع ع"),
    ("ع ع 2026-11-24 ع", "ع 2026-11-24 ع ع"), ("ع ع 3-1 ع", "ع 3-1 ع ع"), ("ع 50% ع ع", "ع ع 50% ع"),
    ("ع -5 ع", "ع -5 ع"), ("(EPA/YAHYA ARHAB)", "(EPA/YAHYA ARHAB)"),
    ("ع New York Times، Washington Post", "Washington Post ،New York Times ع"), ("ع BBC 5 ع", "ع 5 BBC ع"),
    ("ع #Syria_2026 ع", "ع #Syria_2026 ع"), ("ع 10:30 ع", "ع 10:30 ع"), ("ع 2020-2024 ع", "ع 2024-2020 ع"),
    ("ع 24/11/2026 ع", "ع 24/11/2026 ع"), ("ع +5 ع", "ع +5 ع"), ("ع $50 ع", "ع $50 ع"), ("ع v1.2-rc ع", "ع v1.2-rc ع"),
    ("ع https://a.sy/x?y=1&z=2 ع", "ع https://a.sy/x?y=1&z=2 ع"), ("ع a.b@c.org. ع", "ع .a.b@c.org ع"),
    ("ع @user_1: ع", "ع :@user_1 ع"), ("ع 18+ ع", "ع 18+ ع"), ("ع ٢٠٢٦-١١-٢٤ ع", "ع ٢٤-١١-٢٠٢٦ ع"),
    ("ع -٥ ع", "ع -٥ ع"), ("ع ۲۰۲۶-۱۱-۲۴ ع", "ع ۲۰۲۶-۱۱-۲۴ ع"),
    ("ع (AFP) (Reuters) ع", "ع (Reuters) (AFP) ع"), ("ع Warraq (CLI) ع", "ع Warraq (CLI) ع"),
    ("ع BBC: ع", "ع :BBC ع"), ("ع U.S. ع", "ع U.S. ع"), ("ع AT&T ع", "ع AT&T ع"),
    ("ع Boeing 737 MAX ع", "ع Boeing 737 MAX ع"),
    ("ع 1 000 000 ع", "ع 1 000 000 ع"), ("ع (+963) 11 22 ع", "ع (+963) 11 22 ع"), ("ع -40°C ع", "ع -40°C ع"),
    ("1- ع", "ع -1"), ("ع *123# ع", "ع *123# ع"), ("ع 5–10 ع", "ع 10–5 ع"), ("ع «BBC News» ع", "ع «BBC News» ع"),
    ("ع ٥٠٪ ع", "ع ٪٥٠ ع"), ("BBC", "BBC"), ("ع Yahoo! ع", "ع !Yahoo ع"), ("ع -40 °C ع", "ع -40 °C ع"),
    // Numbers that stay as they are: alone between letters, with a comma or a full stop behind.
    ("ع 848، ع", "ع ،848 ع"), ("ع 5. ع", "ع .5 ع"), ("ع 1,200 ع", "ع 1,200 ع"), ("ی 7؛ ی", "ی ؛7 ی"),
    // A space is enough to make two of one, and these stand in their order.
    ("ع 12 5 ع", "ع 5 12 ع"), ("ع 12، 5 ع", "ع 5 ،12 ع"),
    // A stroke between names of both directions stands between them; that of an address, a date or a fraction stays.
    ("ع/BBC ع", "ع BBC/ع"), ("ع BBC/ع ع", "ع ع/BBC ع"), ("ع/BBC/CNN ع", "ع BBC/CNN/ع"), ("ع /BBC ع", "ع /BBC ع"),
    ("#ع_Syria ع", "ع Syria_ع#"), ("#Syria_ع ع", "ع ع_#Syria"), ("ع.BBC ع", "ع BBC.ع"),
    ("ع BBC/CNN ع", "ع BBC/CNN ع"), ("ع AC/DC/ع", "ع/AC/DC ع"), ("ع و/أو ع", "ع وأ/و ع"), ("ع 1/2 ع", "ع 1/2 ع"),
    ("ع BBC/24 ع", "ع BBC/24 ع"), ("ع https://a.sy/ع", "عhttps://a.sy/ ع"), ("ع a.sy/x/ ع", "ع a.sy/x/ ع"),
    ("(ع/EPA)", "(EPA/ع)"), ("(EPA/ع)", "(ع/EPA)"), ("ع/24/11/2026", "24/11/2026/ع"),
    ("ב־-40°C ב", "ב -40°C־ב"), ("ع \u{200E}-40 °C ع", "ع -40 °C\u{200E} ع"), ("ع 40 °C ع", "ع 40 °C ع"),
  ])
  func `right-to-left text paints foreign runs as they are read`(typed: String, painted: String) {
    #expect(VisualOrder.painted(isolated(typed, .rtl), .rtl) == painted)
  }

  @Test(arguments: [
    ("ع +963 11 ع", "ع 11 963+ ع"), ("ع C++ ع", "ع ++C ع"), ("ع 2026-11-24 ع", "ع 24-11-2026 ع"),
    ("ع 50% ع", "ع %50 ع"),
    ("ع -5 ع", "ع 5- ع"), ("ع BBC 5 ع", "ع BBC 5 ع"),
  ])
  func `without isolation the same runs are turned round`(typed: String, painted: String) {
    #expect(VisualOrder.painted(typed, .rtl) == painted)
  }

  @Test(arguments: [
    ("say عربي، ثم here", "say \u{2067}عربي، ثم\u{2069} here"), ("the (عربي) x", "the (\u{2067}عربي\u{2069}) x"),
    ("only latin 5-3", "only latin 5-3"), ("a עברית 5 b", "a \u{2067}עברית\u{2069} 5 b"),
    ("x عربي (ثان) y", "x \u{2067}عربي (ثان)\u{2069} y"),
  ])
  func `left-to-right text isolates phrases of the other script`(text: String, expected: String) {
    #expect(isolated(text, .ltr) == expected)
  }

  @Test(arguments: [
    "نص عربي فقط، بلا غيره.", "الساعة 10:30 مساء", "عام 2026 و٢٠٢٦", "", "ع \u{2066}BBC\u{2069} ع",
    "ع \u{202A}a b\u{202C} ع", "ـ",
    "1- بند", "الفترة 2020-2024", "3.5 و1/2 و1,000",
  ])
  func `what paints well or is isolated already stays alone`(text: String) {
    #expect(isolationRuns(in: text, base: .rtl).isEmpty)
  }

  @Test(arguments: [
    // A version, whatever follows but a measure.
    ("برنامج Qalam Keys 2.0: لوحة", "Qalam Keys 2.0"), ("Open Shelf 3.2 لوحة", "Open Shelf 3.2"),
    ("دفعت Google 2.5 مليار دولار", "Google"), ("ارتفع سهم Apple 4.5 في المئة", "Apple"),
    // Nothing follows, or a sign.
    ("هاتف iPhone 15", "iPhone 15"), ("نظام Windows 11، ثم", "Windows 11"), ("قمة «COP 28» ثم", "COP 28"),
    ("هاتف iPhone 15 (الجديد)", "iPhone 15"), ("نظام Windows 11. وقال", "Windows 11"),
    ("نظام Windows 11: نعم", "Windows 11"),
    // What follows is not counted.
    ("هاتف iPhone 15 الجديد", "iPhone 15"), ("معرض Expo 2030 في الرياض", "Expo 2030"),
    ("نمایشگاه Expo 2030 در ریاض", "Expo 2030"), ("نمائش Expo 2030 کے لیے", "Expo 2030"),
    // What follows may be counted.
    ("قناة BBC 5 دقائق", "BBC"), ("قال BBC 5 في المئة", "BBC"), ("نفذت NATO 30 غارة", "NATO"), ("ב BBC 5 דקות", "BBC"),
    // Joined by the writer, or no number of the name.
    ("مرض COVID-19 في", "COVID-19"), ("قمة G20 5 دول", "G20"), ("قال BBC 5% من", "BBC|5%"),
    ("فاز Real Madrid 3-1 على", "Real Madrid|3-1"),
    ("قناة BBC 10:30 مساء", "BBC"), ("في BBC 1 000 000 من", "BBC|1 000 000"), ("هاتف iPhone 15و", "iPhone"),
  ])
  func `a number belongs to the name before it unless it counts what follows`(text: String, runs: String) {
    let bytes = Array(text.utf8)
    let found = isolationRuns(in: text, base: .rtl).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(found.joined(separator: "|") == runs)
  }

  @Test func `ranges are isolated on request`() {
    #expect(isolated("ع 2020-2024 ع", .rtl, isolatingRanges: true) == "ع \u{2066}2020-2024\u{2069} ع")
    #expect(isolated("ع 5–10 ع", .rtl, isolatingRanges: true) == "ع \u{2066}5–10\u{2069} ع")
  }

  @Test func `a line end closes what was left open`() {
    #expect(isolated("ع \u{2066}a\nع b ع", .rtl) == "ع \u{2066}a\nع \u{2066}b\u{2069} ع")
  }

  @Test func `on random texts runs are in order, apart, on scalar bounds and inside the text`() {
    var dice = Dice(seed: 29)
    for _ in 0..<4000 {
      let text = dice.text(length: 40)
      for base in [TextDirection.rtl, .ltr] {
        var end = 0
        for run in isolationRuns(in: text, base: base) {
          #expect(run.lowerBound >= end && !run.isEmpty && run.upperBound <= text.utf8.count)
          end = run.upperBound
          let slice = Array(text.utf8)[run]
          #expect(String(decoding: slice, as: UTF8.self).utf8.elementsEqual(slice))
        }
      }
    }
  }
}
