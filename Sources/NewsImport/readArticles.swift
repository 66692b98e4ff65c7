import NewsCore

/// Raw bytes → the articles in the file: several where rules part them, else one.
///
/// A file that is empty, holds a NUL byte or is no valid UTF-8 gives one element without an article and with an error.
/// `file` is relative to `Content/Articles`; `path`, for the messages, to the site's folder.
package func readArticles(_ bytes: [UInt8], file: String, path: String) -> [ReadArticle] {
  do throws(Diagnostic) {
    let lines = splitLines(try readableText(bytes, path: path))
    if lines.allSatisfy(\.isBlank) {
      throw Diagnostic(
        .error,
        "empty-article",
        path: path,
        "this article is empty",
        fix: "write its text, or delete the file"
      )
    }
    return splitArticles(lines).map { readArticle($0, file: file, path: path) }
  } catch {
    return [ReadArticle(article: nil, diagnostics: [error])]
  }
}

/// The bytes, if they are UTF-8 without NUL; a byte-order mark is left out.
func readableText(_ bytes: [UInt8], path: String) throws(Diagnostic) -> [UInt8] {
  if let offset = bytes.firstIndex(of: 0) {
    throw Diagnostic(
      .error,
      "nul-byte",
      path: path,
      line: lineNumber(bytes, offset),
      "text holds no NUL byte; there is one at byte \(offset)",
      fix: "save the file again as UTF-8 text"
    )
  }
  guard String(validating: bytes, as: UTF8.self) != nil else {
    let offset = invalidOffset(bytes)
    throw Diagnostic(
      .error,
      "not-utf8",
      path: path,
      line: lineNumber(bytes, offset),
      "this file is no valid UTF-8: the byte at \(offset) begins no character",
      fix: "save the file as UTF-8"
    )
  }
  return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
}

private func lineNumber(_ bytes: [UInt8], _ offset: Int) -> Int { bytes[..<offset].count { $0 == 0x0A } + 1 }

// The first byte that no valid sequence holds.
private func invalidOffset(_ bytes: [UInt8]) -> Int {
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var offset = 0
  while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
  return min(offset, max(0, bytes.count - 1))
}
