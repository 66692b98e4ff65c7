"""Building again: what is written, what survives a killed build, a full disk, a second builder, a damaged index."""

import fcntl
import json
import os
import random
import re
import shutil
import subprocess
import urllib.parse

import pytest

from conftest import WARRAQ

NOW = "2026-11-24T08:00+03:00"
# WARRAQ_KILLS=200 tries more of them.
KILLS = int(os.environ.get("WARRAQ_KILLS", "30"))


def build(site, *options, output=None):
    command = [WARRAQ, "build", str(site.root), "--now", NOW, "--json", "--quiet", *options]
    if output:
        command += ["--output", str(output)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result, json.loads(result.stdout) if result.stdout else None


@pytest.fixture
def newspaper(site):
    """Two hundred stories of two years, with topics, authors and aliases."""
    for number in range(200):
        write_story(site, number)
    return site


def write_story(site, number, title=None, topics=None):
    day = f"{2025 + number // 100}-{number % 10 + 1:02}-{number // 10 % 10 + 10}"
    topics = topics or ["سوريا", "اقتصاد", "رياضة", "علوم"][number % 4] + ", " + ["سوريا", "صحة"][number % 2]
    more = f"topics: [{topics}]\nbyline: [{['أحمد علي', 'ليلى'][number % 2]}]\n"
    if number % 20 == 0:
        more += f"aliases: [old/{number}.html]\n"
    site.story(f"{day[:4]}/{number}.md", title or f"عنوان الخبر {number}", body=f"نص الخبر {number}. " * 40, date=day, more=more)


def dead_links(root):
    """The links within the site that lead nowhere, from the home page on, as a reader would find them."""
    seen, queue, dead = set(), ["index.html"], []
    while queue:
        path = queue.pop()
        if path in seen:
            continue
        seen.add(path)
        file = root / path
        if not file.is_file():
            dead.append(path)
            continue
        if not path.endswith(".html"):
            continue
        for link in re.findall(r'(?:href|src)="([^"#?]+)', file.read_text()):
            if link.startswith("https://news.example"):
                link = link.removeprefix("https://news.example") or "/"
            if link.startswith("/") and not link.startswith("//"):
                target = urllib.parse.unquote(link).lstrip("/")
                queue.append(target + "index.html" if target == "" or target.endswith("/") else target)
    return dead


def assert_clean(site, tmp_path):
    """A build into an empty folder makes the same files."""
    clean = tmp_path / "clean"
    shutil.rmtree(clean, ignore_errors=True)
    assert build(site, output=clean)[0].returncode == 0
    built = site.files()
    expected = {
        str(path.relative_to(clean)): path.read_bytes() for path in clean.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(clean).parts)}
    assert sorted(built) == sorted(expected)
    assert [path for path in built if built[path] != expected[path]] == []


def test_one_changed_story_writes_few_files(newspaper, tmp_path):
    assert build(newspaper)[1]["stories"] == 200
    assert build(newspaper)[1]["written"] == 0
    write_story(newspaper, 50, title="عنوان جديد")
    report = build(newspaper)[1]
    assert 3 <= report["written"] <= 60
    newspaper.story("2026/new.md", "خبر اليوم", more="topics: [سوريا, علوم]\nbyline: [ليلى]\n", date="2026-11-23")
    assert 3 <= build(newspaper)[1]["written"] <= 80
    assert_clean(newspaper, tmp_path)


def test_the_report_says_when_the_clock_alone_changes_the_site(site):
    site.story("a.md", "خبر", date="2026-11-23T10:00+03:00")
    site.story("b.md", "غدا", more="publish-at: 2026-11-24T20:00+03:00\n", date="2026-11-20")
    report = build(site)[1]
    assert report["nextChange"] == "2026-11-24T17:00:00Z" and report["stories"] == 1
    later = subprocess.run(
        [WARRAQ, "build", str(site.root), "--now", report["nextChange"], "--json", "--quiet"], capture_output=True, text=True)
    assert json.loads(later.stdout)["stories"] == 2
    assert json.loads(later.stdout)["nextChange"] == "2026-11-25T07:00:00Z"


def test_the_report_has_the_time_of_each_kind_of_page(newspaper):
    templates = build(newspaper)[1]["templates"]
    assert {"story", "home", "latest", "topic", "feeds"} <= set(templates)
    assert all(time > 0 for time in templates.values())


def test_a_killed_build_leaves_a_whole_site(newspaper, tmp_path):
    build(newspaper)
    output, chance = newspaper.root / "Output", random.Random(7)
    for round_ in range(KILLS):
        for _ in range(chance.choice([1, 3, 40])):
            number = chance.randrange(260)
            if chance.random() < 0.2:
                for path in (newspaper.root / "Content/Stories").glob(f"*/{number}.md"):
                    path.unlink()
            else:
                write_story(newspaper, number, f"عنوان {chance.randrange(1000)}", topics=chance.choice([None, f"جديد {round_}"]))
        options = ["--clean"] if chance.random() < 0.3 else []
        process = subprocess.Popen(
            [WARRAQ, "build", str(newspaper.root), "--now", NOW, "--quiet", *options], stdout=subprocess.DEVNULL)
        try:
            process.wait(timeout=chance.random() * 0.25)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert dead_links(output) == []
        if round_ % 10 == 9:
            assert build(newspaper)[0].returncode == 0
            assert_clean(newspaper, tmp_path)


def test_two_builds_of_one_site_do_not_mix(newspaper):
    build(newspaper)
    other = os.open(newspaper.root, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    result, _ = build(newspaper)
    assert result.returncode == 3 and "another warraq is at work on this site" in result.stderr
    # The system lets go of what a dead process held.
    os.close(other)
    assert build(newspaper)[0].returncode == 0


@pytest.mark.parametrize("name", ["index", "index.pool"])
@pytest.mark.parametrize("damage", ["gone", "cut", "turned"])
def test_a_damaged_index_costs_only_time(newspaper, tmp_path, name, damage):
    build(newspaper)
    index = newspaper.root / "Output/.warraq" / name
    data = bytearray(index.read_bytes())
    if damage == "gone":
        index.unlink()
    elif damage == "cut":
        index.write_bytes(data[: len(data) // 2])
    else:
        data[len(data) // 3] ^= 1
        index.write_bytes(data)
    (newspaper.root / "Content/Stories/2025/3.md").unlink()
    result, report = build(newspaper)
    assert result.returncode == 0 and report["written"] < 60
    if not (name == "index" and damage == "gone"):
        assert "index-rebuilt" in result.stdout
    assert_clean(newspaper, tmp_path)


@pytest.mark.skipif(os.geteuid() != 0 or shutil.which("mount") is None, reason="a disk of its own takes root")
def test_a_full_disk_leaves_the_old_site(newspaper, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "none", str(disk)], check=False).returncode:
        pytest.skip("this system does not let the test mount a disk")
    try:
        output = disk / "Output"
        assert build(newspaper, output=output)[0].returncode == 0
        before = {path: path.read_bytes() for path in output.rglob("*.html")}
        (disk / "ballast").write_bytes(b"x" * (shutil.disk_usage(disk).free - 60_000))
        for number in range(60):
            write_story(newspaper, number, f"عنوان طويل {number} " * 6)
        result, _ = build(newspaper, output=output)
        assert result.returncode == 3
        assert "No space left on device" in result.stderr and "Output/" in result.stderr
        assert dead_links(output) == []
        changed = [path for path, text in before.items() if not path.exists() or (path.read_bytes() != text and not path.read_bytes().rstrip().endswith(b"</html>"))]
        assert changed == []
        (disk / "ballast").unlink()
        assert build(newspaper, output=output)[0].returncode == 0
        assert build(newspaper, output=output)[1]["written"] == 0
        assert dead_links(output) == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)
