"""Caches before a host: told what changed, and nothing else, before anybody is called to the pages."""

import http.server
import json
import threading
import urllib.parse

import pytest

import servers
from conftest import Threads
from hosts import make_host, paper, running, sshd  # noqa: F401


class Listener:
    """Answers every request, and keeps what it was asked."""

    def __init__(self, status=200, files=None):
        self.heard = []
        listener = self

        class Answer(http.server.BaseHTTPRequestHandler):
            def answer(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                listener.heard.append((self.command, self.path, dict(self.headers), body))
                content = b"{}"
                if self.command == "GET" and files is not None:
                    content = (files / "index.html").read_bytes() if self.path == "/" else (files / self.path[1:] / "index.html").read_bytes()
                self.send_response(status)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_PURGE = answer

            def log_message(self, *_):
                pass

        self.server = Threads(("127.0.0.1", 0), Answer)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


TOKEN = {"CLOUDFLARE_API_TOKEN": "token-of-cloudflare"}


def address(path):
    return "https://news.example/" + urllib.parse.quote(path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path)


def purged(cache):
    return [url for _, _, _, body in cache.heard for url in json.loads(body).get("files", [])]


def test_cloudflare_is_told_what_changed_and_nothing_else(paper, tmp_path, running):
    cache = running(Listener())
    paper.host(f"main:\n  kind: folder\n  to: {tmp_path}/www\n  purge:\n    cloudflare: 0a1b2c3d\n    cloudflare-address: {cache.address}/client/v4")
    paper.build()
    paper.publish(**TOKEN)
    assert {path for _, path, _, _ in cache.heard} == {"/client/v4/zones/0a1b2c3d/purge_cache"}
    assert all(headers["Authorization"] == "Bearer token-of-cloudflare" for _, _, headers, _ in cache.heard)
    assert max(len(json.loads(body)["files"]) for _, _, _, body in cache.heard) <= 30
    assert not [url for url in purged(cache) if "/assets/" in url]
    cache.heard.clear()
    paper.change()
    plan = json.loads(paper.publish("--max-delete", "100", "--json", **TOKEN).stdout)
    told = purged(cache)
    assert sorted(told) == sorted(address(step["path"]) for step in plan["operations"] if step["phase"] != "assets")
    # What was removed is forgotten too.
    assert {"https://news.example/", "https://news.example/feed.xml", "https://news.example/2026/01/10/0/"} <= set(told)
    cache.heard.clear()
    paper.publish(**TOKEN)
    assert cache.heard == []
    # A switch to another release changes the same pages at once.
    paper.publish("--rollback", **TOKEN)
    assert {"https://news.example/", "https://news.example/2026/01/10/0/"} <= set(purged(cache)) <= set(told)


def test_many_changes_empty_the_cache_in_one_request(paper, tmp_path, running):
    cache = running(Listener())
    paper.host(
        f"main:\n  kind: folder\n  to: {tmp_path}/www\n  purge:\n    cloudflare: 0a1b2c3d\n    most: 10\n    cloudflare-address: {cache.address}")
    paper.build()
    paper.publish(**TOKEN)
    assert [json.loads(body) for _, _, _, body in cache.heard] == [{"purge_everything": True}]


def test_a_cache_is_asked_by_the_method_purge(paper, tmp_path, running):
    cache = running(Listener())
    paper.host(f"main:\n  kind: folder\n  to: {tmp_path}/www\n  purge:\n    request: {cache.address}")
    paper.build()
    paper.publish()
    cache.heard.clear()
    paper.story("9.md", "خبر «عاجل» & \"أخير\"", date="2026-03-03")
    paper.build()
    paper.publish()
    assert {(method, headers["Host"]) for method, _, headers, _ in cache.heard} == {("PURGE", "news.example")}
    paths = [path for _, path, _, _ in cache.heard]
    assert "/" in paths and "/2026/03/03/9/" in paths and "/2026/01/11/1/" not in paths and all(path.isascii() for path in paths)


def test_cloudfront_is_told_with_a_signature(paper, tmp_path, running):
    import boto3

    keys = {"AWS_ACCESS_KEY_ID": "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret-of-s3"}
    server = running(servers.moto(tmp_path))
    client = boto3.client(
        "cloudfront", endpoint_url=f"http://127.0.0.1:{server.port}", region_name="us-east-1",
        aws_access_key_id=keys["AWS_ACCESS_KEY_ID"], aws_secret_access_key=keys["AWS_SECRET_ACCESS_KEY"])
    distribution = client.create_distribution(DistributionConfig={
        "CallerReference": "a", "Comment": "", "Enabled": True,
        "Origins": {"Quantity": 1, "Items": [{"Id": "o", "DomainName": "paper.s3.us-east-1.amazonaws.com", "S3OriginConfig": {"OriginAccessIdentity": ""}}]},
        "DefaultCacheBehavior": {"TargetOriginId": "o", "ViewerProtocolPolicy": "allow-all", "MinTTL": 0,
                                 "ForwardedValues": {"QueryString": False, "Cookies": {"Forward": "none"}}},
    })["Distribution"]["Id"]
    paper.host(
        f"main:\n  kind: folder\n  to: {tmp_path}/www\n  purge:\n    cloudfront: {distribution}\n    cloudfront-address: http://127.0.0.1:{server.port}")
    paper.build()
    assert "[purge]" not in paper.publish(**keys).stderr
    paper.change()
    assert "[purge]" not in paper.publish("--max-delete", "100", **keys).stderr
    made = client.list_invalidations(DistributionId=distribution)["InvalidationList"]["Items"]
    assert len(made) == 2
    details = [client.get_invalidation(DistributionId=distribution, Id=item["Id"])["Invalidation"]["InvalidationBatch"] for item in made]
    paths = {path for batch in details for path in batch["Paths"]["Items"]}
    assert "/" in paths and "/2026/01/10/0/" in paths


@pytest.mark.parametrize("status", [403, 500])
def test_a_cache_that_will_not_listen_is_named_and_the_site_is_published(status, paper, tmp_path, running):
    cache = running(Listener(status))
    paper.host(
        f"main:\n  kind: folder\n  to: {tmp_path}/www\n  purge:\n    cloudflare: 0a1b2c3d\n    cloudflare-address: {cache.address}\n    request: http://127.0.0.1:9")
    built = paper.build()
    result = paper.publish(**TOKEN)
    assert f"Cloudflare was not told what changed: it answered {status}" in result.stderr
    assert "did not answer" in result.stderr and "token-of-cloudflare" not in result.stderr
    assert len(built) > 0 and (tmp_path / "www/current/index.html").exists()


def test_first_the_cache_then_a_look_then_the_hubs(paper, tmp_path, running):
    """All are one listener, so that the order of what it hears is the order in which it was asked."""
    www = tmp_path / "www"
    listener = running(Listener(files=www / "current"))
    paper.host(
        f"main:\n  kind: folder\n  to: {www}\n  purge:\n    cloudflare: 0a1b2c3d\n    cloudflare-address: {listener.address}\n"
        f"  ping:\n    websub: {listener.address}/hub\n    indexnow: a1b2\n    indexnow-address: {listener.address}/indexnow")
    settings = paper.root / "Content/site.yaml"
    settings.write_text(settings.read_text().replace("https://news.example", listener.address))
    paper.build()
    assert "[ping]" not in paper.publish(**TOKEN).stderr
    kinds = ["purge" if "purge_cache" in path else "look" if method == "GET" else "tell" for method, path, _, _ in listener.heard]
    assert kinds == sorted(kinds, key=["purge", "look", "tell"].index) and set(kinds) == {"purge", "look", "tell"}
