"""A newspaper of a thousand stories, all of it: valid, whole, the same twice, and within its weight."""

import gzip
import json
import re
import subprocess
import urllib.parse
import xml.etree.ElementTree

import feedparser
import jsonschema
import pytest

from conftest import ROOT, Site, start_vnu, what_vnu_says
from newspaper import write_newspaper
from page_head import Head
from test_machines import SCHEMAS

HOST = "https://news.example/"
STORY = re.compile(r"\d{4}/\d\d/\d\d/[^/]+/index\.html")


@pytest.fixture(scope="module")
def newspaper(tmp_path_factory, warraq):
    site = write_newspaper(Site(tmp_path_factory.mktemp("thousand") / "site"), 1000)
    result = warraq("build", site.root)
    assert result.returncode == 0 and "1000 stories" in result.stdout, result.stderr
    # Notes for topics that only stories name, and warnings of stories that share an id by chance.
    assert set(re.findall(r"\[([a-z-]+)\]$", result.stderr, re.MULTILINE)) <= {"new-topic", "shared-id"}
    return site


@pytest.fixture(scope="module", autouse=True)
def vnu(newspaper):
    process = start_vnu(newspaper.root / "Output")
    yield process
    process.kill()


@pytest.fixture(scope="module")
def files(newspaper):
    return newspaper.files()


@pytest.fixture(scope="module")
def heads(files):
    return {path: Head(text.decode()) for path, text in files.items() if path.endswith(".html")}


def target_of(address, base):
    """The file that an address of the site means, and its fragment; None for addresses of others."""
    parts = urllib.parse.urlsplit(urllib.parse.urljoin(HOST + urllib.parse.quote(base), address))
    if f"{parts.scheme}://{parts.netloc}/" != HOST:
        return None
    path = urllib.parse.unquote(parts.path[1:])
    return (path + "index.html" if path == "" or path.endswith("/") else path, urllib.parse.unquote(parts.fragment))


def test_every_link_leads_to_a_file_that_is_there(files, heads):
    broken, followed = [], 0
    for path, head in heads.items():
        for address in {*head.anchors, *(link["href"] for link in head.links)}:
            target = target_of(address, path)
            if target is None:
                continue
            followed += 1
            if target[0] not in files or target[1] and target[1] not in heads[target[0]].identifiers:
                broken.append((path, address))
    assert followed > 50_000 and broken == []


def test_two_builds_are_byte_for_byte_the_same(newspaper, warraq, files, tmp_path):
    assert warraq("build", newspaper.root, "--output", tmp_path / "again").returncode == 0
    again = {str(path.relative_to(tmp_path / "again")): path for path in (tmp_path / "again").rglob("*") if path.is_file()}
    assert {path for path in again if not path.startswith(".")} == set(files)
    assert [path for path, text in files.items() if again[path].read_bytes() != text] == []


def test_feeds_are_read_whole(files):
    feeds = [path for path in files if path.endswith(("feed.xml", "atom.xml"))]
    assert len(feeds) > 30
    for path in feeds:
        feed = feedparser.parse(files[path])
        assert not feed.bozo and 0 < len(feed.entries) <= 30, path
        assert all(entry.published_parsed and entry.link.startswith(HOST) for entry in feed.entries), path
        for entry in feed.entries:
            assert target_of(entry.link, "")[0] in files
            for photo in entry.enclosures:
                assert int(photo.length) == len(files[target_of(photo.href, "")[0]])


def test_json_feeds_and_the_data_of_every_page_keep_to_their_schemas(files, heads):
    feed = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "json-feed.json").read_text()))
    article = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "article.json").read_text()))
    for path in files:
        if path.endswith("feed.json"):
            feed.validate(json.loads(files[path]))
    types = {}
    for path, head in heads.items():
        for thing in head.data:
            types.setdefault(thing["@type"], set()).add(path)
            if STORY.fullmatch(path) and thing["@type"] != "BreadcrumbList":
                article.validate(thing)
                # B-M2: what machines read is what the page shows.
                assert thing["headline"].split() == head.heading.replace("\u0640", "").split(), path
                assert any(thing["datePublished"].startswith(time[:16]) for time in head.times), path
                text = files[path].decode()
                people = [author["name"] for author in thing["author"] if author["@type"] == "Person"]
                assert all(name.replace("&", "&amp;").replace("'", "&#39;") in text for name in people), path
    stories = {path for path in heads if STORY.fullmatch(path)}
    assert len(stories) == 1000 and set().union(*(types[name] for name in types if "Article" in name)) == stories
    assert types["BreadcrumbList"] >= stories and types["NewsMediaOrganization"] == {"index.html"}
    assert {"NewsArticle", "OpinionNewsArticle", "AdvertiserContentArticle"} <= set(types)


def test_no_file_holds_a_direction_control_that_turns_what_follows(files):
    """A-B5: a headline with a stray U+202B stays a headline."""
    controls = [letter.encode() for letter in "\u202a\u202b\u202c\u202d\u202e"]
    assert [path for path, text in files.items() if any(control in text for control in controls)] == []


def test_sitemaps_keep_to_their_schema_and_list_every_page_once(newspaper, files):
    maps = [path for path in files if re.match(r"(sitemaps/|sitemap|news-sitemap).*\.xml", path)]
    command = ["xmllint", "--noout", "--nonet", "--schema", SCHEMAS / "all.xsd", *(newspaper.root / "Output" / path for path in maps)]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    listed = []
    for path in maps:
        tree = xml.etree.ElementTree.fromstring(files[path])
        found = [element.text for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
        assert all(target_of(address, "")[0] in files for address in found)
        if path.startswith("sitemaps/"):
            listed += found
    assert len(listed) == len(set(listed))
    assert sum(bool(STORY.fullmatch(target_of(address, "")[0])) for address in listed) == 1000


def test_translations_are_complete_and_point_both_ways(files, heads):
    links = {}
    for path, head in heads.items():
        own = {link["hreflang"]: target_of(link["href"], path)[0] for link in head.links if "hreflang" in link}
        if own:
            links[path] = own
    assert len(links) > 10
    for path, own in links.items():
        assert path in own.values() and len(own) >= 3 and "x-default" in own
        assert all(links.get(target) == own for target in own.values()), path


def test_every_page_but_hidden_ones_has_its_own_address_and_title(heads):
    canonical = {}
    for path, head in heads.items():
        found = [link["href"] for link in head.links if link.get("rel") == "canonical"]
        if head.metas["robots"] != "noindex" and not path.startswith("lite/"):
            assert [target_of(address, "")[0] for address in found] == [path]
            canonical.setdefault(found[0], []).append(path)
    assert all(len(paths) == 1 for paths in canonical.values()) and len(canonical) > 1400


KINDS = [
    ("story", STORY, 20), ("light story", re.compile("lite/.+/index.html"), 14), ("home", re.compile("index.html"), 30),
    ("list", re.compile(r"(latest|topics/[^/]+|authors/[^/]+)/(page/\d+/)?index.html"), 20),
    ("archive", re.compile(r"(archive|\d{4}(/\d\d)*)/index.html"), 30), ("index", re.compile("(topics|authors|corrections)/index.html"), 30),
    ("redirect", re.compile("(a|old|قديم)/.+"), 2), ("missing", re.compile("404.html"), 5), ("static", re.compile("[a-z-]+/index.html"), 20),
]


def test_pages_keep_to_their_weight(files):
    """Compressed kilobytes; the table is left in .build for human eyes."""
    rows, seen = [], set()
    for kind, pattern, most in KINDS:
        pages = [path for path in files if pattern.fullmatch(path) and path not in seen]
        seen.update(pages)
        weights = sorted(len(gzip.compress(files[path], 6)) for path in pages)
        at = lambda percent: weights[min(len(weights) - 1, len(weights) * percent // 100)] / 1024
        rows.append(f"| {kind} | {len(weights)} | {at(50):.1f} | {at(95):.1f} | {at(100):.1f} | {most} |")
        assert at(95) <= most, rows
    table = "| page | how many | median | 95 % | largest | 95 % at most |\n|---|---|---|---|---|---|\n" + "\n".join(rows) + "\n"
    (ROOT / ".build/weights.md").write_text(table)


def test_vnu_finds_no_error_and_no_text_of_another_language_than_it_says(vnu):
    assert what_vnu_says(vnu) == []
