"""P1: what the tests' sessions sent, judged by screen_safe.py."""
import glob
import json
import re

COPY = re.compile(rb"\x1b(?:Ptmux;\x1b)?\x1b?\]52;c;[A-Za-z0-9+/=]*(?:\x07|\x1b\\)(?:\x1b\\)?")
CANARIES = [b"\x1b]0;PWNED", b"\x1b[1337;31m", b"\x1b[777;777H", b"\x1b[2147483647b"]
LARGEST = 1000


def term_of(judge, name):
    """The terminal that lotse takes a name for (TerminalName.swift)."""
    for known in (name or "vt100", "xterm-256color" if name.startswith(("xterm", "alacritty")) else "vt100"):
        try:
            judge.read_terminfo(known)
            return known
        except judge.NoTerminfo:
            continue
    return "vt100"


def judged(judge, folder):
    """No finding in any session that was recorded into a folder."""
    sessions = sorted(glob.glob(folder + "/*.json"))
    findings, bytes_read, copies, policies = [], 0, 0, {}
    for path in sessions:
        with open(path) as file:
            facts = json.load(file)
        with open(path[:-5] + ".bytes", "rb") as file:
            data = file.read()
        bytes_read += len(data)
        if facts["copies"]:
            data, count = COPY.subn(b"", data)
            copies += count
        # Tests also tell the kernel sizes that the recording does not know; the canaries lie within the largest.
        size = (LARGEST, LARGEST)
        term = term_of(judge, facts["term"])
        key = (term, *size)
        if key not in policies:
            policies[key] = judge.Policy(term, *size, allow_modes=("2026", "2004"), canaries=CANARIES)
        found, _ = judge.check(data, policies[key])
        findings += ["%s %s at %d: %s" % (term, finding["bytes"], finding["offset"], finding["what"])
                     for finding in found if finding["level"] == "error"]
    return bool(sessions) and not findings, "%d sessions, %d bytes, %d findings%s; %d copies that were asked for" % (
        len(sessions), bytes_read, len(findings), " (%s)" % "; ".join(findings[:3]) if findings else "", copies)
