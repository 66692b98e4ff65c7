"""A server of SFTP that counts what it is asked, crawls what it holds after each change, and can hang up now and then.

sshd starts it for each connection: `sftp_gate.py FOLDER SHOWN EVERY`. In FOLDER it leaves `requests`, a letter for each;
`changes`, a line for each; `dead`, the links that led nowhere after one of them. With EVERY above 0 it ends at each such
change before it is made. The work is done by the system's own sftp-server, behind it."""

import fcntl
import os
import pathlib
import subprocess
import sys
import threading

sys.path[:0] = [str(folder) for folder in pathlib.Path(__file__).resolve().parents[:2]]

import crawl  # noqa: E402

SERVERS = ("/usr/lib/openssh/sftp-server", "/usr/libexec/sftp-server", "/usr/lib/ssh/sftp-server", "/usr/libexec/openssh/sftp-server")
# SFTP, version 3: SSH_FXP_REMOVE, RMDIR, RENAME, and EXTENDED with posix-rename.
REMOVE, RMDIR, RENAME, EXTENDED = 13, 15, 18, 200


def read(stream, count):
    data = b""
    while len(data) < count:
        piece = stream.read(count - len(data))
        if not piece:
            return None
        data += piece
    return data


def packets(stream):
    """Each packet: its whole bytes, its type, and the number of its request."""
    while (head := read(stream, 4)) is not None:
        body = read(stream, int.from_bytes(head, "big"))
        if body is None:
            return
        yield head + body, body[0], body[1:5]


def add(path, text):
    with open(path, "a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.write(text)


def is_change(kind, packet):
    return kind in (REMOVE, RMDIR, RENAME) or kind == EXTENDED and b"rename@" in packet[:60]


def main(folder, shown, every):
    server = next(path for path in SERVERS if os.path.exists(path))
    process = subprocess.Popen([server], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    waiting = set()
    asked, told = os.fdopen(0, "rb"), os.fdopen(1, "wb")

    def answers():
        for packet, _, number in packets(process.stdout):
            if number in waiting:
                waiting.discard(number)
                add(folder / "changes", "change\n")
                for page, target in crawl.dead_links(shown):
                    add(folder / "dead", f"{page} -> {target}\n")
            told.write(packet)
            told.flush()

    pump = threading.Thread(target=answers, daemon=True)
    pump.start()
    for packet, kind, number in packets(asked):
        add(folder / "requests", ".")
        if is_change(kind, packet):
            if every:
                add(folder / "tries", ".")
                if (folder / "tries").stat().st_size % every == 0:
                    add(folder / "dropped", ".")
                    process.kill()
                    os._exit(1)
            waiting.add(number)
        process.stdin.write(packet)
        process.stdin.flush()
    process.stdin.close()
    process.wait()
    pump.join()


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3]))
