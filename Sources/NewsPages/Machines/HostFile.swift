import NewsCore

/// A file that tells a web host which headers to send, which media types there are, and what has moved.
public enum HostFile: String, Sendable, CaseIterable {
  /// Netlify, Cloudflare Pages and their kin; what has moved is in `_redirects`.
  case headers = "_headers"
  case apache = ".htaccess"
  case nginx = ".warraq/hosts/nginx.conf"
  case caddy = ".warraq/hosts/Caddyfile"

  /// Where it stands, relative to Output. The first two are read there by the host and are part of the site; a snippet
  /// for the configuration of a server lies in `.warraq`, which is never published.
  var path: String { rawValue }
}

extension MachinePress {
  func printHostFile(_ file: HostFile, moved: [Redirect]) -> [UInt8] {
    switch file {
    case .headers: Array(headersFile.utf8)
    case .apache: Array(apacheFile(moved: plain(moved)).utf8)
    case .nginx: Array(nginxSnippet(moved: plain(moved)).utf8)
    case .caddy: Array(caddySnippet(moved: plain(moved)).utf8)
    }
  }

  private var headersFile: String {
    var text = "\(site.basePath)/*\n" + headers.map { "  \($0.name): \($0.value)\n" }.joined()
    for (file, type) in Self.fileTypes {
      let folders =
        [manifestAddress, openSearchAddress].contains(file)
        ? [""] : ["", "\(topicsAddress)*/", "\(authorsAddress)*/", correctionsAddress]
      for folder in folders { text += "\(site.basePath)/\(folder)\(file)\n  Content-Type: \(type); charset=utf-8\n" }
    }
    // These hosts let browsers ask each time whether a page has changed. Of what overlaps they send both values.
    for folder in ShelfLife.folders {
      let life = folder == "assets" ? ShelfLife.forever : .hour
      text += "\(site.basePath)/\(folder)/*\n  Cache-Control: \(life.cacheControl)\n"
    }
    return text
  }

  /// What a server is told of; an address with a sign that means something to one of them is left to its own page.
  private func plain(_ redirects: [Redirect]) -> [Redirect] {
    redirects.prefix(Self.mostMoves).filter { redirect in
      !(redirect.address + target(of: redirect)).utf8.contains(where: "${}%&'`\"\\".utf8.contains)
    }
  }

  /// The address of the story, relative to the site's.
  func target(of redirect: Redirect) -> String { plan.stories.address(redirect.story) }

  /// A server goes through its rules one by one, Apache for each answer.
  private static var mostMoves: Int { 2000 }
}

/// A text as a regular expression that means this text alone, in the dialects of PCRE and RE2.
func escapedForExpression(_ text: String) -> String {
  String(
    text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
      let isSign = scalar.isASCII && !scalar.properties.isAlphabetic && !(48...57).contains(scalar.value)
      return isSign && !"/-_~ %".unicodeScalars.contains(scalar) ? ["\\", scalar] : [scalar]
    }
    .map(Character.init)
  )
}
