"""What all pytest tests share: the program as it was built, and sites in temporary folders."""

import functools
import http.server
import json
import os
import pathlib
import random
import shutil
import socket
import subprocess
import sys
import threading
import urllib.parse

import pytest

from walk import files_below

ROOT = pathlib.Path(__file__).resolve().parent.parent
WARRAQ = pathlib.Path(os.environ.get("WARRAQ_PROGRAM", ROOT / ".build/release/warraq"))
NOW = "2026-11-24T08:00+03:00"
SETTINGS = "title: صحيفة الاختبار\nbase-url: https://news.example\nlanguage: ar-SY\ntime-zone: Asia/Damascus\n"


@pytest.fixture(scope="session")
def warraq():
    """Runs the program and gives what it printed; the clock stands still."""
    assert WARRAQ.exists(), "build it first: make test-browser"

    def run(*arguments, clock=True, **options):
        command = [str(WARRAQ), *map(str, arguments)]
        if clock and arguments and arguments[0] in ("build", "convert"):
            command += ["--now", NOW]
        return subprocess.run(command, capture_output=True, text=True, timeout=600, **options)

    return run


# Ports for servers that take theirs by number. Below those that the system gives to connections and to whoever asks for
# any (32768 and up on Linux, 49152 on macOS), so that none is taken between the choice and the start; each process of
# pytest-xdist has ports of its own.
WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
PORTS = range(20_000 + WORKER % 12 * 1000, 21_000 + WORKER % 12 * 1000)
port_dice = random.Random(os.getpid())


def free_port():
    """A port of this machine that nobody listens on."""
    for _ in range(5000):
        port = port_dice.choice(PORTS)
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("no port is free")


class Site:
    """A site in a folder of its own."""

    def __init__(self, root):
        self.root = root
        self.write("Content/site.yaml", SETTINGS)

    def write(self, path, text):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
        return target

    def story(self, name, title, body="نص الخبر.", date="2026-01-15", more=""):
        return self.write(
            f"Content/Stories/{name}", f"---\ntitle: {title}\ndate: {date}\n{more}---\n\n{body}\n")

    def files(self, folder="Output"):
        found = files_below(self.root / folder)
        return {path: text for path, text in found.items() if not any(part.startswith(".") for part in path.split("/"))}


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path / "site")


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory, warraq):
    """The repository's own content, built in a copy."""
    root = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "Content", root / "Content")
    result = warraq("build", root)
    assert result.returncode == 0, result.stderr
    return root


# The pages in a browser

SCREENSHOTS = ROOT / ".build/screenshots"
SEED = "2016/09/05/أوباما-وبوتين-يبحثان-أزمتي-سوريا-وأوكرانيا/"
# One page of each kind and, of stories, one of each shape.
PAGES = {
    "home": "",
    "story": SEED,
    "photo": "2026/11/23/خمس-مدن-ساحلية-تتفق-على-خط-عبارات-يربط-موانئ-شرق/",
    "long": "2026/11/14/خيط-واحد-لا-ينقطع-كيف-عاد-الحرير-إلى-قرى-الجبل/",
    "correction": "2026/11/16/الجسر-الحجري-القديم-يستقبل-المشاة-من-جديد-بعد/",
    "opinion": "2026/11/18/في-مديح-الخبر-الذي-وصل-متأخرا/",
    "mixed": "2026/11/15/فريق-عربي-يطلق-qalam-keys-2-0-لوحة-مفاتيح-مفتوحة-المصدر/",
    "persian": "2026/11/13/کتابخانه-کوچکی-که-با-دوچرخه-به-روستاها-می-رود/",
    "english": "2026/11/12/volunteers-map-312-springs-before-a-mountain-valley-forgets-them/",
    "latest": "latest/",
    "topic": "topics/سوريا/",
    "topics": "topics/",
    "authors": "authors/",
    "author": "authors/رنا-الخوري/",
    "archive": "archive/",
    "year": "2026/",
    "month": "2026/11/",
    "day": "2026/11/23/",
    "corrections": "corrections/",
    "static": "about/",
    "search": "search/",
    "lite": "lite/",
    "lite-story": f"lite/{SEED}",
    "not-found": "404.html",
}
SIZES = {"phone": (360, 740), "desktop": (1280, 900)}


class QuietServer(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Threads(http.server.ThreadingHTTPServer):
    """A thread for each request. Connections wait until it has time, and a browser that leaves is no trouble."""

    request_queue_size = 512

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture(scope="session")
def serve():
    """Serves a folder on this machine and gives its address."""
    servers = []

    def serve_(folder):
        handler = functools.partial(QuietServer, directory=str(folder))
        servers.append(Threads(("127.0.0.1", 0), handler))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_address[1]}/"

    yield serve_
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def address(serve, sample_site):
    return serve(sample_site / "Output")


def chromium_path():
    names = ["chromium", "chromium-browser", "google-chrome", "Chromium"]
    mac = ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]
    found = [shutil.which(name) for name in names] + [path for path in mac if os.path.exists(path)]
    return next(path for path in found if path)


# Milliseconds: a deadline for what never comes, not a measure of a busy machine.
PATIENCE = 180_000


def patient(make):
    """Contexts and pages whose every wait has a generous deadline."""

    def make_(**options):
        made = make(**options)
        made.set_default_timeout(PATIENCE)
        return made

    return make_


@pytest.fixture(scope="session")
def browser():
    """Chromium, for the tests of Tests/Browser."""
    from playwright.sync_api import sync_playwright

    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"], timeout=PATIENCE)
        browser.new_context, browser.new_page = patient(browser.new_context), patient(browser.new_page)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, address):
    """Opens a page by its kind and fails on anything the console says."""
    contexts, messages = [], []

    def open_(kind, size="desktop", scheme="light", **options):
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        # What the browser gives up because the page is left or loaded anew is no fault of the page.
        page.on("requestfailed", lambda request: request.failure == "net::ERR_ABORTED" or messages.append(request.url))
        page.goto(address + urllib.parse.quote(PAGES.get(kind, kind)))
        return page

    open_.messages = messages
    yield open_
    for context in contexts:
        context.close()
    assert messages == []


# The checker of HTML


def start_vnu(folder):
    """Lets vnu 26 read every page and stylesheet of a folder, while other tests go on."""
    import vnujar

    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    command = ["java", "-Xss4m", "-jar", str(jar), "--format", "json", "--skip-non-html", "--also-check-css", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def what_vnu_says(process):
    """Every error and warning of a vnu that was started."""
    said = json.loads(process.communicate()[1])["messages"]
    shown = [(m["type"], m.get("subType"), m["url"][-70:], m.get("lastLine"), m["message"]) for m in said]
    # vnu's list of CSS properties is older than size-adjust (CSS Fonts 5), which every browser has.
    return [m for m in shown if "“size-adjust”" not in m[4]]
