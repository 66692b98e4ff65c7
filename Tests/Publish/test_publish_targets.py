"""Every kind of host: publish, publish again, change, roll back, crawl, damage and mend."""

import os

import pytest

import crawl
from hosts import KINDS, make_host, paper, running, sshd  # noqa: F401


@pytest.mark.parametrize("kind", KINDS)
def test_publish_change_roll_back(kind, paper, make_host):
    host = make_host(kind)
    paper.host(host.settings)
    paper.environment.update(host.environment)
    first = paper.build()

    report = paper.publish()
    assert "shows release" in report.stdout and "https://news.example/" in report.stdout
    assert host.tree() == first
    assert crawl.dead_links(host.shown) == []

    for folder, _, files in os.walk(paper.root / "Output"):
        for name in files:
            os.utime(os.path.join(folder, name))
    assert "has everything already" in paper.publish().stdout

    second = paper.change()
    assert paper.publish("--dry-run").stdout.count("remove  ") > 0
    assert host.tree() == first
    paper.publish("--max-delete", "60")
    assert host.tree() == second != first
    assert crawl.dead_links(host.shown) == []

    record = host.shown.parent / ".warraq"
    if kind in ("folder", "ssh"):
        assert not [path.name for path in record.iterdir() if not path.name.startswith(("base-", "manifest-"))]
    paper.publish("--rollback")
    assert host.tree() == first
    assert crawl.dead_links(host.shown) == []
    assert paper.publish("--releases").stdout.count("\n") >= 2
    # Forward again: what was taken back can be published anew.
    paper.publish("--max-delete", "60")
    assert host.tree() == second
