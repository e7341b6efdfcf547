"""Imports made-up communities and sets lotse's rates beside what SQLite, notmuch and GMime need for the same.

    bench_imports.py TOOLS BINARY FOLDER

TOOLS holds make_corpus.py; FOLDER is empty and gets the store `keys.db`, the largest of the Discord ones.
A rate is messages a second of the whole command, the median of LOTSE_BENCH_REPEAT runs (3), which take turns with
those it is compared with; notmuch runs once. Prints a table; a figure that misses its goal has a ! behind it.
Status 1: a goal was missed or a run failed.
LOTSE_BENCH_MESSAGES is the usual size (100,000); LOTSE_BENCH_MILLION=1 adds 1,000,000 messages of Discord and JSONL.
"""
import os
import shutil
import statistics
import subprocess
import sys
import time

from measure import rows, run

USUAL = int(os.environ.get("LOTSE_BENCH_MESSAGES", "100000"))
REPEAT = int(os.environ.get("LOTSE_BENCH_REPEAT", "3"))
FORMATS = ("discord", "jsonl", "mbox")
# One channel or four: what make_corpus.py makes of each format, so that the Maildir holds the same messages.
CHANNELS = {"discord": 1, "jsonl": 4, "mbox": 4}
# At least so many times the other's rate, at the usual size; at other sizes the rate of the usual size.
GOALS = {
    "discord": {"sqlite": 0.6, "notmuch": 20},
    "jsonl": {"sqlite": 0.6, "notmuch": 20},
    "mbox": {"notmuch": 8, "gmime": 0.8},
}
SAME_RATE = 0.85
PEAK_MB = 150
HERE = os.path.dirname(os.path.abspath(__file__))


class RunFailed(Exception):
    pass


def succeed(label, command, **settings):
    """(output, seconds, peak MB) of a command."""
    status, output, error, seconds, peak = run(command, **settings)
    if status != 0:
        raise RunFailed("%s: status %d: %s" % (label, status, (error.strip().splitlines() or ["no reason"])[-1]))
    return output, seconds, peak


class Bench:
    def __init__(self, tools, binary, folder):
        self.tools, self.binary, self.folder = tools, binary, folder
        self.notmuch = shutil.which("notmuch")
        self.gmime = self.compile_gmime()
        self.notmuch_rates, self.usual_rates, self.missed = {}, {}, False

    def path(self, name):
        return os.path.join(self.folder, name)

    def compile_gmime(self):
        """The program's path; None where there is no compiler or GMime."""
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "gmime-3.0"], capture_output=True, text=True)
        if flags.returncode != 0 or not shutil.which("cc"):
            return None
        source, program = os.path.join(HERE, "gmime_rate.c"), self.path("gmime_rate")
        succeed("cc", ["cc", "-O2", "-o", program, source] + flags.stdout.split())
        return program

    def corpus(self, form, messages, channels):
        out = self.path("corpus")
        maker = os.path.join(self.tools, "make_corpus.py")
        succeed("corpus", [sys.executable, maker, form, str(messages), out, "--channels", str(channels)])
        return out

    def clean(self, *names):
        for path in map(self.path, names):
            shutil.rmtree(path) if os.path.isdir(path) else os.path.exists(path) and os.unlink(path)

    def lotse_once(self, form, messages, corpus):
        """(seconds, peak MB) of one import into a new store, `new.db`."""
        self.clean("new.db", "new.db-wal", "new.db-shm", "new.db.import")
        store = self.path("new.db")
        _, seconds, peak = succeed(
            "lotse", [self.binary, "import", "--store", store, corpus, "--json", "--inbox-from", "all"])
        # Not in the sentence of the summary but in the store: the import must really have kept them.
        if rows(store, "message") != messages:
            raise RunFailed("import %s %d: the store does not hold all messages" % (form, messages))
        return seconds, peak

    def sqlite_once(self):
        floor = os.path.join(HERE, "sqlite_floor.py")
        self.clean("floor.db", "floor.db-wal", "floor.db-shm")
        seconds = float(succeed("SQLite", [sys.executable, floor, self.path("new.db"), self.path("floor.db")])[0])
        self.clean("floor.db", "floor.db-wal", "floor.db-shm")
        return seconds

    def gmime_once(self, messages, corpus):
        output, seconds, _ = succeed("GMime", [self.gmime, corpus])
        if int(output) != messages:
            raise RunFailed("GMime found %s of %d mails" % (output.strip(), messages))
        return seconds

    def notmuch_rate(self, messages, channels):
        if not self.notmuch:
            return None
        if (messages, channels) not in self.notmuch_rates:
            self.notmuch_rates[messages, channels] = messages / self.notmuch_seconds(messages, channels)
        return self.notmuch_rates[messages, channels]

    def notmuch_seconds(self, messages, channels):
        maildir, config = self.corpus("maildir", messages, channels), self.path("notmuch-config")
        with open(config, "w", encoding="utf-8") as out:
            out.write("[database]\npath=%s\n[user]\nname=bench\nprimary_email=bench@example.org\n" % maildir)
        settings = dict(os.environ, NOTMUCH_CONFIG=config)
        _, seconds, _ = succeed("notmuch", [self.notmuch, "new", "--quiet"], env=settings)
        count, _, _ = succeed("notmuch", [self.notmuch, "count"], env=settings)
        if int(count) != messages:
            raise RunFailed("notmuch holds %s of %d messages" % (count.strip(), messages))
        self.clean("corpus")
        return seconds

    def measure(self, form, messages, others):
        """Rates by name, and the peak. `others`: what to compare with."""
        seconds, peaks = {}, []
        rates = {"notmuch": self.notmuch_rate(messages, CHANNELS[form])} if "notmuch" in others else {}
        corpus = self.corpus(form, messages, CHANNELS[form])
        for _ in range(REPEAT):
            taken, peak = self.lotse_once(form, messages, corpus)
            peaks.append(peak)
            seconds.setdefault("lotse", []).append(taken)
            seconds.setdefault("sqlite", []).append(self.sqlite_once())
            if "gmime" in others and self.gmime:
                seconds.setdefault("gmime", []).append(self.gmime_once(messages, corpus))
        self.clean("corpus")
        rates.update((name, messages / statistics.median(times)) for name, times in seconds.items())
        return rates, max(peaks)

    def row(self, form, messages):
        goals = dict(GOALS[form]) if messages == USUAL else {}
        rates, peak = self.measure(form, messages, goals)
        self.usual_rates.setdefault(form, rates["lotse"])
        cells = ["%s %d" % (form, messages), "%.0f" % rates["lotse"]]
        for other in ("sqlite", "notmuch", "gmime"):
            cells += self.compare(rates["lotse"], rates.get(other), goals.get(other))
        cells += self.compare(rates["lotse"], self.usual_rates[form], SAME_RATE if messages != USUAL else None)[1:]
        cells.append(self.verdict("%.0f (%d)" % (peak, PEAK_MB), peak < PEAK_MB))
        print(line(cells), flush=True)
        if form == "discord":
            for ending in ("", "-wal", "-shm"):
                if os.path.exists(self.path("new.db" + ending)):
                    os.replace(self.path("new.db" + ending), self.path("keys.db" + ending))

    def compare(self, ours, other, goal):
        """The other's rate, and ours as a multiple of it with the goal in brackets."""
        if other is None:
            return ["-", "-"]
        ratio = ours / other
        text = "%.2f" % ratio if ratio < 10 else "%.1f" % ratio
        if goal is None:
            return ["%.0f" % other, text]
        return ["%.0f" % other, self.verdict("%s (%g)" % (text, goal), ratio >= goal)]

    def verdict(self, text, is_held):
        self.missed = self.missed or not is_held
        return text + (" " if is_held else "!")


def line(cells):
    widths = (16, 8, 8, 12, 8, 12, 8, 12, 13, 11)
    return "  ".join(cell.rjust(width) for cell, width in zip(cells, widths))


def main():
    bench = Bench(*sys.argv[1:])
    if not bench.notmuch:
        print("notmuch is not installed: nothing is compared with it (Debian: apt-get install notmuch)")
    if not bench.gmime:
        print("no cc or no GMime to build with: nothing is compared with it (Debian: apt-get install libgmime-3.0-dev)")
    print(line(("messages", "lotse/s", "SQLite/s", "ratio (goal)", "notmuch", "ratio (goal)", "GMime/s", "ratio (goal)",
                "to usual size", "peak MB")), flush=True)
    sizes = [(form, USUAL) for form in FORMATS] + [("discord", 3 * USUAL)]
    if os.environ.get("LOTSE_BENCH_MILLION") == "1":
        sizes += [("discord", 1000000), ("jsonl", 1000000)]
    failed = False
    for form, messages in sizes:
        try:
            bench.row(form, messages)
        except RunFailed as failure:
            print(failure, flush=True)
            failed = True
    return 1 if failed or bench.missed else 0


if __name__ == "__main__":
    sys.exit(main())
