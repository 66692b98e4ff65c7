"""The search in figures, and beside Pagefind: queries that people type, size, time and memory.

  python Tests/Benchmarks/search.py [--stories 10000] [--large 100000]

needs the release builds of warraq and warraq-bench, Chromium, playwright and pagefind-bin (PyPI). Without pagefind-bin
ours is measured alone.
"""

import argparse
import contextlib
import functools
import gzip
import http.server
import importlib.util
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests"))
import conftest  # noqa: E402

HAS_PAGEFIND = importlib.util.find_spec("pagefind_bin") is not None
# Six small pages and the pages that each query should find.
PAGES = [
    ("غزة", "اجتماع في غزة مسؤول البرلمان يزور سوريا ويتحدث عن انتخابات 2026 وعن الكتاب"),
    ("بغزة", "اجتماع بغزة لبحث الانتخابات وزيارة المسئول للبرلمان في سورية سنة ٢٠٢٦"),
    ("وغزة", "مصر وغزة وكتاب جديد عن برلمان منتخب والانتخابات فيه"),
    ("الأمم", "الأمم المتحدة ومستشفى المدينة وأحمد من إيران"),
    ("الامم", "الامم المتحده ومستشفي اخر واحمد من ايران"),
    ("كتاب", "كِتَاب والكتاب وكتـــاب للكتاب ومحمد"),
]
QUERIES = {
    "غزة": [0, 1, 2], "غزه": [0, 1, 2], "وغزة": [0, 1, 2], "بغزة": [0, 1, 2], "برلمان": [0, 1, 2], "البرلمان": [0, 1, 2],
    "للبرلمان": [0, 1, 2], "انتخابات": [0, 1, 2], "الانتخابات": [0, 1, 2], "والانتخابات": [0, 1, 2], "مسؤول": [0, 1],
    "مسئول": [0, 1], "سوريا": [0, 1], "سورية": [0, 1], "2026": [0, 1], "٢٠٢٦": [0, 1], "كتاب": [0, 2, 5],
    "الكتاب": [0, 2, 5], "والكتاب": [0, 2, 5], "الأمم المتحدة": [3, 4], "الامم المتحده": [3, 4], "مستشفى": [3, 4],
    "أحمد": [3, 4], "إيران": [3, 4], "مُحَمَّد": [5],
}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves text compressed and ranges as they are, as web hosts do, and counts."""

    log = []

    def log_message(self, *_):
        pass

    def do_GET(self):
        path = pathlib.Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        body, size = path.read_bytes(), path.stat().st_size
        wanted = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        isText = path.suffix in (".txt", ".html", ".js", ".css", ".json", ".xml", ".svg") and not wanted
        if wanted:
            first, last = int(wanted[1]), min(int(wanted[2]), size - 1)
            body = body[first:last + 1]
        packed = gzip.compress(body, 6) if isText else body
        type(self).log.append((urllib.parse.unquote(self.path), len(packed)))
        self.send_response(206 if wanted else 200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if wanted:
            self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
        if isText:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        with contextlib.suppress(ConnectionError):
            self.wfile.write(packed)


def serve(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}/"


def run(command):
    """Seconds and peak megabytes of a process."""
    script = ("import resource, subprocess, sys, time; start = time.perf_counter();"
              "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
              "print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)")
    output = subprocess.run([sys.executable, "-c", script, *map(str, command)], capture_output=True, text=True, check=True)
    return tuple(map(float, output.stdout.split()))


def build(root, stories):
    site = conftest.Site(root)
    for number, (title, body) in enumerate(stories):
        site.write(f"Content/Stories/s{number}.md",
                   f"---\ntitle: {title}\nslug: s{number}\ndate: 2026-01-15\ntopics: []\n---\n\n{body}\n")
    subprocess.run([conftest.WARRAQ, "build", root, "--quiet", "--now", conftest.NOW], check=True)
    return root / "Output"


def pagefind(folder):
    return [sys.executable, "-m", "pagefind_bin", "--site", folder, "--root-selector", "main article"]


def titles_of_ours(page, address, query):
    page.goto(f"{address}search/?{urllib.parse.urlencode({'q': query})}")
    page.wait_for_function("() => /\\S/.test(document.querySelector('[role=status]').textContent) && !/…$/.test(document.querySelector('[role=status]').textContent)")
    return page.locator(".search-results h2").all_inner_texts()


def side_by_side(browser, work):
    output = build(work / "six", PAGES)
    if HAS_PAGEFIND:
        run(pagefind(output))
    address, page = serve(output), browser.new_page()
    print(f"{'query':<16} {'pages':>5} {'ours':>5} {'Pagefind':>9}")
    full = [0, 0]
    for query, expected in QUERIES.items():
        wanted = {f"s{index}" for index in expected}
        page.goto(f"{address}search/?{urllib.parse.urlencode({'q': query})}")
        page.wait_for_selector(".search-results li")
        ours = {href.strip("/").split("/")[-1] for href in page.locator(".search-results h2 a").evaluate_all("links => links.map(a => a.getAttribute('href'))")}
        theirs = set()
        if HAS_PAGEFIND:
            urls = page.evaluate("""async (query) => {
              const pagefind = await import("/pagefind/pagefind.js");
              return Promise.all((await pagefind.search(query)).results.map(async (r) => (await r.data()).url));
            }""", query)
            theirs = {url.strip("/").split("/")[-1] for url in urls}
        full[0] += wanted <= ours
        full[1] += wanted <= theirs
        print(f"{query:<16} {len(wanted):>5} {len(wanted & ours):>5} {len(wanted & theirs):>9}")
    print(f"every page found: ours {full[0]} of {len(QUERIES)}, Pagefind {full[1]} of {len(QUERIES)}\n")
    page.close()


ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def stories_of(posting_list):
    """In how many stories of the base a form stands: `Postings.append` says how a list is written."""
    bits, place = "".join(f"{ALPHABET.index(letter):06b}" for letter in posting_list.lstrip("!+")), 0

    def number(size):
        nonlocal place
        place += size
        return int("0" + bits[place - size:place], 2)

    def ones():
        nonlocal place
        start, place = place, bits.index("0", place) + 1
        return place - 1 - start

    def gamma():
        size = ones()
        return (1 << size) + number(size)

    if "+" in posting_list[:2]:
        return gamma()
    total = 0
    for _ in range(4):
        if number(1):
            count, low = gamma(), number(5)
            total += count
            for _ in range(count):
                ones()
                number(low)
    return total


def queries_for(index):
    """Words from the rarest to the most frequent, and frequent ones together."""
    rows = [line.split("\t") for path in sorted((index / "base").glob("[0-9]*.txt"))[:80]
            for line in path.read_text().splitlines()[1:] if line and line[0] not in "#\t"]
    words = sorted({word: stories_of(stories) for word, stories in rows if word[0] > "z"}.items(), key=lambda row: row[1])
    picks = [words[int(len(words) * share)][0] for share in (0.02, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999)] + [words[-1][0]]
    counts = dict(words)
    frequent = [word for word, _ in words[-6:]]
    queries = picks + [f"{picks[2]} {frequent[-1]}", f"{picks[3]} {picks[4]}", " ".join(frequent[-2:]), " ".join(frequent[-3:]),
                       " ".join(frequent[-5:])]
    return [(query, "+".join(str(counts[word]) for word in query.split())) for query in queries], words[len(words) // 3][0]


def ask_once(browser, address, query, before=None):
    """What one query costs a reader: requests and kilobytes of the index and its script, pages read for snippets, and
    milliseconds of script; `before` is asked first."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    script = lambda: {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}["ScriptDuration"]
    Handler.log.clear()
    page.goto(address + "search/")
    for words in filter(None, (before, query)):
        if words == query and before:
            page.wait_for_load_state("networkidle")
            Handler.log.clear()
        start = script()
        page.evaluate("() => document.querySelectorAll('.search-results li').forEach((item) => item.dataset.old = true)")
        page.fill("input[name=q]", words)
        page.keyboard.press("Enter")
        page.wait_for_selector(".search-results li:not([data-old])")
    spent = (script() - start) * 1000
    page.wait_for_load_state("networkidle")
    shown = page.locator(".search-results li").count()
    ours = [size for path, size in Handler.log if "/search/index/" in path or "/assets/search." in path]
    context.close()
    return sum(1 for path, _ in Handler.log if "/search/index/" in path), sum(ours) / 1000, spent, shown


def traffic(browser, work, count):
    """What queries cost at a size: the index of generated stories behind the page of a real site."""
    output = build(work / f"page-{count}", PAGES[:1])
    shutil.rmtree(output / "search/index")
    for path in (output / ".warraq").glob("search*"):
        path.unlink()
    result = subprocess.run([ROOT / ".build/release/warraq-bench", "--search", str(count), output], capture_output=True, text=True, check=True)
    print(result.stdout)
    queries, first = queries_for(output / "search/index")
    address = serve(output)
    print(f"{count} stories; goals: cold ≤ 4 requests and ≤ 150 KB, later ≤ 80 KB, script ≤ 50 ms. KB compressed, with the script")
    print(f"{'query':<44} {'in stories':>22} {'requests':>8} {'KB cold':>8} {'later':>6} {'KB later':>8} {'ms':>6} {'shown':>5}")
    for query, stories in queries:
        cold, later = ask_once(browser, address, query), ask_once(browser, address, query, before=first)
        print(f"{query:<44} {stories:>22} {cold[0]:>8} {cold[1]:>8.1f} {later[0]:>6} {later[1]:>8.1f} {max(cold[2], later[2]):>6.1f} {cold[3]:>5}")
    print()
    return output


def size(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files) / 1e6, len(files)


def against_pagefind(work, count):
    """A whole site of generated stories, indexed by Pagefind."""
    folder = work / "pagefind-site"
    subprocess.run([ROOT / ".build/release/warraq-bench", "--stories", str(count), folder], check=True)
    report = subprocess.run([conftest.WARRAQ, "build", folder, "--quiet", "--json", "--now", conftest.NOW], capture_output=True, text=True, check=True)
    ours = json.loads(report.stdout)["milliseconds"]["search"] / 1000
    (our_bytes, our_files), (seconds, megabytes) = size(folder / "Output/search/index"), run(pagefind(folder / "Output"))
    bytes_, files = size(folder / "Output/pagefind")
    print(f"{count} stories of a site on this machine, two cores:")
    print(f"Pagefind {seconds:.1f} s, {megabytes:.0f} MB of memory, {bytes_:.1f} MB in {files} files")
    print(f"ours     {ours:.2f} s of a build, {our_bytes:.1f} MB in {our_files} files: 1/{seconds / ours:.0f} of the time, 1/{bytes_ / our_bytes:.1f} of the bytes "
          f"(goals 1/20, 1/2)")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--large", type=int, default=100_000)
    parser.add_argument("--quick", action="store_true", help="leave out Pagefind's index of a whole site")
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory(dir="/dev/shm" if pathlib.Path("/dev/shm").is_dir() else None) as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=conftest.chromium_path(), args=["--no-sandbox"])
        work = pathlib.Path(folder)
        side_by_side(browser, work)
        for count in sorted({options.stories, options.large}):
            traffic(browser, work, count)
        if HAS_PAGEFIND and not options.quick:
            against_pagefind(work, options.stories)
        browser.close()


if __name__ == "__main__":
    main()
