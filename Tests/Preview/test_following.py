"""An open page follows what an editor saves, in Chromium: reload, stylesheet, place, ribbon, overlay."""

import os
import shutil
import subprocess
import time

import pytest

from conftest import ROOT, free_port
from newsroom import Listener, newsroom, preview, tab, until, wait_for  # noqa: F401

FIRST = "2026/01/15/first/"
SECOND = "2026/01/15/second/"


def headline(page, text):
    """Waits until the page's headline is this one."""
    until(page, "text => document.querySelector('h1')?.textContent.trim() === text", text)


def mark(page):
    """A page that is loaded or made anew loses its mark."""
    page.evaluate("document.body.isMarked = true")


def is_marked(page):
    return page.evaluate("document.body.isMarked === true")


def build_number(page):
    return int(until(page, "document.documentElement.dataset.warraqBuild"))


def by_rename(path, text):
    """As most editors save: another file, renamed into place."""
    temporary = path.with_name(f".{path.name}.swp-new")
    temporary.write_text(text)
    os.replace(temporary, path)


def as_vim(path, text):
    """As vim saves with a backup: the old file is moved away, a new one written, the old one removed."""
    probe = path.with_name("4913")
    probe.write_text("")
    probe.unlink()
    backup = path.with_name(path.name + "~")
    os.rename(path, backup)
    path.write_text(text)
    backup.unlink()


def in_place(path, text):
    path.write_text(text)


@pytest.mark.parametrize("save", [in_place, by_rename, as_vim])
def test_a_page_follows_what_is_saved_and_others_stay_as_they_are(newsroom, preview, tab, save):
    one = preview(newsroom).built()
    first, second = tab(one.url + FIRST), tab(one.url + SECOND)
    mark(first), mark(second)
    path = newsroom.root / "Content/Stories/second.md"
    save(path, path.read_text().replace("الفقرة الثانية", "فقرة صحّحها المحرر"))
    until(second, "document.querySelector('.story-body').textContent.includes('فقرة صحّحها المحرر')")
    assert not is_marked(second)
    # The other page heard of the same build and had no reason to move.
    until(first, "build => Number(document.documentElement.dataset.warraqBuild) >= build", build_number(second))
    assert is_marked(first)


def test_vim_itself_saves_and_the_page_follows(newsroom, preview, tab):
    vim = shutil.which("vim") or shutil.which("vi")
    if not vim:
        pytest.skip("there is no vim on this system")
    page = tab(preview(newsroom).built().url + SECOND)
    script = [vim, "-es", "-u", "NONE", "-c", "set backup writebackup", "-c", "%s/الخبر الثاني/كتبه vim/", "-c", "wq"]
    subprocess.run([*script, str(newsroom.root / "Content/Stories/second.md")], check=True, timeout=600)
    headline(page, "كتبه vim")


def test_the_place_on_the_page_stays(newsroom, preview, tab):
    page = tab(preview(newsroom).built().url + FIRST)
    page.evaluate("scrollTo(0, 3000)")
    until(page, "scrollY === 3000")
    path = newsroom.root / "Content/Stories/first.md"
    path.write_text(path.read_text().replace("الخبر الأول", "الخبر الأول مصححًا"))
    headline(page, "الخبر الأول مصححًا")
    until(page, "document.readyState === 'complete' && scrollY === 3000")


def test_a_stylesheet_changes_without_a_reload(newsroom, preview, tab):
    one = preview(newsroom).built()
    page = tab(one.url + FIRST)
    mark(page)
    page.evaluate("scrollTo(0, 2000)")
    css = (ROOT / "Templates/assets/site.css").read_text()
    newsroom.write("Templates/assets/site.css", css + "\nbody { background-color: rgb(1, 2, 3); }\n")
    until(page, "getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)'")
    until(page, "document.querySelectorAll('link[rel=stylesheet]').length === 1")
    assert is_marked(page) and page.evaluate("scrollY") == 2000
    newsroom.write("Templates/assets/site.css", css + "\nbody { background-color: rgb(4, 5, 6); }\n")
    until(page, "getComputedStyle(document.body).backgroundColor === 'rgb(4, 5, 6)'")
    assert is_marked(page)
    # Both changes wrote one file each, whatever the number of pages. A build is told in the terminal after the pages.
    wait_for(lambda: len(one.lines()) >= 3, "news of two builds")
    assert [line.split(" (")[0] for line in one.lines()[1:]] == ["1 file changed"] * 2


def test_a_page_that_was_not_there_comes_when_its_story_does(newsroom, preview, tab):
    one = preview(newsroom).built()
    page = tab(one.url + "2026/01/15/third/")
    newsroom.story("third.md", "خبر ثالث", more="slug: third\n")
    headline(page, "خبر ثالث")
    (newsroom.root / "Content/Stories/third.md").unlink()
    until(page, "document.querySelector('script[data-missing]') !== null")
    # The browser itself notes that the address answered with 404.
    tab.messages[:] = [message for message in tab.messages if "404" not in message]


def test_drafts_have_a_ribbon_until_they_are_ready_and_output_has_none_of_it(newsroom, preview, tab, warraq):
    one = preview(newsroom).built()
    page = tab(one.url + "2026/01/15/draft/")
    ribbon = page.locator("warraq-ribbon p")
    assert "مسودة" in ribbon.inner_text() and ribbon.is_visible()
    assert tab(one.url + FIRST).locator("warraq-ribbon").count() == 0
    path = newsroom.root / "Content/Stories/draft.md"
    path.write_text(path.read_text().replace("status: draft\n", ""))
    until(page, "document.querySelector('warraq-ribbon') === null && document.querySelector('h1') !== null")
    assert not (newsroom.root / "Output").exists()
    assert all(b"reload.js" not in data and b"warraq-ribbon" not in data
               for path, data in newsroom.files(".preview").items() if path.endswith(".html"))
    # The readers' build beside it is as if there were no preview.
    path.write_text(path.read_text().replace("slug: draft\n", "slug: draft\nstatus: draft\n"))
    # The preview has built this, and leaves the site to others.
    until(page, "document.querySelector('warraq-ribbon') !== null")
    assert warraq("build", newsroom.root).returncode == 0
    assert "2026/01/15/draft/index.html" not in newsroom.files()


def test_a_scheduled_story_loses_its_ribbon_when_its_moment_comes(newsroom, preview, tab):
    newsroom.story("later.md", "خبر مجدول", date="2026-01-15", more="slug: later\npublish-at: 2026-06-01T12:00:04+00:00\n")
    page = tab(preview(newsroom, "--now", "2026-06-01T12:00:00+00:00").built().url + "2026/01/15/later/")
    until(page, "document.querySelector('warraq-ribbon') === null")
    assert page.locator("h1").inner_text() == "خبر مجدول"


def test_trouble_stands_over_the_last_good_page_until_it_is_mended(newsroom, preview, tab):
    one = preview(newsroom).built()
    page = tab(one.url + SECOND)
    path = newsroom.root / "Content/Stories/second.md"
    good = path.read_text()
    path.write_text(good.replace("date: 2026-01-15", "date: أمس"))
    trouble = page.locator("warraq-trouble details")
    trouble.wait_for()
    assert "second.md" in trouble.inner_text() and "أمس" in trouble.inner_text()
    assert page.locator("h1").inner_text() == "الخبر الثاني"
    # What a person closes stays closed.
    page.locator("warraq-trouble summary").click()
    newsroom.story("first.md", "عنوان آخر", more="slug: first\n")
    wait_for(lambda: "عنوان آخر" in one.page("/" + FIRST))
    assert trouble.evaluate("details => details.open") is False
    path.write_text(good)
    until(page, "document.querySelector('warraq-trouble') === null")
    assert "1 error" in one.said()


def test_a_broken_template_is_shown_and_its_mending_followed(newsroom, preview, tab):
    page = tab(preview(newsroom).built().url + SECOND)
    newsroom.write("Templates/story.mustache", "{{#title}}")
    page.locator("warraq-trouble details").wait_for()
    assert "story.mustache" in page.locator("warraq-trouble details").inner_text()
    assert page.locator("h1").inner_text() == "الخبر الثاني"
    story = (ROOT / "Templates/story.mustache").read_text()
    newsroom.write("Templates/story.mustache", story.replace("<h1", "<p id=\"changed\"></p><h1", 1))
    page.wait_for_selector("#changed", state="attached")
    assert page.locator("warraq-trouble").count() == 0


def test_settings_that_are_wrong_from_the_start_are_waited_for(newsroom, preview, tab):
    good = (newsroom.root / "Content/site.yaml").read_text()
    newsroom.write("Content/site.yaml", good + "colour: red\n")
    one = preview(newsroom).built()
    page = tab(one.url)
    page.locator("warraq-trouble details").wait_for()
    newsroom.write("Content/site.yaml", good)
    page.wait_for_selector("main article")
    # The browser itself notes that the first answer was 503.
    tab.messages[:] = [message for message in tab.messages if "503" not in message]


def test_content_may_go_and_come_back(newsroom, preview, tab):
    one = preview(newsroom).built()
    page = tab(one.url + SECOND)
    away = newsroom.root / "Content.away"
    (newsroom.root / "Content").rename(away)
    page.locator("warraq-trouble details").wait_for()
    assert page.locator("h1").inner_text() == "الخبر الثاني"
    away.rename(newsroom.root / "Content")
    until(page, "document.querySelector('warraq-trouble') === null")
    newsroom.story("second.md", "بعد العودة", more="slug: second\n")
    headline(page, "بعد العودة")


def test_a_burst_of_a_thousand_files_is_few_builds(newsroom, preview):
    one = preview(newsroom).built()
    listener = Listener(one)
    start, began = listener.next()["build"], time.monotonic()
    for number in range(1000):
        newsroom.story(f"2026/01/s{number}.md", f"خبر {number}", more=f"slug: s{number}\n")
    seconds = time.monotonic() - began
    listener.close()
    wait_for(lambda: one.ask("/2026/01/15/s999/")[0] == 200, "the last story")
    listener = Listener(one)
    end = listener.next()["build"]
    # What changes while a build runs is one more, and while there is no quiet one begins each tenth of a second.
    assert end - start <= 10 * seconds + 5 and end - start < 200
    listener.close()


def test_more_pages_than_a_browser_has_connections_all_follow(newsroom, preview, tab):
    one = preview(newsroom).built()
    pages = [tab(one.url + SECOND) for _ in range(9)]
    newsroom.story("second.md", "للجميع", more="slug: second\n")
    for page in pages:
        headline(page, "للجميع")


def test_a_page_finds_a_preview_that_was_started_anew(newsroom, preview, tab):
    # Nobody else takes it while there is no preview.
    port = free_port()
    one = preview(newsroom, port=port).built()
    page = tab(one.url + SECOND)
    one.stop()
    newsroom.story("second.md", "تغيّر في غيابه", more="slug: second\n")
    preview(newsroom, port=port)
    headline(page, "تغيّر في غيابه")
    tab.messages[:] = [message for message in tab.messages if "ERR_" not in message]


def test_by_polling_a_page_follows_too(newsroom, preview, tab):
    page = tab(preview(newsroom, "--poll").built().url + SECOND)
    newsroom.story("second.md", "بالنظر مرة بعد مرة", more="slug: second\n")
    headline(page, "بالنظر مرة بعد مرة")


@pytest.mark.skipif(os.geteuid() != 0 or shutil.which("mount") is None, reason="a disk of its own takes root")
def test_a_full_disk_leaves_the_last_good_page_and_is_waited_for(newsroom, preview, tab):
    disk = newsroom.root / ".preview"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "none", str(disk)], check=False).returncode:
        pytest.skip("this system does not let the test mount a disk")
    one = None
    try:
        one = preview(newsroom).built()
        page = tab(one.url + SECOND)
        (disk / "ballast").write_bytes(b"x" * (shutil.disk_usage(disk).free - 20_000))
        path = newsroom.root / "Content/Stories/first.md"
        path.write_text(path.read_text() + "نص طويل جدا. " * 20_000)
        wait_for(lambda: "No space left on device" in one.said())
        page.locator("warraq-trouble details").wait_for()
        assert one.ask("/" + SECOND)[0] == 200 and page.locator("h1").inner_text() == "الخبر الثاني"
        (disk / "ballast").unlink()
        until(page, "document.querySelector('warraq-trouble') === null")
        assert "نص طويل جدا" in one.page("/" + FIRST)
    finally:
        if one:
            one.stop()
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_publishing_refuses_the_folder_of_a_preview(newsroom, preview, warraq):
    preview(newsroom).built().stop()
    (newsroom.root / "Output").symlink_to(".preview")
    newsroom.write("Content/site.yaml", (newsroom.root / "Content/site.yaml").read_text() + "hosts:\n  main:\n    kind: folder\n    to: /nonexistent\n")
    result = warraq("publish", newsroom.root)
    assert result.returncode == 1 and ("[drafts]" in result.stderr or "[preview]" in result.stderr)
