extension MachinePress {
  /// `.htaccess` for Apache 2.4; the host has to allow it with `AllowOverride All`.
  func apacheFile(moved: [Redirect]) -> String {
    var text = "Options -Indexes\nErrorDocument 404 \(site.basePath)/404.html\n"
    text += "<IfModule mod_alias.c>\n  RedirectMatch 404 \"\(hiddenPattern)\"\n"
    // Apache encodes the target by itself.
    for redirect in moved {
      let from = escapedForExpression("\(site.basePath)/\(redirect.address)")
      text += "  RedirectMatch 301 \"^\(from)$\" \"\(site.basePath)/\(target(of: redirect))\"\n"
    }
    return text + "</IfModule>\n" + apacheHeaders + apacheTypes
  }

  private var apacheHeaders: String {
    var text = "<IfModule mod_headers.c>\n"
    text += headers.map { "  Header always set \($0.name) \"\($0.value)\"\n" }.joined()
    for life in ShelfLife.allCases {
      let line = "Header always set Cache-Control \"\(life.cacheControl)\""
      if let pattern = pattern(of: life) {
        text += "  <If \"%{REQUEST_URI} =~ m#\(pattern)#\">\n    \(line)\n  </If>\n"
      } else {
        text += "  \(line)\n"
      }
    }
    return text + "</IfModule>\n"
  }

  private var apacheTypes: String {
    let all = Self.textTypes + Self.otherTypes
    var text = "<IfModule mod_mime.c>\n" + all.map { "  AddType \($0.type) .\($0.ending)\n" }.joined()
    text += "  AddCharset utf-8 \((Self.textTypes.map { ".\($0.ending)" } + [".webmanifest"]).joined(separator: " "))\n"
    text += "</IfModule>\n"
    for (file, type) in Self.fileTypes {
      text += "<Files \"\(file)\">\n  ForceType \"\(type); charset=utf-8\"\n</Files>\n"
    }
    return text
  }
}
