#!/usr/bin/env python3
"""Imports every file that make_hostile.py writes and holds each against its manifest: verdict, counts, places, time,
memory, a second import that adds nothing, and a store that a refused file leaves as it was.

    hostile.py HOSTILE_TOOLS BINARY

Status: 0 all as the manifest or DIFFERENCES say, 1 something else was seen, 2 nothing to try with.
"""
import hashlib
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time

# Where lotse does otherwise on purpose: what it gives there, and why.
DIFFERENCES = {
    "mbox/no_from.mbox": (dict(verdict="import", imported=1), "it is one mail (eml), and known as one"),
    "whatsapp/day_month_never.txt": (dict(verdict="reject", imported=0), "lotse asks for the order of the dates"),
    "zip/bad_name_bytes.zip": (dict(imported=6), "a channel is named after its file: two files, two channels"),
}

# Places that `--json` tells at most.
PLACES_TOLD = 1000


def run(command, seconds, store):
    """(status, output, errors, seconds, peak MiB)"""
    def limits():
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) * 2, int(seconds) * 2))
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=store, preexec_fn=limits)
        _, status, usage = os.wait4(child.pid, 0)
        taken = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return child.returncode, out.read(), err.read(), taken, usage.ru_maxrss / 1024


def home(folder):
    names = dict(XDG_CONFIG_HOME="config", XDG_DATA_HOME="data", XDG_STATE_HOME="state", XDG_CACHE_HOME="cache")
    return dict(os.environ, LC_ALL="C.UTF-8", **{key: os.path.join(folder, name) for key, name in names.items()})


def result(output):
    lines = [line for line in output.splitlines() if line.startswith(b"{")]
    return json.loads(lines[-1]) if lines else {}


def seen(status, summary):
    """The manifest counts two wordings under one id as two; lotse keeps one message with a revision (domain.md)."""
    taken = summary.get("imported", 0) + summary.get("revised", 0)
    skipped = summary.get("skipped", 0)
    verdict = "reject" if status == 1 else "partial" if skipped else "import"
    return dict(verdict=verdict, imported=taken, skipped=skipped, warn=summary.get("repaired", 0))


def numbers(text):
    return re.findall(r"\d+", text)


def complaints(path, entry, binary, folder, limits):
    """What is not as it should be; and the figures."""
    environment = home(folder)
    digest = lambda: run([binary, "doctor", "--digest"], 60, environment)[1].strip()
    run([binary, "init"], 60, environment)
    before = digest()
    if not before:
        return ["no store to begin with"], dict(seconds=0, peak=0)
    big = entry.get("big", False)
    seconds = 60 if big else limits["max_seconds_per_file"]
    memory = limits["max_rss_mib_big"] if big else limits["max_rss_mib"]
    command = [os.fsencode(binary), b"import", b"--json", path]
    status, output, errors, taken, peak = run(command, seconds, environment)
    summary = result(output)
    found, expected = seen(status, summary), entry["expect"]
    wanted = dict(verdict=expected["verdict"], imported=expected["imported"], skipped=len(expected["skipped"]))
    wanted.update(DIFFERENCES.get(entry["name"], ({}, ""))[0])
    wrong = ["%s %s, expected %s" % (key, found[key], value) for key, value in wanted.items() if found[key] != value]
    if status not in (0, 1):
        wrong.append("status %s: %s" % (status, errors[-200:]))
    if taken > seconds:
        wrong.append("%.1f s" % taken)
    if peak > memory:
        wrong.append("%d MiB" % peak)
    if status == 1:
        if digest() != before:
            wrong.append("the store changed")
        if not errors.strip():
            wrong.append("refused without a word")
    else:
        places = [p["place"] for p in summary.get("skipped_places", [])]
        if len(places) < min(found["skipped"], PLACES_TOLD):
            wrong.append("%d skipped, but only %d places told" % (found["skipped"], len(places)))
        for want in expected["skipped"][:len(places)]:
            if want["where"].startswith("line ") and not any(numbers(want["where"])[:1] == numbers(p)[-1:] for p in places):
                wrong.append("no place %s among %s" % (want["where"], places))
        again = result(run(command, seconds, environment)[1])
        if again.get("imported", 0) + again.get("revised", 0):
            wrong.append("second import added %s" % again.get("imported"))
    found.update(seconds=taken, peak=peak)
    return wrong, found


def main():
    tools, binary = sys.argv[1], os.path.abspath(sys.argv[2])
    if not os.path.isfile(os.path.join(tools, "make_hostile.py")):
        print("hostile: no make_hostile.py in %s; set LOTSE_SHARED to the folder above it" % tools, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="lotse-hostile.") as folder:
        files = os.path.join(folder, "files")
        make = [sys.executable, os.path.join(tools, "make_hostile.py"), files, "--big", "--blns",
                os.path.join(tools, "blns.json")]
        if subprocess.run(make, stdout=subprocess.DEVNULL).returncode:
            print("hostile: make_hostile.py failed", file=sys.stderr)
            return 2
        with open(os.path.join(files, "manifest.json")) as handle:
            manifest = json.load(handle)
        failed, slowest, largest = 0, 0, 0
        for number, entry in enumerate(manifest["files"]):
            path = os.fsencode(files) + b"/" + bytes.fromhex(entry["name_hex"])
            place = os.path.join(folder, "home%d" % number)
            os.mkdir(place)
            wrong, found = complaints(path, entry, binary, place, manifest["limits"])
            if not entry.get("big"):
                slowest, largest = max(slowest, found["seconds"]), max(largest, found["peak"])
            if wrong:
                failed += 1
                print("%r: %s" % (entry["name"], "; ".join(wrong)))
        print("hostile: %d of %d files as their manifest says; slowest %.1f s, largest %d MiB (without the big ones)"
              % (len(manifest["files"]) - failed, len(manifest["files"]), slowest, largest))
        return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
