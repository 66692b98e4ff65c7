/// Where the site's icons stand, relative to the site's address: always at the same place, so that a bookmark keeps its
/// picture. A site puts its own under `Templates/root/`.
enum Icon {
  static let vector = "icon.svg"
  /// For old browsers, which ask for it unbidden.
  static let classic = "favicon.ico"
  static let apple = "apple-touch-icon.png"
  /// 144 pixels: the widest picture that RSS 2.0 allows.
  static let feed = "icon-144.png"
  static let medium = "icon-192.png"
  static let large = "icon-512.png"
}
