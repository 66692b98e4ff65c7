import ArabicText
import NewsCore
import NewsPages

/// The stories that will be on the site, and what was found while choosing them.
struct Edition: Sendable {
  /// The rows of the stories, from the oldest story to the newest.
  var rows: [Int] = []
  var catalogue: Catalogue
  /// The list of topics with those added that stories name and the list does not.
  var topics: [Topic] { names.topics }
  let names: TopicNames
  /// Row → its photo.
  var images: [Int: ImageFile] = [:]
  /// Rows with an error: their pages of an earlier build stay.
  var heldBack: Set<Int> = []
  /// The next moment at which a story comes or goes, in seconds since 1970.
  var nextChange: Int?
  var diagnostics: [Diagnostic] = []
}

/// Chooses the stories that may be seen now and gives each its photo and its topics; of two stories with one address the
/// second is held back.
func editStories(
  _ index: StoryIndex,
  images: inout ImageShelf,
  setup: SiteSetup,
  options: BuildOptions,
  folder: SiteFolder
) async -> Edition {
  var selection = StorySelection(index)
  selection.choose(images, options)
  await images.measure(Set(selection.images.values), folder)
  var names = TopicNames(list: setup.topics)
  let topics = selection.topics(&names)
  let order = selection.order
  var catalogue = Catalogue(pool: index.bytes, names: index.names, reserving: order.count)
  for place in order {
    let row = index.rows[selection.chosen[place]]
    catalogue.append(
      Catalogue.Line(columns: row.columns, span: row.record.range, digest: row.digest),
      topics: topics.lists[place],
      series: topics.series[place],
      byline: index.byline(row),
      words: index.numbers[row.words.range],
      photo: selection.images[selection.chosen[place]].map(images.photo)
    )
  }
  return Edition(
    rows: order.map { selection.chosen[$0] },
    catalogue: catalogue,
    names: names,
    images: selection.images,
    heldBack: selection.heldBack,
    nextChange: selection.nextChange,
    diagnostics: selection.diagnostics + names.diagnostics + selection.photoWarnings(images)
  )
}

/// Goes through the rows in the order of their paths and decides which are on the site.
private struct StorySelection {
  private let index: StoryIndex
  private(set) var chosen: [Int] = []
  private(set) var images: [Int: ImageFile] = [:]
  private(set) var heldBack: Set<Int> = []
  private(set) var nextChange: Int?
  private(set) var diagnostics: [Diagnostic] = []

  init(_ index: StoryIndex) {
    self.index = index
    chosen.reserveCapacity(index.rows.count)
  }

  mutating func choose(_ shelf: ImageShelf, _ options: BuildOptions) {
    var holders = FirstHolders(index.rows.count)
    for position in index.rows.indices {
      let row = index.rows[position]
      if !row.notes.isEmpty { diagnostics += index.diagnostics(row.notes) }
      if row.isBroken {
        heldBack.insert(position)
        continue
      }
      guard isVisible(row, position, options) else { continue }
      do throws(Diagnostic) {
        if let holder = holders.holder(of: row.columns.address) { throw sharedAddress(position, holder) }
        if row.flags.contains(.image) {
          images[position] = try shelf.image(index.extra(row), path: index.path(row))
        }
      } catch {
        heldBack.insert(position)
        diagnostics.append(error)
        continue
      }
      _ = holders.take(row.columns.address, for: position)
      chosen.append(position)
    }
  }

  /// What agencies demand in the photo files themselves. Whether the story has a credit is not known here, so that is left
  /// to its own `instructions`.
  func photoWarnings(_ shelf: ImageShelf) -> [Diagnostic] {
    images.keys.sorted().flatMap { position -> [Diagnostic] in
      guard let image = images[position], let instructions = shelf.instructions(image) else { return [] }
      return NewsCore.photoWarnings(instructions, hasCredit: true, path: index.path(index.rows[position]))
    }
  }

  /// The places among the chosen, from the oldest story to the newest.
  var order: [Int] {
    var places = [Int32](repeating: -1, count: index.rows.count)
    for (place, row) in chosen.enumerated() { places[row] = Int32(place) }
    return index.order.compactMap { places[Int($0)] < 0 ? nil : Int(places[Int($0)]) }
  }

  private mutating func isVisible(_ row: StoryRow, _ position: Int, _ options: BuildOptions) -> Bool {
    if options.drafts { return true }
    let isForDesk = options.audience == .desk
    if row.flags.contains(.draft) { return isForDesk }
    for moment in [row.visibleFrom, row.visibleUntil] where moment > options.now && moment < .max {
      nextChange = min(nextChange ?? moment, moment)
    }
    if isForDesk { return true }
    if row.visibleFrom > options.now {
      // Where the date to be published at is past, the date itself is what the story waits for.
      if row.publishAt <= options.now, let teaser = index.teaser(row.record) { diagnostics.append(notYet(teaser)) }
      return false
    }
    return row.visibleUntil > options.now
  }

  /// The topics of each chosen story, and the one that is its series; the names that stories give are looked up once, in
  /// the order of the files.
  func topics(_ names: inout TopicNames) -> (lists: NumberLists, series: [Int32]) {
    var found = [[Int32]?](repeating: nil, count: index.names.count)
    func positions(_ name: Int32, _ row: StoryRow) -> [Int32] {
      if let known = found[Int(name)] { return known }
      let new = names.positions(of: [index.names[Int(name)]], in: index.path(row)).map(Int32.init)
      found[Int(name)] = new
      return new
    }
    var lists = NumberLists()
    lists.reserve(chosen.count, values: chosen.count * 3)
    var series: [Int32] = []
    series.reserveCapacity(chosen.count)
    var topics: [Int32] = []
    for position in chosen {
      let row = index.rows[position]
      topics.removeAll(keepingCapacity: true)
      for name in index.topics(row) {
        if !row.flags.contains(.namesTopics) {
          topics.append(name)
          continue
        }
        for topic in positions(name, row) where !topics.contains(topic) { topics.append(topic) }
      }
      let own = row.series < 0 ? nil : positions(row.series, row).first
      if let own, !topics.contains(own) { topics.append(own) }
      lists.append(topics[...])
      series.append(own ?? -1)
    }
    return (lists, series)
  }

  private func sharedAddress(_ position: Int, _ holder: Int) -> Diagnostic {
    Diagnostic(
      .error,
      "shared-address",
      path: index.path(index.rows[position]),
      "this story would stand at the same address as \(visible(index.path(index.rows[holder])))",
      fix: "change `slug` or `date` in one of the two"
    )
  }
}

/// Says of a story that waits for its date alone why it is not on the site: the date may be a slip.
private func notYet(_ teaser: Teaser) -> Diagnostic {
  Diagnostic(
    .note,
    "future-date",
    path: teaser.file,
    "the date lies ahead, \(teaser.date.iso): the story waits for it",
    fix: "correct `date`, or write `publish-at` to say that this is meant"
  )
}

extension StoryIndex {
  /// Whether one story comes before another in the catalogue: by moment, then by the bytes of the address.
  func isOlder(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (rows[left].columns.moment, rows[right].columns.moment)
    return first == second ? precedesByBytes(address(rows[left].record), address(rows[right].record)) : first < second
  }

  /// The address in a record.
  func address(_ record: StoryRow.ByteSpan) -> String {
    bytes.withBytes(record.range) { bytes in
      var reader = ByteReader(bytes)
      reader.skipText()
      return reader.text()
    }
  }
}
