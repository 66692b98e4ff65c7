"""The recipes of the README, taken from it and run as their machines would run them, as far as one machine can."""

import datetime
import os
import re
import shutil
import subprocess
import threading

import pytest
import yaml

import crawl
import servers
from conftest import ROOT, WARRAQ
from hosts import ENVIRONMENT, GitHost, paper, sshd  # noqa: F401


def recipe(mark):
    """The block of the README that has the mark in it."""
    blocks = re.findall(r"(?ms)^```\w*\n(.*?)^```$", (ROOT / "README.md").read_text())
    return next(block for block in blocks if mark in block)


def run(steps, folder, environment):
    """As the machines of GitHub and GitLab run the lines of a step."""
    script = folder.parent / "step.sh"
    script.write_text(steps)
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", script], cwd=folder, env=environment, capture_output=True, text=True, timeout=600)


@pytest.fixture
def repository(paper, tmp_path):
    """What a newsroom keeps under version control: the content, its settings, and the program. Gives a fresh checkout."""
    origin = tmp_path / "origin.git"
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main"]

    def commit():
        if not (paper.root / ".git").exists():
            shutil.copy(WARRAQ, paper.root / "warraq")
            subprocess.run(["git", "init", "-q", "--bare", "-b", "main", origin], check=True)
            subprocess.run([*git, "init", "-q", paper.root], check=True)
        subprocess.run([*git, "-C", paper.root, "add", "Content", "warraq"], check=True)
        subprocess.run([*git, "-C", paper.root, "commit", "-qm", "edited"], check=True)
        subprocess.run([*git, "-C", paper.root, "push", "-q", origin, "HEAD:main"], check=True)

    def checkout():
        folder = tmp_path / "runner/work"
        shutil.rmtree(folder.parent, ignore_errors=True)
        folder.parent.mkdir()
        subprocess.run(["git", "clone", "-q", "--branch", "main", origin, folder], check=True)
        return folder

    return commit, checkout


def commits(repository):
    return subprocess.run(["git", "-C", repository, "rev-list", "--count", "pages"], capture_output=True, text=True).stdout.strip()


def test_the_recipe_for_github_actions_publishes_and_then_rests(paper, repository, tmp_path):
    workflow = yaml.safe_load(recipe("runs-on:"))
    job = workflow["jobs"]["publish"]
    # YAML 1.1 takes `on` for a truth.
    assert {"push", "schedule"} <= set(workflow.get("on", workflow.get(True)))
    assert workflow["permissions"] == {"contents": "write"} and "concurrency" in workflow
    assert any(step.get("uses", "").startswith("actions/checkout@") for step in job["steps"])
    host = GitHost(tmp_path)
    paper.host(host.settings)
    commit, checkout = repository
    commit()
    clean = {name: ENVIRONMENT[name] for name in ("HOME", "RCLONE_CONFIG", "GIT_CONFIG_GLOBAL") if name in ENVIRONMENT}
    clean["PATH"] = "/usr/local/bin:/usr/bin:/bin"

    def go():
        folder = checkout()
        for step in job["steps"]:
            environment = {**clean, **{name: str(value).replace("${{ github.token }}", "ghs_token") for name, value in step.get("env", {}).items()}}
            if "run" in step:
                result = run(step["run"], folder, environment)
                assert result.returncode == 0, result.stdout + result.stderr
                assert "ghs_token" not in result.stdout + result.stderr
        return folder

    folder = go()
    assert host.tree() == crawl.tree(folder / "Output")
    first = commits(host.repository)
    go()
    assert commits(host.repository) == first
    paper.change()
    commit()
    environment = go()
    assert host.tree() == crawl.tree(environment / "Output")
    assert int(commits(host.repository)) == int(first) + 1


def test_the_recipe_for_gitlab_ci_publishes_by_ssh(paper, repository, sshd, tmp_path):
    job = yaml.safe_load(recipe("resource_group:"))["publish"]
    lines = [*job["before_script"], *([job["script"]] if isinstance(job["script"], str) else job["script"])]
    home = tmp_path / "home"
    home.mkdir()
    www = tmp_path / "www"
    # ssh does not ask HOME where a user's files are, so the settings name what the recipe has written.
    paper.host(
        f"main:\n  kind: ssh\n  to: {servers.USER}@127.0.0.1:{www}\n  port: {sshd.port}\n  known-hosts: {home}/.ssh/known_hosts")
    commit, checkout = repository
    commit()
    # What the recipe installs is here already; it is only written down.
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "apt-get").write_text(f"#!/bin/sh\necho \"$@\" >> {tmp_path}/installed\n")
    (tools / "apt-get").chmod(0o755)
    key, hosts = tmp_path / "key", tmp_path / "hosts"
    shutil.copy(sshd.folder / "user_key", key)
    key.chmod(0o666)
    shutil.copy(sshd.folder / "known_hosts", hosts)
    environment = {
        "HOME": str(home), "PATH": f"{tools}:/usr/local/bin:/usr/bin:/bin:/usr/sbin", "SSH_PRIVATE_KEY": str(key), "KNOWN_HOSTS": str(hosts)}
    folder = checkout()
    result = run("trap 'ssh-agent -k' EXIT\n" + "\n".join(lines), folder, environment)
    assert result.returncode == 0, result.stdout + result.stderr
    assert crawl.tree(www / "current") == crawl.tree(folder / "Output")
    installed = (tmp_path / "installed").read_text()
    assert "openssh-client" in installed and "rsync" in installed


def test_the_line_for_cron_publishes_a_story_when_it_is_due(paper, tmp_path):
    line = recipe("warraq build --quiet").strip()
    fields = line.split(None, 5)
    assert len(fields) == 6 and all(re.fullmatch(r"[*/0-9,-]+", field) for field in fields[:5])
    # % would end the line for cron (crontab(5)).
    assert "%" not in fields[5]
    www = tmp_path / "www"
    paper.host(f"main:\n  kind: folder\n  to: {www}")
    command = fields[5].replace("/home/editor/paper", f"'{paper.root}'")
    environment = {"HOME": str(tmp_path), "PATH": f"{WARRAQ.parent}:/usr/bin:/bin", "SHELL": "/bin/sh"}

    def tick():
        result = subprocess.run(["/bin/sh", "-c", command], env=environment, capture_output=True, text=True, cwd=tmp_path)
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout + result.stderr

    def clock():
        return datetime.datetime.now(datetime.timezone.utc)

    def releases():
        return {path.name for path in (www / "releases").iterdir()}

    page = www / "current/2026/01/20/due/index.html"
    # cron mails whatever is said.
    begin = clock()
    assert tick() == ""
    wait = 2 + 10 * (clock() - begin).total_seconds()
    for _ in range(5):
        # A story file counts whole seconds.
        due = (clock() + datetime.timedelta(seconds=wait)).replace(microsecond=0)
        paper.story("due.md", "خبر في موعده", date="2026-01-20", more=f"publish-at: {due:%Y-%m-%dT%H:%M:%SZ}\n")
        assert tick() == ""
        if clock() < due:
            break
        wait *= 2
    assert not page.exists() and clock() < due
    before = releases()
    pause, deadline = threading.Event(), due + datetime.timedelta(seconds=servers.PATIENCE)
    while not page.exists() and clock() < deadline:
        pause.wait(0.3)
        assert tick() == ""
    assert page.exists() and clock() >= due
    after = releases()
    assert len(after - before) == 1
    assert tick() == ""
    assert releases() == after
    assert os.path.islink(www / "current")
