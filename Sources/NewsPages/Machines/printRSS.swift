import Markup

extension MachinePress {
  /// RSS 2.0 with the names of Dublin Core, Media RSS and Atom that readers know. `lastBuildDate` is the time of the
  /// newest story, not of the build, so that an unchanged feed has unchanged bytes.
  func printRSS(_ head: FeedHead, _ stories: [FeedStory]) -> [UInt8] {
    var xml = XML(reserving: 4096 + stories.count * 2048)
    let names: XML.Attributes = [
      "version": "2.0", "xmlns:atom": "http://www.w3.org/2005/Atom", "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      "xmlns:media": "http://search.yahoo.com/mrss/",
    ]
    xml.element("rss", names) { xml in
      xml.element("channel") { xml in
        channel(head, stories, &xml)
        for story in stories { xml.element("item") { item(story, &$0) } }
      }
    }
    return xml.bytes
  }

  private func channel(_ head: FeedHead, _ stories: [FeedStory], _ xml: inout XML) {
    xml.element("title", text: head.title)
    xml.element("link", text: head.home)
    xml.element("description", text: head.description)
    xml.element("language", text: site.language.lowercased())
    xml.element("lastBuildDate", text: stories.map(\.changed).max()?.rfc822)
    xml.element("ttl", text: "60")
    xml.element("image") { xml in
      xml.element("url", text: absolute(Icon.feed))
      xml.element("title", text: head.title)
      xml.element("link", text: head.home)
    }
    xml.empty("atom:link", ["rel": "self", "type": FeedFormat.rss.mediaType, "href": head.ownAddress])
  }

  private func item(_ story: FeedStory, _ xml: inout XML) {
    xml.element("title", text: story.title)
    xml.element("link", text: story.address)
    xml.element("guid", ["isPermaLink": "false"], text: story.id)
    xml.element("pubDate", text: story.published.rfc822)
    for author in story.authors { xml.element("dc:creator", text: author) }
    xml.element("dc:language", text: story.language)
    for topic in story.topics { xml.element("category", text: topic) }
    xml.element("description", text: story.summaryHTML)
    if let image = story.image {
      // RSS asks for the true length; a photo that could not be read has none.
      if let length = image.length {
        xml.empty("enclosure", ["url": image.address, "length": String(length), "type": image.mediaType])
      }
      xml.empty("media:content", ["url": image.address, "medium": "image", "type": image.mediaType])
    }
  }
}
