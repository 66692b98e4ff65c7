/// Whose clocks a time is read on, in words: «بتوقيت دمشق» (A-N4). A zone or language without words here gets its offset
/// from UTC, in seconds east, as `UTC+3` or `UTC+5:30`.
func zoneLabel(_ zone: String, language: String, offset: Int) -> String {
  if let names = cities[zone], let place = languages.firstIndex(of: language) {
    let city = names[place]
    switch language {
    case "ar": return "بتوقيت \(city)"
    case "fa": return "به وقت \(city)"
    case "ur": return "\(city) کے وقت کے مطابق"
    case "he": return "שעון \(city)"
    default: return "\(city) time"
    }
  }
  if offset == 0 { return language == "ar" ? "ت.غ" : "UTC" }
  let minutes = abs(offset) / 60
  let rest = minutes % 60 == 0 ? "" : ":\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  return "UTC\(offset < 0 ? "-" : "+")\(minutes / 60)\(rest)"
}

private let languages = ["ar", "fa", "ur", "he", "en"]

private let cities: [String: [String]] = [
  "Africa/Algiers": ["الجزائر", "الجزیره", "الجزائر", "אלג׳יר", "Algiers"],
  "Africa/Cairo": ["القاهرة", "قاهره", "قاہرہ", "קהיר", "Cairo"],
  "Africa/Casablanca": ["الرباط", "رباط", "رباط", "רבאט", "Rabat"],
  "Africa/Djibouti": ["جيبوتي", "جیبوتی", "جبوتی", "ג׳יבוטי", "Djibouti"],
  "Africa/Khartoum": ["الخرطوم", "خارطوم", "خرطوم", "חרטום", "Khartoum"],
  "Africa/Mogadishu": ["مقديشو", "موگادیشو", "موغادیشو", "מוגדישו", "Mogadishu"],
  "Africa/Nouakchott": ["نواكشوط", "نواکشوت", "نواکشوط", "נואקשוט", "Nouakchott"],
  "Africa/Tripoli": ["طرابلس", "طرابلس", "طرابلس", "טריפולי", "Tripoli"],
  "Africa/Tunis": ["تونس", "تونس", "تونس", "תוניס", "Tunis"],
  "Asia/Aden": ["صنعاء", "صنعا", "صنعاء", "צנעא", "Sanaa"],
  "Asia/Amman": ["عمّان", "امان", "عمان", "עמאן", "Amman"],
  "Asia/Baghdad": ["بغداد", "بغداد", "بغداد", "בגדד", "Baghdad"],
  "Asia/Bahrain": ["المنامة", "منامه", "منامہ", "מנאמה", "Manama"],
  "Asia/Beirut": ["بيروت", "بیروت", "بیروت", "ביירות", "Beirut"],
  "Asia/Damascus": ["دمشق", "دمشق", "دمشق", "דמשק", "Damascus"],
  "Asia/Dubai": ["أبوظبي", "ابوظبی", "ابوظہبی", "אבו דאבי", "Abu Dhabi"],
  "Asia/Gaza": ["غزة", "غزه", "غزہ", "עזה", "Gaza"],
  "Asia/Hebron": ["القدس", "قدس", "القدس", "ירושלים", "Jerusalem"],
  "Asia/Jerusalem": ["القدس", "قدس", "القدس", "ישראל", "Jerusalem"],
  "Asia/Kabul": ["كابول", "کابل", "کابل", "קאבול", "Kabul"],
  "Asia/Karachi": ["إسلام آباد", "اسلام‌آباد", "پاکستان", "פקיסטן", "Pakistan"],
  "Asia/Kolkata": ["نيودلهي", "دهلی نو", "نئی دہلی", "ניו דלהי", "New Delhi"],
  "Asia/Kuwait": ["الكويت", "کویت", "کویت", "כווית", "Kuwait"],
  "Asia/Muscat": ["مسقط", "مسقط", "مسقط", "מסקט", "Muscat"],
  "Asia/Qatar": ["الدوحة", "دوحه", "دوحہ", "דוחה", "Doha"],
  "Asia/Riyadh": ["مكة المكرمة", "ریاض", "ریاض", "ריאד", "Riyadh"],
  "Asia/Tehran": ["طهران", "تهران", "تہران", "טהראן", "Tehran"],
  "Europe/Istanbul": ["إسطنبول", "استانبول", "استنبول", "איסטנבול", "Istanbul"],
  "Europe/London": ["لندن", "لندن", "لندن", "לונדון", "London"],
  "Indian/Comoro": ["موروني", "مورونی", "مورونی", "מורוני", "Moroni"],
]
