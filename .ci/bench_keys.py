"""Measures keys in the dashboard over a large store, alone and while an import runs into it, and neomutt's beside.

    bench_keys.py TOOLS BINARY STORE FOLDER

TOOLS holds make_corpus.py and keylat.py; FOLDER is for what is made on the way. Each line says whether the 99th
percentile, the first frame and the peak of memory are within their goals. Status 1: one is not, or a run failed.
LOTSE_BENCH_WRITING is what is typed to write: `e` and Return, resolve and confirm; each pair is one act in the store.
"""
import os
import shutil
import subprocess
import sys
import time

from measure import measure_keys, rows

USUAL = int(os.environ.get("LOTSE_BENCH_MESSAGES", "100000"))
WRITING = os.environ.get("LOTSE_BENCH_WRITING", "e\\r")
SIZES = ("120x40", "80x24")
READING_MS, WRITING_MS = 16, 50


class Keys:
    def __init__(self, tools, binary, store, folder):
        self.tools, self.binary, self.store, self.folder = tools, binary, store, folder
        self.failed = 0

    def lotse(self, label, keys, goal, size, repeat):
        keylat = [sys.executable, os.path.join(self.tools, "keylat.py"), "--size", size, "--keys", keys]
        command = keylat + ["--repeat", str(repeat), "--", self.binary, "--store", self.store]
        self.failed |= measure_keys("%s %s" % (label, size), goal, self.store, command)

    def alone(self):
        for size in SIZES:
            self.lotse("reading", "jjjjk", READING_MS, size, 200)
            self.lotse("writing", WRITING, WRITING_MS, size, 100)

    def corpus(self, form, messages):
        out = os.path.join(self.folder, "keys." + form)
        maker = os.path.join(self.tools, "make_corpus.py")
        subprocess.run([sys.executable, maker, form, str(messages), out, "--seed", "2"], check=True)
        return out

    def while_importing(self):
        corpus = self.corpus("jsonl", 3 * USUAL)
        imports = subprocess.Popen([self.binary, "import", "--store", self.store, corpus, "--json"],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        start = time.monotonic()
        acts = rows(self.store, "event")
        self.lotse("reading, an import runs,", "jjjjk", READING_MS, "80x24", 150)
        # What is done while the import holds the write lock is written once it ends.
        self.lotse("deciding, an import runs,", WRITING, WRITING_MS, "80x24", 150)
        was_running = imports.poll() is None
        status = imports.wait()
        taken = time.monotonic() - start
        time.sleep(2)
        acts = rows(self.store, "event") - acts
        print("the import of %d ended with status %d after %.1f s%s; %d acts are in the store" % (
            3 * USUAL, status, taken, "" if was_running else ", before the last key", acts), flush=True)
        self.failed |= 1 if status or not acts else 0

    def neomutt(self):
        program = shutil.which("neomutt")
        if not program:
            print("neomutt is not installed: nothing is compared with it (Debian: apt-get install neomutt)")
            return
        corpus = self.corpus("mbox", USUAL)
        settings = os.path.join(self.folder, "neomuttrc")
        with open(settings, "w", encoding="utf-8") as out:
            out.write("set folder=%s\nset sort=threads\nset quit=yes\n" % self.folder)
        for size in SIZES:
            keylat = [sys.executable, os.path.join(self.tools, "keylat.py"), "--size", size, "--keys", "jjjjk",
                      "--repeat", "200", "--settle", "4", "--"]
            measure_keys("neomutt, mbox of %d, reading %s" % (USUAL, size), None, None,
                         keylat + [program, "-n", "-F", settings, "-R", "-f", corpus])


def main():
    keys = Keys(*sys.argv[1:])
    keys.alone()
    keys.while_importing()
    keys.neomutt()
    return keys.failed


if __name__ == "__main__":
    sys.exit(main())
