import NewsCore
import NewsPages

/// The story file, relative to the site's folder, whose page the builds into a folder have put at an address such as
/// `2026/01/05/slug/`; nil where it is no story's. It reads the index of the build, 0.1 s where there are 100,000 stories.
public func storyFile(at address: String, of output: String) -> String? {
  let key = addressKey(address)
  guard let record = try? SiteWriter(output: output, rewritesAll: false).readRecord().record else { return nil }
  let row = record.stories.rows.first { $0.columns.address == key && !$0.builtRecord.isEmpty }
  return row.map(record.stories.path)
}

/// The address, such as `2026/01/05/slug/`, at which the builds into a folder have put the page of a story file, given
/// relative to the site's folder; nil where it has none.
public func storyPage(of path: String, in output: String) -> String? {
  guard let record = try? SiteWriter(output: output, rewritesAll: false).readRecord().record else { return nil }
  let row = record.stories.rows.first { !$0.builtRecord.isEmpty && record.stories.path($0) == path }
  return row.flatMap { record.stories.teaser($0.builtRecord)?.address }
}
