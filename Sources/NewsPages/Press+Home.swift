import NewsCore

extension Press {
  func homePage(_ home: HomePlan) -> HomePage {
    HomePage(
      frame: frame(title: nil, description: site.description, address: ""),
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
