import NewsCore

extension Press {
  private var homeFrame: SiteFrame {
    var frame = frame(title: nil, description: site.description, address: "")
    frame.completeHead { [machines] in $0.data = machines.homeData }
    return frame
  }

  func homePage(_ home: HomePlan) -> HomePage {
    HomePage(
      frame: homeFrame,
      lead: home.lead.map(card),
      secondary: home.secondary.map(card),
      blocks: home.blocks.map { block in
        HomeBlock(
          name: type.set(topics[block.topic].name),
          href: href(topicAddress(topics[block.topic])),
          stories: block.stories.map(card)
        )
      },
      recent: home.recent.map(card)
    )
  }
}
