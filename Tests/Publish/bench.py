"""One changed story at N pages: requests and seconds of `warraq publish`, beside those of rclone and rsync alone.

Run by `make bench-publish`; never part of the tests."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parent.parent)]

import servers  # noqa: E402
from conftest import WARRAQ  # noqa: E402
from hosts import ENVIRONMENT  # noqa: E402


def make_site(root, count):
    """Pages of 3 KB; a day has thirty of them."""
    text = "نص الخبر في الميناء القديم. " * 60
    for number in range(count):
        folder = root / f"Output/{2000 + number // 9000}/{number // 750 % 12 + 1:02}/{number // 30 % 25 + 1:02}/خبر-{number}"
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(f"<p>{number} {text}</p>")
    (root / "Output/index.html").write_text("<p>الرئيسية</p>")


def change(root, turn):
    """A story as it changes a site: itself, its lists, feeds and sitemaps."""
    for name in ["index.html", "latest/index.html", "feed.xml", "sitemap.xml", *(f"topics/{n}/index.html" for n in range(20))]:
        (root / "Output" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "Output" / name).write_text(f"<p>{turn} {name}</p>")


def timed(command, environment):
    start = time.monotonic()
    result = subprocess.run(list(map(str, command)), env=environment, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr[-2000:]
    return time.monotonic() - start


def requests(log, since):
    return len(re.findall(r"(?m)(?: (?:GET|PUT|HEAD|DELETE|POST) /| (?:open|stat|lstat|rename|mkdir|opendir|remove) )", log.read_text()[since:]))


def main(count):
    work = pathlib.Path(tempfile.mkdtemp(prefix="warraq-bench-"))
    environment = {**ENVIRONMENT, "WARRAQ_PASSWORD": servers.PASSWORD,
                   "AWS_ACCESS_KEY_ID": "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret-of-s3"}
    site = work / "site"
    make_site(site, count)
    shell = servers.sshd(work / "sshd")
    (work / "s3/paper").mkdir(parents=True)
    port = servers.free_port()
    bucket = servers.Process(
        [servers.TOOLS / "rclone", "serve", "s3", work / "s3", "--addr", f"127.0.0.1:{port}", "-vv",
         "--auth-key", "AKIAEXAMPLE,secret-of-s3"], port, work / "s3.log")
    (site / "Content").mkdir()
    (site / "Content/site.yaml").write_text(
        "title: a\nbase-url: https://news.example\nhosts:\n"
        f"  shell:\n    kind: ssh\n    to: paper:{work}/shell\n    ssh-config: {work}/sshd/ssh_config\n"
        f"  files:\n    kind: sftp\n    to: {servers.USER}@127.0.0.1:{work}/files\n    port: {shell.port}\n"
        f"    known-hosts: {work}/sshd/known_hosts\n    key-file: {work}/sshd/user_key\n"
        f"  bucket:\n    kind: s3\n    to: paper/site\n    endpoint: http://127.0.0.1:{port}\n    region: us-east-1\n")
    remote = {**environment, "RCLONE_CONFIG_B_TYPE": "s3", "RCLONE_CONFIG_B_PROVIDER": "Other", "RCLONE_CONFIG_B_ENV_AUTH": "true",
              "RCLONE_CONFIG_B_ENDPOINT": f"http://127.0.0.1:{port}", "RCLONE_CONFIG_B_REGION": "us-east-1"}
    try:
        for name in ("shell", "files", "bucket"):
            change(site, f"{name} 1")
            first = timed([WARRAQ, "publish", site, name], environment)
            again = timed([WARRAQ, "publish", site, name], environment)
            change(site, f"{name} 2")
            seen = bucket.log.stat().st_size
            one = timed([WARRAQ, "publish", site, name], environment)
            line = f"{name}: {count} pages {first:.1f} s, nothing changed {again:.1f} s, one story {one:.1f} s"
            print(line + (f", {requests(bucket.log, seen)} log lines of requests" if name == "bucket" else ""), flush=True)
        change(site, "alone")
        seen = bucket.log.stat().st_size
        alone = timed(
            [servers.TOOLS / "rclone", "sync", site / "Output", "b:paper/site", "--exclude", ".warraq/**", "--transfers", "8"], remote)
        print(f"rclone sync alone to S3: {alone:.1f} s, {requests(bucket.log, seen)} log lines of requests", flush=True)
        change(site, "alone again")
        alone = timed(
            ["rsync", "-rlt", "--checksum", "--delete", "--exclude", ".warraq", "-e", f"ssh -F {work}/sshd/ssh_config",
             f"{site}/Output/", f"paper:{work}/shell/current/"], environment)
        print(f"rsync --checksum alone by ssh: {alone:.1f} s", flush=True)
    finally:
        shell.stop()
        bucket.stop()
        shutil.rmtree(work)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
