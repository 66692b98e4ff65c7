"""Sites that are published, and the hosts that they are published to."""

import os
import shutil
import subprocess

import pytest

import crawl
import servers
from conftest import SETTINGS, WARRAQ, Site

ENVIRONMENT = {
    **os.environ,
    "PATH": f"{servers.TOOLS}:{os.environ['PATH']}",
    "RCLONE_CONFIG": "/dev/null",
    "RCLONE_LOW_LEVEL_RETRIES": "2",
    "GIT_CONFIG_GLOBAL": "/dev/null",
}


class Paper(Site):
    """A site with hosts."""

    def __init__(self, root, program):
        super().__init__(root)
        self.program = program
        self.environment = dict(ENVIRONMENT)
        for number in range(4):
            self.story(f"{number}.md", f"خبر عن الميناء {number}", date=f"2026-01-1{number}", more="topics: [ميناء]\n")

    def host(self, text):
        lines = "".join(f"  {line}\n" for line in text.strip().splitlines())
        self.write("Content/site.yaml", f"{SETTINGS}hosts:\n{lines}")

    def build(self):
        result = self.program("build", self.root)
        assert result.returncode == 0, result.stderr
        return crawl.tree(self.root / "Output")

    def publish(self, *arguments, expect=0, **more):
        result = subprocess.run(
            [str(WARRAQ), "publish", str(self.root), *map(str, arguments)],
            capture_output=True, text=True, timeout=600, env={**self.environment, **more})
        assert result.returncode == expect, f"{result.returncode}\n{result.stdout}\n{result.stderr}"
        for secret in (servers.PASSWORD, "AKIAEXAMPLE", "secret-of-s3"):
            assert secret not in result.stdout + result.stderr
        return result

    def change(self):
        """A story more, one changed, one gone."""
        self.story("4.md", "خبر جديد عن السوق", date="2026-01-20", more="topics: [سوق, ميناء]\n")
        self.story("1.md", "خبر عن الميناء 1", body="نص آخر.", date="2026-01-11", more="topics: [ميناء]\n")
        (self.root / "Content/Stories/0.md").unlink()
        return self.build()


@pytest.fixture
def paper(tmp_path, warraq):
    return Paper(tmp_path / "site", warraq)


@pytest.fixture(scope="session")
def sshd(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sshd")
    server = servers.sshd(folder)
    server.folder = folder
    yield server
    server.stop()


@pytest.fixture
def running():
    """Takes servers and stops them after the test."""
    started = []

    def add(server):
        started.append(server)
        return server

    yield add
    for server in started:
        server.stop()


def sftp_settings(server, www, name="main"):
    return (
        f"{name}:\n  kind: sftp\n  to: {servers.USER}@127.0.0.1:{www}\n  port: {server.port}\n"
        f"  known-hosts: {server.folder}/known_hosts\n  key-file: {server.folder}/user_key")


class Host:
    """Where a host keeps what readers see, and what `hosts:` says of it."""

    def __init__(self, shown, settings, environment=None, server=None):
        self.shown = shown
        self.settings = settings
        self.environment = environment or {}
        self.server = server

    def tree(self):
        return crawl.tree(self.shown)


KINDS = ["folder", "ssh", "sftp", "ftp", "ftps", "webdav", "s3", "rclone", "git", "zip", "tar.gz"]


@pytest.fixture
def make_host(tmp_path, request, running):
    """Makes a host of a kind, empty."""

    def make(kind):
        www = tmp_path / "ساحة النشر"
        www.mkdir()
        password = {"WARRAQ_PASSWORD": servers.PASSWORD}
        if kind == "folder":
            return Host(www / "current", f"main:\n  kind: folder\n  to: {www}")
        if kind == "rclone":
            return Host(www, f"main:\n  kind: rclone\n  to: place:{www}", {"RCLONE_CONFIG_PLACE_TYPE": "local"})
        if kind in ("ssh", "sftp"):
            server = request.getfixturevalue("sshd")
            if kind == "ssh":
                return Host(
                    www / "current", f"main:\n  kind: ssh\n  to: paper:{www}\n  ssh-config: {server.folder}/ssh_config",
                    server=server)
            return Host(www, sftp_settings(server, www), server=server)
        if kind in ("ftp", "ftps"):
            return ftp_host(kind, www, tmp_path, running)
        if kind == "webdav":
            server = running(servers.webdav(www, tmp_path))
            return Host(www, f"main:\n  kind: webdav\n  to: http://editor@127.0.0.1:{server.port}", password, server)
        if kind == "s3":
            return S3Host(running(servers.moto(tmp_path)), tmp_path)
        if kind == "s3 on disk":
            return s3_on_disk(www, running(servers.s3(www, tmp_path)).port)
        if kind == "git":
            return GitHost(tmp_path)
        return ArchiveHost(tmp_path, kind)

    return make


def ftp_host(kind, www, folder, running):
    server = running(servers.FTP(www, folder, tls=kind == "ftps"))
    environment = {"WARRAQ_PASSWORD": servers.PASSWORD}
    if kind == "ftps":
        environment["RCLONE_CA_CERT"] = str(server.certificate)
    return Host(www, f"main:\n  kind: {kind}\n  to: editor@127.0.0.1:/\n  port: {server.port}", environment, server)


S3_KEYS = {"AWS_ACCESS_KEY_ID": "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret-of-s3"}


def s3_on_disk(www, port):
    """A bucket whose objects are files; readers see them in a folder of it."""
    (www / "paper/site").mkdir(parents=True)
    endpoint = f"http://127.0.0.1:{port}"
    return Host(www / "paper/site", f"main:\n  kind: s3\n  to: paper/site\n  endpoint: {endpoint}\n  region: us-east-1", S3_KEYS)


class S3Host(Host):
    def __init__(self, server, tmp_path, port=None):
        endpoint = f"http://127.0.0.1:{port or server.port}"
        super().__init__(
            tmp_path / "s3", f"main:\n  kind: s3\n  to: paper/site\n  endpoint: {endpoint}\n  region: us-east-1", S3_KEYS, server)
        import boto3

        self.client = boto3.client(
            "s3", endpoint_url=endpoint, region_name="us-east-1",
            aws_access_key_id="AKIAEXAMPLE", aws_secret_access_key="secret-of-s3")
        self.client.create_bucket(Bucket="paper")

    def keys(self):
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket="paper", Prefix="site/")
        return [entry["Key"] for page in pages for entry in page.get("Contents", [])]

    def tree(self):
        shutil.rmtree(self.shown, ignore_errors=True)
        for key in self.keys():
            path = self.shown / key.removeprefix("site/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.client.get_object(Bucket="paper", Key=key)["Body"].read())
        return crawl.tree(self.shown)


class GitHost(Host):
    def __init__(self, tmp_path):
        self.repository = tmp_path / "paper.git"
        subprocess.run(["git", "init", "-q", "--bare", self.repository], check=True)
        subprocess.run(["git", "-C", self.repository, "config", "uploadpack.allowFilter", "true"], check=True)
        super().__init__(
            tmp_path / "checkout", f"main:\n  kind: git\n  to: file://{self.repository}\n  profile: github-pages")

    def tree(self):
        shutil.rmtree(self.shown, ignore_errors=True)
        subprocess.run(
            ["git", "clone", "-q", "--branch", "pages", f"file://{self.repository}", self.shown], check=True, env=ENVIRONMENT)
        shutil.rmtree(self.shown / ".git")
        files = crawl.tree(self.shown)
        assert files.pop(".nojekyll") == b""
        return files


class ArchiveHost(Host):
    def __init__(self, tmp_path, suffix):
        self.archive = tmp_path / f"paper.{suffix}"
        super().__init__(tmp_path / "unpacked", f"main:\n  kind: archive\n  to: {self.archive}")

    def tree(self):
        shutil.rmtree(self.shown, ignore_errors=True)
        shutil.unpack_archive(self.archive, self.shown)
        return crawl.tree(self.shown)
