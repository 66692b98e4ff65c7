import NewsCore
import NewsTemplates

extension TemplateSource {
  /// The template with the names that the assets have in Output: what stands right behind `{{assets-href}}` is the path
  /// of a file of `Templates/assets`. A name that no file has is added to `diagnostics`.
  func naming(_ assets: AssetFiles, _ diagnostics: inout [Diagnostic]) -> TemplateSource {
    let mark = Array("{{assets-href}}".utf8)
    guard var range = bytes[...].firstRange(ofMark: mark) else { return self }
    let ends = Array(" \t\n\"'<>{)?#".utf8)
    var result: [UInt8] = []
    var rest = bytes[...]
    while true {
      let end = rest[range.upperBound...].firstIndex(where: ends.contains) ?? rest.endIndex
      let path = String(decoding: rest[range.upperBound..<end], as: UTF8.self)
      result += rest[..<range.upperBound]
      if let name = assets.names["assets/\(path)"] {
        result += Array(name.utf8.dropFirst("assets/".utf8.count))
      } else {
        result += Array(path.utf8)
        let line = bytes[..<range.lowerBound].count { $0 == 0x0A } + 1
        diagnostics.append(noAsset(path, line: line))
      }
      rest = rest[end...]
      guard let next = rest.firstRange(ofMark: mark) else { break }
      range = next
    }
    return TemplateSource(path: self.path, bytes: result + rest)
  }

  private func noAsset(_ name: String, line: Int) -> Diagnostic {
    Diagnostic(
      .error,
      "no-asset",
      path: path,
      line: line,
      "there is no file \(excerpt(name)) in Templates/assets",
      fix: "put the file there, or give the name of one that is there"
    )
  }
}

extension ArraySlice<UInt8> {
  /// The first place of a mark. The standard library's `firstRange` makes an array for each byte that it looks at.
  fileprivate func firstRange(ofMark mark: [UInt8]) -> Range<Int>? {
    guard let first = mark.first else { return nil }
    var rest = self
    while let start = rest.firstIndex(of: first), rest.endIndex - start >= mark.count {
      if rest[start..<start + mark.count].elementsEqual(mark) { return start..<start + mark.count }
      rest = rest[(start + 1)...]
    }
    return nil
  }
}
