"""Hosts that were tampered with, sites and settings that are out to do harm, two publishers, wrong clocks."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import threading

import pytest

import crawl
import servers
from conftest import WARRAQ
from hosts import make_host, paper, running, sftp_settings, sshd  # noqa: F401


@pytest.fixture
def local(paper, make_host):
    host = make_host("rclone")
    paper.host(host.settings)
    paper.environment.update(host.environment)
    paper.build()
    return host


def head(release, base, *changes):
    return "".join(f"{line}\n" for line in ("warraq-manifest 1", f"release {release}", f"base {base}", *changes)).encode()


def base_of(*lines):
    """A base with the name that its own digest gives it."""
    content = "".join(f"{line}\n" for line in lines).encode()
    return f"base-{hashlib.sha256(content).hexdigest()[:16]}", content


DIGEST = "0" * 64
RELEASE = "20260101-000000-abcdef"
OUT = ["../../victim", "a/../../../victim", "/victim", "./../victim", "..", "a//../victim"]


@pytest.mark.parametrize("place, kind", [
    ("head", "folder"), ("head", "ssh"), ("head", "rclone"), ("head", "git"), ("base", "folder"), ("base", "rclone"),
    ("lease", "folder"), ("lease", "rclone"),
])
def test_a_record_that_points_out_of_the_site_is_not_followed(place, kind, paper, make_host, tmp_path):
    """Whatever the record of a host says, nothing outside of the site's own folder is written or removed."""
    host = make_host(kind)
    paper.host(host.settings)
    paper.environment.update(host.environment)
    expected = paper.build()
    paper.publish()
    victims = [host.shown.parent / "victim", tmp_path / "victim", paper.root / "victim", paper.root.parent / "victim"]
    for victim in victims:
        victim.parent.mkdir(exist_ok=True)
        victim.write_text("stays")
    root = host.shown.parent if kind in ("folder", "ssh") else host.shown
    if kind == "git":
        subprocess.run(["git", "clone", "-q", "--branch", "pages", host.repository, host.shown], check=True)
    record = root / ".warraq"
    name = next(path for path in record.iterdir() if path.name.startswith("manifest"))
    release = re.search(r"release (\S+)", name.read_text())[1]
    evil = [f"{DIGEST} 5 {path}" for path in OUT]
    if place == "lease":
        (record / "lease-0123456789abcdef").write_text(
            f"warraq-lease 1\nowner 0123456789abcdef\nsince 1700000000\nrelease {RELEASE}\n" + "".join(f"{line}\n" for line in evil))
    else:
        base, content = base_of(*(evil if place == "base" else [f"{DIGEST} 5 index.html"]))
        (record / base).write_bytes(content)
        name.write_bytes(head(release, base, *(evil if place == "head" else [])))
    if kind == "git":
        git = ["git", "-C", host.shown, "-c", "user.name=a", "-c", "user.email=a@b"]
        subprocess.run([*git, "add", "-A"], check=True)
        subprocess.run([*git, "commit", "-qm", "tampered"], check=True)
        subprocess.run([*git, "push", "-q"], check=True)
    paper.change()
    result = paper.publish("--max-delete", "100", expect=3 if place == "lease" else 1)
    assert ("someone else is publishing" if place == "lease" else "[damaged-record]") in result.stderr
    assert host.tree() == ({path: content for path, content in expected.items()})
    paper.publish("--max-delete", "100", "--break-lock" if place == "lease" else "--adopt")
    shown = host.tree()
    assert {path: shown[path] for path in crawl.tree(paper.root / "Output")} == crawl.tree(paper.root / "Output")
    assert all(victim.read_text() == "stays" for victim in victims)


@pytest.mark.parametrize("content, word", [
    (b"<html>404 not found</html>", "damaged-record"), (b"", "damaged-record"), (b"\xff\xfe", "damaged-record"),
    (b"warraq-manifest 2\nrelease 2\nbase base-00\n", "newer-record"),
    (head(RELEASE, "base-0123456789abcdef"), "damaged-record"), (head("../../x", "base-00"), "damaged-record"),
])
def test_a_record_that_cannot_be_read_is_told(content, word, paper, local):
    paper.publish()
    before = local.tree()
    (local.shown / ".warraq/manifest").write_bytes(content)
    paper.change()
    for arguments in ([], ["--rollback"], ["--verify"]):
        assert f"[{word}]" in paper.publish(*arguments, expect=1).stderr
    assert local.tree() == before
    paper.publish("--adopt")
    shown = local.tree()
    assert {path: shown[path] for path in crawl.tree(paper.root / "Output")} == crawl.tree(paper.root / "Output")


def test_a_host_that_lost_its_record_is_not_written_over_by_itself(paper, local):
    paper.publish()
    shutil.rmtree(local.shown / ".warraq")
    assert "[not-empty]" in paper.publish(expect=1).stderr
    paper.publish("--adopt")
    assert local.tree() == crawl.tree(paper.root / "Output")
    assert "has everything already" in paper.publish().stdout


@pytest.mark.parametrize("kind, to", [
    ("folder", "."), ("folder", "Output"), ("folder", "Output/www"), ("folder", "Content"), ("folder", "www/../Output/x"),
    ("folder", "link"), ("archive", "Output/paper.zip"), ("archive", "Content/Images/paper.tar"), ("folder", "{root}"),
    ("folder", "Templates/www"),
])
def test_a_site_is_not_published_into_itself(kind, to, paper):
    before = paper.build()
    (paper.root / "link").symlink_to("Output")
    paper.host(f"main:\n  kind: {kind}\n  to: {to.format(root=paper.root)}")
    for arguments in ([], ["--dry-run"], ["--releases"]):
        assert "[bad-target]" in paper.publish(*arguments, expect=2).stderr
    assert crawl.tree(paper.root / "Output") == before
    assert sorted(path.name for path in paper.root.iterdir()) == sorted(["Content", "Output", "link", *([".warraq"] if (paper.root / ".warraq").exists() else [])])


def test_links_and_pipes_in_output_are_refused(paper, local, tmp_path):
    (tmp_path / "secret").write_text("secret")
    output = paper.root / "Output"
    (output / "secret.txt").symlink_to(tmp_path / "secret")
    (output / "2026/folder").symlink_to(tmp_path)
    os.mkfifo(output / "pipe")
    message = paper.publish(expect=1).stderr
    assert message.count("[not-a-file]") == 3
    assert local.tree() == {}


@pytest.mark.parametrize("name", ["News/index.html", "a\nb.html", "trailing./index.html", "cafe\u0301.html", "back\\slash.html", "x " ])
def test_names_that_some_host_cannot_keep_are_refused(name, paper, local):
    paper.write("Output/news/index.html", "x")
    paper.write(f"Output/{name}", "x")
    assert "[bad-name]" in paper.publish(expect=1).stderr
    assert local.tree() == {}


@pytest.mark.parametrize("kind", ["folder", "ssh", "sftp", "ftp", "webdav", "s3", "git", "zip", "tar.gz"])
def test_names_that_mean_something_to_a_tool_are_names(kind, paper, make_host):
    """Words that a shell, rclone's filters, rsync or git would take for more than names."""
    host = make_host(kind)
    paper.host(host.settings)
    paper.environment.update(host.environment)
    paper.build()
    for name in ("$(touch x)", "`id`", "a;b", "a'b", 'a"b', "-rf", "--delete", "[a]*?{b}", "# a", "% 20", "خبر «عاجل» ؟", "a&b", "+ x", ".hidden", "😀"):
        paper.write(f"Output/{name}/index.html", name)
    expected = crawl.tree(paper.root / "Output")
    paper.publish()
    assert host.tree() == expected
    for name in ("$(touch x)", "[a]*?{b}", "-rf", "# a"):
        shutil.rmtree(paper.root / "Output" / name)
    expected = crawl.tree(paper.root / "Output")
    paper.publish("--max-delete", "100")
    assert host.tree() == expected


@pytest.mark.parametrize("kind", ["folder", "ssh", "rclone"])
def test_of_two_publishers_at_once_none_harms_the_other(kind, paper, make_host, tmp_path):
    host = make_host(kind)
    paper.host(host.settings)
    paper.environment.update(host.environment)
    paper.build()
    paper.publish()
    # The same newsroom on another machine: it has stories of its own.
    other = tmp_path / "other"
    shutil.copytree(paper.root, other, ignore=shutil.ignore_patterns("publish"))
    refused = turn = 0
    # On a busy machine the one may be done before the other begins: then once more.
    while turn < (2 if kind == "ssh" else 4) or refused == 0 and kind != "ssh" and turn < 28:
        turn += 1
        ends = []
        for root in (paper.root, other):
            (root / f"Content/Stories/{root.name}{turn}.md").write_text(f"---\ntitle: خبر {root.name} {turn}\ndate: 2026-04-{turn:02}\n---\n\nنص.\n")
            paper.program("build", root)

        def publish(root):
            ends.append(subprocess.run([str(WARRAQ), "publish", str(root), "--max-delete", "100"], env=paper.environment, capture_output=True, text=True))

        threads = [threading.Thread(target=publish, args=(root,)) for root in (paper.root, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for end in ends:
            assert end.returncode in (0, 3), end.stderr
            refused += end.returncode == 3
            assert end.returncode == 0 or "someone else is publishing" in end.stderr
        # Whoever was last, the host holds one of the two sites, whole, and its record tells the truth.
        if any(end.returncode == 0 for end in ends):
            assert host.tree() in (crawl.tree(paper.root / "Output"), crawl.tree(other / "Output"))
        assert "has everything already" in paper.publish("--verify").stdout
    assert refused > 0 or kind == "ssh"


def test_one_who_published_meanwhile_is_noticed(paper, local, tmp_path):
    """Another one begins and ends between our look at the host and our note on it."""
    paper.publish()
    paper.change()
    other = tmp_path / "tools"
    other.mkdir()
    rclone = shutil.which("rclone", path=paper.environment["PATH"])
    manifest = local.shown / ".warraq/manifest"
    # The tool, and a change of the record right after the first time that it was read.
    (other / "rclone").write_text(
        f"#!/bin/sh\n\"{rclone}\" \"$@\"\ncode=$?\ncase \"$*\" in *'--filter-from'*)\n"
        f"  if [ ! -e {tmp_path}/once ]; then touch {tmp_path}/once; sed -i 's/^release .*/release {RELEASE}/' '{manifest}'; fi;;\nesac\nexit $code\n")
    (other / "rclone").chmod(0o755)
    before = local.tree()
    result = paper.publish("--max-delete", "100", expect=3, PATH=f"{other}:{paper.environment['PATH']}")
    assert "someone else is publishing" in result.stderr
    assert local.tree() == before
    assert not list((local.shown / ".warraq").glob("lease-*"))


@pytest.mark.parametrize("kind", ["folder", "rclone"])
def test_a_clock_that_was_years_ahead_loses_no_release(kind, paper, make_host):
    host = make_host(kind)
    paper.host(host.settings + "\n  keep: 2")
    paper.environment.update(host.environment)
    first = paper.build()
    paper.publish()
    # As if the first one had been made by a machine whose clock stood at 2041.
    if kind == "folder":
        root = host.shown.parent
        name = os.readlink(host.shown).split("/")[1]
        future = "2041" + name[4:]
        (root / "releases" / name).rename(root / "releases" / future)
        text = (root / ".warraq" / f"manifest-{name}").read_text().replace(name, future)
        (root / ".warraq" / f"manifest-{name}").unlink()
        (root / ".warraq" / f"manifest-{future}").write_text(text)
        host.shown.unlink()
        host.shown.symlink_to(f"releases/{future}")
    else:
        manifest = host.shown / ".warraq/manifest"
        name = re.search(r"release (\S+)", manifest.read_text())[1]
        future = "2041" + name[4:]
        manifest.write_text(manifest.read_text().replace(name, future))
        releases = paper.root / "Output/.warraq/publish/hosts/main/releases"
        (releases / name).rename(releases / future)
    second = paper.change()
    paper.publish("--max-delete", "100")
    assert host.tree() == second
    lines = paper.publish("--releases").stdout.splitlines()
    assert [line.endswith("readers see this one") for line in lines] == [False, True]
    paper.publish("--rollback")
    assert host.tree() == first


def test_another_target_in_the_settings_starts_anew(paper, local, tmp_path):
    first = paper.build()
    paper.publish()
    www = tmp_path / "elsewhere"
    www.mkdir()
    (www / "CNAME").write_text("theirs")
    paper.host(f"main:\n  kind: rclone\n  to: place:{www}")
    assert "has everything" not in paper.publish().stdout
    assert {**first, "CNAME": b"theirs"} == crawl.tree(www)
    assert local.tree() == first
    paper.host(f"main:\n  kind: folder\n  to: {tmp_path}/releases")
    paper.publish()
    assert crawl.tree(tmp_path / "releases/current") == first


def test_a_server_without_case_loses_nothing(paper, local):
    """A page that is renamed by case alone: on some servers the removal of the one would take the other."""
    paper.write("Output/About-Us/index.html", "old")
    paper.publish()
    shutil.rmtree(paper.root / "Output/About-Us")
    paper.write("Output/about-us/index.html", "new")
    assert "[case]" in paper.publish("--max-delete", "100").stderr
    assert (local.shown / "about-us/index.html").read_text() == "new"
    assert (local.shown / "About-Us/index.html").exists()


@pytest.mark.parametrize("kind", ["folder", "rclone", "ssh"])
def test_a_rollback_that_was_cut_short_goes_on(kind, paper, make_host):
    host = make_host(kind)
    paper.host(host.settings)
    paper.environment.update(host.environment)
    first = paper.build()
    paper.publish()
    second = paper.change()
    paper.publish("--max-delete", "100")
    for seconds in (0.05, 0.15, 0.3, 0.45):
        process = subprocess.Popen([str(WARRAQ), "publish", str(paper.root), "--rollback", "--quiet"], env=paper.environment)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert crawl.dead_links(host.shown) == []
        if host.tree() != second:
            break
    current = next(line for line in paper.publish("--releases").stdout.splitlines())
    paper.publish("--rollback", "--release", current.split()[0])
    assert host.tree() == first
    paper.publish("--max-delete", "100")
    assert host.tree() == second


@pytest.mark.parametrize("kind", ["folder", "rclone"])
def test_any_of_the_last_five_releases_comes_back_exactly(kind, paper, make_host):
    host = make_host(kind)
    paper.host(host.settings)
    paper.environment.update(host.environment)
    made = {}
    for turn in range(7):
        paper.story(f"r{turn}.md", f"خبر الإصدار {turn}", date=f"2026-02-0{turn + 1}")
        if turn:
            (paper.root / f"Content/Stories/r{turn - 1}.md").unlink()
        made[turn] = paper.build()
        paper.publish("--max-delete", "100")
    names = [line.split()[0] for line in paper.publish("--releases").stdout.splitlines()]
    assert len(names) == 6
    for name, turn in sorted(zip(names, range(1, 7)), key=lambda pair: pair[1] * 5 % 7):
        paper.publish("--rollback", "--release", name)
        assert host.tree() == made[turn]
    assert "[no-release]" in paper.publish("--rollback", "--release", "20200101-000000-abcdef", expect=1).stderr


@pytest.mark.parametrize("kind", ["ftp", "webdav", "s3", "git over http"])
def test_no_password_stands_in_the_list_of_processes_or_in_a_message(kind, paper, make_host, tmp_path):
    """Every tool is called through a script that writes down its arguments; the tools themselves are made to talk."""
    if kind == "git over http":
        paper.host("main:\n  kind: git\n  to: http://127.0.0.1:9/paper.git\n  retries: 0")
        paper.environment["WARRAQ_PASSWORD"] = servers.PASSWORD
    else:
        host = make_host(kind)
        paper.host(host.settings + "\n  retries: 0")
        paper.environment.update(host.environment)
    tools, seen = tmp_path / "tools", tmp_path / "seen"
    tools.mkdir()
    for name in ("rclone", "git", "ssh", "curl", "rsync"):
        real = shutil.which(name, path=paper.environment["PATH"])
        (tools / name).write_text(f"#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\" >> {seen}\nexec \"{real}\" \"$@\"\n")
        (tools / name).chmod(0o755)
    paper.environment["PATH"] = f"{tools}:{paper.environment['PATH']}"
    paper.build()
    talkative = {"RCLONE_LOG_LEVEL": "DEBUG", "RCLONE_DUMP": "headers,auth", "GIT_TRACE": "1", "GIT_CURL_VERBOSE": "1", "GIT_TRACE_REDACT": "0"}
    result = subprocess.run(
        [str(WARRAQ), "publish", str(paper.root)], env={**paper.environment, **talkative}, capture_output=True, text=True)
    wrong = subprocess.run(
        [str(WARRAQ), "publish", str(paper.root)], capture_output=True, text=True,
        env={**paper.environment, **talkative, "AWS_SECRET_ACCESS_KEY": "another-secret", "WARRAQ_PASSWORD": "another-secret"})
    arguments = seen.read_text()
    assert len(arguments.splitlines()) > 10
    for text in (arguments, result.stdout + result.stderr, wrong.stdout + wrong.stderr):
        for secret in (servers.PASSWORD, "secret-of-s3", "another-secret"):
            assert secret not in text


def test_a_note_that_cannot_be_read_keeps_others_out_until_it_is_broken(paper, local):
    for kind in ("rclone", "folder"):
        if kind == "folder":
            www = local.shown.parent / "folder"
            paper.host(f"main:\n  kind: folder\n  to: {www}")
            record, shown = www / ".warraq", www / "current"
        else:
            record, shown = local.shown / ".warraq", local.shown
        paper.publish()
        paper.story("7.md", f"خبر {kind}", date="2026-02-11")
        paper.build()
        (record / "lease-0123456789abcdef").write_bytes(b"half a no")
        assert "--break-lock" in paper.publish(expect=3).stderr
        paper.publish("--break-lock")
        assert not list(record.glob("lease-*"))
        assert crawl.tree(shown) == crawl.tree(paper.root / "Output")


def test_a_server_of_ftp_that_keeps_ascii_alone_is_asked_first(paper, tmp_path, running):
    www = tmp_path / "www"
    www.mkdir()
    server = running(servers.FTP(www, tmp_path, encoding="latin-1"))
    settings = f"main:\n  kind: ftp\n  to: editor@127.0.0.1:/\n  port: {server.port}"
    paper.host(settings)
    paper.environment["WARRAQ_PASSWORD"] = servers.PASSWORD
    paper.build()
    message = paper.publish(expect=1).stderr
    assert "[ascii-names]" in message and "slugs: latin" in message and "names: utf-8" in message
    assert list(www.iterdir()) == []
    settings_file = paper.root / "Content/site.yaml"
    settings_file.write_text(settings_file.read_text().replace("hosts:", "slugs: latin\nhosts:", 1))
    assert paper.program("build", paper.root, "--clean").returncode == 0
    if all(path.isascii() for path in crawl.tree(paper.root / "Output")):
        paper.publish()
        assert crawl.tree(www) == crawl.tree(paper.root / "Output")
    paper.host(settings + "\n  names: ascii")
    paper.build()
    assert "[ascii-names]" in paper.publish(expect=1).stderr
