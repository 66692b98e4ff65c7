extension MachinePress {
  /// For `import` in a site block with `root` and `file_server` (Caddy 2.8 or later).
  func caddySnippet(moved: [Redirect]) -> String {
    let rules =
      caddyHeaders + caddyTypes + ["@warraq_hidden path_regexp `\(hiddenPattern)`", "error @warraq_hidden 404"]
    let moves = moved.map { redirect in
      "redir \"\(site.basePath)/\(redirect.address)\" \"\(site.basePath)/\(percentEncoded(target(of: redirect)))\" 301"
    }
    return """
      # import this in the site block; \(rootAdvice)
      route \(site.basePath)/* {
      \((rules + moves).map { "\t\($0)" }.joined(separator: "\n"))
      }
      handle_errors 404 {
      \trewrite \(site.basePath)/* \(site.basePath)/404.html
      \theader Content-Type "text/html; charset=utf-8"
      \theader Cache-Control "\(ShelfLife.minute.cacheControl)"
      \tfile_server
      }

      """
  }

  private var caddyHeaders: [String] {
    var lines = ["header {"] + headers.map { "\t\($0.name) \"\($0.value)\"" }
    lines += ["\tCache-Control \"\(ShelfLife.minute.cacheControl)\"", "}"]
    for life in ShelfLife.allCases {
      guard let pattern = pattern(of: life) else { continue }
      lines += [
        "@warraq_\(life) path_regexp `\(pattern)`", "header @warraq_\(life) Cache-Control \"\(life.cacheControl)\"",
      ]
    }
    return lines
  }

  /// Of pages the server says the type by itself; under the address of a folder it has no ending to go by here.
  private var caddyTypes: [String] {
    let texts = Self.textTypes.filter { $0.ending != "html" }.map { ("*.\($0.ending)", "\($0.type); charset=utf-8") }
    let others = Self.otherTypes.map { ("*.\($0.ending)", $0.type) }
    let files = Self.fileTypes.map { ("*/\($0.file)", "\($0.type); charset=utf-8") }
    return (texts + others + files).enumerated().flatMap { number, rule in
      ["@warraq_\(number) path \(rule.0)", "header @warraq_\(number) Content-Type \"\(rule.1)\""]
    }
  }
}
