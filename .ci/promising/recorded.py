"""P1: what the tests' sessions sent, judged by screen_safe.py."""
import glob
import json
import re

COPY = re.compile(rb"\x1b(?:Ptmux;\x1b)?\x1b?\]52;c;[A-Za-z0-9+/=]*(?:\x07|\x1b\\)(?:\x1b\\)?")
DIRECT = re.compile(rb"\x1b\[([34])8;2;(\d{1,3});(\d{1,3});(\d{1,3})m")
# What `lotse doctor --terminal` asks, to the byte (TerminalQuestion.swift).
QUESTIONS = [b"\x1b[c", b"\x1b[?2004$p", b"\x1b[?2026$p", b"\x1b[?1006$p", b"\x1b[6n", b"\x1bP+q524742\x1b\\",
             b"\x1b[38;2;1;130;77m\x1bP$qm\x1b\\"]
CANARIES = [b"\x1b]0;PWNED", b"\x1b[1337;31m", b"\x1b[777;777H", b"\x1b[2147483647b"]
# Tests also tell the kernel sizes that the recording does not know.
LARGEST = 1000
MODES = ("2026", "2004")
MOUSE = ("1000", "1006")


def term_of(judge, name):
    """The terminal that lotse takes a name for (TerminalName.swift)."""
    for known in (name or "vt100", "xterm-256color" if name.startswith(("xterm", "alacritty")) else "vt100"):
        try:
            judge.read_terminfo(known)
            return known
        except judge.NoTerminfo:
            continue
    return "vt100"


def in_the_palette(color):
    """A colour by red, green and blue as red, which every description with colours knows; another number stays."""
    ground, *parts = color.groups()
    return b"\x1b[%s1m" % ground if all(int(part) < 256 for part in parts) else color.group()


def judged(judge, folder):
    """No finding in any session that was recorded into a folder."""
    sessions = sorted(glob.glob(folder + "/*.json"))
    bytes_read, copies, count, kinds, policies = 0, 0, 0, {}, {}
    for path in sessions:
        with open(path) as file:
            facts = json.load(file)
        with open(path[:-5] + ".bytes", "rb") as file:
            data = file.read()
        bytes_read += len(data)
        expected = facts["expected"]
        if "copies" in expected:
            data, copied = COPY.subn(b"", data)
            copies += copied
        if "direct colours" in expected:
            data = DIRECT.sub(in_the_palette, data)
        for question in QUESTIONS if "questions" in expected else []:
            data = data.replace(question, b"")
        term = term_of(judge, facts["term"])
        modes = MODES + MOUSE if "mouse" in expected else MODES
        key = (term, modes)
        if key not in policies:
            policies[key] = judge.Policy(term, LARGEST, LARGEST, allow_modes=modes, canaries=CANARIES)
        found, _ = judge.check(data, policies[key])
        for finding in found:
            if finding["level"] == "error":
                count += 1
                kinds.setdefault(finding["what"], "%s %s at %d of %s: %s" % (
                    term, finding["bytes"], finding["offset"], path, finding["what"]))
    told = " (%s)" % "; ".join(list(kinds.values())[:9]) if kinds else ""
    return bool(sessions) and count == 0, "%d sessions, %d bytes, %d findings%s; %d copies that were asked for" % (
        len(sessions), bytes_read, count, told, copies)
