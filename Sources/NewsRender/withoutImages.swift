import Markup

extension HTML {
  /// The markup of a rendered body without its images; words stand where an image has them, in brackets.
  ///
  /// Only for what `renderBody` made: there `<` begins a tag and nothing else, and attributes hold no `>`.
  public var withoutImages: HTML {
    if !hasImages { return self }
    let opening = Array("<img ".utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "<"), bytes[index...].starts(with: opening),
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
      else {
        kept.append(bytes[index])
        index += 1
        continue
      }
      let words = alternative(of: bytes[index..<end])
      if !words.isEmpty { kept += [UInt8(ascii: "[")] + words + [UInt8(ascii: "]")] }
      index = end + 1
    }
    return HTML(trusted: kept)
  }

  private var hasImages: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + 5 <= bytes.count {
        if bytes[index] == 0x3C, bytes[index + 1] == 0x69, bytes[index + 2] == 0x6D { return true }
        index += 1
      }
      return false
    }
  }

  /// The value of `alt`, escaped as it stands.
  private func alternative(of tag: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let mark = Array(" alt=\"".utf8)
    var index = tag.startIndex
    while index < tag.endIndex {
      if tag[index] == mark[0], tag[index...].starts(with: mark) {
        let rest = tag[(index + mark.count)...]
        return rest.prefix { $0 != UInt8(ascii: "\"") }
      }
      index += 1
    }
    return []
  }
}
