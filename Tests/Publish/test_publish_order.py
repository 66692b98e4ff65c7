"""What readers find while a site is being published, and after it was cut short."""

import asyncio
import random
import signal
import subprocess
import threading
import time
import urllib.parse

import pytest

import crawl
import servers
from conftest import WARRAQ
from hosts import ftp_host, make_host, paper, running, s3_on_disk, sftp_settings, sshd  # noqa: F401


def watched(kind, www, folder, running):
    """A host that crawls what it holds after each request that changed something, or each third one: its settings,
    environment, and what it counted, changes and dead links."""
    changes, dead = [], []
    each = 3 if kind in ("ftps", "rclone") else 1

    def look(line):
        changes.append(line)
        if len(changes) % each == 0:
            dead.extend((line, link) for link in crawl.dead_links(shown))

    shown = www / "paper/site" if kind == "s3" else www
    password = {"WARRAQ_PASSWORD": servers.PASSWORD}
    if kind in ("ftp", "ftps"):
        host = ftp_host(kind, www, folder, running)
        handler = host.server.server.handler
        original = handler.pre_process_command

        def command(self, line, cmd, arg):
            result = original(self, line, cmd, arg)
            if cmd in ("RNTO", "DELE", "RMD"):
                look(line)
            return result

        handler.pre_process_command = command
        settings, environment = host.settings, host.environment
    elif kind == "sftp":
        server = running(servers.sftp_gate(folder / "gate", www))
        settings, environment = sftp_settings(server, www), {}

        def read(name):
            path = server.folder / name
            return path.read_text().splitlines() if path.exists() else []

        return shown, settings + "\n  transfers: 1", {}, lambda: (read("changes"), read("dead"))
    elif kind == "webdav":
        gate = running(servers.Gate(running(servers.webdav(www, folder)).port, look))
        settings, environment = f"main:\n  kind: webdav\n  to: http://editor@127.0.0.1:{gate.port}", password
    elif kind == "rclone":
        gate = running(servers.Gate(running(servers.webdav(www, folder)).port, look))
        settings, environment = "main:\n  kind: rclone\n  to: \"place:\"", {
            "RCLONE_CONFIG_PLACE_TYPE": "webdav", "RCLONE_CONFIG_PLACE_URL": f"http://127.0.0.1:{gate.port}",
            "RCLONE_CONFIG_PLACE_VENDOR": "other", "RCLONE_CONFIG_PLACE_USER": "editor",
            "RCLONE_CONFIG_PLACE_PASS": subprocess.run(
                [servers.TOOLS / "rclone", "obscure", servers.PASSWORD], capture_output=True, text=True, check=True).stdout.strip(),
        }
    else:
        gate = running(servers.Gate(running(servers.s3(www, folder)).port, look))
        host = s3_on_disk(www, gate.port)
        settings, environment = host.settings, host.environment
    return shown, settings + "\n  transfers: 1", environment, lambda: (changes, dead)


@pytest.mark.parametrize("kind", ["ftp", "ftps", "sftp", "webdav", "s3", "rclone"])
def test_after_every_single_operation_no_link_is_dead(kind, paper, tmp_path, running):
    """The server itself crawls what it holds after each command that changed something."""
    www = tmp_path / "www"
    www.mkdir()
    shown, settings, environment, counted = watched(kind, www, tmp_path, running)
    paper.host(settings)
    paper.environment.update(environment)
    paper.build()
    paper.publish()
    for number in range(5, 9):
        paper.story(f"{number}.md", f"خبر {number}", date=f"2026-02-0{number}", more=f"topics: [جديد {number}]\n")
    second = paper.change()
    paper.publish("--max-delete", "80")
    assert crawl.tree(shown) == second
    changes, dead = counted()
    assert len(changes) > 100
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


@pytest.mark.parametrize("kind", ["folder", "ssh", "git", "zip", "rclone", "sftp", "ftp", "ftps", "webdav", "s3 on disk"])
def test_killed_at_twenty_random_points_it_goes_on(kind, paper, make_host):
    host = make_host(kind)
    paper.host(host.settings)
    paper.environment.update(host.environment)
    dice = random.Random(7)
    killed, turn, longest = 0, 0, 1.0
    paper.build()
    while killed < 20:
        turn += 1
        paper.story(f"t{turn}.md", f"خبر رقم {turn}", date="2026-03-01", more=f"topics: [موضوع {turn}]\n")
        if turn > 3:
            (paper.root / f"Content/Stories/t{turn - 3}.md").unlink()
        paper.build()
        start = time.monotonic()
        if kill_after(paper, dice.uniform(0, longest), "--max-delete", "100"):
            killed += 1
        else:
            # It was done before: the next one is cut short within the time that this one took.
            longest = min(longest, time.monotonic() - start)
        assert turn < 200
        if kind == "zip" and host.archive.exists():
            host.tree()
        if kind != "git":
            assert crawl.dead_links(host.shown) == []
    paper.publish("--max-delete", "100")
    assert host.tree() == crawl.tree(paper.root / "Output")
    assert crawl.dead_links(host.shown) == []


class Readers(threading.Thread):
    """Asks a server for pages at a steady rate, whether it has answered the ones before or not, until told to stop."""

    def __init__(self, port, paths, rate):
        super().__init__()
        self.port, self.paths, self.rate = port, paths, rate
        self.over = threading.Event()
        self.answers = []
        self.asked = 0

    def run(self):
        asyncio.run(self.ask())

    async def ask(self):
        loop, waiting = asyncio.get_running_loop(), set()
        done = loop.create_future()

        def go():
            if self.over.is_set():
                return done.set_result(None)
            loop.call_later(1 / self.rate, go)
            # A process has only so many open files.
            if len(waiting) < 400:
                task = asyncio.ensure_future(self.one(self.paths[self.asked % len(self.paths)]))
                self.asked += 1
                waiting.add(task)
                task.add_done_callback(waiting.discard)

        go()
        await done
        await asyncio.gather(*list(waiting))

    async def one(self, path):
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            writer.write(f"GET /{urllib.parse.quote(path)} HTTP/1.0\r\nHost: news.example\r\n\r\n".encode())
            head, _, body = (await reader.read()).partition(b"\r\n\r\n")
            writer.close()
            self.answers.append((path, head.split(b" ")[1:2], body))
        except OSError as error:
            self.answers.append((path, error, b""))


def test_readers_see_one_release_or_the_other_during_a_switch(paper, tmp_path, running):
    """Some two hundred requests a second, come what may: each is answered, with 200, and with one release whole."""
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
    readers = Readers(server.port, paths, 200)
    readers.start()

    def seen():
        return {each: {body for path, _, body in list(readers.answers) if path == each} for each in paths}

    try:
        paper.publish("--max-delete", "100")
        names = [line.split()[0] for line in paper.publish("--releases").stdout.splitlines()]
        switches, end = 0, time.monotonic() + servers.PATIENCE
        while (switches < 6 or readers.asked < 600 or seen() != wanted) and time.monotonic() < end:
            paper.publish("--rollback", "--release", names[switches % 2])
            switches += 1
    finally:
        readers.over.set()
        readers.join()
    assert len(readers.answers) == readers.asked >= 600
    assert [answer for answer in readers.answers if answer[1] != [b"200"] or answer[2] not in wanted[answer[0]]] == []
    assert seen() == wanted
