"""Hosts that fail, and what is said of it."""

import contextlib
import os
import subprocess
import threading
from pathlib import Path

import pytest

import crawl
import servers
from conftest import WARRAQ, free_port
from hosts import S3Host, ftp_host, make_host, paper, running, s3_on_disk, sftp_settings, sshd  # noqa: F401


@pytest.mark.parametrize("kind", ["webdav", "s3", "sftp", "ftp", "ftps", "ssh"])
def test_a_connection_that_breaks_every_seventh_time_is_taken_up_again(kind, paper, tmp_path, running):
    www = tmp_path / "www"
    www.mkdir()
    shown = www
    paper.environment.update(WARRAQ_PASSWORD=servers.PASSWORD, RCLONE_LOW_LEVEL_RETRIES="10")
    if kind == "sftp":
        server = running(servers.sftp_gate(tmp_path / "gate", www, every=7))
        paper.host(sftp_settings(server, www))
        del paper.environment["WARRAQ_PASSWORD"]

        def dropped():
            return (server.folder / "dropped").stat().st_size
    elif kind == "ssh":
        # A publishing is some fifteen commands: a third of them is cut.
        server = running(servers.ssh_gate(tmp_path / "gate", every=3))
        shown = www / "current"
        paper.host(f"main:\n  kind: ssh\n  to: paper:{www}\n  ssh-config: {server.folder}/ssh_config")

        def dropped():
            return len((server.folder / "dropped").read_text())
    elif kind in ("ftp", "ftps"):
        host = ftp_host(kind, www, tmp_path, running)
        paper.host(host.settings)
        paper.environment.update(host.environment)
        handler, stores, cut = host.server.server.handler, [], []
        original = handler.pre_process_command

        def command(self, line, cmd, arg):
            if cmd in ("STOR", "RNTO", "DELE"):
                stores.append(line)
                if len(stores) % 7 == 0:
                    cut.append(line)
                    return self.close()
            return original(self, line, cmd, arg)

        handler.pre_process_command = command

        def dropped():
            return len(cut)
    else:
        real = running(servers.webdav(www, tmp_path) if kind == "webdav" else servers.s3(www, tmp_path))
        proxy = running(servers.Proxy(real.port))
        if kind == "webdav":
            paper.host(f"main:\n  kind: webdav\n  to: http://editor@127.0.0.1:{proxy.port}")
        else:
            host = s3_on_disk(www, proxy.port)
            shown = host.shown
            paper.host(host.settings)
            paper.environment.update(host.environment)

        def dropped():
            return proxy.dropped
    first = paper.build()
    paper.publish()
    assert crawl.tree(shown) == first
    assert dropped() >= 5


@pytest.mark.parametrize("kind", ["sftp", "ftp", "ftps", "webdav", "ssh", "folder"])
def test_a_file_that_is_being_sent_is_never_seen_half(kind, paper, make_host):
    """Two megabytes at a slow pace in the place of a page, and an end by force in the middle."""
    host = make_host(kind)
    paper.host(host.settings)
    paper.environment.update(host.environment)
    paper.build()
    page = paper.root / "Output/about/index.html"
    page.parent.mkdir(exist_ok=True)
    new = b"old"
    page.write_bytes(new)
    paper.publish()
    seen = host.shown / "about/index.html"
    root = host.shown.parent if kind in ("ssh", "folder") else host.shown
    pause = threading.Event()
    # On a busy machine all of it may have come before anybody looks: then once more, and slower.
    for pace in ["1M", "1M", "400k", "400k"]:
        paper.host(host.settings + ("" if kind == "folder" else f"\n  bandwidth: {pace}"))
        old, new = new, os.urandom(2 << 20)
        page.write_bytes(new)
        process = subprocess.Popen([str(WARRAQ), "publish", str(paper.root), "--quiet"], env=paper.environment)
        # Until some of it has come, wherever the host keeps it meanwhile.
        while process.poll() is None and not any(1 << 18 < size < 2 << 20 for size in files(root).values()):
            assert seen.read_bytes() in (old, new)
            pause.wait(0.02)
        is_cut = process.poll() is None
        process.kill()
        process.wait()
        assert seen.read_bytes() in (old, new)
        if is_cut or kind == "folder":
            break
    assert is_cut or kind == "folder"
    paper.host(host.settings)
    paper.publish()
    assert seen.read_bytes() == new
    assert not [path for path in files(root) if path.name.endswith(".partial") or "incoming" in path.parts]


def test_an_object_that_is_being_sent_is_never_seen_half(paper, tmp_path, running):
    server = running(servers.moto(tmp_path))
    proxy = running(servers.Proxy(server.port, every=1 << 30))
    host = S3Host(server, tmp_path, port=proxy.port)
    paper.environment.update(host.environment)
    paper.build()
    page = paper.root / "Output/about/index.html"
    page.parent.mkdir(exist_ok=True)
    page.write_bytes(b"old")
    paper.host(host.settings)
    paper.publish()

    def seen():
        return host.client.get_object(Bucket="paper", Key="site/about/index.html")["Body"].read()

    new, pause = b"old", threading.Event()
    for pace in ["1M", "1M", "400k", "400k"]:
        paper.host(f"{host.settings}\n  bandwidth: {pace}")
        old, new = new, os.urandom(2 << 20)
        page.write_bytes(new)
        before = proxy.bytes
        process = subprocess.Popen([str(WARRAQ), "publish", str(paper.root), "--quiet"], env=paper.environment)
        while process.poll() is None and proxy.bytes < before + (1 << 19):
            pause.wait(0.02)
        is_cut = process.poll() is None
        process.kill()
        process.wait()
        assert seen() in (old, new)
        if is_cut:
            break
    assert is_cut
    paper.host(host.settings)
    paper.publish()
    assert seen() == new


def files(root):
    """The files in a folder at the moment, and their lengths; others may take away files and folders meanwhile."""
    found = {}
    for folder, _, names in os.walk(root):
        for path in (Path(folder, name) for name in names):
            with contextlib.suppress(OSError):
                found[path] = path.lstat().st_size
    return found


def test_a_host_with_another_key_is_not_published_to(paper, sshd, tmp_path):
    strange = tmp_path / "strange"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", strange], check=True)
    key = (tmp_path / "strange.pub").read_text().split()
    (tmp_path / "known_hosts").write_text(f"[127.0.0.1]:{sshd.port} {key[0]} {key[1]}\n")
    config = (sshd.folder / "ssh_config").read_text().replace(f"{sshd.folder}/known_hosts", f"{tmp_path}/known_hosts")
    (tmp_path / "ssh_config").write_text(config)
    paper.host(
        f"shell:\n  kind: ssh\n  to: paper:{tmp_path}/www\n  ssh-config: {tmp_path}/ssh_config\n"
        f"files:\n  kind: sftp\n  to: {servers.USER}@127.0.0.1:{tmp_path}/www\n  port: {sshd.port}\n"
        f"  known-hosts: {tmp_path}/known_hosts\n  key-file: {sshd.folder}/user_key")
    paper.build()
    for name in ("shell", "files"):
        message = paper.publish(name, expect=3).stderr
        assert "known_hosts" in message and "do not publish" in message
    assert not (tmp_path / "www").exists()


@pytest.mark.parametrize("kind", ["ftp", "ftps", "webdav"])
def test_a_wrong_password_is_told_and_not_repeated(kind, paper, make_host):
    host = make_host(kind)
    paper.host(host.settings)
    paper.environment.update(host.environment)
    paper.build()
    result = paper.publish(expect=3, WARRAQ_PASSWORD="not-the-password")
    assert "WARRAQ_PASSWORD" in result.stderr and "not-the-password" not in result.stderr
    assert host.tree() == {}


@pytest.mark.parametrize("kind", ["ssh", "sftp", "ftp", "webdav", "s3", "git"])
def test_a_host_that_is_down_is_told(kind, paper, sshd):
    port = free_port()
    to = {"ssh": "nobody@127.0.0.1:/srv", "sftp": "nobody@127.0.0.1:/srv", "ftp": "nobody@127.0.0.1:/",
          "webdav": f"http://nobody@127.0.0.1:{port}", "s3": "paper/site", "git": f"http://127.0.0.1:{port}/paper.git"}[kind]
    line = f"  port: {port}\n" if kind in ("ssh", "sftp", "ftp") else f"  endpoint: http://127.0.0.1:{port}\n" if kind == "s3" else ""
    if kind == "sftp":
        line += f"  known-hosts: {sshd.folder}/known_hosts\n"
    paper.host(f"main:\n  kind: {kind}\n  to: {to}\n{line}  retries: 0")
    paper.build()
    result = paper.publish(
        expect=3, WARRAQ_PASSWORD=servers.PASSWORD, AWS_ACCESS_KEY_ID="AKIAEXAMPLE", AWS_SECRET_ACCESS_KEY="secret-of-s3", AWS_MAX_ATTEMPTS="1")
    assert "is up" in result.stderr, result.stderr


@pytest.fixture
def small_disk(tmp_path):
    """A file system with little room."""
    if os.getuid() != 0:
        pytest.skip("only root mounts file systems")
    place = tmp_path / "disk"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=220k", "tmpfs", place]).returncode != 0:
        pytest.skip("no file systems can be mounted here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def host_on(kind, place, tmp_path, running, sshd):
    if kind == "folder":
        return f"main:\n  kind: folder\n  to: {place}\n  retries: 0", place / "current"
    if kind == "ssh":
        return f"main:\n  kind: ssh\n  to: paper:{place}\n  ssh-config: {sshd.folder}/ssh_config\n  retries: 0", place / "current"
    return (
        f"main:\n  kind: sftp\n  to: {servers.USER}@127.0.0.1:{place}\n  port: {sshd.port}\n  retries: 0\n"
        f"  known-hosts: {sshd.folder}/known_hosts\n  key-file: {sshd.folder}/user_key", place)


@pytest.mark.parametrize("kind", ["folder", "ssh", "sftp"])
def test_a_full_disk_is_told_and_nothing_is_half_there(kind, paper, small_disk, tmp_path, running, sshd):
    settings, shown = host_on(kind, small_disk, tmp_path, running, sshd)
    paper.host(settings)
    paper.environment["WARRAQ_PASSWORD"] = servers.PASSWORD
    first = paper.build()
    result = paper.publish(expect=3)
    assert kind == "sftp" or "make room" in result.stderr or "No space" in result.stderr, result.stderr
    assert crawl.dead_links(shown) == []
    held = crawl.tree(shown) if shown.exists() else {}
    assert all(first[path] == content for path, content in held.items())
    subprocess.run(["mount", "-o", "remount,size=20m", small_disk], check=True)
    paper.publish()
    assert crawl.tree(shown) == first


@pytest.mark.parametrize("kind", ["folder", "ssh", "sftp"])
def test_a_host_that_only_reads_keeps_what_it_shows(kind, paper, small_disk, tmp_path, running, sshd):
    subprocess.run(["mount", "-o", "remount,size=20m", small_disk], check=True)
    settings, shown = host_on(kind, small_disk, tmp_path, running, sshd)
    paper.host(settings)
    paper.environment["WARRAQ_PASSWORD"] = servers.PASSWORD
    first = paper.build()
    paper.publish()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    second = paper.change()
    paper.publish("--max-delete", "90", expect=3)
    assert crawl.tree(shown) == first
    subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)
    paper.publish("--max-delete", "90")
    assert crawl.tree(shown) == second
