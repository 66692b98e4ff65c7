"""One changed story at N pages: seconds, memory, files and requests of `warraq publish`, beside rclone and rsync alone.

Run by `make bench-publish`; never part of the tests. Whatever takes longer than 100 seconds is stopped, and said so."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parent.parent)]

import servers  # noqa: E402
from conftest import WARRAQ  # noqa: E402
from hosts import ENVIRONMENT, S3_KEYS  # noqa: E402

LONGEST = 100
RCLONE = servers.TOOLS / "rclone"


def make_site(root, count):
    """Pages of 3 KB; a day has thirty of them."""
    text = "نص الخبر في الميناء القديم. " * 60
    for number in range(count):
        folder = f"{root}/Output/{2000 + number // 9000}/{number // 750 % 12 + 1:02}/{number // 30 % 25 + 1:02}/خبر-{number}"
        os.makedirs(folder)
        with open(f"{folder}/index.html", "w") as page:
            page.write(f"<p>{number} {text}</p>")
    for path, text in {"Output/index.html": "<p>الرئيسية</p>", "Output/.warraq/build.json": '{"version":1,"drafts":false,"heldBack":0}'}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)


def change(root, turn):
    """A story as it changes a site: itself, its lists, feeds and sitemaps."""
    names = ["index.html", "latest/index.html", "feed.xml", "sitemap.xml", f"2026/11/24/{turn.replace(' ', '-')}/index.html"]
    for name in names + [f"topics/{number}/index.html" for number in range(20)]:
        (root / "Output" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "Output" / name).write_text(f"<p>{turn} {name}</p>")


class Run:
    """A program that was run to its end, or stopped; its seconds and the most memory that it had, in MB."""

    def __init__(self, command, environment, longest=LONGEST):
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            start = time.monotonic()
            process = subprocess.Popen(list(map(str, command)), env=environment, stdout=output, stderr=errors)
            self.stopped = False
            try:
                process.wait(longest) if longest else None
            except subprocess.TimeoutExpired:
                process.kill()
                self.stopped = True
            if longest:
                process.wait()
                self.memory = None
            else:
                _, status, usage = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
                self.memory = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1024)
            self.seconds = time.monotonic() - start
            output.seek(0)
            errors.seek(0)
            self.output = output.read().decode()
            assert self.stopped or process.returncode == 0, errors.read().decode()[-2000:]

    def __str__(self):
        return f"> {LONGEST} s, stopped" if self.stopped else f"{self.seconds:.1f} s"


def row(*cells):
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def settings(work, shell, sftp_port, s3_port):
    (work / "site/Content").mkdir(exist_ok=True)
    (work / "site/Content/site.yaml").write_text(
        "title: a\nbase-url: https://news.example\nhosts:\n"
        f"  ssh:\n    kind: ssh\n    to: paper:{work}/shell\n    ssh-config: {shell}/ssh_config\n"
        f"  sftp:\n    kind: sftp\n    to: {servers.USER}@127.0.0.1:{work}/files\n    port: {sftp_port}\n"
        f"    known-hosts: {work}/known_hosts\n    key-file: {work}/user_key\n"
        f"  s3:\n    kind: s3\n    to: paper/site\n    endpoint: http://127.0.0.1:{s3_port}\n    region: us-east-1\n")


def main(count):
    work = pathlib.Path(tempfile.mkdtemp(prefix="warraq-bench-"))
    environment = {**ENVIRONMENT, **S3_KEYS}
    site = work / "site"
    start = time.monotonic()
    make_site(site, count)
    print(f"{count} pages were written in {time.monotonic() - start:.0f} s\n", flush=True)
    started = []

    def running(server):
        started.append(server)
        return server

    def publish(host):
        return Run([WARRAQ, "publish", site, host, "--json"], environment, longest=None)

    try:
        shell = running(servers.sshd(work / "sshd"))
        gate = running(servers.sftp_gate(work / "gate", work / "nothing"))
        # Both servers of ssh count as known, and take the same key.
        shutil.copy(work / "sshd/user_key", work / "user_key")
        shutil.copy(work / "sshd/authorized_keys", work / "gate/authorized_keys")
        (work / "known_hosts").write_text((work / "sshd/known_hosts").read_text() + (work / "gate/known_hosts").read_text())
        (work / "s3/paper/site").mkdir(parents=True)
        bucket = running(servers.s3(work / "s3", work))
        counter = running(servers.Proxy(bucket.port, every=10**12))
        row("host", "first", "nothing changed", "one story", "files of it", "requests of it", "memory")
        row(*["---"] * 7)
        for host in ("ssh", "sftp", "s3"):
            settings(work, work / "sshd", shell.port, bucket.port)
            change(site, f"{host} 1")
            if host == "s3":
                # What SFTP was given stands here already, record and all, as if another machine had published it.
                shutil.rmtree(work / "s3/paper/site")
                shutil.copytree(work / "files", work / "s3/paper/site")
            first = publish(host)
            again = publish(host)
            change(site, f"{host} 2")
            one = publish(host)
            report = json.loads(one.output)
            requests = "–"
            if host != "ssh":
                settings(work, work / "sshd", gate.port, counter.port)
                change(site, f"{host} 3")
                publish(host)
                requests = (gate.folder / "requests").stat().st_size if host == "sftp" else counter.requests
            row(host, "copied" if host == "s3" else first, again, one, report["uploads"], requests, f"{one.memory:.0f} MB")
        print()
        row("alone", "one story", "requests")
        row(*["---"] * 3)
        common = ["--exclude", ".warraq/**", "--transfers", "8", "--checkers", "8"]
        remote = {
            **environment, "RCLONE_CONFIG_B_TYPE": "s3", "RCLONE_CONFIG_B_PROVIDER": "Other", "RCLONE_CONFIG_B_ENV_AUTH": "true",
            "RCLONE_CONFIG_B_ENDPOINT": f"http://127.0.0.1:{counter.port}", "RCLONE_CONFIG_B_REGION": "us-east-1",
            "RCLONE_CONFIG_F_TYPE": "sftp", "RCLONE_CONFIG_F_HOST": "127.0.0.1", "RCLONE_CONFIG_F_PORT": str(shell.port),
            "RCLONE_CONFIG_F_USER": servers.USER, "RCLONE_CONFIG_F_KEY_FILE": f"{work}/user_key",
            "RCLONE_CONFIG_F_KNOWN_HOSTS_FILE": f"{work}/known_hosts"}
        for name, command in {
            "rsync --checksum by ssh": ["rsync", "-rlt", "--checksum", "--delete", "--exclude", ".warraq", "-e",
                                        f"ssh -F {work}/sshd/ssh_config", f"{site}/Output/", f"paper:{work}/shell/current/"],
            "rsync by ssh, times trusted": ["rsync", "-rlt", "--delete", "--exclude", ".warraq", "-e",
                                            f"ssh -F {work}/sshd/ssh_config", f"{site}/Output/", f"paper:{work}/shell/current/"],
            "rclone sync to SFTP": [RCLONE, "sync", site / "Output", f"f:{work}/files", *common],
            "rclone sync to S3": [RCLONE, "sync", site / "Output", "b:paper/site", *common],
            "rclone sync --checksum to S3": [RCLONE, "sync", site / "Output", "b:paper/site", "--checksum", *common],
        }.items():
            change(site, f"alone {name}")
            before = counter.requests
            row(name, Run(command, remote), counter.requests - before if "S3" in name else "–")
    finally:
        for server in started:
            server.stop()
        shutil.rmtree(work, ignore_errors=True)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
