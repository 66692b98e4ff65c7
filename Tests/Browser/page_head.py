"""What machines take from a page, read by a parser that is not ours."""

import html.parser
import json


class Head(html.parser.HTMLParser):
    """The links, metas, data blocks and visible texts that the checks need of a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.metas, self.data, self.scripts, self.times, self.heading = [], {}, [], [], [], ""
        self.anchors, self.identifiers = [], set()
        self.inside = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.identifiers.add(attributes.get("id"))
        # Where a browser goes or what it fetches, by the attribute that says so.
        self.anchors += [attributes[name] for name in ("href", "src") if name in attributes and tag != "link"]
        if tag == "link":
            self.links.append(attributes)
        elif tag == "meta":
            self.metas[attributes.get("property") or attributes.get("name")] = attributes.get("content")
        elif tag == "time":
            self.times.append(attributes.get("datetime"))
        elif tag == "script":
            self.scripts.append(attributes.get("type"))
        if tag in ("script", "h1"):
            self.inside = tag

    def handle_endtag(self, tag):
        if tag == self.inside:
            self.inside = None

    def handle_data(self, text):
        if self.inside == "script":
            self.data += json.loads(text)["@graph"]
        elif self.inside == "h1":
            self.heading += text
