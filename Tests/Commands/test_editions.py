"""The light edition's weight, and addresses that lead on, as a web host gives them out."""

import gzip
import re


def test_the_light_edition_of_an_ordinary_story_weighs_14_kilobytes_at_most(site, warraq):
    words = "اجتمع الرئيسان أمس في العاصمة لبحث الأزمة وقال المتحدث إن اللقاء كان جادا وعمليا وامتد أطول من المتوقع".split()
    paragraphs = [" ".join(words[(line * 7 + at * 3) % len(words)] for at in range(60)) for line in range(25)]
    site.story("a.md", "خبر عادي", body="\n\n".join(paragraphs))
    for number in range(60):
        site.story(f"{number}.md", f"عنوان خبر طويل بعض الشيء رقمه {number} وفيه كلام")
    assert warraq("build", site.root).returncode == 0
    files = site.files()
    for path in ["lite/2026/01/15/a/index.html", "lite/index.html"]:
        page = files[path]
        assert len(gzip.compress(page)) <= 14 * 1024, path
        # Nothing is fetched besides the page itself.
        assert re.findall(rb"<(?:img|script|style|iframe)|rel=\"stylesheet\"|url\(", page) == []
        assert re.findall(rb"<link rel=\"icon\" href=\"([^\"]*)\"", page) == [b"data:,"]


def test_an_alias_becomes_a_page_and_a_line_for_hosts(site, warraq):
    site.story("a.md", "خبر", more="aliases: [/old/name/, /خبر-قديم]\n")
    assert warraq("build", site.root).returncode == 0
    files = site.files()
    page = files["old/name/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=/2026/01/15/a/">' in page
    assert '<link rel="canonical" href="https://news.example/2026/01/15/a/">' in page
    assert '<meta name="robots" content="noindex">' in page
    lines = files["_redirects"].decode().splitlines()
    assert lines == [
        "/old/name/ /2026/01/15/a/ 301",
        "/%D8%AE%D8%A8%D8%B1-%D9%82%D8%AF%D9%8A%D9%85/ /2026/01/15/a/ 301",
    ]


def test_an_alias_that_leads_out_of_the_site_is_reported_and_left_out(site, warraq):
    site.story("a.md", "خبر", more="aliases: [../../etc/passwd, //evil.example]\n")
    result = warraq("build", site.root)
    assert result.returncode == 0
    assert result.stderr.count("[bad-alias]") == 2
    assert not (site.root.parent / "etc").exists()
    assert "_redirects" not in site.files()
