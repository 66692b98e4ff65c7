import NewsBuild
import NewsCore

/// Everything that requests are answered from: what is served, and what the newsroom is told.
public struct PreviewShow: Sendable {
  /// The site as it is served.
  public var served: ServedSite
  /// What the last build said.
  public var state = PreviewState()
  /// The settings of the site.
  public var site = Site(title: "", baseURL: "http://localhost")
  /// The folder that holds Content.
  public var root: String
  /// Tells one run of the preview from another, so that pages that stayed open over it look again.
  public var session: String

  /// Gives what a new run of the preview answers from.
  public init(served: ServedSite, root: String, session: String) {
    (self.served, self.root, self.session) = (served, root, session)
  }
}

/// The answer to any request: the preview's own addresses, the source beside a story, and the site. `now` is in seconds
/// since 1970.
public func answer(_ request: Request, from show: PreviewShow, now: Int) -> Answer {
  if let refusal = refuse(request, show.served.hosts) { return refusal }
  if request.path.hasPrefix(PreviewFiles.root) { return answerForDesk(request, show, now: now) }
  if request.query == "source", let page = sourceAnswer(request, show) { return page }
  return answer(request, from: show.served)
}

private func answerForDesk(_ request: Request, _ show: PreviewShow, now: Int) -> Answer {
  if let file = PreviewFiles.all.first(where: { $0.address == request.path }) {
    return Answer(200, [("Content-Type", file.type)] + ownFields, body: file.bytes)
  }
  if request.path.hasPrefix(PreviewFiles.source) { return sourceAnswer(ofFile: request, show) ?? .plain(404) }
  switch request.path.dropFirst(PreviewFiles.root.count) {
  case "events":
    var answer = Answer(200, [("Content-Type", "text/event-stream; charset=utf-8")] + ownFields)
    answer.isStream = true
    return answer
  case "overlay":
    let type = ("Content-Type", "text/html; charset=utf-8")
    guard let markup = overlay(show.state, root: show.root, site: show.site) else { return Answer(204, ownFields) }
    return Answer(200, [type] + ownFields, body: markup.bytes)
  case "desk": return Answer(302, [("Location", PreviewFiles.root + "desk/"), ("Cache-Control", "no-store")])
  case "desk/": return deskAnswer(deskPage(show.state, site: show.site, now: now).bytes)
  default: return .plain(404)
  }
}

private func sourceAnswer(_ request: Request, _ show: PreviewShow) -> Answer? {
  guard let names = decodePath(request.path), names.starts(with: show.served.base), names.last == "" else { return nil }
  let address = names.dropFirst(show.served.base.count).joined(separator: "/")
  let output = show.served.folder
  guard let path = storyFile(at: address, of: output), let bytes = try? Files.read("\(show.root)/\(path)") else {
    return nil
  }
  return sourceAnswer(ComparedStory(address: request.path, path: path, bytes: bytes), show)
}

/// The same for any story file or raw article, such as one that is held back and has no page. Nothing else is shown, and
/// nothing outside the site's folder.
private func sourceAnswer(ofFile request: Request, _ show: PreviewShow) -> Answer? {
  guard let names = decodePath("/" + request.path.dropFirst(PreviewFiles.source.count)) else { return nil }
  let path = names.joined(separator: "/")
  guard isShownSource(path), let bytes = SourceExcerpt.bytes(of: path, in: show.root) else { return nil }
  let page = storyPage(of: path, in: show.served.folder)
  let address = page.map { show.served.address(ofFile: $0 + "index.html") }
  return sourceAnswer(ComparedStory(address: address, path: path, bytes: bytes), show)
}

private func sourceAnswer(_ source: ComparedStory, _ show: PreviewShow) -> Answer {
  var source = source
  source.diagnostics = show.state.diagnostics
  return deskAnswer(sourcePage(source, root: show.root, site: show.site).bytes)
}

/// A page of the preview's own: it is made anew after each build.
func deskAnswer(_ page: [UInt8], status: Int = 200) -> Answer {
  let type = ("Content-Type", "text/html; charset=utf-8")
  return Answer(status, [type] + ownFields, body: withScript(page, marks: [("always", "")]).bytes)
}

/// What is served while there is no page yet: what is wrong stands over it.
func notYetBuilt() -> Answer {
  let page = """
    <!doctype html><html lang="en"><head><meta charset="utf-8"><title>warraq preview</title>\
    <meta name="viewport" content="width=device-width"></head><body><p>The site is being built…</p></body></html>
    """
  return deskAnswer(Array(page.utf8), status: 503)
}

private let ownFields = [
  ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
  ("Cross-Origin-Resource-Policy", "same-origin"), ("Referrer-Policy", "same-origin"),
  (
    "Content-Security-Policy",
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
      + "connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
  ),
]
