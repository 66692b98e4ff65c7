import Markup

extension MachinePress {
  /// Atom 1.0 (RFC 4287). The content is HTML inside an element that says its direction.
  func printAtom(_ head: FeedHead, _ stories: [FeedStory]) -> [UInt8] {
    var xml = XML(reserving: 4096 + stories.count * 2048)
    xml.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.language]) { xml in
      xml.element("id", text: head.ownAddress)
      xml.element("title", text: head.title)
      xml.element("subtitle", text: head.description)
      xml.element("updated", text: head.changed)
      xml.element("author") { $0.element("name", text: site.publisher) }
      xml.empty("link", ["rel": "self", "type": FeedFormat.atom.mediaType, "href": head.ownAddress])
      xml.empty("link", ["rel": "alternate", "type": "text/html", "href": head.home])
      xml.element("icon", text: absolute(Icon.feed))
      for story in stories { entry(story, &xml) }
    }
    return xml.bytes
  }

  private func entry(_ story: FeedStory, _ xml: inout XML) {
    xml.element("entry", ["xml:lang": story.language ?? site.language]) { xml in
      xml.element("id", text: story.id)
      xml.element("title", text: story.title)
      xml.empty("link", ["rel": "alternate", "type": "text/html", "href": story.address])
      xml.element("published", text: story.published.rfc3339)
      xml.element("updated", text: story.changed.rfc3339)
      for author in story.authors { xml.element("author") { $0.element("name", text: author) } }
      for topic in story.topics { xml.empty("category", ["term": topic]) }
      xml.element("summary", text: story.summary)
      xml.element("content", ["type": "html"], text: story.contentHTML)
    }
  }
}
