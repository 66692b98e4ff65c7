"""What readers find while a site is being published, and after it was cut short."""

import random
import signal
import subprocess
import threading
import time
import urllib.parse
import urllib.request

import pytest

import crawl
import servers
from conftest import WARRAQ
from hosts import Paper, make_host, paper, running, sshd  # noqa: F401


def test_after_every_single_operation_no_link_is_dead(paper, tmp_path, running):
    """The server itself crawls what it holds after each command that changed something."""
    www = tmp_path / "www"
    www.mkdir()
    server = running(servers.FTP(www, tmp_path))
    paper.host(f"main:\n  kind: ftp\n  to: editor@127.0.0.1:/\n  port: {server.port}\n  transfers: 1")
    paper.environment["WARRAQ_PASSWORD"] = servers.PASSWORD
    dead, changes = [], []
    handler = server.server.handler
    original = handler.pre_process_command

    def watched(self, line, cmd, arg):
        result = original(self, line, cmd, arg)
        if cmd in ("RNTO", "DELE", "RMD"):
            changes.append(line)
            dead.extend((line, link) for link in crawl.dead_links(www))
        return result

    handler.pre_process_command = watched
    paper.build()
    paper.publish()
    for number in range(5, 9):
        paper.story(f"{number}.md", f"خبر {number}", date=f"2026-02-0{number}", more=f"topics: [جديد {number}]\n")
    second = paper.change()
    paper.publish("--max-delete", "80")
    third = sum(line.startswith("DELE") for line in changes)
    assert crawl.tree(www) == second
    assert len(changes) > 100 and third > 5
    assert dead == []


def kill_after(paper, seconds, *arguments):
    process = subprocess.Popen(
        [str(WARRAQ), "publish", str(paper.root), *arguments], env=paper.environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True
    return False


@pytest.mark.parametrize("kind, longest", [("rclone", 0.8), ("folder", 0.1), ("ssh", 1.0)])
def test_killed_at_twenty_random_points_it_goes_on(kind, longest, paper, make_host):
    host = make_host(kind)
    paper.host(host.settings)
    paper.environment.update(host.environment)
    dice = random.Random(7)
    killed = 0
    paper.build()
    for turn in range(20):
        paper.story(f"t{turn}.md", f"خبر رقم {turn}", date="2026-03-01", more=f"topics: [موضوع {turn}]\n")
        if turn > 2:
            (paper.root / f"Content/Stories/t{turn - 3}.md").unlink()
        paper.build()
        killed += kill_after(paper, dice.uniform(0.01, longest), "--max-delete", "100")
        assert crawl.dead_links(host.shown) == []
    assert killed >= 8
    paper.publish("--max-delete", "100")
    assert host.tree() == crawl.tree(paper.root / "Output")
    assert crawl.dead_links(host.shown) == []


def test_readers_see_one_release_or_the_other_during_a_switch(paper, tmp_path, running):
    www = tmp_path / "www"
    paper.host(f"main:\n  kind: folder\n  to: {www}")
    releases = [paper.build()]
    paper.publish()
    server = running(servers.nginx(tmp_path / "nginx", www / "current"))
    for number in range(4):
        paper.story(f"{number}.md", "عنوان آخر تماما", body="نص آخر.", date=f"2026-01-1{number}")
    releases.append(paper.build())
    paths = ["index.html", "latest/index.html", "2026/01/11/1/index.html"]
    wanted = {path: {release[path] for release in releases} for path in paths}
    assert all(len(wanted[path]) == 2 for path in paths)
    over, wrong, seen = threading.Event(), [], []

    def read(offset):
        number = offset
        while not over.is_set():
            path = paths[number % 3]
            number += 1
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/{urllib.parse.quote(path)}", timeout=5) as answer:
                    body = answer.read()
                    seen.append((path, body))
                    if answer.status != 200 or body not in wanted[path]:
                        wrong.append((path, answer.status))
            except OSError as error:
                wrong.append((path, error))
            over.wait(0.02)

    readers = [threading.Thread(target=read, args=(offset,)) for offset in range(6)]
    start = time.monotonic()
    for reader in readers:
        reader.start()
    for _ in range(3):
        paper.publish("--max-delete", "100")
        paper.publish("--rollback")
    paper.publish("--max-delete", "100")
    while time.monotonic() - start < 2:
        over.wait(0.1)
    over.set()
    for reader in readers:
        reader.join()
    rate = len(seen) / (time.monotonic() - start)
    assert wrong == []
    assert all({body for path, body in seen if path == each} == wanted[each] for each in paths)
    assert rate > 100, rate
