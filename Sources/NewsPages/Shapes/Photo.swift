import NewsCore
import NewsTemplates

/// The image file of a story as any page shows it.
package struct Photo: Sendable, Hashable {
  /// Where it stands in Output.
  package var address: String
  /// In pixels; nil where the file does not say.
  package var width: Int?
  package var height: Int?
  /// The length of the file; nil where it is not known.
  package var bytes: Int?
  /// What the file says of itself.
  package var facts = PhotoFacts()

  package init(address: String, width: Int?, height: Int?, bytes: Int? = nil) {
    self.address = address
    self.width = width
    self.height = height
    self.bytes = bytes
  }
}

/// A photo beside a story in a list; the headline beside it says what it shows.
struct CardPhoto: Sendable {
  var photo: Photo
  var href: String

  static let shape = Shape<CardPhoto>([
    .text("src", "The address of the image file.") { $0.href },
    .text("width", "Its width in pixels.") { $0.photo.width.map(String.init) },
    .text("height", "Its height in pixels.") { $0.photo.height.map(String.init) },
  ])
}
