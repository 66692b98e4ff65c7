import ArabicText
import NewsCore

/// The folder of the list of all stories, newest first.
public let latestAddress = "latest/"

/// The folder of the list of topics.
public let topicsAddress = "topics/"

/// The folder of a topic's page.
public func topicAddress(_ topic: Topic) -> String { "\(topicsAddress)\(topic.slug)/" }

/// The folder of the list of authors.
public let authorsAddress = "authors/"

/// The folder of an author's page.
public func authorAddress(_ author: Author) -> String { "\(authorsAddress)\(author.slug)/" }

/// The folder of the list of years.
public let archiveAddress = "archive/"

/// `2026/`: the folder of a year, in which those of its months lie.
public func yearAddress(_ year: Int) -> String { padded(year, 4) + "/" }

/// `2026/01/`
public func monthAddress(_ year: Int, _ month: Int) -> String { yearAddress(year) + padded(month, 2) + "/" }

/// `2026/01/15/`
public func dayAddress(_ day: CivilDate) -> String { monthAddress(day.year, day.month) + padded(day.day, 2) + "/" }

private func padded(_ number: Int, _ length: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
}

/// The folder of the list of corrections.
public let correctionsAddress = "corrections/"

/// The folder of the search; its index lies below it.
public let searchAddress = "search/"

/// The folder of the light edition.
public let liteAddress = "lite/"

/// The file of the light edition for that of a page.
public func litePath(_ path: String) -> String { liteAddress + path }

/// The folder of a numbered page of the list at `address`.
public func pageAddress(_ address: String, number: Int) -> String { "\(address)page/\(number)/" }

/// A path with everything but unreserved characters and `/` percent-encoded as UTF-8 (RFC 3986, section 2.1).
public func percentEncoded(_ path: String) -> String {
  var path = path
  return path.withUTF8 { source in
    if source.allSatisfy({ isUnreserved($0) || $0 == UInt8(ascii: "/") }) {
      return String(decoding: source, as: UTF8.self)
    }
    return String(unsafeUninitializedCapacity: source.count * 3) { buffer in
      var end = 0
      for byte in source {
        if isUnreserved(byte) || byte == UInt8(ascii: "/") {
          buffer[end] = byte
          end += 1
        } else {
          buffer[end] = UInt8(ascii: "%")
          buffer[end + 1] = hexadecimalDigit(byte >> 4)
          buffer[end + 2] = hexadecimalDigit(byte & 15)
          end += 3
        }
      }
      return end
    }
  }
}

/// A full address of another site with all but ASCII percent-encoded, as an IRI becomes a URI (RFC 3987, section 3.1).
func encodedAddress(_ address: String) -> String {
  if address.utf8.allSatisfy({ $0 < 0x80 }) { return address }
  var bytes: [UInt8] = []
  for byte in address.utf8 {
    bytes += byte < 0x80 ? [byte] : [UInt8(ascii: "%"), hexadecimalDigit(byte >> 4), hexadecimalDigit(byte & 15)]
  }
  return String(decoding: bytes, as: UTF8.self)
}

@inline(__always)
private func hexadecimalDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

/// Bit n of each word is set where the byte 64 w + n is a letter, a digit or one of `- . _ ~`.
private let unreserved: (UInt64, UInt64) = {
  var words: (UInt64, UInt64) = (0, 0)
  for byte in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8 {
    if byte < 64 { words.0 |= 1 << UInt64(byte) } else { words.1 |= 1 << UInt64(byte - 64) }
  }
  return words
}()

@inline(__always)
private func isUnreserved(_ byte: UInt8) -> Bool {
  byte < 0x80 && (byte < 64 ? unreserved.0 : unreserved.1) >> UInt64(byte & 63) & 1 == 1
}
