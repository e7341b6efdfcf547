"""Runs one command of the bench, and prints one line about keys; a figure that misses its goal has a ! behind it."""
import json
import os
import sqlite3
import subprocess
import tempfile
import time

FIRST_FRAME_MS, PEAK_MB = 150, 100


def run(command, env=None):
    """(status, output, error text, seconds, peak MB of this child and its children)."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=env)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        texts = [f.read().decode("utf-8", "replace") for f in (out, err)]
    return process.returncode, *texts, seconds, usage.ru_maxrss / 1024


def rows(store, table=None):
    """Rows of a table; of all plain ones without it, so that an act that was not written shows."""
    with sqlite3.connect("file:%s?mode=ro" % store, uri=True) as connection:
        names = [table] if table else [n for (n,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")]
        return sum(connection.execute('SELECT count(*) FROM "%s"' % n).fetchone()[0] for n in names)


def failure(label, status, error):
    lines = error.strip().splitlines()
    print("%s: failed with status %d%s" % (label, status, ": " + lines[-1] if lines else ""))
    return 1


def measure_keys(label, goal, store, command):
    """Prints the line of one run of keylat.py. Without a goal and a store another program is measured, whose figures
    are no goals of ours."""
    label = "keys %s" % label
    before = rows(store) if store else 0
    status, output, error, _, _ = run(command)
    try:
        result = json.loads(output.strip().splitlines()[-1])
        answered, repeat = map(int, result["answered"].split("/"))
        p50, p99 = (result["key_last_byte_ms"][p] for p in ("p50", "p99"))
        bytes_each, first, peak = result["bytes_per_key"], result["first_frame_ms"], result["peak_rss_kb"] / 1024
    except (IndexError, KeyError, TypeError, ValueError):
        return failure(label, status, error or "no result")
    if not answered:
        print("%s: no key was answered" % label)
        return 1
    notes = ["%d of %d keys unanswered" % (repeat - answered, repeat)] if answered < repeat else []
    is_held = True
    if store and "writing" in label:
        written = rows(store) - before
        notes.append("%d rows written" % written if written else "the keys wrote nothing!")
        is_held = written > 0

    def held(value, limit):
        nonlocal is_held
        if goal is None:
            return ""
        is_held = is_held and value <= limit
        return " (%g)%s" % (limit, "" if value <= limit else "!")
    print("%s: p50 %.1f ms, p99 %.1f ms%s, bytes a key p50 %d, max %d, first frame %.0f ms%s, peak %.0f MB%s%s" % (
        label, p50, p99, held(p99, goal), bytes_each["p50"], bytes_each["max"], first, held(first, FIRST_FRAME_MS),
        peak, held(peak, PEAK_MB), "".join("; " + n for n in notes)), flush=True)
    return 0 if is_held else 1
