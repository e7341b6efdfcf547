"""Runs one command of the bench and prints one line about it; status 1 if it failed or missed its goal.

    measure.py keys LABEL GOAL_MS STORE -- COMMAND...  the key times that keylat.py measured
"""
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time


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
    label = "keys %s" % label
    before = rows(store)
    status, output, error, _, _ = run(command)
    try:
        result = json.loads(output.strip().splitlines()[-1])
        answered, repeat = map(int, result["answered"].split("/"))
        p50, p99 = (result["key_last_byte_ms"][p] for p in ("p50", "p99"))
        bytes_each = result["bytes_per_key"]
    except (IndexError, KeyError, TypeError, ValueError):
        return failure(label, status, error or "no result")
    if not answered:
        print("%s: the dashboard answered no key" % label)
        return 1
    written = rows(store) - before
    verdict = "held" if p99 <= goal else "missed"
    notes = ["%d of %d keys unanswered" % (repeat - answered, repeat)] if answered < repeat else []
    if "writing" in label:
        notes.append("%d rows written" % written)
        verdict = verdict if written else "not measured, the keys wrote nothing"
    print("%s: p50 %.1f ms, p99 %.1f ms (goal %g: %s), bytes a key p50 %d, max %d, first frame %s ms, peak %.0f MB%s" % (
        label, p50, p99, goal, verdict, bytes_each["p50"], bytes_each["max"],
        result["first_frame_ms"], result["peak_rss_kb"] / 1024, "".join("; " + n for n in notes)), flush=True)
    return 0 if verdict == "held" else 1


def main():
    split = sys.argv.index("--")
    arguments, command = sys.argv[1:split], sys.argv[split + 1:]
    return measure_keys(arguments[1], float(arguments[2]), arguments[3], command)


if __name__ == "__main__":
    sys.exit(main())
