import ArgumentParser
import Foundation
import NewsBuild
import NewsCore

/// `warraq topics`.
struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "Says which topics matched which stories and why, and suggests new ones.",
    discussion: """
      A topic that a story names itself counts as named; what would have matched is shown beside it.

      Examples:
        warraq topics                        the site in this folder
        warraq topics my-paper --suggest 50  with fifty suggestions
        warraq topics my-paper --json        for scripts
      """
  )

  @OptionGroup var site: SiteArgument

  @Option(help: "How many names and phrases that no topic covers are suggested.")
  var suggest = 20

  @Flag(help: "Print the result as JSON.")
  var json = false

  func run() throws {
    do {
      let survey = try surveyTopics(SiteFolder(root: SiteArgument.root(site.site)), suggesting: max(0, suggest))
      Console.report(survey.diagnostics)
      if json { return Console.say(TopicSurveyJSON.text(survey)) }
      for story in survey.stories { Console.say(Self.lines(of: story)) }
      Console.say(Self.suggestions(survey))
    } catch {
      throw Console.exitCode(for: error)
    }
  }

  private static func lines(of story: TopicSurvey.Entry) -> String {
    let named = story.named.map { ["  named in the file: \($0.map { excerpt($0) }.joined(separator: ", "))"] } ?? []
    let matches = story.matches.map { topic, match in
      "  \(excerpt(topic)), score \(match.score): \(match.reasons.joined(separator: "; "))"
    }
    return (["\(visible(story.path)): \(excerpt(story.title))"] + named + matches).joined(separator: "\n")
  }

  private static func suggestions(_ survey: TopicSurvey) -> String {
    let lines = survey.suggestions.map { suggestion in
      "  \(excerpt(suggestion.phrase)) in \(suggestion.stories) stories, such as \(suggestion.examples.first.map(visible) ?? "")"
    }
    let head = lines.isEmpty ? "No new topics are suggested." : "Not covered by any topic:"
    return ([head] + lines + ["\(survey.unused.count) topics of the list have no story yet."]).joined(separator: "\n")
  }
}

/// The result of `warraq topics --json`.
private struct TopicSurveyJSON: Encodable {
  struct Story: Encodable {
    var path: String
    var title: String
    var named: [String]?
    var matches: [Match]
  }

  struct Match: Encodable {
    var topic: String
    var score: Int
    var reasons: [String]
  }

  struct Suggestion: Encodable {
    var phrase: String
    var stories: Int
    var examples: [String]
  }

  var stories: [Story]
  var suggestions: [Suggestion]
  var unused: [String]

  static func text(_ survey: TopicSurvey) -> String {
    let value = TopicSurveyJSON(
      stories: survey.stories.map { story in
        Story(
          path: story.path,
          title: story.title,
          named: story.named,
          matches: story.matches.map { Match(topic: $0.topic, score: $0.match.score, reasons: $0.match.reasons) }
        )
      },
      suggestions: survey.suggestions.map { Suggestion(phrase: $0.phrase, stories: $0.stories, examples: $0.examples) },
      unused: survey.unused
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
