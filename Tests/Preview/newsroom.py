"""A preview that runs, and clients that ask it."""

import json
import os
import re
import selectors
import signal
import socket
import subprocess
import time
import urllib.parse

import pytest

from conftest import WARRAQ

# Seconds: a deadline for what never comes, not a measure of a busy machine.
PATIENCE = 180


def wait_for(condition, what="the condition"):
    """The first true value of a condition that is looked at again and again, with a generous end."""
    end = time.monotonic() + PATIENCE
    pause = selectors.DefaultSelector()
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        pause.select(0.01)
    raise AssertionError(f"{what} did not come true in {PATIENCE} s")


class Preview:
    """`warraq preview` of a site, with what it says."""

    def __init__(self, root, *arguments, port=0):
        self.root = root
        self.log = root.parent / f"{root.name}-{time.monotonic_ns()}.log"
        command = [str(WARRAQ), "preview", str(root), "--port", str(port), *map(str, arguments)]
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, text=True)
        wait_for(lambda: self.found() or self.process.poll() is not None, "an address")
        assert self.found(), self.said()
        self.url = self.found()[1]
        self.port = urllib.parse.urlsplit(self.url).port

    def found(self):
        return re.search(r"^(http://\S+)  ", self.said(), re.MULTILINE)

    def said(self):
        return self.log.read_text()

    def lines(self):
        """What it said of builds."""
        lines = self.said().splitlines()
        return lines[1 + next(number for number, line in enumerate(lines) if line.startswith("http")):]

    def built(self):
        wait_for(lambda: self.lines(), "the first build")
        return self

    def stop(self, number=signal.SIGTERM):
        """Its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    # Requests, as bytes

    def connect(self, family=socket.AF_INET, patience=PATIENCE):
        client = socket.socket(family)
        client.settimeout(patience)
        client.connect(("127.0.0.1" if family == socket.AF_INET else "::1", self.port))
        return client

    def send(self, data):
        """All that comes back for some bytes, until the server closes."""
        with self.connect() as client:
            client.sendall(data)
            answer = b""
            while piece := client.recv(65536):
                answer += piece
            return answer

    def ask(self, path, method="GET", host=None, fields=""):
        """Status, fields and body of an answer."""
        host = f"localhost:{self.port}" if host is None else host
        raw = self.send(f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{fields}\r\n".encode())
        head, _, body = raw.partition(b"\r\n\r\n")
        lines = head.decode().split("\r\n")
        return int(lines[0].split()[1]), dict(line.split(": ", 1) for line in lines[1:]), body

    def page(self, path):
        return self.ask(urllib.parse.quote(path))[2].decode()


class Listener:
    """An open page's connection: news of builds, one after the other."""

    def __init__(self, preview):
        self.client = preview.connect()
        self.client.sendall(f"GET /.warraq/events HTTP/1.1\r\nHost: localhost:{preview.port}\r\n\r\n".encode())
        self.buffer = b""

    def next(self):
        """The next news, as a value."""
        while True:
            event, mark, rest = self.buffer.partition(b"\n\n")
            data = re.search(rb"data: (.*)$", event)
            if mark:
                self.buffer = rest
                if data:
                    return json.loads(data[1])
                continue
            piece = self.client.recv(65536)
            assert piece, "the server closed the stream"
            self.buffer += piece

    def until(self, condition):
        """The first news of which the condition holds."""
        while True:
            news = self.next()
            if condition(news):
                return news

    def close(self):
        self.client.close()


def until(page, script, argument=None):
    """Waits until a script in a page says yes; the page may be loaded anew meanwhile. Its policy lets nobody evaluate text
    in it, playwright's own waiting too."""
    from playwright.sync_api import Error

    def says_yes():
        try:
            return page.evaluate(script, argument)
        except Error as error:
            if "context was destroyed" in str(error) or "navigat" in str(error):
                return False
            raise

    return wait_for(says_yes, script)


def open_files(process):
    return len(os.listdir(f"/proc/{process.pid}/fd"))


# Fixtures


@pytest.fixture
def preview(tmp_path):
    """Starts `warraq preview` of a site."""
    running = []

    def preview_(site, *arguments, **options):
        running.append(Preview(site.root, *arguments, **options))
        return running[-1]

    yield preview_
    for one in running:
        one.stop()


@pytest.fixture
def newsroom(site):
    """A site with two stories, a draft and a page long enough to scroll."""
    site.write("Content/site.yaml", (site.root / "Content/site.yaml").read_text() + "fonts: off\n")
    site.story("first.md", "الخبر الأول", body="\n\n".join(f"فقرة رقم {n} من النص." for n in range(200)), more="slug: first\n")
    site.story("second.md", "الخبر الثاني", body="الفقرة الأولى.\n\nالفقرة الثانية.", more="slug: second\n")
    site.story("draft.md", "خبر لم يكتمل", more="slug: draft\nstatus: draft\n")
    return site


@pytest.fixture
def tab(browser):
    """Opens addresses in pages of one browser, and fails on anything their consoles say."""
    context = browser.new_context(viewport={"width": 900, "height": 700})
    messages = []

    def tab_(address):
        page = context.new_page()
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.goto(address)
        # The page follows once it has heard of a build.
        until(page, "document.documentElement.dataset.warraqBuild !== undefined")
        return page

    tab_.messages = messages
    yield tab_
    context.close()
    assert messages == []
