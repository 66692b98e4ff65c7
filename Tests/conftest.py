"""What all pytest tests share: the program as it was built, and sites in temporary folders."""

import os
import pathlib
import shutil
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent
WARRAQ = ROOT / ".build/release/warraq"
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
        return subprocess.run(command, capture_output=True, text=True, timeout=120, **options)

    return run


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
        base = self.root / folder
        return {
            str(path.relative_to(base)): path.read_bytes()
            for path in base.rglob("*")
            if path.is_file() and not any(part.startswith(".") for part in path.relative_to(base).parts)
        }


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
