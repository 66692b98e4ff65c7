import NewsCore

/// The way from the home page to a page: only what stands above it, for the page's own heading says where it ends.
extension Press {
  var homeLink: Link { Link(text: theme.phrases[.home], href: "\(site.basePath)/") }

  func topicLink(_ topic: Int) -> Link {
    Link(text: topics[topic].name, href: href(topicAddress(topics[topic])))
  }

  /// Home, the list of topics, the topics above this one.
  func crumbs(toTopic topic: Int) -> [Link] {
    let list = Link(text: theme.phrases[.topics], href: href(topicsAddress))
    return [homeLink, list] + plan.topicTree.ancestors(of: topic).map(topicLink)
  }

  /// Home and the list of all stories: for a story without a topic.
  var crumbsToStory: [Link] { [homeLink, Link(text: theme.phrases[.latest], href: href(latestAddress))] }

  var crumbsToAuthor: [Link] { [homeLink, Link(text: theme.phrases[.authors], href: href(authorsAddress))] }
}
