/// The parts of a BCP 47 tag that choose digits, months and direction: `az-Arab-IR-u-nu-latn`.
///
/// Anything else in the tag is passed over; an underscore is taken for a hyphen.
struct LanguageTag {
  /// Lowercase language, with the withdrawn codes `iw` and `ji` read as `he` and `yi`.
  var language = ""
  /// Lowercase script of four letters, or empty.
  var script = ""
  /// Uppercase country of two letters or three digits, or empty.
  var region = ""
  /// Value of the Unicode extension key `nu`, or empty.
  var numbers = ""

  init(_ tag: String) {
    // Nearly every tag that is asked for is a language alone.
    if tag.utf8.count == 2, tag.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
      language = tag == "iw" ? "he" : tag == "ji" ? "yi" : tag
      return
    }
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
    guard let first = parts.first else { return }
    language = first == "iw" ? "he" : first == "ji" ? "yi" : String(first)
    var extended = false
    for (index, part) in parts.enumerated().dropFirst() {
      if part.utf8.count == 1 { extended = true }
      if extended {
        if part == "nu", index + 1 < parts.count { numbers = String(parts[index + 1]) }
      } else if part.utf8.count == 4, script.isEmpty, region.isEmpty {
        script = String(part)
      } else if region.isEmpty, part.utf8.count == 2 || (part.utf8.count == 3 && part.allSatisfy(\.isNumber)) {
        region = part.uppercased()
      }
    }
  }
}
