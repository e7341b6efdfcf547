"""P2: nothing is hidden. P3: columns stay straight. As tmux sees them, with the texts of make_hostile.py."""
import re
import subprocess
import time

from session import Home, post


class Pane:
    """lotse in a pane of a tmux of its own."""

    def __init__(self, home, cols=132, rows=70):
        self.name = "lotse-" + home.folder.rsplit(".", 1)[-1]
        self.env = home.env
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(cols), "-y", str(rows), home.binary)

    def tmux(self, *words):
        return subprocess.run(["tmux", "-L", self.name, "-u", *words], env=self.env, capture_output=True,
                              timeout=20).stdout.decode("utf-8", "replace")

    def rows(self):
        return self.tmux("capture-pane", "-p").split("\n")

    def await_text(self, wanted, seconds=10):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if any(re.search(re.escape(wanted) + r"(?!\d)", row) for row in self.rows()):
                return True
            time.sleep(0.01)
        return False

    def keys(self, *names):
        self.tmux("send-keys", *names)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.tmux("kill-server")


def hostile_posts(texts, channel=None):
    return [post(number, "%s ENDE%d" % (text, number), author=text, channel=channel or text, thread_title=text,
                 thread_id="t%d" % number) for number, (_, text) in enumerate(texts)]


def nothing_hidden(binary, hostile):
    """What follows a control sequence in a message is on the screen."""
    texts = hostile.TEXT_PAYLOADS
    hidden = []
    with Home(binary) as home:
        home.import_posts(hostile_posts(texts))
        with Pane(home) as pane:
            if not pane.await_text("to answer"):
                return False, "no list"
            pane.keys(":layout single", "Enter")
            for number in range(len(texts) - 1, -1, -1):
                pane.keys("Enter")
                # The thread's first row names it: the list is gone.
                if not pane.await_text("ENDE%d" % number, 3):
                    hidden.append(texts[number][0])
                pane.keys("q")
                pane.await_text("to answer")
                pane.keys("j")
    return not hidden, "%d of %d endings seen in tmux%s" % (
        len(texts) - len(hidden), len(texts), "; hidden behind " + ", ".join(hidden) if hidden else "")


def straight(binary, hostile):
    """The last column begins in one cell of all rows: tmux's own count, which copy mode tells."""
    texts = hostile.UNICODE_PAYLOADS
    with Home(binary) as home:
        home.import_posts(hostile_posts(texts, channel="kanal"))
        with Pane(home) as pane:
            if not pane.await_text("ENDE0 "):
                return False, "no list"
            pane.keys(":layout single", "Enter")
            pane.await_text("layout: single", 2)
            pane.tmux("copy-mode")
            pane.keys("-X", "history-top")
            places = {}
            pane.keys("-X", "search-forward", "kanal")
            for _ in texts:
                x, y = pane.tmux("display-message", "-p", "#{copy_cursor_x},#{copy_cursor_y}").split(",")
                places.setdefault(int(y), int(x))
                pane.keys("-X", "search-again")
    columns = [places.get(row) for row in range(1, len(texts) + 1)]
    common = max(set(columns), key=columns.count)
    good = columns.count(common) if common is not None else 0
    crooked = [texts[len(texts) - 1 - index][0] for index, column in enumerate(columns) if column != common]
    return good == len(texts), "%d of %d rows straight in tmux%s" % (
        good, len(texts), "; not " + ", ".join(crooked) if crooked else "")
