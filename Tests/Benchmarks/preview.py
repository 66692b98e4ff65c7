"""From the save of a story to the browser showing it: medians in Chromium, beside the parts of that time.

`make bench-preview` runs it with 1,000 stories; numbers of stories as arguments. The site lies in memory where there is a
file system for that, so that the figures show the program and not the disk.
"""

import os
import pathlib
import statistics
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / "Tests"), str(ROOT / "Tests/Preview")]

import subprocess  # noqa: E402

from playwright.sync_api import sync_playwright  # noqa: E402

from conftest import SETTINGS, chromium_path  # noqa: E402
from newsroom import Listener, Preview, until  # noqa: E402

BENCH = ROOT / ".build/release/warraq-bench"
TIMES = 9
# The page tells when it shows a paragraph: two frames after it is there, as a reader's eye gets it.
SHOWN = """text => new Promise(done => {
  const look = () => document.querySelector('main')?.textContent.includes(text)
    ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.timeOrigin + performance.now())))
    : requestAnimationFrame(look);
  look();
})"""


def measure(stories, browser):
    base = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(dir=base) as folder:
        site = pathlib.Path(folder) / "site"
        subprocess.run([str(BENCH), "--corpus", str(stories), "markdown", str(site)], check=True, stdout=subprocess.DEVNULL)
        if not (site / "Content/site.yaml").exists():
            (site / "Content").mkdir(exist_ok=True)
            (site / "Content/site.yaml").write_text(SETTINGS)
        newest = sorted(site.glob("Content/Stories/**/*.md"))[-1]
        preview = Preview(site)
        end = time.monotonic() + 600
        while not preview.lines():
            assert time.monotonic() < end and preview.process.poll() is None, preview.said()
            preview.process.poll()
        try:
            listener = Listener(preview)
            listener.client.settimeout(600)
            listener.next()
            page = browser.new_page()
            page.goto(preview.url + address(preview, newest))
            until(page, "document.documentElement.dataset.warraqBuild !== undefined")
            save(newest, "تمهيد")
            page_shows(page, "تمهيد")
            listener.next()
            shown, told, built = [], [], []
            for _ in range(TIMES):
                text = f"فقرة القياس {time.monotonic_ns()}"
                start = time.time()
                save(newest, text)
                listener.until(lambda news: news["changed"] is None or news["changed"])
                told.append((time.time() - start) * 1000)
                shown.append(page_shows(page, text) - start * 1000)
                built.append(float(preview.lines()[-1].rpartition("(")[2].split()[0]) * 1000)
            listener.close()
            row = [statistics.median(values) for values in (shown, told, built)]
            print(f"| {stories:,} | {row[0]:.0f} ms | {max(shown):.0f} ms | {row[1]:.0f} ms | {row[2]:.0f} ms |", flush=True)
        finally:
            preview.stop()


def address(preview, path):
    """The newest story's address, from the page of the newest stories."""
    import re

    slug = re.search(r"^slug: *(\S+)", path.read_text(), re.MULTILINE)
    date = re.search(r"^date: *(\d{4})-(\d\d)-(\d\d)", path.read_text(), re.MULTILINE)
    return "/".join([*date.groups(), slug[1].strip('"') if slug else path.stem, ""])


def save(path, text):
    """As editors save: another file, renamed into place."""
    body = path.read_text().partition("\n\nقياس: ")[0].rstrip("\n")
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_text(f"{body}\n\nقياس: {text}\n")
    os.replace(temporary, path)


def page_shows(page, text):
    from playwright.sync_api import Error

    while True:
        try:
            return page.evaluate(SHOWN, text)
        except Error as error:
            if "context was destroyed" not in str(error) and "navigat" not in str(error):
                raise


def main():
    print("| stories | save → shown, median | longest | save → told | build |\n|---|---|---|---|---|")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        for number in map(int, sys.argv[1:] or ["1000"]):
            measure(number, browser)
        browser.close()


if __name__ == "__main__":
    main()
