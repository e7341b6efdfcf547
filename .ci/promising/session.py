"""A home of its own, and lotse on a terminal in it. Standard library only."""
import ctypes
import fcntl
import json
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import termios
import time

PR_SET_CHILD_SUBREAPER = 36


class Home:
    """A folder with settings, state and store, removed at the end."""

    def __init__(self, binary, posts=()):
        self.binary = binary
        self.folder = tempfile.mkdtemp(prefix="lotse-promise.")
        self.env = {
            "PATH": os.environ["PATH"], "HOME": self.folder, "LANG": "C.UTF-8", "TZ": "UTC", "TERM": "xterm-256color",
            "XDG_DATA_HOME": self.folder + "/data", "XDG_CONFIG_HOME": self.folder + "/config",
            "XDG_STATE_HOME": self.folder + "/state", "EDITOR": "true",
        }
        self.store = self.folder + "/data/lotse/store.db"
        if posts:
            self.import_posts(posts)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def import_posts(self, posts, name="posts.jsonl"):
        with open(os.path.join(self.folder, name), "w") as out:
            out.writelines(json.dumps(post) + "\n" for post in posts)
        self.run("import", "--inbox-from", "all", name)

    def run(self, *arguments, before=(), check=True):
        """What a command wrote; a command that fails ends the check with its words."""
        done = subprocess.run([*before, self.binary, *arguments], env=self.env, cwd=self.folder, timeout=120,
                              stdin=subprocess.DEVNULL, capture_output=True)
        if check and done.returncode != 0:
            raise RuntimeError("%s: status %d: %s" % (arguments, done.returncode, done.stderr.decode("utf-8", "replace")))
        return done.stdout.decode("utf-8", "replace")

    def objects(self, *arguments):
        return [json.loads(line) for line in self.run(*arguments, "--json").splitlines()]


def post(number, text, author=None, **more):
    return dict(id="m%d" % number, author=author or "Gast %d" % number, author_id="a%s" % (author or number),
                text=text, created_at="2026-11-02T%02d:%02d:00Z" % (number // 60 % 24, number % 60), **more)


def shop():
    """Three conversations."""
    return [post(1, "Wo bleibt mein Rad?"), post(2, "Do you ship to Kyoto?"), post(3, "Lovely coffee!")]


class Session:
    """A program on a terminal of its own; all waiting ends with what is seen, at the latest after `limit` seconds."""

    def __init__(self, home, command=None, rows=24, cols=80, env=None, limit=10.0):
        self.limit, self.out = limit, bytearray()
        self.started = time.monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            try:
                for number in range(1, 32):
                    if number not in (signal.SIGKILL, signal.SIGSTOP):
                        signal.signal(number, signal.SIG_DFL)
                os.chdir(home.folder)
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))
                words = command or [home.binary]
                os.execvpe(words[0], words, {**home.env, **(env or {})})
            finally:
                os._exit(127)
        self.modes = termios.tcgetattr(self.fd)

    def read(self, seconds):
        """Whether anything came."""
        ready, _, _ = select.select([self.fd], [], [], max(0, seconds))
        if not ready:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            return False
        self.out += data
        return bool(data)

    def await_bytes(self, wanted, start=0):
        """Seconds until some bytes were written, counted from now."""
        begin = time.monotonic()
        while wanted not in self.out[start:]:
            left = begin + self.limit - time.monotonic()
            if left <= 0 or not self.read(left) and time.monotonic() - begin < self.limit:
                raise RuntimeError("never wrote %r; last: %r" % (wanted, bytes(self.out[-300:])))
        return time.monotonic() - begin

    def settle(self, quiet=0.2):
        """Reads until nothing came for some time; gives the moment of the last byte."""
        last = time.monotonic()
        while self.read(quiet):
            last = time.monotonic()
        return last

    def key(self, keys, quiet=0.03, limit=None):
        """Seconds from a key to the last byte before a pause; None if nothing came within `limit` seconds."""
        start = len(self.out)
        begin = time.monotonic()
        os.write(self.fd, keys)
        if not self.read(limit or self.limit):
            return None
        last = self.settle(quiet)
        return last - begin if len(self.out) > start else None

    def send(self, keys):
        os.write(self.fd, keys)

    def hang_up(self):
        os.close(self.fd)
        self.fd = -1

    def wait(self):
        """(status, seconds) of the end."""
        begin = time.monotonic()
        while time.monotonic() - begin < self.limit:
            if self.fd >= 0:
                self.read(0.005)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                if self.fd >= 0:
                    self.settle(0.02)
                return os.waitstatus_to_exitcode(status), time.monotonic() - begin
            time.sleep(0.001)
        self.kill()
        raise RuntimeError("it did not end within %g s" % self.limit)

    def kill(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass

    def close(self):
        if self.fd >= 0:
            self.hang_up()
        self.kill()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def children(pid):
    with open("/proc/%d/task/%d/children" % (pid, pid)) as file:
        return [int(word) for word in file.read().split()]


def cpu(pids):
    """Seconds of processor time so far (proc(5), stat)."""
    ticks = 0
    for pid in pids:
        with open("/proc/%d/stat" % pid) as file:
            ticks += sum(int(word) for word in file.read().rsplit(")", 1)[1].split()[11:13])
    return ticks / os.sysconf("SC_CLK_TCK")


def adopt_orphans():
    """Processes whose parent ended become ours, so that their end can be seen."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]
