"""Tries the promises that need a clock, tmux, strace or root against a built lotse; one line for each.

    python3 .ci/promising [--short] [--only P12] BINARY     the promises
    python3 .ci/promising --recordings FOLDER               sessions of the tests alone

Status 0: all that could be tried holds; 1: a promise does not hold. What is left out is said with its reason.
"""
import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import time

import connection
import fulldisk
import panes
import private
import recorded
import worst
import writers

SHARED = os.environ.get("LOTSE_SHARED", os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../shared"))


def tool(path):
    """A module of the folder beside the repository; None where it is not."""
    path = os.path.join(SHARED, path)
    if not os.path.exists(path):
        return None
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location(os.path.basename(path)[:-3], path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def checks(binary, is_short):
    """Promise, what is missing for it, and how it is tried."""
    judge, hostile = tool("tools/screen_safe.py"), tool("hostile/make_hostile.py")
    no_texts = None if hostile else "no hostile/make_hostile.py in " + SHARED
    no_tmux = no_texts or (None if shutil.which("tmux") else "no tmux")
    share = 10 if "/debug/" in binary else 1
    no_strace = None if shutil.which("strace") else "no strace"
    return [
        ("P2", no_tmux, lambda: panes.nothing_hidden(binary, hostile)),
        ("P3", no_tmux, lambda: panes.straight(binary, hostile)),
        ("P12", None, lambda: writers.several(binary)),
        ("P12", None, lambda: writers.visible(binary)),
        ("P13", None, lambda: writers.held(binary)),
        ("P16", None, lambda: connection.lost_connections(binary)),
        ("P18", None, lambda: connection.given_back(binary, judge, 2 if is_short else 10)),
        ("P20", fulldisk.missing(), lambda: fulldisk.kept(binary)),
        ("P21, P22", no_strace, lambda: private.private(binary)),
        ("P22", None, lambda: private.links(binary)),
        ("P22", no_texts or no_strace or ("a long one" if is_short else None),
         lambda: private.imports(binary, os.path.join(SHARED, "hostile/make_hostile.py"))),
        ("P29", None, lambda: worst.shown(binary, 5_000 if is_short else 100_000, share)),
        ("P30", None, lambda: worst.patterns(binary)),
    ]


def attempt(name, missing, check):
    """Prints what became of one promise; whether it holds or could not be tried."""
    begin = time.monotonic()
    if missing:
        print("%-8s left out: %s" % (name, missing), flush=True)
        return True
    try:
        holds, said = check()
    except (RuntimeError, OSError, subprocess.SubprocessError) as error:
        holds, said = False, str(error)
    print("%-8s %s: %s [%.1f s]" % (name, "holds" if holds else "BROKEN", said, time.monotonic() - begin), flush=True)
    return holds


def main():
    parser = argparse.ArgumentParser(prog="promising")
    parser.add_argument("--short", action="store_true", help="a smaller P18 and P29")
    parser.add_argument("--only", help="one promise")
    parser.add_argument("--recordings", metavar="FOLDER")
    parser.add_argument("binary", nargs="?")
    arguments = parser.parse_args()
    if arguments.recordings:
        judge = tool("tools/screen_safe.py")
        missing = None if judge else "no tools/screen_safe.py in " + SHARED
        return 0 if attempt("P1", missing, lambda: recorded.judged(judge, arguments.recordings)) else 1
    if not arguments.binary:
        parser.error("no program named")
    wanted = [check for check in checks(os.path.abspath(arguments.binary), arguments.short)
              if not arguments.only or arguments.only in check[0].split(", ")]
    results = [attempt(*check) for check in wanted]
    return 0 if results and all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
