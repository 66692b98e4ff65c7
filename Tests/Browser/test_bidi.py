"""Texts of two directions as they are painted: each character's place on the screen, from left to right."""

import urllib.parse

import pytest

from conftest import Site

# As an editor types it and as a reader of Arabic must see it, from left to right; «ع» stands for an Arabic word.
VECTORS = [
    ("ع ع +963 11 223 4567 ع", "ع +963 11 223 4567 ع ع"),
    ("ع ع C++ ع", "ع C++ ع ع"),
    ("ع ع 2026-11-24 ع", "ع 2026-11-24 ع ع"),
    ("ع ع 3-1 ع", "ع 3-1 ع ع"),
    ("ع 50% ع ع", "ع ع 50% ع"),
    ("ع -5 ع", "ع -5 ع"),
    ("ع (EPA/YAHYA ARHAB)", "(EPA/YAHYA ARHAB) ع"),
    ("ع New York Times، Washington Post", "Washington Post ،New York Times ع"),
    ("ع BBC 5 ع", "ع 5 BBC ع"),
    ("ع #Syria_2026 ع", "ع #Syria_2026 ع"),
    ("ع 10:30 ع", "ع 10:30 ع"),
    ("ع AT&T ع", "ع AT&T ع"),
    ("ع @user_1: ع", "ع :@user_1 ع"),
    ("ع a.b@c.org ع", "ع a.b@c.org ع"),
    ("ع -40°C ع", "ع -40°C ع"),
    ("ع/BBC ع", "ع BBC/ع"),
    ("ع BBC/ع", "ع/BBC ع"),
]
# Ten ways in which a page goes wrong without isolation; here each must come out right.
FAULTS = [
    ("هاتف +963 11 223 4567", "+963 11 223 4567"), ("لغة C++", "C++"), ("يوم 2026-11-24 كان", "2026-11-24"),
    ("نسبة 50% منهم", "50%"), ("بلغت -5 أمس", "-5"), ("وسم #Syria_2026 انتشر", "#Syria_2026"),
    ("فاز 3-1 أمس", "3-1"), ("شركة \"AT&T\" نعم", "AT&T"), ("إصدار v1.2-rc منه", "v1.2-rc"),
    ("من **New** York إليها", "New York"),
]
PAINTED = """element => {
  const letters = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    for (let at = 0; at < node.data.length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (box.width > 0) letters.push([box.top, box.left, node.data[at], getComputedStyle(node.parentElement).direction]);
    }
  }
  letters.sort((a, b) => a[1] - b[1]);
  const mirrored = { '(': ')', ')': '(', '«': '»', '»': '«' };
  const shown = letters.map(([, , letter, direction]) => direction === 'rtl' ? mirrored[letter] ?? letter : letter);
  return shown.join('').replace(/\\s+/g, ' ').trim();
}"""
# Every text on one line, so that the place on it is the place in the text.
ONE_LINE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { font-size: 12px !important; white-space: nowrap !important; }');
  document.adoptedStyleSheets = [sheet];
}"""
CREDIT = "(EPA/YAHYA ARHAB)"


def is_topic(text):
    """What an editor's list of topics does not take for several names."""
    return not any(sign in text for sign in "#،@/")


def yaml(text):
    return "'" + text.replace("'", "''") + "'"


@pytest.fixture(scope="module")
def bidi_page(tmp_path_factory, warraq, serve, browser):
    """Opens a page of a site whose stories are made of the vectors."""
    site = Site(tmp_path_factory.mktemp("bidi") / "site")
    for number, (typed, _) in enumerate(VECTORS):
        plain = yaml(typed)
        site.story(
            f"v{number}.md", plain, body=f"{typed}\n\n- {typed}\n\n> {typed}",
            more=f"kicker: {plain}\ndeck: {plain}\ntopics: [{plain if is_topic(typed) else ''}]\nsources: [{plain}]\nbyline: [{plain}]\n"
                 f"image:\n  caption: {plain}\n  credit: {plain}\n")
    faults = "\n\n".join(typed for typed, _ in FAULTS)
    site.story("faults.md", "عشرة أخطاء", body=faults, more="topics: []\n")
    site.story("credit.md", "صورة", more="topics: []\nimage:\n  caption: الوزير في صنعاء\n  caption-credit: EPA/YAHYA ARHAB\n")
    site.story(
        "quote.md", "اقتباس", more="topics: []\nimage:\n  caption: The minister in Sanaa, yesterday.\n",
        body="قال:\n\n> It was a good meeting, he said.\n\nThis is a whole paragraph in English.\n")
    result = warraq("build", site.root)
    assert result.returncode == 0, result.stderr
    address = serve(site.root / "Output")
    page = browser.new_page(viewport={"width": 1600, "height": 900})

    def open_(path):
        page.goto(address + urllib.parse.quote(path))
        page.evaluate(ONE_LINE)
        return page

    yield open_
    page.close()


def painted(page, selector):
    """The text of the first such element as its characters stand on the screen, brackets as typed."""
    return page.locator(selector).first.evaluate(PAINTED)


@pytest.mark.parametrize("number", range(len(VECTORS)), ids=[typed for typed, _ in VECTORS])
def test_every_place_paints_it_as_it_is_read(number, bidi_page):
    page = bidi_page(f"2026/01/15/v{number}/")
    expected = VECTORS[number][1]
    for selector in ["h1", ".kicker", ".deck", ".story-body > p", ".story-body li", ".story-body blockquote", ".caption", ".sources li", *[".story-topics li"] * is_topic(VECTORS[number][0])]:
        assert painted(page, selector) == expected, selector
    for selector in [".credit", ".byline"]:
        assert expected in painted(page, selector), selector


def test_lists_and_topics_paint_it_as_it_is_read(bidi_page):
    for page, selector in [("topics/", ".topic-index a"), ("latest/", ".card h2"), ("latest/", ".card .summary")]:
        shown = bidi_page(page).locator(selector).evaluate_all(f"all => all.map({PAINTED})")
        for typed, expected in VECTORS:
            if selector != ".topic-index a" or is_topic(typed):
                assert expected in shown, (selector, typed)


def test_ten_faults_come_out_right(bidi_page):
    page = bidi_page("2026/01/15/faults/")
    lines = page.locator(".story-body > p").evaluate_all(f"all => all.map({PAINTED})")
    assert len(lines) == len(FAULTS)
    for line, (typed, run) in zip(lines, FAULTS):
        assert run in line, typed


def test_a_credit_in_brackets_is_not_mirrored(bidi_page):
    page = bidi_page("2026/01/15/credit/")
    assert painted(page, ".caption") == f"{CREDIT} ءاعنص يف ريزولا"


def test_a_block_in_another_language_says_so_and_turns(bidi_page):
    page = bidi_page("2026/01/15/quote/")
    facts = page.evaluate(
        """() => [...document.querySelectorAll('blockquote, .story-body > p, .caption')].map(block => {
          const own = block.querySelector('[lang]') ?? block;
          const latin = block.textContent.replace(/[^A-Za-z]/g, '').length, all = block.textContent.replace(/[^\\p{L}]/gu, '').length;
          return [latin / all, own.getAttribute('lang'), getComputedStyle(own).direction];
        })""")
    foreign = [fact for fact in facts if fact[0] > .8]
    assert len(foreign) == 3
    assert all(lang == "" and direction == "ltr" for _, lang, direction in foreign)
