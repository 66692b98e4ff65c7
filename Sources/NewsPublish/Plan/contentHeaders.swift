/// What a host that is told is to say of a file: its media type (RFC 9110) and for how long it may be kept.
public struct FileHeaders: Sendable, Hashable {
  /// The media type with its charset.
  public var contentType: String
  /// How long others may keep it (RFC 9111).
  public var cacheControl: String
  /// `gzip` or `br` for a compressed sibling.
  public var contentEncoding: String?
}

/// The headers of a file by its path. Fingerprinted files are kept for a year; everything else is asked for again
/// after a minute, so that a page never stays older than what it leads to.
public func contentHeaders(_ path: String) -> FileHeaders {
  let encoding = path.hasSuffix(".gz") ? "gzip" : path.hasSuffix(".br") ? "br" : nil
  let plain = encoding == nil ? path : String(path.dropLast(3))
  return FileHeaders(
    contentType: mediaType(plain),
    cacheControl: isFingerprinted(plain)
      ? "public, max-age=31536000, immutable" : "public, max-age=60, must-revalidate, stale-while-revalidate=300",
    contentEncoding: encoding
  )
}

private func mediaType(_ path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  switch name {
  case "feed.xml": return "application/rss+xml; charset=utf-8"
  case "atom.xml": return "application/atom+xml; charset=utf-8"
  case "feed.json": return "application/feed+json; charset=utf-8"
  default: break
  }
  switch name.split(separator: ".").last.map({ $0.lowercased() }) ?? "" {
  case "html": return "text/html; charset=utf-8"
  case "css": return "text/css; charset=utf-8"
  case "js", "mjs": return "text/javascript; charset=utf-8"
  case "json": return "application/json; charset=utf-8"
  case "xml": return "application/xml; charset=utf-8"
  case "txt": return "text/plain; charset=utf-8"
  case "webmanifest": return "application/manifest+json; charset=utf-8"
  case "svg": return "image/svg+xml"
  case "png": return "image/png"
  case "jpg", "jpeg": return "image/jpeg"
  case "gif": return "image/gif"
  case "webp": return "image/webp"
  case "avif": return "image/avif"
  case "ico": return "image/x-icon"
  case "woff2": return "font/woff2"
  case "woff": return "font/woff"
  case "wasm": return "application/wasm"
  case "pdf": return "application/pdf"
  case "mp3": return "audio/mpeg"
  case "mp4": return "video/mp4"
  default: return "application/octet-stream"
  }
}
