import Markup
import NewsCore

/// The address of the description of the search.
let openSearchAddress = "opensearch.xml"

extension MachinePress {
  /// How a browser asks the site's search (OpenSearch 1.1).
  func printOpenSearch() -> [UInt8] {
    var xml = XML()
    xml.element("OpenSearchDescription", ["xmlns": "http://a9.com/-/spec/opensearch/1.1/"]) { xml in
      xml.element("ShortName", text: String(site.title.prefix(16)))
      xml.element("Description", text: site.description ?? site.title)
      xml.element("Language", text: site.language)
      xml.element("InputEncoding", text: "UTF-8")
      xml.element("OutputEncoding", text: "UTF-8")
      xml.element("Image", ["width": "32", "height": "32", "type": "image/x-icon"], text: absolute(Icon.classic))
      xml.empty("Url", ["type": "text/html", "template": "\(absolute(searchAddress))?q={searchTerms}"])
    }
    return xml.bytes
  }
}
