/// The media type of a file by the ending of its name, with its character set where it is text (IANA's names).
func mediaType(of path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  switch ending {
  case "html": return "text/html; charset=utf-8"
  case "css": return "text/css; charset=utf-8"
  case "js", "mjs": return "text/javascript; charset=utf-8"
  case "txt", "md": return "text/plain; charset=utf-8"
  case "xml": return "application/xml; charset=utf-8"
  case "json": return "application/json; charset=utf-8"
  case "webmanifest": return "application/manifest+json; charset=utf-8"
  case "svg": return "image/svg+xml; charset=utf-8"
  case "png": return "image/png"
  case "jpg", "jpeg": return "image/jpeg"
  case "webp": return "image/webp"
  case "avif": return "image/avif"
  case "gif": return "image/gif"
  case "ico": return "image/x-icon"
  case "woff2": return "font/woff2"
  case "woff": return "font/woff"
  case "ttf": return "font/ttf"
  case "pdf": return "application/pdf"
  case "mp3": return "audio/mpeg"
  case "mp4": return "video/mp4"
  default: return "application/octet-stream"
  }
}
