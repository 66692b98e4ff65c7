import NewsCore
import NewsPages
import NewsRender

/// Prints pages and puts them into Output, each from values that nothing changes any more.
/// It is a class only because every story is printed by it: one reference instead of dozens.
final class PrintDesk: Sendable {
  let folder: SiteFolder
  let plan: SitePlan
  let press: Press
  let prints: PagePrints
  let edition: Edition
  let shelf: StoryShelf
  let writer: SiteWriter

  init(
    folder: SiteFolder,
    plan: SitePlan,
    press: Press,
    prints: PagePrints,
    edition: Edition,
    shelf: StoryShelf,
    writer: SiteWriter
  ) {
    self.folder = folder
    self.plan = plan
    self.press = press
    self.prints = prints
    self.edition = edition
    self.shelf = shelf
    self.writer = writer
  }

  /// A story that is to be printed.
  struct Task: Sendable {
    /// Its place in the catalogue.
    var place: Int
    var row: Int
    /// Fingerprint of its file as it was read.
    var content: Fingerprint
    /// What its pages will show.
    var print: Fingerprint
  }

  /// What became of a story's pages.
  struct Outcome: Sendable {
    var task: Task
    /// The files that had to be written.
    var written: [String] = []
    var files = 0
    /// Whether its pages show what they should.
    var isDone = true
    var diagnostics: [Diagnostic] = []
    var trouble: FileTrouble?
    /// Spent on rendering and printing, not on writing.
    var nanoseconds = 0
  }

  /// Renders the story and prints its page, that of the light edition and the short address. A file that is read again and
  /// changed meanwhile keeps the pages it has until the next build: a page never mixes two states.
  func printStory(_ task: Task) -> Outcome {
    var outcome = Outcome(task: task)
    let planned = plan.storyPlan(task.place)
    let path = plan.stories.file(task.place)
    do throws(FileTrouble) {
      let read: WholeStory?
      do throws(FileTrouble) { read = try story(task.row, path: path) } catch {
        outcome.hold(unreadable(path, error))
        return outcome
      }
      guard let read, read.content == task.content else {
        outcome.hold(changedMeanwhile(path))
        return outcome
      }
      try put(planned, read.story, path: path, bodyLine: read.bodyLine, &outcome)
      if read.story.image?.alt == nil, edition.images[task.row] != nil, let bytes = try? Files.read(folder.path(path)) {
        outcome.diagnostics.append(photoWithoutWords(path, bytes))
      }
    } catch {
      outcome.trouble = error
      outcome.isDone = false
    }
    return outcome
  }

  /// The story of a row: from the shelf, or else read again; nil where its file holds no story any more.
  func story(_ row: Int, path: String) throws(FileTrouble) -> WholeStory? {
    if let story = shelf[row] { return story }
    let bytes = try Files.read(folder.path(path))
    return WholeStory(parseStory(bytes, path: path), of: Fingerprint(of: bytes))
  }

  private func put(
    _ planned: StoryPlan,
    _ story: Story,
    path: String,
    bodyLine: Int,
    _ outcome: inout Outcome
  ) throws(FileTrouble) {
    let clock = ContinuousClock()
    let start = clock.now
    let body = renderBody(
      story.body,
      path: path,
      firstLine: bodyLine,
      base: press.direction(of: story),
      isolatingRanges: press.isolatesRanges
    )
    outcome.diagnostics = body.diagnostics
    let image = edition.images[outcome.task.row]?.address
    let pages = press.printStoryPages(
      planned,
      story: story,
      body: body.html,
      lightBody: planned.litePath == nil ? body.html : body.html.withoutImages,
      imageAddress: image
    )
    let middle = clock.now
    outcome.nanoseconds = (middle - start).nanoseconds
    outcome.count(planned.path, try writer.write(planned.path, pages.full))
    if let litePath = planned.litePath, let page = pages.lite {
      outcome.count(litePath, try writer.write(litePath, page))
    }
    if let short = planned.shortAddress {
      let redirect = Redirect(address: short, story: planned.story)
      outcome.count(redirect.path, try writer.write(redirect.path, press.printRedirect(redirect)))
    }
  }
}

extension PrintDesk.Outcome {
  fileprivate mutating func count(_ path: String, _ wasWritten: Bool) {
    files += 1
    if wasWritten { written.append(path) }
  }

  /// The story keeps the pages that it has.
  fileprivate mutating func hold(_ diagnostic: Diagnostic) {
    isDone = false
    diagnostics = [diagnostic]
  }
}

extension Duration {
  var nanoseconds: Int { Int(components.seconds) * 1_000_000_000 + Int(components.attoseconds / 1_000_000_000) }
}

private func changedMeanwhile(_ path: String) -> Diagnostic {
  Diagnostic(
    .error,
    "changed-meanwhile",
    path: path,
    "this file was changed while the site was being built",
    fix: "run warraq build again"
  )
}
