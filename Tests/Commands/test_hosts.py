"""What real web servers answer with the files that Warraq writes for them: nginx, Caddy and Apache alike."""

import dataclasses
import http.client
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import urllib.parse

import pytest

from conftest import SETTINGS, Site, free_port

BASES = {"root": "", "folder": "/arabic"}
SHORT, HOUR, FOREVER = "public, max-age=60, must-revalidate", "public, max-age=3600", "public, max-age=31536000, immutable"
HTML, MISSING = "text/html; charset=utf-8", 404
SECURITY = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self' data:; script-src 'self'; style-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self' https://duckduckgo.com; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Strict-Transport-Security": "max-age=31536000",
}
# Address → status, media type, how long it may be kept.
ANSWERS = {
    "/": (200, HTML, SHORT),
    "/2026/01/15/خبر/": (200, HTML, SHORT),
    "/topics/سوريا/": (200, HTML, SHORT),
    "/feed.xml": (200, "application/rss+xml; charset=utf-8", SHORT),
    "/topics/سوريا/feed.xml": (200, "application/rss+xml; charset=utf-8", SHORT),
    "/atom.xml": (200, "application/atom+xml; charset=utf-8", SHORT),
    "/feed.json": (200, "application/feed+json; charset=utf-8", SHORT),
    "/topics/سوريا/stories.json": (200, "application/json; charset=utf-8", SHORT),
    "/manifest.webmanifest": (200, "application/manifest+json; charset=utf-8", SHORT),
    "/sitemap.xml": (200, "application/xml; charset=utf-8", SHORT),
    "/robots.txt": (200, "text/plain; charset=utf-8", SHORT),
    "/assets/plain.css": (200, "text/css; charset=utf-8", HOUR),
    "/assets/plain.0123abcd.css": (200, "text/css; charset=utf-8", FOREVER),
    "/assets/plain.0123.css": (200, "text/css; charset=utf-8", HOUR),
    "/assets/plain.0123abcd.woff2": (200, "font/woff2", FOREVER),
    "/assets/plain.js": (200, "text/javascript; charset=utf-8", HOUR),
    "/images/x.png": (200, "image/png", HOUR),
    "/icon.svg": (200, "image/svg+xml; charset=utf-8", HOUR),
    "/favicon.ico": (200, "image/x-icon", HOUR),
    "/no/such/page/": (MISSING, HTML, SHORT),
    "/images/none.png": (MISSING, HTML, SHORT),
    "/assets/none.0123abcd.css": (MISSING, HTML, SHORT),
    "/no/feed.xml": (MISSING, HTML, SHORT),
    "/.warraq/built": (MISSING, HTML, SHORT),
    "/.htaccess": (MISSING, HTML, SHORT),
    "/_headers": (MISSING, HTML, SHORT),
    "/_redirects": (MISSING, HTML, SHORT),
}
# What could mean something to a server is not put into its settings; the page that leads on is there all the same.
STRANGE = "/it's $1 {x}/"
STORY = "/2026/01/15/%D8%AE%D8%A8%D8%B1/"
MOVED = {"/old/name/": STORY, "/old/story.html": STORY, "/خبر-قديم/": STORY, "/a (b)/c+d;e/": STORY}


@dataclasses.dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


@pytest.fixture(scope="module", params=BASES)
def built(request, warraq):
    """A site at the root of its host or in a folder of it, where any user of the system can read it."""
    base = BASES[request.param]
    top = pathlib.Path(tempfile.mkdtemp(prefix="warraq-hosts-"))
    top.chmod(0o755)
    site = Site(top / "site")
    site.write("Content/site.yaml", SETTINGS.replace("news.example", f"news.example{base}") + "headers:\n  hsts: on\n")
    aliases = ", ".join(f'"{alias}"' for alias in [*MOVED, STRANGE])
    site.story("a.md", "خبر", more=f"slug: خبر\ntopics: [سوريا]\naliases: [{aliases}]\nimage:\n  file: x.png\n")
    site.write("Content/Images/x.png", b"\x89PNG")
    for name in ["plain.0123abcd.css", "plain.0123abcd.woff2"]:
        site.write(f"Templates/assets/{name}", "a{}")
    result = warraq("build", site.root, "--output", f"{top}/web{base}")
    assert result.returncode == 0, result.stderr
    # Warraq itself leaves no asset under a plain name.
    for name in ["plain.css", "plain.js", "plain.0123.css"]:
        site.write(f"{top}/web{base}/assets/{name}", "a{}")
    yield top, base
    shutil.rmtree(top)


def nginx(top, output, port):
    (top / "nginx.conf").write_text(
        f"{'user root;' if os.getuid() == 0 else ''} daemon off; pid {top}/nginx.pid; error_log stderr warn; events {{ }}\n"
        f"http {{ access_log off; client_body_temp_path {top}/body; proxy_temp_path {top}/proxy; fastcgi_temp_path {top}/fast;\n"
        f"uwsgi_temp_path {top}/uwsgi; scgi_temp_path {top}/scgi; server {{ listen 127.0.0.1:{port}; root {top}/web;\n"
        f"include {output}/.warraq/hosts/nginx.conf; }} }}\n")
    return [program("nginx"), "-e", "stderr", "-c", f"{top}/nginx.conf"]


def caddy(top, output, port):
    (top / "Caddyfile").write_text(
        f"{{\n\tadmin off\n\tauto_https off\n}}\nhttp://127.0.0.1:{port} {{\n\troot * {top}/web\n"
        f"\timport {output}/.warraq/hosts/Caddyfile\n\tfile_server\n}}\n")
    return [program("caddy"), "run", "--config", f"{top}/Caddyfile", "--adapter", "caddyfile"]


def apache(top, output, port):
    folders = [pathlib.Path(folder) for folder in ("/usr/lib/apache2/modules", "/usr/libexec/apache2", "/usr/lib64/httpd/modules")]
    folder = next(folder for folder in folders if folder.exists())
    names = ["mpm_event", "unixd", "authz_core", "dir", "mime", "alias", "headers"]
    modules = [(name, folder / f"mod_{name}.so") for name in names]
    (top / "apache.conf").write_text(
        "".join(f"LoadModule {name}_module {path}\n" for name, path in modules if path.exists())
        + f"ServerRoot {top}\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {top}/apache.pid\nErrorLog {top}/apache.log\n"
        f"User nobody\nGroup #65534\nTypesConfig /dev/null\nDocumentRoot {top}/web\n"
        f"<Directory {top}/web>\n  AllowOverride All\n  Require all granted\n</Directory>\nDirectoryIndex index.html\n")
    return [program("apache2", "httpd"), "-f", f"{top}/apache.conf", "-D", "FOREGROUND"]


def program(*names):
    places = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"], "/usr/sbin", "/opt/homebrew/bin"])
    found = [shutil.which(name, path=places) for name in names]
    return next(path for path in found if path)


@pytest.fixture(scope="module", params=[nginx, caddy, apache], ids=lambda server: server.__name__)
def ask(request, built):
    """Starts a server on the site; gives what it answers to an address."""
    top, base = built
    port = free_port()
    command = request.param(top, f"{top}/web{base}", port)
    with open(top / f"{request.param.__name__}.out", "w") as said:
        server = subprocess.Popen(command, stdout=said, stderr=said, env={**os.environ, "HOME": str(top), "XDG_DATA_HOME": str(top)})
    try:
        await_port(port, server, said.name)
        yield lambda address, exact=False: get(port, address if exact else base + address)
    finally:
        server.terminate()
        server.wait(timeout=120)


def await_port(port, server, log):
    for _ in range(4800):
        assert server.poll() is None, pathlib.Path(log).read_text()
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            threading.Event().wait(0.025)
    raise AssertionError(pathlib.Path(log).read_text())


def get(port, address):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", urllib.parse.quote(address, safe="/%?=()+;"))
    response = connection.getresponse()
    answer = Answer(response.status, response.headers, response.read())
    connection.close()
    return answer


def test_each_address_has_its_status_type_and_shelf_life(ask):
    seen = {}
    for address in ANSWERS:
        answer = ask(address)
        seen[address] = (answer.status, answer.headers["Content-Type"], ", ".join(answer.headers.get_all("Cache-Control", [])))
    assert seen == ANSWERS


def test_every_answer_has_the_headers_that_protect_its_reader(ask):
    for address in [*ANSWERS, *MOVED, "/latest"]:
        headers = ask(address).headers
        assert {name: headers.get_all(name) for name in SECURITY} == {name: [value] for name, value in SECURITY.items()}, address


def test_what_has_moved_leads_on_for_good(ask, built):
    for address, target in MOVED.items():
        answer = ask(address)
        assert (answer.status, path_of(answer)) == (301, built[1] + target), address
    assert ask(STRANGE).status == 200
    assert ask("/old/name/and/more/").status == MISSING
    assert ask("/xold/name/").status == MISSING


def test_a_folder_without_its_slash_leads_to_it(ask, built):
    for address, target in {"/latest": "/latest/", "/topics/سوريا": "/topics/%D8%B3%D9%88%D8%B1%D9%8A%D8%A7/"}.items():
        answer = ask(address)
        # 308 is Caddy's word for it.
        assert answer.status in (301, 308) and path_of(answer) == built[1] + target


def test_a_missing_page_is_answered_with_the_sites_own(ask, built):
    page = (built[0] / f"web{built[1]}/404.html").read_bytes()
    for address in ["/no/such/page/", "/لا-شيء", "/images/none.png", "/.warraq/built"]:
        assert ask(address).body == page


def test_a_site_in_a_folder_leaves_its_host_alone(ask, built):
    if built[1]:
        answer = ask("/elsewhere/", exact=True)
        assert answer.status == MISSING and "Content-Security-Policy" not in answer.headers


def path_of(answer):
    location = answer.headers["Location"].encode("latin-1").decode()
    return urllib.parse.quote(urllib.parse.unquote(urllib.parse.urlsplit(location).path))
