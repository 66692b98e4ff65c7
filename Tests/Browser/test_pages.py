"""The pages as a reader meets them: a real Chromium on a real server."""

import functools
import http.server
import os
import pathlib
import shutil
import threading
import urllib.parse

import pytest
from playwright.sync_api import sync_playwright

from conftest import ROOT

SCREENSHOTS = ROOT / ".build/screenshots"
STORY = "2016/09/05/أوباما-وبوتين-يبحثان-أزمتي-سوريا-وأوكرانيا/"
PAGES = {"home": "", "story": STORY, "topic": "topics/سوريا/", "topics": "topics/", "not-found": "404.html"}
SIZES = {"phone": (360, 740), "desktop": (1280, 900)}


class QuietServer(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def address(sample_site):
    handler = functools.partial(QuietServer, directory=str(sample_site / "Output"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def chromium_path():
    names = ["chromium", "chromium-browser", "google-chrome", "Chromium"]
    mac = ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]
    found = [shutil.which(name) for name in names] + [path for path in mac if os.path.exists(path)]
    return next(path for path in found if path)


@pytest.fixture(scope="session")
def browser():
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, address):
    """Opens a page by its kind and fails on anything the console says."""
    contexts, messages = [], []

    def open_(kind, size="desktop", scheme="light", **options):
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.on("requestfailed", lambda request: messages.append(request.url))
        page.goto(address + urllib.parse.quote(PAGES.get(kind, kind)))
        return page

    yield open_
    for context in contexts:
        context.close()
    assert messages == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", PAGES)
def test_every_page_fits_its_screen_and_runs_from_right_to_left(kind, size, scheme, open_page):
    page = open_page(kind, size, scheme)
    page.screenshot(path=SCREENSHOTS / f"{kind}-{size}-{scheme}.png", full_page=True)
    facts = page.evaluate(
        """() => ({
          lang: document.documentElement.lang, dir: getComputedStyle(document.documentElement).direction,
          overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          headings: document.querySelectorAll('h1').length, mains: document.querySelectorAll('main').length,
          size: parseFloat(getComputedStyle(document.querySelector('main p, main a')).fontSize),
          styled: document.querySelectorAll('[style], script, style').length,
        })""")
    assert facts["lang"] == "ar-SY" and facts["dir"] == "rtl"
    assert facts["overflow"] <= 0
    assert facts["headings"] == 1 and facts["mains"] == 1
    assert facts["styled"] == 0


def test_the_body_is_large_enough_and_open_enough(open_page):
    style = open_page("story", "phone").evaluate(
        """() => { const s = getComputedStyle(document.querySelector('.story-body p'));
          return { size: parseFloat(s.fontSize), leading: parseFloat(s.lineHeight) / parseFloat(s.fontSize),
                   align: s.textAlign, spacing: s.letterSpacing } }""")
    assert style["size"] >= 18
    assert 1.6 <= style["leading"] <= 1.9
    assert style["align"] == "start" and style["spacing"] in ("normal", "0px")


def test_the_seeds_page_says_the_sources_words_and_no_others(open_page):
    """Every word of the raw article is on the page, or in the story file's fields that a page does not show."""
    page = open_page("story")
    shown = page.inner_text("article.story").split()
    source = (ROOT / "Content/Articles/000_5f2084768f771f34.txt").read_text().split("\n")
    for line in [source[0], *source[5:20]]:
        for word in line.split():
            assert word in shown, word
    for word in ["EPA/ALEXEI", "DRUZHININ/SPUTNIK/KREMLIN", "(رويترز)", "الجزيرة", "وكالات"]:
        assert any(word.strip("()") in piece for piece in shown), word
    assert page.locator("img").count() == 0
    assert page.locator("time").first.get_attribute("datetime") == "2016-09-05"


def test_an_agencys_credit_is_painted_from_left_to_right(open_page):
    """A credit in Latin letters keeps its own order inside the Arabic line (A-B2)."""
    order = open_page("story").evaluate(
        """() => {
          const walker = document.createTreeWalker(document.querySelector('figure, .story'), NodeFilter.SHOW_TEXT);
          for (let node; (node = walker.nextNode());) {
            const at = node.data.indexOf('EPA/ALEXEI');
            if (at < 0) continue;
            return [...'EPA/ALEXEI'].map((_, index) => {
              const range = document.createRange();
              range.setStart(node, at + index); range.setEnd(node, at + index + 1);
              return range.getBoundingClientRect().left;
            });
          }
        }""")
    assert order == sorted(order)


def test_the_first_stop_of_the_keyboard_skips_to_the_content(open_page):
    page = open_page("home")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    box = page.evaluate("(() => { const r = document.activeElement.getBoundingClientRect(); return [r.width, r.height, r.top] })()")
    assert box[0] > 20 and box[1] > 20 and box[2] >= 0


def test_every_link_of_the_site_leads_somewhere(sample_site, browser, address):
    """Follows the links of every page as they stand in the pages."""
    page = browser.new_page()
    output = sample_site / "Output"
    seen, waiting = set(), [address]
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        response = page.goto(here)
        assert response.ok, here
        links = page.eval_on_selector_all("a[href], link[href]", "all => all.map(a => a.href)")
        for link in links:
            target = link.split("#")[0]
            if target.startswith(address):
                waiting.append(target)
    page.close()
    html = {path for path in output.rglob("index.html")}
    assert len([url for url in seen if not url.endswith(".css")]) >= len(html)
