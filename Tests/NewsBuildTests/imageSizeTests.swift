import NewsCore
import TestSupport
import Testing

@testable import NewsBuild

@Suite struct ImageSizeTests {
  static let files: [(bytes: [UInt8], width: Int, height: Int)] = [
    ([0x89] + Array("PNG............".utf8) + [0, 0, 2, 128, 0, 0, 1, 224], 640, 480),
    (Array("GIF89a".utf8) + [0x80, 2, 0xE0, 1], 640, 480),
    (Array("RIFF....WEBPVP8 ....".utf8) + [0, 0, 0, 0x9D, 1, 0x2A, 0x80, 2, 0xE0, 1], 640, 480),
    (Array("RIFF....WEBPVP8L....".utf8) + [0x2F, 0x7F, 0xC2, 0x77, 0, 0, 0, 0, 0, 0], 640, 480),
    (Array("RIFF....WEBPVP8X....".utf8) + [0, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0], 640, 480),
    ([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 17, 8, 1, 0xE0, 2, 0x80, 3, 1, 0x22], 640, 480),
  ]

  @Test(arguments: files.indices)
  func everyKindOfFileSaysItsSize(_ index: Int) throws {
    let file = Self.files[index]
    let size = try #require(imageSize(file.bytes))
    #expect(size.width == file.width && size.height == file.height)
  }

  @Test(arguments: files.indices)
  func aFileThatEndsEarlyHasNoSizeAndDoesNoHarm(_ index: Int) {
    let bytes = Self.files[index].bytes
    for count in 0..<bytes.count { _ = imageSize(Array(bytes[..<count])) }
    #expect(imageSize(Array(bytes[..<9])) == nil)
    #expect(imageSize([0xFF, 0xD8] + [UInt8](repeating: 0xFF, count: 4096)) == nil)
    #expect(imageSize([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xE0, 0, 0, 0, 0, 0]) == nil)
  }

  @Test func theDrawingsOfTheSampleHaveTheirSize() throws {
    for name in ["harbour", "stadium", "observatory", "market"] {
      let size = try #require(imageSize(Files.read("\(packageFolder)/Content/Images/\(name).jpg")))
      #expect(size.width == 1280 && size.height == 720)
    }
  }
}
