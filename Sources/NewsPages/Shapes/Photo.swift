import NewsCore
import NewsTemplates

/// The image file of a story as any page shows it.
public struct Photo: Sendable, Hashable {
  /// Where it stands in Output.
  public var address: String
  /// In pixels; nil where the file does not say.
  public var width: Int?
  /// In pixels, where the file says it.
  public var height: Int?
  /// The length of the file; nil where it is not known.
  public var bytes: Int?
  /// What the file says of itself.
  public var facts = PhotoFacts()

  /// Gives an image file of Output by its address, with its size in pixels and in bytes.
  public init(address: String, width: Int?, height: Int?, bytes: Int? = nil) {
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
