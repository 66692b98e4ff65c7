import Markup
import NewsCore

private let sitemapNames = "http://www.sitemaps.org/schemas/sitemap/0.9"

extension MachinePress {
  /// A sitemap (sitemaps.org 0.9) with photos and translations. `lastmod` is when what stands there last changed, as the
  /// story file says it, never the time of the build.
  func printSitemap(stories: [Int]) -> [UInt8] {
    urlSet(stories) { index, xml in
      let story = plan.stories[index]
      place(SitemapLine(address: story.address, changed: story.changed ?? story.date), &xml)
      for link in translations(of: index) {
        xml.empty("xhtml:link", ["rel": "alternate", "hreflang": link.language, "href": link.href])
      }
      if let image = story.image {
        xml.element("image:image") { $0.element("image:loc", text: absolute(image)) }
      }
    }
  }

  /// A sitemap of pages that are no stories.
  func printSitemap(_ lines: [SitemapLine]) -> [UInt8] { urlSet(lines) { line, xml in place(line, &xml) } }

  private func urlSet<Line>(_ lines: [Line], _ place: (Line, inout XML) -> Void) -> [UInt8] {
    var xml = XML(reserving: 512 + lines.count * 512)
    let names: XML.Attributes = [
      "xmlns": sitemapNames, "xmlns:image": "http://www.google.com/schemas/sitemap-image/1.1",
      "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
    ]
    xml.element("urlset", names) { xml in
      for line in lines { xml.element("url") { place(line, &$0) } }
    }
    return xml.bytes
  }

  private func place(_ line: SitemapLine, _ xml: inout XML) {
    xml.element("loc", text: absolute(line.address))
    xml.element("lastmod", text: line.changed.map(lastChange))
  }

  /// A day where only the day is known (W3C date and time formats).
  private func lastChange(_ date: StoryDate) -> String {
    date.time == nil ? date.day.iso : Timestamp(date, clock: clock).rfc3339
  }

  func printSitemapIndex(_ lines: [SitemapLine]) -> [UInt8] {
    var xml = XML()
    xml.element("sitemapindex", ["xmlns": sitemapNames]) { xml in
      for line in lines { xml.element("sitemap") { place(line, &$0) } }
    }
    return xml.bytes
  }

  /// A news sitemap (Google's schema 0.9).
  func printNewsSitemap(_ stories: [Int]) -> [UInt8] {
    var xml = XML(reserving: 512 + stories.count * 768)
    let names: XML.Attributes = [
      "xmlns": sitemapNames, "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
    ]
    xml.element("urlset", names) { xml in
      for index in stories { xml.element("url") { news(plan.stories[index], &$0) } }
    }
    return xml.bytes
  }

  private func news(_ story: Teaser, _ xml: inout XML) {
    xml.element("loc", text: absolute(story.address))
    xml.element("news:news") { xml in
      xml.element("news:publication") { xml in
        xml.element("news:name", text: site.title)
        xml.element("news:language", text: String(language(of: story).prefix { $0 != "-" }).lowercased())
      }
      xml.element("news:publication_date", text: published(story).rfc3339)
      xml.element("news:title", text: bare(story.title))
    }
  }
}
