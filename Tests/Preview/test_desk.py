"""The preview's own pages in Chromium: the desk, the source beside a story, what is wrong over a page."""

import re
import shutil
import sys
import urllib.parse

import pytest

from conftest import NOW, ROOT, SCREENSHOTS, SEED, SIZES, start_vnu, what_vnu_says
from newsroom import Preview, until, wait_for

sys.path.insert(0, str(ROOT / "Tests/Browser"))
from test_design import AXE_TAGS, CONTRASTS, axe  # noqa: E402, F401

BROKEN = "Content/Stories/2026/11/معطوب.md"
HAND = "2026/11/22/خبر-اليد/"
PAGES = {"desk": ".warraq/desk/", "source": f"{SEED}?source", "by-hand": f"{HAND}?source",
         "held-back": f".warraq/source/{BROKEN}"}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """The repository's own content with something of everything that readers do not see, and its preview."""
    root = tmp_path_factory.mktemp("office") / "site"
    shutil.copytree(ROOT / "Content", root / "Content")

    def story(path, text):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)

    head = "---\ntitle: {}\ndate: {}\n{}---\n\n{}\n"
    story("Content/Stories/2026/11/draft.md", head.format("مسودة عن سوق Vision Pro", "2026-11-20", "status: draft\n", "نص."))
    story("Content/Stories/2026/11/later.md",
          head.format("تقرير يُنشر غدًا", "2026-11-24", "publish-at: 2026-11-25T07:30+03:00\n", "نص."))
    story("Content/Stories/2026/11/over.md",
          head.format("خبر انتهى عرضه", "2026-11-01", "expires: 2026-11-02\n", "نص."))
    story("Content/Stories/2026/11/hand.md", head.format("خبر كُتب باليد", "2026-11-22", "slug: خبر-اليد\n", "فيه <b>وسم</b>."))
    story(BROKEN, head.format("خبر في تاريخه خطأ", "أمس", "", "نص."))
    preview = Preview(root, "--now", NOW).built()
    yield preview
    preview.stop()


@pytest.fixture
def look(browser, office):
    """Opens an address of the preview in a page of a size and scheme, and fails on anything its console says."""
    contexts, messages, tools = [], [], []

    def look_(path, size="desktop", scheme="light"):
        width, height = SIZES[size]
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme))
        page = contexts[-1].new_page()
        # Pictures and axe put styles of their own into the page, which the policy refuses: no fault of the page.
        page.on("console", lambda message: tools or messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.goto(office.url + urllib.parse.quote(path, safe="/?="))
        return page

    look_.with_tools = lambda: tools.append(True)
    yield look_
    for context in contexts:
        context.close()
    assert messages == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", PAGES)
def test_everybody_can_read_the_desk_and_the_source(kind, size, scheme, look, axe):  # noqa: F811
    page = look(PAGES[kind], size, scheme)
    page.wait_for_load_state("load")
    look.with_tools()
    page.screenshot(path=SCREENSHOTS / f"preview-{kind}-{size}-{scheme}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(axe)
    # The page in the frame has tests of its own.
    found = page.evaluate("tags => axe.run(document, {runOnly: tags, iframes: false}).then(r => r.violations)", AXE_TAGS)
    assert [(entry["id"], [node["html"][:120] for node in entry["nodes"]]) for entry in found] == []
    assert [entry for entry in page.evaluate(CONTRASTS) if entry["ratio"] < entry["needed"]] == []


def test_the_desk_and_the_source_are_valid(office, tmp_path):
    for kind, path in PAGES.items():
        path, _, query = path.partition("?")
        status, _, body = office.ask("/" + urllib.parse.quote(path) + ("?" + query if query else ""))
        assert status == 200
        (tmp_path / f"{kind}.html").write_bytes(body)
    (tmp_path / "desk.css").write_bytes(office.ask("/.warraq/desk.css")[2])
    assert what_vnu_says(start_vnu(tmp_path)) == []


def test_the_desk_lists_what_readers_do_not_see_and_its_links_lead_there(office, look):
    page = look(PAGES["desk"])
    text = {name: page.inner_text(f"section[aria-labelledby={name}]")
            for name in ("held-back", "scheduled", "drafts", "warnings", "expired", "empty-topics")}
    assert "معطوب" in text["held-back"] and "bad-date" in text["held-back"]
    assert "تقرير يُنشر غدًا" in text["scheduled"] and "25 تشرين الثاني" in text["scheduled"]
    assert "مسودة عن سوق" in text["drafts"] and "raw-html" in text["warnings"]
    assert "خبر انتهى عرضه" in text["expired"] and "صحة" in text["empty-topics"]
    links = page.eval_on_selector_all("main a", "links => links.map(link => link.getAttribute('href'))")
    assert sum(link.endswith("?source") for link in links) == 3
    broken = "/.warraq/source/" + urllib.parse.quote(BROKEN)
    assert links[0] == broken and "bad-date" in office.page("/.warraq/source/" + BROKEN)
    assert [(link, office.ask(link)[0]) for link in links if office.ask(link)[0] != 200] == []


@pytest.mark.parametrize("size", SIZES)
def test_article_text_and_page_stand_side_by_side_or_below_one_another(size, look):
    page = look(PAGES["source"], size)
    frame = page.frame_locator("iframe")
    frame.locator("h1").wait_for()
    assert "أوباما وبوتين" in frame.locator("h1").inner_text()
    boxes = page.eval_on_selector_all(
        ".warraq-column", "all => all.map(e => e.getBoundingClientRect()).map(b => [b.top, b.left, b.bottom])")
    assert len(boxes) == 3
    if size == "desktop":
        assert len({top for top, _, _ in boxes}) == 1 and boxes[0][1] > boxes[1][1] > boxes[2][1]
    else:
        assert boxes[0][2] <= boxes[1][0] and boxes[1][2] <= boxes[2][0]
    lines = page.inner_text(".warraq-column:first-child")
    assert "عنوان" in lines and "the first line, one sentence" in lines and "95%" in lines
    direction = "e => getComputedStyle(e).direction"
    assert page.eval_on_selector(".warraq-lines li:nth-child(1) p", direction) == "rtl"
    assert page.eval_on_selector(".warraq-lines li:nth-child(3) p", direction) == "ltr"


def test_lists_say_which_stories_readers_do_not_see(office, look):
    page = look("latest/")
    badges = page.locator("article:has(warraq-badge)")
    badges.first.wait_for(timeout=30_000)
    texts = page.eval_on_selector_all("h2 a:has(warraq-badge)", "all => all.map(a => a.textContent + a.lastChild.shadowRoot.textContent)")
    assert len(texts) == 3
    assert any(text.startswith("مسودة عن سوق") and text.endswith("مسودة") for text in texts), texts
    assert any(text.startswith("تقرير يُنشر") and "2026-11-25 07:30" in text for text in texts), texts
    assert any("حُجب في 2026-11-02" in text for text in texts), texts
    page.screenshot(path=SCREENSHOTS / "preview-badges.png", full_page=True)


def test_a_badge_goes_when_the_story_is_published_though_the_list_stays_the_same(office, look):
    page = look("latest/")
    badge = page.locator("h2 a:has-text('مسودة عن سوق') warraq-badge")
    badge.wait_for(timeout=30_000)
    path = office.root / "Content/Stories/2026/11/draft.md"
    text = path.read_text()
    path.write_text(text.replace("status: draft\n", ""))
    wait_for(lambda: badge.count() == 0, "the end of the badge")
    path.write_text(text)
    wait_for(lambda: badge.count() == 1, "the badge again")


def test_a_story_written_by_hand_has_two_columns(look):
    page = look(PAGES["by-hand"])
    assert page.locator(".warraq-column").count() == 2
    assert "فلا مقال خام له" in page.inner_text("main")


def test_what_is_wrong_stands_over_the_page_can_be_folded_and_goes_when_it_is_mended(office, look, axe):  # noqa: F811
    page = look("latest/")
    trouble = page.locator(".warraq-trouble")
    trouble.wait_for()
    assert "أخطاء: 1" in trouble.inner_text() and "bad-date" in trouble.inner_text()
    faulty = trouble.locator("mark").first
    assert faulty.inner_text() == "date: أمس"
    assert faulty.evaluate("e => getComputedStyle(e).direction") == "ltr"
    look.with_tools()
    page.screenshot(path=SCREENSHOTS / "preview-overlay.png")
    page.evaluate(axe)
    found = page.evaluate("tags => axe.run(document, {runOnly: tags}).then(r => r.violations)", AXE_TAGS)
    assert [(entry["id"], [node["html"][:120] for node in entry["nodes"]]) for entry in found] == []
    trouble.locator("summary").click()
    until(page, "innerHeight > 0")
    assert trouble.bounding_box()["height"] < 80
    page.locator(".menu a").first.click()
    trouble = page.locator(".warraq-trouble")
    trouble.wait_for()
    path = office.root / BROKEN
    text = path.read_text()
    path.write_text(text.replace("أمس", "2026-11-23"))
    wait_for(lambda: page.locator(".warraq-trouble.warraq-serious").count() == 0, "the end of the error")
    path.write_text(text)
    wait_for(lambda: page.locator(".warraq-trouble.warraq-serious").count() == 1, "the error again")
    path.write_text(re.sub("أمس", "2026-11-23", text))
    wait_for(lambda: page.locator(".warraq-trouble.warraq-serious").count() == 0, "the end of the error")
