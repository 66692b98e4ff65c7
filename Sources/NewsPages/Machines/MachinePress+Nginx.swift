extension MachinePress {
  /// For `include` in a `server` block. A site in a folder of its host keeps to that folder.
  func nginxSnippet(moved: [Redirect]) -> String {
    let moves = moved.map { redirect in
      "location = \"\(site.basePath)/\(redirect.address)\" { return 301 \"\(site.basePath)/\(percentEncoded(target(of: redirect)))\"; }"
    }
    let lines = nginxRules + moves + nginxFileTypes
    let head = (["# include this in the server block; \(rootAdvice)"] + nginxShelfLives).joined(separator: "\n") + "\n"
    if site.basePath.isEmpty { return head + lines.map { "\($0)\n" }.joined() }
    return head + "location ^~ \"\(site.basePath)/\" {\n" + lines.map { "  \($0)\n" }.joined() + "}\n"
  }

  /// What `root` has to be.
  var rootAdvice: String {
    site.basePath.isEmpty
      ? "its root is the folder of the site" : "its root is the folder that holds the site as \(site.basePath)"
  }

  // They stand outside of `location`: one inside another does not take over what the outer one has set.
  private var nginxShelfLives: [String] {
    ShelfLife.allCases.map { life in
      let set = "set $warraq_cache \"\(life.cacheControl)\";"
      let all = site.basePath.isEmpty ? nil : "^\(escapedForExpression(site.basePath))/"
      return (pattern(of: life) ?? all).map { "if ($uri ~ \"\($0)\") { \(set) }" } ?? set
    }
  }

  private var nginxRules: [String] {
    let types = (Self.textTypes + Self.otherTypes).map { "\($0.type) \($0.ending);" }
    return [
      "charset utf-8;", "charset_types \(charsetTypes);", "absolute_redirect off;",
      "error_page 404 \"\(site.basePath)/404.html\";", "types { \(types.joined(separator: " ")) }",
    ] + headers.map { "add_header \($0.name) \"\($0.value)\" always;" } + [
      "add_header Cache-Control $warraq_cache always;", "location ~ \"\(hiddenPattern)\" { return 404; }",
    ]
  }

  private var charsetTypes: String {
    let types = Self.textTypes.map(\.type).filter { $0 != "text/html" } + Self.fileTypes.map(\.type)
    return types.joined(separator: " ")
  }

  private var nginxFileTypes: [String] {
    Self.fileTypes.map { file, type in
      "location ~ \"/\(escapedForExpression(file))$\" { types { } default_type \(type); }"
    }
  }
}
