"""Templates of a site's own: the examples of Templates/README.md are followed to the letter."""

import re

from conftest import ROOT

README = (ROOT / "Templates/README.md").read_text()
EXAMPLES = re.findall(r"`Templates/([\w/-]+\.mustache)`:\n\n```mustache\n(.*?)```", README, re.DOTALL)


def test_every_example_of_the_readme_builds_and_shows(site, warraq):
    assert [name for name, _ in EXAMPLES] == ["partials/foot-menu.mustache", "not-found.mustache"]
    for name, text in EXAMPLES:
        site.write(f"Templates/{name}", text)
    site.story("a.md", "خبر")
    result = warraq("build", site.root)
    assert result.returncode == 0, result.stderr
    files = site.files()
    assert b'<a href="https://social.example/@paper" rel="me">' in files["2026/01/15/a/index.html"]
    missing = files["404.html"].decode()
    assert "<main" in missing and "not-found-number" not in missing


def test_a_stylesheet_of_the_sites_own_comes_after_ours(site, warraq):
    layout = (ROOT / "Templates/layout.mustache").read_text()
    ours = '<link rel="stylesheet" href="{{stylesheet-href}}">\n'
    assert ours in layout
    site.write("Templates/layout.mustache", layout.replace(ours, ours + '<link rel="stylesheet" href="{{assets-href}}own.css">\n'))
    site.write("Templates/assets/own.css", ":root { --accent: #123456 }\n")
    assert warraq("build", site.root).returncode == 0
    files = site.files()
    name = re.search(rb'href="/(assets/own\.[0-9a-f]{8}\.css)"', files["index.html"])[1].decode()
    assert files[name] == b":root { --accent: #123456 }\n"


def test_every_template_is_in_the_readme():
    names = {path.stem for path in (ROOT / "Templates").glob("*.mustache")} - {"layout"}
    # A page of its own kind that offers nothing besides the frame has no table.
    assert {name for name in names if f"| in `{name}.mustache` |" not in README} == {"not-found"}
