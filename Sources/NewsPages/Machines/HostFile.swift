/// A file that tells a web host which headers to send.
package enum HostFile: String, Sendable, CaseIterable {
  /// Netlify, Cloudflare Pages and their kin.
  case headers = "_headers"
  case apache = ".htaccess"
  case nginx = ".warraq/hosts/nginx.conf"
  case caddy = ".warraq/hosts/Caddyfile"

  /// Where it stands, relative to Output. The first two are read there by the host and are part of the site; a snippet
  /// for the configuration of a server lies in `.warraq`, which is never published.
  var path: String { rawValue }
}

extension MachinePress {
  func printHostFile(_ file: HostFile) -> [UInt8] {
    switch file {
    case .headers: Array(headersFile.utf8)
    case .apache: Array(apacheFile.utf8)
    case .nginx: Array(nginxSnippet.utf8)
    case .caddy: Array(caddySnippet.utf8)
    }
  }

  private var headersFile: String {
    var text = "\(site.basePath)/*\n" + headers.map { "  \($0.name): \($0.value)\n" }.joined()
    for (file, type) in Self.mediaTypes {
      let folders =
        [manifestAddress, openSearchAddress].contains(file) ? [""] : ["", "\(topicsAddress)*/", "\(authorsAddress)*/"]
      for folder in folders { text += "\(site.basePath)/\(folder)\(file)\n  Content-Type: \(type)\n" }
    }
    return text
  }

  private var apacheFile: String {
    var text = "Options -Indexes\nErrorDocument 404 \(site.basePath)/404.html\n"
    text += "<IfModule mod_alias.c>\n  RedirectMatch 404 \"/\\.warraq(/|$)\"\n</IfModule>\n<IfModule mod_headers.c>\n"
    text += headers.map { "  Header always set \($0.name) \"\($0.value)\"\n" }.joined() + "</IfModule>\n"
    for (file, type) in Self.mediaTypes {
      text += "<Files \"\(file)\">\n  ForceType \"\(type)\"\n</Files>\n"
    }
    return text
  }

  /// For `include` in a `server` block whose `root` is Output.
  private var nginxSnippet: String {
    var text = "# include this in the server block whose root is the folder of the site\n"
    text += "charset utf-8;\nerror_page 404 \(site.basePath)/404.html;\n"
    text += headers.map { "add_header \($0.name) \"\($0.value)\" always;\n" }.joined()
    text += "location ^~ \(site.basePath)/.warraq/ { return 404; }\n"
    for (file, type) in Self.mediaTypes {
      let pattern = "/\(file.split(separator: ".").joined(separator: "\\."))$"
      text += "location ~ \(pattern) { types { } default_type \"\(type)\"; }\n"
    }
    return text
  }

  /// For `import` in a site block with `root` and `file_server`.
  private var caddySnippet: String {
    var text = "# import this in the site block whose root is the folder of the site\nheader {\n"
    text += headers.map { "\t\($0.name) \"\($0.value)\"\n" }.joined() + "}\n"
    for (number, (file, type)) in Self.mediaTypes.enumerated() {
      text += "@warraq\(number) path */\(file)\nheader @warraq\(number) Content-Type \"\(type)\"\n"
    }
    text += "@warraq path \(site.basePath)/.warraq/*\nerror @warraq 404\n"
    return text + "handle_errors {\n\trewrite * \(site.basePath)/404.html\n\tfile_server\n}\n"
  }
}
