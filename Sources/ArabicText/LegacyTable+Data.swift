extension LegacyTable {
  // The scalars of the bytes 80 to FF, hexadecimal; `-` where the encoding has none. From the Unicode Consortium's
  // mapping tables (VENDORS/MICSFT, VENDORS/APPLE, ISO8859). The C1 controls of the ISO sets are left out, because no text
  // uses them and a text that has such bytes is in another encoding.

  static let windows1256 = LegacyTable(
    """
    20AC 67E 201A 192 201E 2026 2020 2021 2C6 2030 679 2039 152 686 698 688 6AF 2018 2019 201C 201D 2022 2013 2014 \
    6A9 2122 691 203A 153 200C 200D 6BA A0 60C A2 A3 A4 A5 A6 A7 A8 A9 6BE AB AC AD AE AF B0 B1 B2 B3 B4 B5 B6 B7 B8 \
    B9 61B BB BC BD BE 61F 6C1 621 622 623 624 625 626 627 628 629 62A 62B 62C 62D 62E 62F 630 631 632 633 634 635 \
    636 D7 637 638 639 63A 640 641 642 643 E0 644 E2 645 646 647 648 E7 E8 E9 EA EB 649 64A EE EF 64B 64C 64D 64E F4 \
    64F 650 F7 651 F9 652 FB FC 200E 200F 6D2
    """
  )

  static let iso88596 = LegacyTable(
    """
    - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - A0 - - - A4 - - - - - - - 60C AD - - - - - - - - \
    - - - - - 61B - - - 61F - 621 622 623 624 625 626 627 628 629 62A 62B 62C 62D 62E 62F 630 631 632 633 634 635 \
    636 637 638 639 63A - - - - - 640 641 642 643 644 645 646 647 648 649 64A 64B 64C 64D 64E 64F 650 651 652 - - - \
    - - - - - - - - - -
    """
  )

  static let macArabic = LegacyTable(
    """
    C4 A0 C7 C9 D1 D6 DC E1 E0 E2 E4 6BA AB E7 E9 E8 EA EB ED 2026 EE EF F1 F3 BB F4 F6 F7 FA F9 FB FC 20 21 22 23 \
    24 66A 26 27 28 29 2A 2B 60C 2D 2E 2F 660 661 662 663 664 665 666 667 668 669 3A 61B 3C 3D 3E 61F 274A 621 622 \
    623 624 625 626 627 628 629 62A 62B 62C 62D 62E 62F 630 631 632 633 634 635 636 637 638 639 63A 5B 5C 5D 5E 5F \
    640 641 642 643 644 645 646 647 648 649 64A 64B 64C 64D 64E 64F 650 651 652 67E 679 686 6D5 6A4 6AF 688 691 7B \
    7C 7D 698 6D2
    """
  )

  static let windows1255 = LegacyTable(
    """
    20AC - 201A 192 201E 2026 2020 2021 2C6 2030 - 2039 - - - - - 2018 2019 201C 201D 2022 2013 2014 2DC 2122 - 203A \
    - - - - A0 A1 A2 A3 20AA A5 A6 A7 A8 A9 D7 AB AC AD AE AF B0 B1 B2 B3 B4 B5 B6 B7 B8 B9 F7 BB BC BD BE BF 5B0 \
    5B1 5B2 5B3 5B4 5B5 5B6 5B7 5B8 5B9 5BA 5BB 5BC 5BD 5BE 5BF 5C0 5C1 5C2 5C3 5F0 5F1 5F2 5F3 5F4 - - - - - - - \
    5D0 5D1 5D2 5D3 5D4 5D5 5D6 5D7 5D8 5D9 5DA 5DB 5DC 5DD 5DE 5DF 5E0 5E1 5E2 5E3 5E4 5E5 5E6 5E7 5E8 5E9 5EA - - \
    200E 200F -
    """
  )

  static let iso88598 = LegacyTable(
    """
    - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - A0 - A2 A3 A4 A5 A6 A7 A8 A9 D7 AB AC AD AE AF \
    B0 B1 B2 B3 B4 B5 B6 B7 B8 B9 F7 BB BC BD BE - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - \
    2017 5D0 5D1 5D2 5D3 5D4 5D5 5D6 5D7 5D8 5D9 5DA 5DB 5DC 5DD 5DE 5DF 5E0 5E1 5E2 5E3 5E4 5E5 5E6 5E7 5E8 5E9 5EA \
    - - 200E 200F -
    """
  )

  static let windows1252 = LegacyTable(
    """
    20AC - 201A 192 201E 2026 2020 2021 2C6 2030 160 2039 152 - 17D - - 2018 2019 201C 201D 2022 2013 2014 2DC 2122 \
    161 203A 153 - 17E 178 A0 A1 A2 A3 A4 A5 A6 A7 A8 A9 AA AB AC AD AE AF B0 B1 B2 B3 B4 B5 B6 B7 B8 B9 BA BB BC BD \
    BE BF C0 C1 C2 C3 C4 C5 C6 C7 C8 C9 CA CB CC CD CE CF D0 D1 D2 D3 D4 D5 D6 D7 D8 D9 DA DB DC DD DE DF E0 E1 E2 \
    E3 E4 E5 E6 E7 E8 E9 EA EB EC ED EE EF F0 F1 F2 F3 F4 F5 F6 F7 F8 F9 FA FB FC FD FE FF
    """
  )
}
