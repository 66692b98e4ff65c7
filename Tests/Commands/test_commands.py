"""The program as it is run: exit codes, messages, reports."""

import json
import os
import pwd
import re
import shutil
import stat
import subprocess

import pytest

from conftest import ROOT, WARRAQ

# .htaccess, and the snippets for nginx and Caddy.
HIDDEN_FILES = 3



def pages_of(site):
    """How many files there are beside the index of the search, which a report does not count."""
    return sum(not path.startswith("search/index/") for path in site.files())


def test_build_prints_what_was_made(site, warraq):
    site.write("Content/Articles/خبر.txt", "التاريخ: 2026-01-15\nعنوان الخبر\n\nفقرة أولى.\n")
    result = warraq("build", site.root)
    assert result.returncode == 0
    first = re.match(r"1 of 1 articles imported\.\n1 stories, 0 topics, (\d+) pages: (\d+) files written", result.stdout)
    assert first and int(first[2]) > int(first[1]) > 3
    assert int(first[2]) == pages_of(site) + HIDDEN_FILES
    again = warraq("build", site.root)
    assert f"0 files written, {first[2]} unchanged, 0 removed" in again.stdout


def test_a_content_error_exits_1_and_builds_the_rest(site, warraq):
    site.story("good.md", "خبر سليم")
    site.story("bad.md", "خبر", date="2016-13-45")
    result = warraq("build", site.root)
    assert result.returncode == 1
    assert "Content/Stories/bad.md:3: error: `date` is no date of the calendar" in result.stderr
    assert "  fix: write a day such as 2016-09-05" in result.stderr
    assert "2026/01/15/good/index.html" in site.files()


def test_strict_exits_1_and_writes_nothing(site, warraq):
    site.story("bad.md", "خبر", date="2016-13-45")
    result = warraq("build", site.root, "--strict")
    assert result.returncode == 1
    assert not (site.root / "Output").exists()


def test_missing_settings_exit_2(tmp_path, warraq):
    result = warraq("build", tmp_path)
    assert result.returncode == 2
    assert "Content/site.yaml: error: this folder has no settings, so it is not a site yet [no-settings]" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_template_error_exits_2_and_leaves_output_alone(site, warraq):
    site.story("a.md", "خبر")
    warraq("build", site.root)
    before = site.files()
    site.story("b.md", "خبر آخر")
    site.write("Templates/story.mustache", "<h1>{{titel}}</h1>\n{{#topics}}\n")
    result = warraq("build", site.root)
    assert result.returncode == 2
    assert "Templates/story.mustache:1: error:" in result.stderr and "title" in result.stderr
    assert "Templates/story.mustache:2: error:" in result.stderr
    assert site.files() == before


def test_output_that_cannot_be_written_exits_3(site, warraq):
    site.story("a.md", "خبر")
    site.write("Output", "in the way")
    result = warraq("build", site.root)
    assert result.returncode == 3
    assert f"{site.root}/Output" in result.stderr
    assert (site.root / "Output").read_text() == "in the way"


@pytest.mark.parametrize("arguments", [["build", "--nonsense"], ["build", ".", "extra"], ["build", "--now", "today"]])
def test_wrong_arguments_exit_64(arguments, warraq):
    assert warraq(*arguments, clock=False).returncode == 64


def as_nobody(site):
    """Arguments that run a command as a user who may not read everything, where the tests run as root."""
    if os.geteuid() != 0:
        return {}
    for folder in [site.root, *site.root.parents]:
        if folder.stat().st_uid == 0 and folder != folder.parent:
            folder.chmod(folder.stat().st_mode | stat.S_IXOTH | stat.S_IROTH)
    nobody = pwd.getpwnam("nobody")
    for path in [site.root, *site.root.rglob("*")]:
        os.chown(path, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid}


@pytest.fixture
def borrowed_warraq(site):
    """A copy of the program where every user can run it."""
    copy = site.root / ".warraq-copy"
    shutil.copy(WARRAQ, copy)
    copy.chmod(0o755)
    return copy


def test_an_unreadable_file_holds_back_its_story_alone(site, borrowed_warraq):
    site.story("good.md", "خبر سليم")
    bad = site.story("bad.md", "خبر مغلق")
    article = site.write("Content/Articles/locked.txt", "عنوان\n\nنص\n")
    user = as_nobody(site)
    bad.chmod(0)
    article.chmod(0)
    result = subprocess.run([borrowed_warraq, "build", site.root], capture_output=True, text=True, **user)
    assert result.returncode == 1, result.stderr
    assert "Content/Stories/bad.md: error: this file cannot be read: Permission denied [unreadable]" in result.stderr
    assert "Content/Articles/locked.txt: error: this file cannot be read: Permission denied [unreadable]" in result.stderr
    assert "2026/01/15/good/index.html" in site.files()


def test_a_folder_that_cannot_be_listed_stops_the_build_and_deletes_nothing(site, borrowed_warraq):
    site.story("2026/a.md", "خبر")
    user = as_nobody(site)
    assert subprocess.run([borrowed_warraq, "build", site.root, "--quiet"], **user).returncode == 0
    before = site.files()
    (site.root / "Content/Stories/2026").chmod(0)
    result = subprocess.run([borrowed_warraq, "build", site.root], capture_output=True, text=True, **user)
    (site.root / "Content/Stories/2026").chmod(0o755)
    assert result.returncode == 3
    assert "cannot list" in result.stderr and "Content/Stories/2026" in result.stderr
    assert site.files() == before


def test_output_without_permission_exits_3(site, borrowed_warraq):
    site.story("a.md", "خبر")
    user = as_nobody(site)
    site.root.chmod(0o555)
    result = subprocess.run([borrowed_warraq, "build", site.root], capture_output=True, text=True, **user)
    site.root.chmod(0o755)
    assert result.returncode == 3
    assert "Permission denied" in result.stderr


def test_json_is_a_report_for_scripts(site, warraq):
    site.story("a.md", "خبر", more="topics: [سوريا]\n")
    site.story("b.md", "خبر", date="غدا")
    report = json.loads(warraq("build", site.root, "--json", "--quiet").stdout)
    assert (report["stories"], report["topics"], report["heldBack"]) == (1, 1, 1)
    assert report["written"] == pages_of(site) + HIDDEN_FILES and report["unchanged"] == report["removed"] == 0
    assert set(report["milliseconds"]) == {"settings", "read", "convert", "plan", "write", "remove", "search"}
    bad = [entry for entry in report["diagnostics"] if entry["severity"] == "error"]
    assert [(entry["path"], entry["line"], entry["id"]) for entry in bad] == [("Content/Stories/b.md", 3, "bad-date")]


def test_quiet_prints_nothing_where_all_is_well(site, warraq):
    site.story("a.md", "خبر", more="topics: [سوريا]\n")
    result = warraq("build", site.root, "--quiet")
    assert (result.stdout, result.stderr) == ("", "")


def test_verify_proves_the_build(site, warraq):
    site.story("a.md", "خبر")
    assert warraq("build", site.root, "--verify").returncode == 0
    page = site.root / "Output/2026/01/15/a/index.html"
    assert not (site.root / "Output/.warraq/verify").exists()
    assert page.exists()


def test_output_goes_where_it_is_told(site, warraq, tmp_path):
    site.story("a.md", "خبر")
    assert warraq("build", site.root, "--output", tmp_path / "www").returncode == 0
    assert (tmp_path / "www/index.html").exists()
    assert not (site.root / "Output").exists()


def test_explain_prints_every_line_with_its_role_and_reason(warraq, sample_site):
    article = "000_5f2084768f771f34.txt"
    result = warraq("convert", sample_site, article, "--explain")
    assert result.returncode == 0
    lines = (ROOT / "Content/Articles" / article).read_text().split("\n")
    for number in range(1, len(lines) + 1):
        assert any(line.strip().startswith(f"{number} ") for line in result.stdout.splitlines()), number
    assert "photo" in result.stdout and "2016-09-05" in result.stdout and "الاثنين" in result.stdout
    for topic in ["سوريا", "روسيا", "أوكرانيا", "الولايات المتحدة", "مجموعة العشرين"]:
        assert f"topic \u2068{topic}\u2069" in result.stdout


def test_topics_says_why_and_suggests(site, warraq):
    site.write("Content/topics.yaml", "topics:\n  - name: سوريا\n  - name: مالطا\n")
    for number in range(12):
        site.story(f"{number}.md", f"اجتماع في سوريا رقم {number}", body="التقى الوزير حسن كامل السفراء في العاصمة.")
    result = warraq("topics", site.root)
    assert result.returncode == 0, result.stderr
    assert "Content/Stories/0.md:" in result.stdout
    assert "\u2068سوريا\u2069, score 5: «سوريا» in the headline" in result.stdout
    assert "حسن كامل" in result.stdout.split("Not covered by any topic:")[1]
    assert "1 topics of the list have no story yet." in result.stdout
    report = json.loads(warraq("topics", site.root, "--json").stdout)
    assert report["unused"] == ["مالطا"] and len(report["stories"]) == 12


def test_audit_accounts_for_every_word_and_writes_nothing(warraq, tmp_path):
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "a.txt").write_bytes((ROOT / "Content/Articles/000_5f2084768f771f34.txt").read_bytes())
    (folder / "b.txt").write_text("عنوان\n\n* نص _مهم_ [x]: y\n# آخر <b> &amp; 1. ثم\n---\n")
    (folder / "c.txt").write_bytes("عنوان قديم\n\nنص قديم من أيام خلت، كتب بترميز قديم.\n".encode("windows-1256"))
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02")
    before = sorted(folder.iterdir())
    result = warraq("convert", "--audit", folder)
    assert result.returncode == 0, result.stdout
    assert "a.txt: 345 words in; headline 6, photo 49, caption 14, paragraph 273, source 3; lost 0" in result.stdout
    assert "broken.txt: unreadable" in result.stdout
    assert "total: 4 files, 3 articles, 1 unreadable" in result.stdout and "words lost: 0" in result.stdout
    assert sorted(folder.iterdir()) == before


def test_convert_of_an_article_that_is_not_there_exits_64(site, warraq):
    assert warraq("convert", site.root, "nowhere.txt").returncode == 64
    assert warraq("convert", site.root, "../site.yaml").returncode == 64


@pytest.mark.parametrize("language", ["ar", "fa", "ur", "he", "en"])
def test_a_new_site_builds_at_once(language, warraq, tmp_path):
    root = tmp_path / "paper"
    assert warraq("new", root, "--language", language).returncode == 0
    result = warraq("build", root)
    assert result.returncode == 0, result.stderr
    home = (root / "Output/index.html").read_text()
    direction = "ltr" if language == "en" else "rtl"
    assert f'<html lang="{language}' in home and f'dir="{direction}"' in home
    assert warraq("new", root, "--language", language).returncode == 2


def test_an_unknown_language_is_refused_before_anything_is_made(warraq, tmp_path):
    result = warraq("new", tmp_path / "paper", "--language", "xx")
    assert result.returncode == 2
    assert "ar, en, fa, he, ur" in result.stderr
    assert not (tmp_path / "paper").exists()


@pytest.mark.parametrize("command", [[], ["new"], ["convert"], ["build"], ["preview"]])
def test_help_carries_examples(command, warraq):
    result = warraq(*command, "--help", clock=False)
    assert result.returncode == 0
    assert "Examples:" in result.stdout and "warraq " in result.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completions_work(shell, warraq):
    result = warraq("--generate-completion-script", shell, clock=False)
    assert result.returncode == 0
    assert "--strict" in result.stdout or "strict" in result.stdout


def test_bash_completes_a_command(warraq, tmp_path):
    script = tmp_path / "warraq.bash"
    script.write_text(warraq("--generate-completion-script", "bash", clock=False).stdout)
    check = f"source {script}; COMP_WORDS=(warraq bu); COMP_CWORD=1; COMP_LINE='warraq bu'; COMP_POINT=9; _warraq warraq bu warraq; echo \"${{COMPREPLY[@]}}\""
    result = subprocess.run(["bash", "-c", check], capture_output=True, text=True)
    assert "build" in result.stdout, result.stderr


def test_ten_thousand_stories_are_built_in_one_go(site, warraq):
    for number in range(10_000):
        year, month, day = 2010 + number // 1000, number % 12 + 1, number % 28 + 1
        site.story(
            f"{year}/{month:02}/{number}.md", f"خبر رقم {number}", date=f"{year}-{month:02}-{day:02}",
            more=f"topics: [موضوع {number % 40}]\n", body="فقرة من خبر. " * 30)
    report = json.loads(warraq("build", site.root, "--json", "--quiet").stdout)
    assert (report["stories"], report["topics"], report["heldBack"]) == (10_000, 40, 0)
    again = json.loads(warraq("build", site.root, "--json", "--quiet").stdout)
    assert (again["written"], again["removed"]) == (0, 0)


def test_check_reads_the_built_pages_and_says_what_is_wrong_with_them(site, warraq):
    site.story("a.md", "لغة C++ وقناة BBC 5 دقائق", "اتصل +963 11 223 4567، وفاز 3-1.")
    assert warraq("build", site.root).returncode == 0
    result = warraq("check", site.root)
    assert result.returncode == 0 and "0 faults found" in result.stdout, result.stderr
    site.write("Output/index.html", '<html dir="rtl"><p>لغة C++ هنا\n<a href="/none/">x</a>')
    result = warraq("check", site.root)
    assert result.returncode == 1
    assert "Output/index.html:1: warning:" in result.stderr and "[bidi]" in result.stderr
    assert "Output/index.html:2: error:" in result.stderr and "[dead-link]" in result.stderr
    assert "[bidi]" not in warraq("check", site.root, "--links").stderr
    assert "[dead-link]" not in warraq("check", site.root, "--bidi").stderr
