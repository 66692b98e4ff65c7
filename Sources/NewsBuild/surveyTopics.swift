import NewsCore

/// What topics a site's stories touch, and what topics its list lacks.
public struct TopicSurvey: Sendable {
  /// A story and its topics.
  public struct Entry: Sendable {
    /// The story file, relative to the site's folder.
    public var path: String
    /// The story's headline.
    public var title: String
    /// The names in the file; nil where it has none and the matches count.
    public var named: [String]?
    /// Topic and reasons, best first.
    public var matches: [(topic: String, match: TopicMatch)]
  }

  /// Stories with the topics that were found in them.
  public var stories: [Entry] = []
  /// A phrase, in how many stories it stands, and up to three of their files.
  public var suggestions: [(phrase: String, stories: Int, examples: [String])] = []
  /// Topics that no story touches.
  public var unused: [String] = []
  /// What is wrong in the list of topics and the stories.
  public var diagnostics: [Diagnostic] = []
}

/// Reads every story and says which topics match it and why, and which frequent names and phrases no topic covers.
public func surveyTopics(_ folder: SiteFolder, suggesting limit: Int) throws(BuildTrouble) -> TopicSurvey {
  let setup = try SiteSetup(folder)
  let walk = try orStop { () throws(FileTrouble) in try walkFolder(SiteFolder.stories, under: folder.root) }
  var survey = TopicSurvey(diagnostics: (setup.diagnostics + walk.diagnostics).sorted())
  var suggestions = TopicSuggestions(setup.topics)
  var used: Set<Int> = []
  for file in walk.files where isStoryFile(file) {
    let path = "\(SiteFolder.stories)/\(file)"
    guard let bytes = try? Files.read(folder.path(path)), let story = parseStory(bytes, path: path).story else {
      continue
    }
    let matches = setup.matcher.matches(in: topicTexts(of: story))
    used.formUnion(story.topics?.compactMap { setup.topics.index(named: $0) } ?? matches.map(\.topic))
    survey.stories.append(
      TopicSurvey.Entry(
        path: path,
        title: story.title,
        named: story.topics,
        matches: matches.map { (setup.topics.topics[$0.topic].name, $0) }
      )
    )
    suggestions.add(title: story.title, body: story.body)
  }
  survey.suggestions = suggestions.best(limit).map { suggestion in
    (suggestion.phrase, suggestion.stories, suggestion.examples.map { survey.stories[$0].path })
  }
  survey.unused = setup.topics.topics.indices.filter { !used.contains($0) }.map { setup.topics.topics[$0].name }
  return survey
}
