"""The pages as a reader meets them: a real Chromium on a real server."""

import pytest

from conftest import PAGES, ROOT, SCREENSHOTS, SIZES


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", PAGES)
def test_every_page_fits_its_screen_and_runs_from_right_to_left(kind, size, scheme, open_page):
    page = open_page(kind, size, scheme)
    page.evaluate("document.querySelectorAll('img').forEach(image => image.loading = 'eager')")
    page.wait_for_load_state("networkidle")
    facts = page.evaluate(
        """() => ({
          lang: document.documentElement.lang, dir: getComputedStyle(document.documentElement).direction,
          overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          headings: document.querySelectorAll('h1').length, mains: document.querySelectorAll('main').length,
          size: parseFloat(getComputedStyle(document.querySelector('main p, main a')).fontSize),
          styled: document.querySelectorAll('[style], script:not([type="application/ld+json"]), style').length,
        })""")
    # Hides the caret by a style of its own.
    page.screenshot(path=SCREENSHOTS / f"{kind}-{size}-{scheme}.png", full_page=True)
    assert (facts["lang"], facts["dir"]) == {"english": ("en", "ltr"), "persian": ("fa", "rtl")}.get(kind, ("ar-SY", "rtl"))
    assert facts["overflow"] <= 0
    assert facts["headings"] == 1 and facts["mains"] == 1
    # The search has its script.
    assert facts["styled"] == (1 if kind == "search" else 0)


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
    """Follows the links of every page as they stand in the pages; of other files it is enough that they are there."""
    page = browser.new_page()
    output = sample_site / "Output"
    seen, waiting = set(), [address]
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        response = page.request.get(here)
        assert response.ok, here
        if not response.headers["content-type"].startswith("text/html"):
            continue
        page.goto(here)
        links = page.eval_on_selector_all("a[href], link[rel=stylesheet], link[rel=icon], img[src]", "all => all.map(a => a.href ?? a.src)")
        for link in links:
            target = link.split("#")[0]
            if target.startswith(address):
                waiting.append(target)
    page.close()
    # Redirects, the short addresses among them, are for old and shared links: no page leads to them.
    html = {path for path in output.rglob("index.html") if 'http-equiv="refresh"' not in path.read_text()}
    assert len([url for url in seen if url.endswith("/")]) >= len(html)
