import NewsCore

/// The answer to a request for a file of the site, as a good host of files would give it: `index.html` for a folder, a
/// slash added where one is missing, what `_redirects` and `_headers` say, the site's own page for what is not there.
///
/// Nothing outside the folder is ever read: a path is decoded once, and its names and what links lead to must lie in it.
public func answer(_ request: Request, from site: ServedSite) -> Answer {
  if let refusal = refuse(request, site.hosts) { return refusal }
  guard let names = decodePath(request.path) else { return .plain(400) }
  guard names.starts(with: site.base), names.count > site.base.count else {
    let isAtDoor = names == [""] || names == site.base
    return isAtDoor ? leadOn(to: site.root, status: 302) : notFound(request, site)
  }
  let query = request.query.map { "?\($0)" } ?? ""
  if let moved = site.files.target(of: names) { return leadOn(to: moved.to + query, status: moved.status) }
  let inside = Array(names.dropFirst(site.base.count))
  if inside.last == "" {
    let found = site.file(inside.dropLast() + ["index.html"])
    guard let found, found.kind == .file else { return notFound(request, site) }
    return answerWithFile(found.path, request, site)
  }
  switch site.file(inside) {
  case (let path, .file)?: return answerWithFile(path, request, site)
  case (let path, .folder)?: return leadOn(to: site.root + encodePath(path) + "/" + query, status: 301)
  default: return notFound(request, site)
  }
}

/// The answer to a request that gets nothing, whatever it asks for; nil for all others.
public func refuse(_ request: Request, _ hosts: HostRule) -> Answer? {
  guard let host = request["host"] else { return .plain(400) }
  guard hosts.admits(host) else { return .plain(421) }
  guard request.method == "GET" || request.method == "HEAD" else { return .plain(405, [("Allow", "GET, HEAD")]) }
  return nil
}

private func leadOn(to address: String, status: Int) -> Answer {
  // A browser would remember a move for ever, for every site that is ever previewed at this port.
  Answer(status, [("Location", address), ("Cache-Control", "no-store")])
}

private func notFound(_ request: Request, _ site: ServedSite) -> Answer {
  guard let found = site.file(["404.html"]), let bytes = try? Files.read("\(site.folder)/\(found.path)") else {
    return site.isBuilt ? .plain(404) : notYetBuilt()
  }
  var answer = Answer(404, hostFields(for: request.path, of: "404.html", site))
  let page = withScript(bytes, marks: [("missing", "")])
  answer["ETag"] = page.tag
  answer.body = page.bytes
  return answer
}

/// The fields of an answer with a file: what the site asks of its host, but for what would keep a change from being seen.
func hostFields(for path: String, of file: String, _ site: ServedSite) -> [(name: String, value: String)] {
  var answer = Answer(200, [("Content-Type", mediaType(of: file)), ("X-Content-Type-Options", "nosniff")])
  for (name, value) in site.files.fields(for: path) { answer[name] = value }
  answer["Cache-Control"] = "no-cache"
  answer["Strict-Transport-Security"] = nil
  answer["Cross-Origin-Resource-Policy"] = "same-origin"
  // The page that shows a story beside its source holds the story's own page in a frame.
  answer["Content-Security-Policy"] = answer["Content-Security-Policy"].map {
    $0.replacing("frame-ancestors 'none'", with: "frame-ancestors 'self'")
  }
  return answer.fields
}
