"""P16: a connection that drops. P18: the terminal is given back. With their times."""
import os
import signal
import termios
import time

from session import Home, Session, adopt_orphans, children, cpu, shop


def ended():
    """A process of ours that ended, and what it used; (0, None) where none has."""
    try:
        pid, _, usage = os.wait4(-1, os.WNOHANG)
    except ChildProcessError:
        return 0, None
    return pid, usage


def lost_connections(binary, rounds=20):
    """Ends within 1 s, costs 0.1 s of processor at most, keeps what was typed."""
    adopt_orphans()
    slowest = dearest = 0.0
    kept = 0
    with Home(binary, shop()) as home:
        typed = ""
        for number in range(rounds):
            ignores = "trap '' HUP; " if number % 2 else ""
            session = Session(home, ["/bin/sh", "-c", ignores + 'exec "$0"', binary], cols=200)
            session.await_bytes(b" 3]")
            session.settle()
            session.key(b"r")
            word = "w%d" % number
            session.key(b" " + word.encode())
            typed += " " + word
            pids = [session.pid] + children(session.pid)
            before = cpu(pids)
            session.hang_up()
            begin = time.monotonic()
            spent = 0.0
            left = set(pids)
            while left and time.monotonic() - begin < 10:
                pid, usage = ended()
                left = {pid for pid in left if os.path.exists("/proc/%d" % pid)}
                # Whoever waited for a process has its time as well.
                spent += usage.ru_utime + usage.ru_stime if pid else 0
                if not pid:
                    time.sleep(0.001)
            if left:
                return False, "round %d: still running after 10 s" % number
            slowest = max(slowest, time.monotonic() - begin)
            dearest = max(dearest, spent - before)
        with Session(home, cols=200) as session:
            session.await_bytes(b" 3]")
            session.settle()
            session.key(b"r")
            session.settle()
            kept = sum(("w%d" % number).encode() in bytes(session.out) for number in range(rounds))
    return (slowest <= 1 and dearest <= 0.1 and kept == rounds,
            "%d of %d ended; the slowest took %.3f s (1), the dearest %.3f s of processor (0.1); %d of %d words kept"
            % (rounds, rounds, slowest, dearest, kept, rounds))


ENDINGS = {
    "quit": None, "SIGTERM": signal.SIGTERM, "SIGINT": signal.SIGINT, "SIGABRT": signal.SIGABRT,
    "trap": signal.SIGILL, "kill -9": signal.SIGKILL, "editor crash": None,
}


def seconds_until_given_back(session, start):
    """Until the shell's screen and line settings are there; more than the session's limit where they never come."""
    begin = time.monotonic()
    while time.monotonic() - begin < session.limit:
        if b"\x1b[?1049l" in session.out[start:] and termios.tcgetattr(session.fd) == session.modes:
            break
        session.read(0.002)
    return time.monotonic() - begin


def given_back(binary, judge, rounds=10):
    """After each ending the line settings are as before, and the modes too, as far as `judge` can tell, within 1 s.

    The shell has its prompt when the program ended, which is after the report of a crash."""
    slowest = ended = 0.0
    wrong = []
    with Home(binary, shop()) as home:
        for name, number in ENDINGS.items():
            for _ in range(rounds):
                with Session(home, env={"EDITOR": "kill -9 $$ #"}) as session:
                    session.await_bytes(b" 3]")
                    session.settle(0.05)
                    if name == "editor crash":
                        session.key(b"rx\x18\x05", quiet=0.2)
                        session.key(b"\x1b", quiet=0.1)
                        session.key(b"q")
                    start = len(session.out)
                    if number:
                        os.kill(children(session.pid)[0], number)
                    else:
                        session.send(b"q")
                    slowest = max(slowest, seconds_until_given_back(session, start))
                    ended = max(ended, session.wait()[1])
                    left = judge.final_state(bytes(session.out)) if judge else []
                    if b"\x1b[?1049l" not in session.out[start:]:
                        left.append("alternate screen still on")
                    if termios.tcgetattr(session.fd) != session.modes:
                        left.append("line settings changed")
                    if left:
                        wrong.append("%s: %s" % (name, ", ".join(left)))
    total = rounds * len(ENDINGS)
    return (not wrong and slowest <= 1,
            "%d of %d given back; the slowest took %.3f s (1), and ended %.3f s later%s"
            % (total - len(wrong), total, slowest, ended, "; " + wrong[0] if wrong else "")
            + ("" if judge else "; without screen_safe.py: only the alternate screen and the line's settings"))
