/// HTML character references that turn up in pasted text.
enum CharacterReference {
  /// The scalar of what stands between `&` and `;`: a known name, `#1575` or `#x627`; nil for anything else.
  ///
  /// Numbers from 128 to 159 mean Windows-1252, as in the HTML standard; 0, surrogates and what lies beyond Unicode mean
  /// nothing.
  static func scalar(named name: String) -> UInt32? {
    guard name.utf8.first == 0x23 else { return names[name] }
    let number = name.dropFirst()
    let value: UInt32? =
      switch number.utf8.first {
      case 0x78, 0x58: UInt32(number.dropFirst(), radix: 16)
      default: UInt32(number)
      }
    guard let value, value > 0, Unicode.Scalar(value) != nil else { return nil }
    guard (0x80..<0xA0).contains(value) else { return value }
    let sign = LegacyTable.windows1252.upper[Int(value) - 0x80]
    return sign == 0 ? nil : UInt32(sign)
  }

  private static let names: [String: UInt32] = {
    var names: [String: UInt32] = [:]
    for pair in table.split(separator: " ") {
      let parts = pair.split(separator: "=")
      if parts.count == 2, let value = UInt32(parts[1], radix: 16) { names[String(parts[0])] = value }
    }
    return names
  }()

  private static let table = """
    quot=22 amp=26 apos=27 lt=3C gt=3E nbsp=A0 iexcl=A1 cent=A2 pound=A3 curren=A4 yen=A5 brvbar=A6 sect=A7 uml=A8 copy=A9 \
    ordf=AA laquo=AB not=AC shy=AD reg=AE macr=AF deg=B0 plusmn=B1 sup2=B2 sup3=B3 acute=B4 micro=B5 para=B6 middot=B7 \
    cedil=B8 sup1=B9 ordm=BA raquo=BB frac14=BC frac12=BD frac34=BE iquest=BF Agrave=C0 Aacute=C1 Acirc=C2 Atilde=C3 \
    Auml=C4 Aring=C5 AElig=C6 Ccedil=C7 Egrave=C8 Eacute=C9 Ecirc=CA Euml=CB Icirc=CE Iuml=CF Ntilde=D1 Ocirc=D4 \
    Ouml=D6 times=D7 Oslash=D8 Ugrave=D9 Ucirc=DB Uuml=DC szlig=DF agrave=E0 aacute=E1 acirc=E2 atilde=E3 auml=E4 \
    aring=E5 aelig=E6 ccedil=E7 egrave=E8 eacute=E9 ecirc=EA euml=EB igrave=EC iacute=ED icirc=EE iuml=EF ntilde=F1 \
    ograve=F2 oacute=F3 ocirc=F4 otilde=F5 ouml=F6 divide=F7 oslash=F8 ugrave=F9 uacute=FA ucirc=FB uuml=FC yuml=FF \
    OElig=152 oelig=153 ensp=2002 emsp=2003 thinsp=2009 zwnj=200C zwj=200D lrm=200E rlm=200F ndash=2013 mdash=2014 \
    lsquo=2018 rsquo=2019 sbquo=201A ldquo=201C rdquo=201D bdquo=201E bull=2022 hellip=2026 permil=2030 lsaquo=2039 \
    rsaquo=203A euro=20AC trade=2122 larr=2190 rarr=2192 minus=2212 num=23 colon=3A semi=3B comma=2C excl=21 percnt=25
    """
}
