"""What machines read: feeds, sitemaps, data in pages, headers. Each is read by a parser that is not ours."""

import json
import pathlib
import subprocess
import urllib.parse
import urllib.robotparser

import feedparser
import jsonschema
import pytest

from page_head import Head

SCHEMAS = pathlib.Path(__file__).parent / "Schemas"
EVIL = '"]]></title></script><script>alert(1)</script>&\''


@pytest.fixture(scope="module")
def built(tmp_path_factory, warraq):
    """A small site with hostile text, a translation, a photo and a correction."""
    from conftest import Site

    site = Site(tmp_path_factory.mktemp("machines") / "site")
    site.story("a.md", '"BBC: خبر بالعربية"', date="2026-11-23T10:00+03:00",
               more="id: '7'\ntopics: [سوريا]\nbyline: [سالم]\nkind: report\nimage:\n  file: x.png\n  alt: وصف\n")
    site.story("b.md", "News in English", date="2026-11-20", more="id: '7'\nlang: en\ntopics: [سوريا]\n")
    site.story("c.md", json.dumps(EVIL), date="2016-09-05", more=f"topics: [روسيا]\nbyline: [{json.dumps(EVIL)}]\n"
               "corrections:\n  - date: 2026-11-01\n    kind: correction\n    text: نص\n")
    site.write("Content/Images/x.png", b"\x89PNG")
    result = warraq("build", site.root)
    assert result.returncode == 0, result.stderr
    return site


@pytest.fixture(scope="module")
def files(built):
    return built.files()


def pages(files):
    return {path: Head(text.decode()) for path, text in files.items() if path.endswith(".html")}


def test_feeds_are_well_formed_and_their_dates_are_read(files):
    feeds = [path for path in files if path.endswith(("feed.xml", "atom.xml"))]
    assert len(feeds) >= 8 and sum(len(entry.enclosures) for entry in feedparser.parse(files["feed.xml"]).entries) == 1
    for path in feeds:
        feed = feedparser.parse(files[path])
        assert not feed.bozo, (path, feed.get("bozo_exception"))
        assert feed.entries and feed.feed.title and feed.feed.language.lower() == "ar-sy"
        for entry in feed.entries:
            assert entry.published_parsed is not None, path
            assert entry.id.startswith("tag:news.example,") and entry.link.startswith("https://news.example/")
            assert entry.link.isascii() and "dir=" in (entry.content[0].value if "content" in entry else entry.summary)
            for photo in entry.enclosures:
                path_of_photo = urllib.parse.unquote(photo.href).removeprefix("https://news.example/")
                assert int(photo.length) == len(files[path_of_photo]) and photo.type == "image/png"
        moments = [entry.published_parsed for entry in feed.entries]
        assert moments == sorted(moments, reverse=True)


def test_a_title_that_begins_with_latin_letters_carries_its_direction(files):
    titles = [entry.title for entry in feedparser.parse(files["feed.xml"]).entries]
    assert titles == ["\u200fBBC: خبر بالعربية", "News in English", EVIL] or titles[2].lstrip("\u200f") == EVIL


def test_json_feeds_are_what_their_specification_says(files):
    schema = json.loads((SCHEMAS / "json-feed.json").read_text())
    feeds = [path for path in files if path.endswith("feed.json")]
    assert feeds
    for path in feeds:
        jsonschema.validate(json.loads(files[path]), schema)


def test_every_page_leads_to_feeds_that_are_there(files):
    for path, page in pages(files).items():
        found = [link for link in page.links if link.get("rel") == "alternate" and link.get("type")]
        if page.metas.get("robots") != "noindex" and not path.startswith("lite/"):
            assert len(found) in (3, 6), path
        for link in found:
            assert urllib.parse.unquote(link["href"]).lstrip("/") in files, (path, link)


def test_sitemaps_are_valid_and_list_pages_that_are_there(built, files):
    maps = [path for path in files if path.startswith(("sitemap", "news-sitemap")) and path.endswith(".xml")]
    assert "sitemap.xml" in maps and "sitemaps/2016-09.xml" in maps
    for path in maps:
        result = subprocess.run(
            ["xmllint", "--noout", "--nonet", "--schema", SCHEMAS / "all.xsd", built.root / "Output" / path],
            capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        for line in files[path].decode().split("\n"):
            if line.startswith("<loc>"):
                address = urllib.parse.unquote(line[5:-6]).removeprefix("https://news.example/")
                target = address if address.endswith(".xml") else address + "index.html"
                assert target in files, line


def test_crawlers_find_the_sitemaps(files):
    robots = urllib.robotparser.RobotFileParser()
    robots.parse(files["robots.txt"].decode().splitlines())
    assert robots.can_fetch("Googlebot", "https://news.example/")
    assert robots.site_maps() == ["https://news.example/sitemap.xml", "https://news.example/news-sitemap.xml"]


def test_a_build_with_drafts_turns_crawlers_away(built, warraq, tmp_path):
    assert warraq("build", built.root, "--drafts", "--output", tmp_path).returncode == 0
    robots = urllib.robotparser.RobotFileParser()
    robots.parse((tmp_path / "robots.txt").read_text().splitlines())
    assert not robots.can_fetch("Googlebot", "https://news.example/")
    assert Head((tmp_path / "index.html").read_text()).metas["robots"] == "noindex"


def test_data_in_pages_is_what_the_page_shows(files):
    schema = json.loads((SCHEMAS / "article.json").read_text())
    stories = 0
    for path, page in pages(files).items():
        # The search alone has a script, and a file for what it must know.
        allowed = {"application/ld+json"} | ({"module", "application/json"} if path == "search/index.html" else set())
        assert set(page.scripts) <= allowed, path
        for thing in page.data:
            if thing["@type"].endswith("NewsArticle"):
                stories += 1
                jsonschema.validate(thing, schema)
                assert thing["headline"].split() == page.heading.split()
                assert any(thing["datePublished"].startswith(time[:16]) for time in page.times)
            if thing["@type"] == "BreadcrumbList":
                steps = thing["itemListElement"]
                assert len(steps) >= 2 and [step["position"] for step in steps] == list(range(1, len(steps) + 1))
                assert all("item" in step for step in steps[:-1]) and "item" not in steps[-1]
    assert stories == 3


def test_translations_point_at_each_other_and_at_themselves(files):
    links = {}
    for path, page in pages(files).items():
        own = {link["hreflang"]: link["href"] for link in page.links if "hreflang" in link}
        if own:
            links["https://news.example/" + urllib.parse.quote(path.removesuffix("index.html"))] = own
    assert len(links) == 2
    for address, own in links.items():
        assert set(own) == {"ar-SY", "en", "x-default"} and address in own.values()
        for target in own.values():
            assert links[target] == own


def test_the_card_of_a_story_is_complete(files):
    card = Head(files["2026/11/23/a/index.html"].decode()).metas
    assert card["og:type"] == "article" and card["og:locale"] == "ar_SY" and card["og:locale:alternate"] == "en"
    assert card["og:url"] == "https://news.example/2026/11/23/a/" and card["og:image"].endswith("/images/x.png")
    assert card["article:published_time"] == "2026-11-23T10:00:00+03:00" and card["article:author"] == "سالم"


def test_the_manifest_and_the_icons_are_there(files):
    manifest = json.loads(files["manifest.webmanifest"])
    assert manifest["dir"] == "rtl" and manifest["lang"] == "ar-SY"
    for icon in manifest["icons"]:
        picture = files[icon["src"].lstrip("/")]
        assert picture[:8] == b"\x89PNG\r\n\x1a\n"
        assert int.from_bytes(picture[16:20], "big") == int(icon["sizes"].split("x")[0])
    assert files["favicon.ico"][:4] == b"\0\0\1\0" and b"<text" not in files["icon.svg"]
