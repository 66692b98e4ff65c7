"""Real servers on loopback for the tests of publishing; each ends with the test session that started it."""

import getpass
import http.client
import http.server
import logging
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import threading
import time

from conftest import Threads, free_port

PASSWORD = "كلمة-سر-7391"
USER = getpass.getuser()
TOOLS = pathlib.Path(sys.executable).parent


# Seconds: a deadline for what never comes, not a measure of a busy machine.
PATIENCE = 180


class Process:
    """A server that is a program of its own. `command` makes its command for a port; where it ends at once, as one does
    whose port another program has, it is started again with another."""

    def __init__(self, command, log, **options):
        self.log = pathlib.Path(log)
        for _ in range(5):
            self.port = free_port()
            with open(log, "wb") as said:
                self.process = subprocess.Popen(
                    list(map(str, command(self.port))), stdout=said, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, **options)
            if self.listens():
                return
        raise AssertionError(f"the server ended at once:\n{self.log.read_text()}")

    def listens(self):
        """Waits until it listens; false where it ended before."""
        pause, end = threading.Event(), time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                return False
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return True
            pause.wait(0.05)
        self.stop()
        raise AssertionError(f"nothing listens on {self.port}")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def sshd(folder, sftp="internal-sftp", more=""):
    """OpenSSH with a host key and a user's key of its own, and the settings with which a client finds it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("host_key", "user_key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    shutil.copy(folder / "user_key.pub", folder / "authorized_keys")
    if os.getuid() == 0:
        os.makedirs("/run/sshd", exist_ok=True)
    program = shutil.which("sshd") or "/usr/sbin/sshd"
    # From 9.8 on, a server keeps those out for a while whose connections ended before they were let in, as those of a
    # client that a test kills.
    config = (
        f"ListenAddress 127.0.0.1\nHostKey {folder}/host_key\nAuthorizedKeysFile {folder}/authorized_keys\n"
        "StrictModes no\nPermitRootLogin yes\nPasswordAuthentication no\nUsePAM no\nMaxStartups 100\nMaxSessions 100\n"
        f"LoginGraceTime 600\nPidFile {folder}/pid\nSubsystem sftp {sftp}\n{more}")
    (folder / "sshd_config").write_text(config + "PerSourcePenalties no\n")
    if subprocess.run([program, "-t", "-f", folder / "sshd_config"], capture_output=True).returncode != 0:
        (folder / "sshd_config").write_text(config)
    server = Process(lambda port: [program, "-D", "-e", "-p", port, "-f", folder / "sshd_config"], folder / "log")
    port = server.port
    key = (folder / "host_key.pub").read_text().split()
    (folder / "known_hosts").write_text(f"[127.0.0.1]:{port} {key[0]} {key[1]}\n")
    (folder / "ssh_config").write_text(
        f"Host paper\n  HostName 127.0.0.1\n  Port {port}\n  User {USER}\n  IdentityFile {folder}/user_key\n"
        f"  IdentitiesOnly yes\n  UserKnownHostsFile {folder}/known_hosts\n  GlobalKnownHostsFile /dev/null\n")
    return server


def ssh_gate(folder, every):
    """OpenSSH that hangs up at every n-th command: before it is run, and by turns after, when the work is done and nobody
    hears of it. rsync is never run in vain, because it talks with its other end."""
    folder.mkdir(parents=True)
    gate = folder / "gate"
    gate.write_text(
        f"""#!/bin/sh
echo >> '{folder}/asked'
asked=$(wc -l < '{folder}/asked')
if [ $((asked % {every})) -eq 0 ]; then
  echo >> '{folder}/dropped'
  case $((asked / {every} % 2))$SSH_ORIGINAL_COMMAND in 0rsync*) ;; 0*) sh -c "$SSH_ORIGINAL_COMMAND" > /dev/null 2>&1 ;; esac
  kill -9 $PPID
  exit 1
fi
exec sh -c "$SSH_ORIGINAL_COMMAND"
""")
    gate.chmod(0o755)
    server = sshd(folder, more=f"ForceCommand {gate}\n")
    server.folder = folder
    return server


def sftp_gate(folder, shown, every=0):
    """OpenSSH with a server of SFTP that counts, crawls, and hangs up; see `sftp_gate.py`."""
    gate = pathlib.Path(__file__).parent / "sftp_gate.py"
    server = sshd(folder, f"{sys.executable} {gate} {folder} '{shown}' {every}")
    server.folder = pathlib.Path(folder)
    return server


class FTP:
    """pyftpdlib in a thread, with TLS where a certificate is wanted."""

    def __init__(self, root, folder, tls=False, encoding="utf-8"):
        from pyftpdlib.authorizers import DummyAuthorizer
        from pyftpdlib.handlers import FTPHandler, TLS_FTPHandler
        from pyftpdlib.ioloop import IOLoop
        from pyftpdlib.servers import FTPServer

        from OpenSSL import SSL

        logging.getLogger("pyftpdlib").setLevel(logging.ERROR)
        authorizer = DummyAuthorizer()
        authorizer.add_user("editor", PASSWORD.encode().decode(encoding), str(root), perm="elradfmwMT")
        base = TLS_FTPHandler if tls else FTPHandler
        commands = self.commands = []

        class Watching(base):
            def pre_process_command(self, line, cmd, arg):
                commands.append(f"{cmd} {arg}")
                return super().pre_process_command(line, cmd, arg)

        Watching.authorizer = authorizer
        Watching.encoding = encoding
        if tls:
            self.certificate = folder / "certificate.pem"
            subprocess.run(
                ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                 "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem", "-out", self.certificate],
                check=True, capture_output=True)
            Watching.certfile, Watching.keyfile = str(self.certificate), str(folder / "key.pem")
            Watching.tls_control_required = Watching.tls_data_required = True
            # By TLS 1.3 this server sends tickets into a connection that only brings a file. Nobody reads them, so when
            # the client closes it, what the server has not read yet is thrown away by the system.
            Watching.ssl_options |= SSL.OP_NO_TLSv1_3
        # A loop of its own: that of the library is one for all servers, those of tests that are over among them.
        self.server = FTPServer(("127.0.0.1", 0), Watching, ioloop=IOLoop())
        self.port = self.server.address[1]
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self):
        """One thread alone has to do with the connections, from the first to the last."""
        while not self.over.is_set():
            self.server.ioloop.loop(timeout=0.1, blocking=False)
        self.server.close_all()

    def stop(self):
        self.over.set()
        self.thread.join(PATIENCE)


def webdav(root, folder, *flags):
    return Process(
        lambda port: [
            TOOLS / "rclone", "serve", "webdav", root, "--addr", f"127.0.0.1:{port}", "--user", "editor", "--pass", PASSWORD,
            "--dir-cache-time", "100ms", *flags],
        folder / "webdav.log")


def moto(folder):
    """An S3 service that keeps the headers of objects and logs each request."""
    return Process(lambda port: [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", port], folder / "moto.log")


def s3(root, folder):
    """An S3 service whose objects are files of a folder; each folder in it is a bucket."""
    return Process(
        lambda port: [
            TOOLS / "rclone", "serve", "s3", root, "--addr", f"127.0.0.1:{port}", "--auth-key", "AKIAEXAMPLE,secret-of-s3",
            "--dir-cache-time", "100ms", "--no-checksum"],
        folder / "s3.log")


class Gate:
    """Stands before a web server, hands every request on, and calls `after` when one has changed something."""

    def __init__(self, port, after=lambda line: None):
        gate = self
        self.lines = []

        class Relay(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Head and body of an answer go at once.
            disable_nagle_algorithm, wbufsize = True, -1

            def relay(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                if self.headers.get("Transfer-Encoding"):
                    body = b""
                    while size := int(self.rfile.readline(), 16):
                        body += self.rfile.read(size)
                        self.rfile.readline()
                    self.rfile.readline()
                connection = http.client.HTTPConnection("127.0.0.1", port)
                connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
                for name, value in self.headers.items():
                    if name.lower() not in ("expect", "connection", "transfer-encoding", "content-length"):
                        connection.putheader(name, value)
                connection.putheader("Content-Length", str(len(body)))
                connection.endheaders(body)
                answer = connection.getresponse()
                content = answer.read()
                gate.lines.append(f"{self.command} {self.path}")
                if self.command in ("PUT", "MOVE", "DELETE", "POST"):
                    after(gate.lines[-1])
                self.send_response_only(answer.status, answer.reason)
                for name, value in answer.getheaders():
                    if name.lower() not in ("connection", "transfer-encoding", "content-length"):
                        self.send_header(name, value)
                length = answer.getheader("Content-Length") if self.command == "HEAD" else str(len(content))
                if length is not None and answer.status != 204:
                    self.send_header("Content-Length", length)
                self.end_headers()
                self.wfile.write(content)
                connection.close()

            def log_message(self, *_):
                pass

        for method in ("GET", "PUT", "HEAD", "DELETE", "POST", "MOVE", "COPY", "MKCOL", "PROPFIND", "PROPPATCH", "OPTIONS", "PURGE"):
            setattr(Relay, f"do_{method}", Relay.relay)
        self.server = Threads(("127.0.0.1", 0), Relay)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


def nginx(folder, root, more=""):
    """nginx in front of a folder, as an editor's host has it."""
    folder.mkdir(parents=True, exist_ok=True)
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    config = (
        f"{'user root; ' if os.getuid() == 0 else ''}daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 2;\n"
        "events { worker_connections 4096; }\n"
        f"http {{ access_log off; types {{ text/html html; text/css css; application/xml xml; }}\n"
        f"client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;\n"
        f"uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;\n"
        f"server {{ listen 127.0.0.1:@PORT@; root {root}; {more} }} }}\n")

    def command(port):
        (folder / "nginx.conf").write_text(config.replace("@PORT@", str(port)))
        return [program, "-e", folder / "error.log", "-c", folder / "nginx.conf"]

    return Process(command, folder / "log")


class Proxy:
    """Stands before a server, counts what it is sent, and hangs up on every n-th request."""

    def __init__(self, port, every=7):
        self.to, self.every = port, every
        self.requests = self.dropped = self.bytes = 0
        self.lock = threading.Lock()
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                client, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client):
        with client, socket.create_connection(("127.0.0.1", self.to)) as server:
            threading.Thread(target=self.pump, args=(server, client), daemon=True).start()
            while data := self.receive(client):
                self.bytes += len(data)
                # A request begins with its method; its body may follow in pieces of their own.
                if data.split(b" ", 1)[0].isalpha() and b" HTTP/1.1\r\n" in data:
                    with self.lock:
                        self.requests += 1
                        if self.requests % self.every == 0:
                            self.dropped += 1
                            return
                server.sendall(data)

    @staticmethod
    def receive(connection):
        try:
            return connection.recv(65536)
        except OSError:
            return b""

    def pump(self, server, client):
        try:
            while data := self.receive(server):
                client.sendall(data)
            client.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

    def stop(self):
        self.socket.close()
