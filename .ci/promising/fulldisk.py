"""P20: what was typed is never lost, with the store on a disk that is full: a small file system in memory."""
import glob
import os
import subprocess

from session import Home, Session, shop

NOTE, REPLY = b"Ein Vermerk, der zu lang war", b"Eine Antwort auf einer vollen Platte"


def missing():
    """Why it cannot be tried; None: it can."""
    if os.geteuid() != 0:
        return "only root mounts a file system"
    with open("/proc/filesystems") as file:
        return None if "tmpfs" in file.read() else "no tmpfs"


class SmallDisk:
    """A home whose store lies on 4 MiB."""

    def __init__(self, binary):
        self.home = Home(binary)
        self.path = self.home.folder + "/data"
        os.mkdir(self.path, 0o700)

    def __enter__(self):
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", self.path], check=True,
                       capture_output=True)
        self.home.import_posts(shop())
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", self.path], capture_output=True)
        self.home.__exit__()

    def fill(self):
        try:
            with open(self.path + "/filling", "ab", buffering=0) as file:
                for size in (65536, 512, 1):
                    try:
                        while True:
                            file.write(b"x" * size)
                    except OSError:
                        continue
        except OSError:
            pass

    def empty(self):
        os.unlink(self.path + "/filling")


def note(disk):
    """A note that the disk does not take stays where it was typed, and is taken once there is room."""
    with Session(disk.home) as session:
        session.await_bytes(b" 3]")
        session.settle()
        disk.fill()
        session.send(b"i")
        session.settle()
        session.send(NOTE + b"\r")
        session.await_bytes(b"disk is full")
        session.settle()
        disk.empty()
        session.send(b"\r")
        session.await_bytes(b"note kept")
        session.send(b"q")
        session.wait()
    return NOTE.decode() in disk.home.run("log")


def reply(disk):
    """A reply that the disk never takes is in a file, which is named."""
    with Session(disk.home) as session:
        session.await_bytes(b" 3]")
        session.settle()
        disk.fill()
        session.send(b"r")
        session.settle()
        start = len(session.out)
        session.send(REPLY)
        session.await_bytes(b"disk is full", start)
        session.send(b"\x1b")
        session.settle()
        session.send(b"qq")
        _, seconds = session.wait()
    files = glob.glob(disk.home.folder + "/state/lotse/reply-*.txt")
    disk.empty()
    named = [path for path in files if os.path.basename(path).encode() in session.out.replace(b"\r\n", b"")]
    texts = [open(path, "rb").read() for path in named]
    return texts == [REPLY + b"\n"] and seconds < 5


def kept(binary):
    results = {}
    for check in (note, reply):
        with SmallDisk(binary) as disk:
            results[check.__name__] = check(disk)
    lost = [name for name, is_kept in results.items() if not is_kept]
    return not lost, "a note and a reply on a full disk: %d of %d kept%s" % (
        len(results) - len(lost), len(results), "; lost: " + ", ".join(lost) if lost else "")
