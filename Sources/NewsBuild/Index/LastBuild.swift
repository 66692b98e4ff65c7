import NewsCore

/// What the last build was made of and what it said. Where a build would be made of the same, between its moment and the
/// next one at which the clock changes the site, there is nothing to do but to say the same again.
///
/// It stands in `Output/.warraq/last`, and only spares work: where it is missing or does not fit, the build goes its whole
/// way and finds that nothing changed.
struct LastBuild: Sendable {
  private let file: String
  private let folder: String
  private let inputs: Fingerprint
  private let now: Int

  /// `inputs` stands for all that the build is made of.
  init(_ folder: SiteFolder, inputs: Fingerprint, now: Int) {
    self.folder = "\(folder.output)/.warraq"
    file = "\(self.folder)/last"
    self.inputs = inputs
    self.now = now
  }

  /// What the last build said, if this one would be the same.
  var report: BuildReport? {
    guard let bytes = try? Files.read(file), bytes.count > 16 else { return nil }
    return bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      var print = Fingerprint()
      print.mix(UnsafeRawBufferPointer(rebasing: bytes[16...]))
      guard reader.fingerprint() == print, reader.fingerprint() == inputs, reader.fingerprint() == stateOfIndex else {
        return nil
      }
      let (since, until) = (reader.number(), reader.number())
      return (since..<until).contains(now) ? BuildReport(&reader) : nil
    }
  }

  /// Keeps what this build said, for the next one.
  func keep(_ report: BuildReport, _ writer: SiteWriter) throws(FileTrouble) {
    var body = ByteWriter()
    body.write(inputs)
    body.write(stateOfIndex)
    body.write(now)
    body.write(report.nextChange ?? .max)
    report.write(to: &body)
    var head = ByteWriter()
    head.write(Fingerprint(of: body.bytes))
    _ = try writer.write(".warraq/last", head.bytes + body.bytes)
  }

  /// The stamps of what other builds left behind: each of them that did something wrote there.
  private var stateOfIndex: Fingerprint {
    var print = Fingerprint()
    let list = try? Files.list(folder) { !$0.hasPrefix("index") && !$0.hasPrefix("search") && $0 != "unfinished" }
    for entry in (list?.files ?? []).sorted(by: { precedesByBytes($0.name, $1.name) }) {
      print.mix(entry.name)
      print.mix(entry.stamp)
    }
    return print
  }
}

extension BuildReport {
  /// Writes what a build says that has nothing to do.
  fileprivate func write(to writer: inout ByteWriter) {
    for number in [articles, stories, topics, pages, unchanged + written, heldBack, nextChange ?? .max] {
      writer.write(number)
    }
    writer.write(diagnostics.count)
    for diagnostic in diagnostics { diagnostic.write(to: &writer) }
  }

  fileprivate init(_ reader: inout ByteReader) {
    articles = reader.number()
    stories = reader.number()
    topics = reader.number()
    pages = reader.number()
    unchanged = reader.number()
    heldBack = reader.number()
    let next = reader.number()
    nextChange = next == .max ? nil : next
    diagnostics = (0..<reader.number()).map { _ in Diagnostic(&reader) }
  }
}
