"""Papers in other languages, and the same page from right to left and from left to right (A-B10)."""

import shutil

import pytest

from conftest import ROOT, SCREENSHOTS, SIZES

NOW = "2026-11-24T08:00+03:00"
ARABIC = {"rtl": "ar-SY", "ltr": "ar-Latn-SY"}
# Boxes of the frame, of the parts of each page, of its arrows. A list is compared box by box, in order.
FRAME = ["body", ".masthead", ".menu", "main", ".colophon", ".foot-menu"]
BOXES = {
    "home": [".home", ".home-lead .card", ".home-lead img", ".home-lead .card-text", ".home-secondary > *", ".block-title", ".brief"],
    "story": [".crumbs ol", ".story", ".story-head", ".story-facts", ".photo", ".photo img", ".correction", ".story-body > *", ".story-body li",
              ".story-foot", ".related", ".neighbours"],
    "list": [".list-head", ".stories", ".stories > .card", ".pager", ".pager a"],
}
MEASURE = """selectors => { const width = document.documentElement.clientWidth;
  return Object.fromEntries(selectors.map(s => [s, [...document.querySelectorAll(s)].map(e => {
    const r = e.getBoundingClientRect(); return { left: r.left, right: width - r.right, top: r.top, width: r.width, height: r.height } })])) }"""


def fill(site, language):
    """A site whose every text is Arabic, so that both directions set the same words in the same fonts, those of the system:
    of a font that comes late a browser may show the stand-in on one of two pages."""
    site.write("Content/site.yaml", f"title: صحيفة\nbase-url: https://news.example\nlanguage: {language}\ntime-zone: Asia/Damascus\npage-size: 5\nfonts: off\n")
    shutil.copytree(ROOT / "Content/Images", site.root / "Content/Images", dirs_exist_ok=True)
    words = "خبر عن مكتبة المدينة التي فتحت أبوابها ليلًا أمام القراء بعد ترميم طويل"
    for number in range(1, 19):
        image = "image:\n  file: harbour.jpg\n  alt: مرفأ\n  caption: المرفأ في المساء\n" if number % 6 == 0 else ""
        more = "byline: [رنا الخوري]\ntopics: [ثقافة]\nsources: [وكالات]\n" + image
        if number == 18:
            more += "corrections:\n  - date: 2026-11-19\n    text: الصواب غير ما ذكرناه أول الأمر.\n"
        body = f"{words}.\n\n## عنوان فرعي\n\n> {words}\n\n- بند أول\n- بند ثان\n\n{words}."
        site.story(f"n{number:02}.md", f"{words} {'و' * (number % 3)}", body, date=f"2026-11-{number:02}", more=more)


PATHS = {"home": "", "story": "2026/11/18/n18/", "list": "latest/", "older": "latest/page/1/"}


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory, warraq, serve):
    """The addresses of one site in both directions."""
    from conftest import Site

    addresses = {}
    for direction, language in ARABIC.items():
        site = Site(tmp_path_factory.mktemp(direction))
        fill(site, language)
        result = warraq("build", site.root)
        assert result.returncode == 0, result.stderr
        addresses[direction] = serve(site.root / "Output")
    return addresses


def open_at(browser, address, size):
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(address)
    page.evaluate("document.fonts.ready")
    return page


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", PATHS)
def test_a_page_from_left_to_right_is_the_mirror_of_the_page_from_right_to_left(kind, size, mirrored, browser):
    selectors = FRAME + BOXES["list" if kind == "older" else kind]
    pages = {direction: open_at(browser, address + PATHS[kind], size) for direction, address in mirrored.items()}
    boxes = {direction: page.evaluate(MEASURE, selectors) for direction, page in pages.items()}
    for direction, page in pages.items():
        assert page.evaluate("document.documentElement.dir") == direction
        page.screenshot(path=SCREENSHOTS / f"mirror-{kind}-{size}-{direction}.png", full_page=True)
        page.close()
    different = []
    for selector in selectors:
        right, left = boxes["rtl"][selector], boxes["ltr"][selector]
        assert right and len(right) == len(left), selector
        for number, (a, b) in enumerate(zip(right, left)):
            pairs = [(a["left"], b["right"]), (a["right"], b["left"]), (a["top"], b["top"]), (a["width"], b["width"]), (a["height"], b["height"])]
            if any(abs(one - other) > 2 for one, other in pairs):
                different.append((selector, number, a, b))
    assert different == [], "\n".join(map(str, different[:4]))


# The border that makes an arrow: it has a colour on the side away from its point.
ARROWS = """() => { const shown = (e, part) => { const s = getComputedStyle(e, part);
    if (s.content === 'none') return null;
    return [s.borderLeftWidth !== '0px', s.borderRightWidth !== '0px'] };
  const all = (selector, part) => [...document.querySelectorAll(selector)].map(e => shown(e, part)).filter(Boolean);
  return { crumbs: all('.crumbs li:not(:last-child)', '::after'), older: all('.pager .older', '::after'), newer: all('.pager .newer', '::before') } }"""


def test_arrows_turn_with_the_direction_and_pictures_do_not(mirrored, browser):
    found = {}
    for direction, address in mirrored.items():
        latest = open_at(browser, address + PATHS["list"], "desktop")
        older, story = open_at(browser, address + PATHS["older"], "desktop"), open_at(browser, address + PATHS["story"], "desktop")
        arrows = older.evaluate(ARROWS)
        arrows["older"] = latest.evaluate(ARROWS)["older"]
        latest.close()
        arrows["crumbs"] = story.evaluate(ARROWS)["crumbs"]
        found[direction] = arrows
        assert story.evaluate("getComputedStyle(document.querySelector('.photo img')).transform") == "none"
        older.close()
        story.close()
    points_left, points_right = [False, True], [True, False]
    assert set(map(tuple, found["rtl"]["crumbs"])) == {tuple(points_left)} and set(map(tuple, found["ltr"]["crumbs"])) == {tuple(points_right)}
    assert found["rtl"]["newer"] == [points_right] and found["ltr"]["newer"] == [points_left]
    assert found["rtl"]["older"] == [points_left] and found["ltr"]["older"] == [points_right]


@pytest.fixture(scope="module")
def papers(tmp_path_factory, warraq, serve):
    """The addresses of the papers of Tests/Languages."""
    addresses = {}
    for source in sorted((ROOT / "Tests/Languages").iterdir()):
        root = tmp_path_factory.mktemp(source.name)
        shutil.copytree(source, root, dirs_exist_ok=True)
        (root / "Content/Images").mkdir(exist_ok=True)
        shutil.copy(ROOT / "Content/Images/observatory.jpg", root / "Content/Images")
        result = warraq("build", root)
        assert result.returncode == 0, result.stderr
        addresses[source.name] = root, serve(root / "Output")
    return addresses


def path_of(root, pattern):
    output = root / "Output"
    return next(str(path.parent.relative_to(output)) + "/" for path in sorted(output.glob(pattern)))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "fa", "he", "ur"])
def test_a_paper_in_each_language_fits_and_is_set_in_its_own_letters(language, scheme, size, papers, browser):
    root, address = papers[language]
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    messages = []
    page.on("console", lambda message: messages.append(message.text))
    for kind, path in [("home", ""), ("story", path_of(root, "2026/11/23/*/index.html")), ("topic", path_of(root, "topics/*/index.html"))]:
        page.goto(address + path)
        page.evaluate("document.fonts.ready")
        page.screenshot(path=SCREENSHOTS / f"{language}-{kind}-{size}-{scheme}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        assert page.evaluate("document.documentElement.dir") == ("ltr" if language == "en" else "rtl")
        # Text in Nastaliq climbs; no line of it may be cut (A-C4).
        cut = page.evaluate("[...document.querySelectorAll('h1, h2, h3, p, li')].filter(e => !e.closest('.unseen') && !e.matches('.unseen') && e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).display !== 'inline').map(e => e.textContent.trim().slice(0, 30))")
        assert cut == []
    page.goto(address + path_of(root, "2026/11/23/*/index.html"))
    leading = page.evaluate("(() => { const s = getComputedStyle(document.querySelector('.story-body p')); return parseFloat(s.lineHeight) / parseFloat(s.fontSize) })()")
    assert (2.2 <= leading <= 2.8) if language == "ur" else (1.6 <= leading <= 1.9)
    family = page.evaluate("getComputedStyle(document.querySelector('.story-body p')).fontFamily")
    assert {"fa": "Noto Naskh Arabic", "ur": "Noto Nastaliq Urdu", "he": "Noto Serif Hebrew", "en": "Georgia"}[language] in family
    context.close()
    assert messages == []


def test_a_name_in_another_script_keeps_the_size_of_its_line(site, warraq, browser, serve):
    site.story("a.md", "Night library opens", "نص الخبر.", more="image:\n  caption: صورة\n  credit: EPA/YAHYA ARHAB\n")
    assert warraq("build", site.root).returncode == 0
    page = browser.new_page()
    page.goto(serve(site.root / "Output") + "2026/01/15/a/")
    sizes = page.evaluate("[...document.querySelectorAll('main bdi[lang]')].map(e => [getComputedStyle(e).fontSize, getComputedStyle(e.parentElement).fontSize])")
    page.close()
    assert len(sizes) >= 2 and all(own == around for own, around in sizes)
