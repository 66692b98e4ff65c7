"""Follows every link of a site as it lies in a folder, from the home page on."""

import html
import os
import pathlib
import re
import urllib.parse

from walk import files_below

LINK = re.compile(rb"""(?:href|src)=["']([^"'>]*)["']|url\(["']?([^"')]+)["']?\)|url=([^"'>]+)""")
BASE = "https://news.example"


def links(page):
    for match in LINK.finditer(page):
        yield html.unescape(next(group for group in match.groups() if group is not None).decode())


def target_of(link, page):
    """The path of the file that a link leads to, or None where it leaves the site."""
    address = urllib.parse.urljoin(f"{BASE}/{urllib.parse.quote(page)}", link)
    if not address.startswith(BASE + "/"):
        return None
    path = urllib.parse.unquote(urllib.parse.urlsplit(address).path)[1:]
    return path + "index.html" if path == "" or path.endswith("/") else path


def dead_links(root):
    """Pages and the links on them that lead nowhere; nothing where there is no home page yet. Where the folder is a link
    to a release, it is one release that is read, whatever the link leads to meanwhile."""
    root = pathlib.Path(os.path.realpath(root))
    seen, todo, dead = {"index.html"}, ["index.html"], []
    if not (root / "index.html").exists():
        return []
    while todo:
        page = todo.pop()
        for link in links((root / page).read_bytes()):
            target = target_of(link, page)
            if target is None or target in seen:
                continue
            seen.add(target)
            if not (root / target).is_file():
                dead.append((page, target))
            elif target.endswith((".html", ".css", ".xml")):
                todo.append(target)
    return dead


def tree(root):
    """Every published file with its bytes; what publishing keeps for itself is left out."""
    return {path: text for path, text in files_below(os.path.realpath(root)).items() if ".warraq" not in path.split("/")}
