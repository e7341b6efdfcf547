"""P12: several who write. P13: a lock that somebody else holds. With their times."""
import os
import select
import sqlite3
import subprocess
import time

from session import Home, Session, percentile, shop


def several(binary, writers=4, acts=250, rounds=5):
    """No act that was acknowledged is lost, none waits long, none is told of a lock."""
    waits, lost, said, total = [], 0, 0, 0
    with Home(binary) as home:
        for number in range(rounds):
            folder = "%s/store-%d" % (home.folder, number)
            running = [subprocess.Popen([binary, "_drive", folder, "--n", str(acts)], env=home.env,
                                        stdout=subprocess.PIPE) for _ in range(writers)]
            acknowledged = set()
            last = {}
            texts = {process.stdout.fileno(): b"" for process in running}
            while texts:
                for descriptor in select.select(list(texts), [], [])[0]:
                    data = os.read(descriptor, 1 << 16)
                    now = time.monotonic()
                    if not data:
                        said += texts.pop(descriptor).count(b"FAIL")
                        continue
                    *lines, texts[descriptor] = (texts[descriptor] + data).split(b"\n")
                    acknowledged |= {line[4:].decode() for line in lines if line.startswith(b"ACK ")}
                    said += sum(b"lock" in line or b"FAIL" in line for line in lines)
                    if descriptor in last and lines:
                        waits.append((now - last[descriptor]) / len(lines))
                    last[descriptor] = now
            for process in running:
                process.wait()
                process.stdout.close()
            kept = home.run("_check", folder).split("\n")
            lost += len(acknowledged - {line[5:] for line in kept if line.startswith("HAVE ")})
            lost += 0 if kept[0] == "OK" else 1
            total += len(acknowledged)
    p99 = percentile(waits, 0.99) * 1000
    wanted = writers * acts * rounds
    return (lost == 0 and said == 0 and total == wanted and p99 <= 500,
            "%d of %d acts acknowledged, %d lost, %d told of a lock, p99 %.1f ms (500)" % (total, wanted, lost, said, p99))


def visible(binary, rounds=5):
    """What another session did is on the screen within a second."""
    slowest = 0.0
    with Home(binary, shop()) as home, Session(home) as mine, Session(home) as other:
        for session in (mine, other):
            session.await_bytes(b" 3]")
            session.settle(0.5)
        for _ in range(rounds):
            for keys in (b"w", b"u"):
                other.settle(0.1)
                start = len(other.out)
                mine.key(keys)
                begin = time.monotonic()
                while len(other.out) == start:
                    if not other.read(10):
                        return False, "another's act was never shown"
                slowest = max(slowest, time.monotonic() - begin)
        for session in (mine, other):
            session.send(b"q")
            session.wait()
    return slowest <= 1, "another's act is on the screen after %.3f s at most (1)" % slowest


def held(binary, seconds=10):
    """A lock held elsewhere freezes no key, is told, and the act is done when it goes."""
    echoes = []
    with Home(binary, shop()) as home, Session(home) as session:
        session.await_bytes(b" 3]")
        session.settle(0.5)
        with sqlite3.connect(home.store, isolation_level=None) as lock:
            lock.execute("BEGIN IMMEDIATE")
            begin = time.monotonic()
            session.key(b"w")
            while time.monotonic() - begin < seconds:
                start = time.monotonic()
                session.send(b"jk"[len(echoes) % 2:][:1])
                if not session.read(5):
                    return False, "a key was not answered within 5 s while the lock was held"
                echoes.append(time.monotonic() - start)
                session.settle(0.03)
            told = b"waits for the store" in session.out
            before = home.objects("list", "is:waiting")
            lock.execute("ROLLBACK")
        lock.close()
        done = []
        for _ in range(50):
            session.read(0.1)
            done = home.objects("list", "is:waiting")
            if done:
                break
        session.send(b"q")
        session.wait()
    slowest = max(echoes) * 1000
    return (slowest <= 100 and told and not before and len(done) == 1,
            "held %d s: %d keys, the slowest echo %.1f ms (100); %s; %s"
            % (seconds, len(echoes), slowest, "told" if told else "NOT told", "done after it" if done else "NOT done after it"))
