"""The search behind real hosts: those that answer ranges, those that compress, one that does neither, and what may come
instead of the bytes that were asked for."""

import os
import pathlib
import re
import shutil
import sys
import urllib.parse

import pytest

from conftest import ROOT
from test_search import RESULTS, STATUS, first_titles, many_site, settle, visit  # noqa: F401

sys.path.insert(0, str(ROOT / "Tests/Publish"))
from servers import Process  # noqa: E402

TYPES = "text/html html; text/css css; text/javascript js; text/plain txt; font/woff2 woff2; image/svg+xml svg;"


def program(*names):
    places = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"], "/usr/sbin", "/opt/homebrew/bin"])
    return next(path for path in (shutil.which(name, path=places) for name in names) if path)


def nginx(folder, root, port, more=""):
    (folder / "nginx.conf").write_text(
        f"{'user root; ' if os.getuid() == 0 else ''}daemon off; pid {folder}/pid; error_log stderr; events {{ }}\n"
        f"http {{ access_log off; types {{ {TYPES} }} {more} client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2;\n"
        f"fastcgi_temp_path {folder}/t3; uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;\n"
        f"server {{ listen 127.0.0.1:{port}; root {root}; }} }}\n")
    return [program("nginx"), "-e", "stderr", "-c", folder / "nginx.conf"]


def nginx_gzip(folder, root, port):
    return nginx(folder, root, port, "gzip on; gzip_types text/plain text/javascript; gzip_min_length 20;")


def caddy_gzip(folder, root, port):
    (folder / "Caddyfile").write_text(
        f"{{\n\tadmin off\n\tauto_https off\n}}\nhttp://127.0.0.1:{port} {{\n\troot * {root}\n\tencode gzip\n\tfile_server\n}}\n")
    return [program("caddy"), "run", "--config", folder / "Caddyfile", "--adapter", "caddyfile"]


def apache_gzip(folder, root, port):
    places = [pathlib.Path(place) for place in ("/usr/lib/apache2/modules", "/usr/libexec/apache2", "/usr/lib64/httpd/modules")]
    modules = next(place for place in places if place.exists())
    names = ["mpm_event", "unixd", "authz_core", "dir", "mime", "alias", "headers", "filter", "deflate"]
    (folder / "types").write_text("".join(f"{kind}\n" for kind in TYPES.split("; ")).replace(";", ""))
    (folder / "apache.conf").write_text(
        "".join(f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in names if (modules / f"mod_{name}.so").exists())
        + f"ServerRoot {folder}\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\nErrorLog {folder}/log\n"
        f"User nobody\nGroup #65534\nTypesConfig {folder}/types\nDocumentRoot {root}\n<Directory {root}>\nAllowOverride All\nRequire all granted\n</Directory>\n"
        "DirectoryIndex index.html\nAddOutputFilterByType DEFLATE text/plain text/javascript\n")
    return [program("apache2", "httpd"), "-f", folder / "apache.conf", "-D", "FOREGROUND"]


@pytest.fixture(scope="module", params=[nginx, nginx_gzip, caddy_gzip, apache_gzip], ids=lambda host: host.__name__)
def host(request, many_site, tmp_path_factory):  # noqa: F811
    top = tmp_path_factory.mktemp("host")
    # A server of another user reads it too.
    for folder in [top, *top.parents][:3]:
        folder.chmod(0o755)
    root = top / "web"
    shutil.copytree(many_site[0].root / "Output", root)
    server = Process(lambda port: request.param(top, root, port), top / "said",
                     env={**os.environ, "HOME": str(top), "XDG_DATA_HOME": str(top)})
    yield f"http://127.0.0.1:{server.port}/"
    server.stop()


def stretches(page):
    """The answers for cards and tails, as they come: status and length."""
    answers = []
    page.on("response", lambda answer: re.search(r"/base/[ct]\d+\.txt", answer.url) and answers.append(
        (answer.status, int(answer.headers.get("content-length", "0")))))
    return answers


QUERIES = ["الميناء", "قنطرة", "السوق الميناء المدينة", "نافورة السوق"]


def test_a_host_that_knows_ranges_sends_no_more_than_what_is_asked_for(visit, host, many_site):  # noqa: F811
    page, plain = visit(host), visit(many_site[1])
    answers = stretches(page)
    for query in QUERIES:
        assert first_titles(page, host, query) == first_titles(plain, many_site[1], query), query
    page.wait_for_load_state("networkidle")
    assert answers and {status for status, _ in answers} == {206}
    assert max(length for _, length in answers) < 8000


def test_a_host_without_ranges_sends_files_that_are_kept(visit, many_site):  # noqa: F811
    page = visit(many_site[1])
    answers = stretches(page)
    assert len(first_titles(page, many_site[1], "قنطرة")) >= 3
    page.wait_for_load_state("networkidle")
    before = len(answers)
    assert before and {status for status, _ in answers} == {200}
    page.fill("input[name=q]", "والقنطرة قنطرة")
    page.keyboard.press("Enter")
    settle(page)
    page.wait_for_load_state("networkidle")
    assert page.locator(RESULTS).count() and len(answers) == before


WRONG = {
    "too-short": lambda slot: (206, slot[:-20]),
    "too-long": lambda slot: (206, slot + b"\n" * 16),
    "another-card": lambda slot: (206, (b"E" if slot[:1] == b"D" else b"D") + slot[1:]),
    "moved": lambda slot: (206, slot[16:] + slot[:16]),
    "a-page": lambda slot: (200, b"<!doctype html><p>hello"),
    "not-satisfiable": lambda slot: (416, b""),
    "missing": lambda slot: (404, b""),
}


@pytest.mark.parametrize("how", WRONG)
def test_other_bytes_than_were_asked_for_are_never_shown(visit, many_site, how):  # noqa: F811
    site, address = many_site
    page = visit(address, expected=["404", "416", "Failed to load"])

    def answer(route):
        path = urllib.parse.urlsplit(route.request.url).path.strip("/")
        first, last = map(int, re.fullmatch(r"bytes=(\d+)-(\d+)", route.request.headers["range"]).groups())
        status, body = WRONG[how]((site.root / "Output" / path).read_bytes()[first:last + 1])
        route.fulfill(status=status, body=body)

    page.route(re.compile(r"/base/[ct]\d+\.txt"), answer)
    page.goto(f"{address}search/?q={urllib.parse.quote('نافورة')}")
    page.wait_for_selector(".search-error")
    assert page.locator(RESULTS).count() == 0
    page.unroute(re.compile(r"/base/[ct]\d+\.txt"))
    page.click("button[type=submit]")
    page.wait_for_selector(RESULTS)
    assert not page.locator(f"{STATUS}.search-error").count()


def test_a_publication_between_two_requests_is_followed(visit, many_site, warraq, tmp_path, serve):  # noqa: F811
    root = tmp_path / "site"
    shutil.copytree(many_site[0].root, root)
    address = serve(root / "Output")
    page = visit(address)
    first_titles(page, address, "نافورة")
    # Stories before all others: each has another number now, and each card another width.
    for number in range(3):
        (root / f"Content/Stories/old{number}.md").write_text(
            f"---\ntitle: {'عنوان طويل ' * 30}\nslug: old{number}\ndate: 2001-01-0{1 + number}\ntopics: []\n---\n\nقديم\n")
    assert warraq("build", root, "--quiet").returncode == 0
    page.fill("input[name=q]", "قنطرة")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('input[name=q]').value === 'قنطرة' && document.querySelectorAll('.search-results li').length > 2")
    settle(page)
    titles = page.locator(f"{RESULTS} h2").all_inner_texts()
    assert titles and all(int(title.split()[1]) % 650 == 9 for title in titles)
