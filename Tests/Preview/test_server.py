"""The server of the preview as clients meet it that mean no good, or know no better: raw bytes on real sockets."""

import http.client
import os
import signal
import socket
import subprocess
import urllib.parse

import pytest

from conftest import SETTINGS, WARRAQ, free_port
from newsroom import PATIENCE, Listener, Preview, newsroom, open_files, preview, wait_for  # noqa: F401

FIRST = "/2026/01/15/first/"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """One preview for all that only ask."""
    root = tmp_path_factory.mktemp("served") / "site"
    (root / "Content/Stories").mkdir(parents=True)
    (root / "Content/site.yaml").write_text(SETTINGS)
    (root / "Content/Stories/a.md").write_text("---\ntitle: خبر\nslug: خبر\ndate: 2026-01-15\naliases: [/old/]\n---\n\nنص.\n")
    (root / "Content/Stories/b.md").write_text("---\ntitle: خبر طويل\nslug: first\ndate: 2026-01-15\n---\n\n" + "نص طويل. " * 40_000)
    running = Preview(root).built()
    yield running
    assert running.process.poll() is None, running.said()
    assert running.stop() == 0


def test_it_listens_on_this_machine_alone(server):
    listening = subprocess.run(["cat", "/proc/net/tcp", "/proc/net/tcp6"], capture_output=True, text=True).stdout
    port = f":{server.port:04X} "
    addresses = {line.split()[1].split(":")[0] for line in listening.splitlines() if port in line[:60] and " 0A " in line}
    assert addresses <= {"0100007F", "00000000000000000000000001000000"} and addresses
    with server.connect(socket.AF_INET6) as client:
        client.sendall(f"GET / HTTP/1.0\r\nHost: [::1]:{server.port}\r\n\r\n".encode())
        assert client.recv(100).startswith(b"HTTP/1.1 200 OK\r\n")


@pytest.mark.parametrize("path", [
    "/../Content/site.yaml", "/../../../../../../etc/passwd", "/%2e%2e/Content/site.yaml", "/%2e%2e%2fContent%2fsite.yaml",
    "/%252e%252e/Content/site.yaml", "/..%5c..%5cetc/passwd", "/..\\..\\etc\\passwd", "/assets/..%2f..%2fContent/site.yaml",
    "//etc/passwd", "/%00", "/index.html%00", "/.warraq/build.json", "/.warraq/../.warraq/build.json", "/.warraq/%2e%2e/",
    "/_headers", "/.htaccess", "/.gitignore", "/%c0%ae%c0%ae/Content/site.yaml", "http://x/../Content/site.yaml",
    "/Content/site.yaml", "/....//Content/site.yaml", "/.%2e/Content/site.yaml",
])
def test_nothing_outside_the_served_folder_is_ever_read(server, path):
    status, _, body = server.ask(path)
    assert status in (400, 404)
    assert b"root:" not in body and b"base-url" not in body and b"drafts" not in body


@pytest.mark.parametrize("request_, status", [
    (b"GET / HTTP/1.1\r\n\r\n", 400), (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400), (b"nonsense\r\n\r\n", 400),
    (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n\n", 400), (b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
    (b"GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", 505), (b"GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400),
    (b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", 431),
    (b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: y\r\n" * 4000 + b"\r\n", 431),
    (b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 30\r\n\r\nGET /latest/ HTTP/1.1\r\nHost: a", 405),
    (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40\r\n\r\nGET /latest/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 200),
    (b"CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n", 400),
])
def test_what_is_no_request_is_refused_and_the_connection_closed(server, request_, status):
    try:
        answer = server.send(request_)
    except (ConnectionResetError, BrokenPipeError):
        # Closed before all was sent: what was too much is thrown away.
        answer = b"HTTP/1.1 431 "
    assert answer.startswith(f"HTTP/1.1 {status} ".encode())
    assert answer.count(b"HTTP/1.1 ") == 1


def test_a_page_of_another_site_gets_nothing_by_its_own_name(server):
    status, fields, body = server.ask("/", host=f"evil.example:{server.port}")
    assert status == 421 and b"<html" not in body
    assert server.ask("/")[1]["Cross-Origin-Resource-Policy"] == "same-origin"


def test_methods_that_change_things_are_told_what_there_is(server):
    status, fields, _ = server.ask("/", method="DELETE")
    assert status == 405 and fields["Allow"] == "GET, HEAD"


def test_it_serves_as_a_good_host_does(server):
    path = "/2026/01/15/" + urllib.parse.quote("خبر")
    status, fields, _ = server.ask(path)
    assert status == 301 and fields["Location"] == path + "/"
    status, fields, body = server.ask(path + "/")
    assert status == 200 and fields["Content-Type"] == "text/html; charset=utf-8" and "خبر" in body.decode()
    assert "script-src 'self'" in fields["Content-Security-Policy"] and fields["X-Content-Type-Options"] == "nosniff"
    assert b"/.warraq/reload.js" in body
    status, again, nothing = server.ask(path + "/", fields=f"If-None-Match: {fields['ETag']}\r\n")
    assert status == 304 and nothing == b""
    status, head, nothing = server.ask(path + "/", method="HEAD")
    assert status == 200 and nothing == b"" and head["Content-Length"] == str(len(body))
    status, fields, part = server.ask("/assets/site.css", fields="Range: bytes=0-9\r\n")
    assert status == 206 and len(part) == 10
    assert server.ask("/assets/site.css", fields="Range: bytes=99999999-\r\n")[0] == 416
    status, fields, _ = server.ask("/old/")
    assert status == 301 and urllib.parse.unquote(fields["Location"]) == "/2026/01/15/خبر/"
    status, fields, body = server.ask("/nothing")
    assert status == 404 and b"<h1" in body and fields["Content-Type"].startswith("text/html")
    assert server.ask("/feed.xml")[1]["Content-Type"] == "application/rss+xml; charset=utf-8"


def test_one_connection_answers_many_requests(server):
    client = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    for path in ["/", "/nothing", "/assets/site.css", FIRST] * 5:
        client.request("GET", path, headers={"Host": f"localhost:{server.port}"})
        answer = client.getresponse()
        assert answer.status in (200, 404) and answer.read()
    client.close()
    two = b"GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\nGET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    answer = server.send(two)
    assert answer.index(b"HTTP/1.1 404") < answer.index(b"HTTP/1.1 200")


def test_a_request_may_come_byte_by_byte(server):
    with server.connect() as client:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in f"GET /robots.txt HTTP/1.1\r\nHost: localhost:{server.port}\r\nConnection: close\r\n\r\n".encode():
            client.send(bytes([byte]))
        assert client.recv(100).startswith(b"HTTP/1.1 200 OK")


def test_clients_that_never_read_or_never_finish_hold_up_nobody(server):
    never = []
    for number in range(60):
        client = socket.socket()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.connect(("127.0.0.1", server.port))
        # Some ask for a large page again and again and read nothing, some never end their request, some listen for ever.
        request = [f"GET {FIRST} HTTP/1.1\r\nHost: localhost\r\n\r\n" * 20, "GET / HTTP/1.1\r\nHost:",
                   "GET /.warraq/events HTTP/1.1\r\nHost: localhost\r\n\r\n"][number % 3]
        client.sendall(request.encode())
        never.append(client)
    for _ in range(20):
        assert server.ask(FIRST)[0] == 200
    for client in never:
        client.close()
    assert server.ask("/")[0] == 200


def test_a_port_that_is_taken_is_passed_over(newsroom, preview, server):
    one = preview(newsroom, port=server.port)
    assert one.port > server.port
    assert one.built().page(FIRST).count("فقرة رقم") >= 200


def test_a_second_preview_of_a_site_says_where_the_first_is(newsroom, preview):
    one = preview(newsroom).built()
    second = subprocess.run([str(WARRAQ), "preview", str(newsroom.root), "--port", "0"], capture_output=True, text=True, timeout=PATIENCE)
    assert second.returncode == 3 and "another preview of this site is running" in second.stderr and one.url in second.stderr
    assert one.stop() == 0
    # What a dead process held is free, however it died.
    two = preview(newsroom).built()
    two.process.send_signal(signal.SIGKILL)
    two.process.wait()
    assert preview(newsroom).built().page(FIRST)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_when_it_is_told_to(newsroom, preview, number):
    one = preview(newsroom, port=free_port()).built()
    listeners = [Listener(one) for _ in range(5)]
    for listener in listeners:
        listener.next()
    assert one.stop(number) == 0
    with pytest.raises(OSError):
        one.connect()
    for listener in listeners:
        listener.close()


def test_two_hundred_open_pages_hear_of_one_change_and_may_close(newsroom, preview):
    one = preview(newsroom).built()
    path = newsroom.root / "Content/Stories/second.md"
    # What the program opens for its first incremental build, and keeps, is not the listeners'.
    first = Listener(one)
    first.next()
    path.write_text(path.read_text() + "\nتمهيد.\n")
    first.until(lambda news: "/2026/01/15/second/" in (news["changed"] or []))
    before = open_files(one.process) if os.path.exists("/proc") else 0
    listeners = [Listener(one) for _ in range(200)]
    for listener in listeners:
        listener.next()
    # A fifth of them never reads on.
    path.write_text(path.read_text().replace("الفقرة الثانية", "الفقرة الأخيرة"))
    for listener in listeners[:160]:
        news = listener.until(lambda news: "/2026/01/15/second/" in (news["changed"] or []))
        assert FIRST not in news["changed"] and not news["trouble"]
    for listener in listeners:
        listener.close()
    if before:
        wait_for(lambda: open_files(one.process) <= before, "letting go of closed connections")
    assert one.ask("/")[0] == 200


def test_a_folder_that_is_no_site_is_refused(tmp_path):
    result = subprocess.run([str(WARRAQ), "preview", str(tmp_path)], capture_output=True, text=True, timeout=PATIENCE)
    assert result.returncode == 2 and "no-settings" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_other_machines_are_let_in_only_by_a_number_and_with_a_warning(newsroom, preview):
    assert subprocess.run([str(WARRAQ), "preview", str(newsroom.root), "--host", "example.com"], capture_output=True, timeout=PATIENCE).returncode == 64
    one = preview(newsroom, "--host", "127.0.0.2")
    assert "warning" in one.said()
    wait_for(lambda: "stories" in one.said())
    with socket.create_connection(("127.0.0.2", one.port), timeout=PATIENCE) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.2\r\n\r\n")
        assert client.recv(100).startswith(b"HTTP/1.1 200")
    with pytest.raises(OSError):
        one.connect()
