"""P21: nobody else reads what is written. P22: nothing that lies about is followed. As strace sees it."""
import json
import os
import re
import shlex
import subprocess
import sys

from session import Home, Session, shop

CALLS = "open,openat,creat,chmod,fchmod,fchmodat,mkdir,mkdirat"
OPEN = re.compile(r'open(?:at)?\((?:[^,]*, )?"((?:[^"\\]|\\.)*)", ([A-Z_|0-9]+)(?:, (0[0-7]*))?\) = ([0-9]+)')
CHMOD = re.compile(r'f?chmod(?:at)?\(([^)]*)\) = 0')


def lines_of(log):
    with open(log, errors="replace") as file:
        return file.read().split("\n")


def watched(home, log, *arguments):
    """Runs a command with umask 000 under strace."""
    command = "umask 000; exec strace -f -qq -o %s -e trace=%s %s" % (
        shlex.quote(log), CALLS, " ".join(map(shlex.quote, [home.binary, *arguments])))
    return ["/bin/sh", "-c", command]


def work(home, log):
    """An import, a session with an editor, a backup, an export and settings; gives the lines of all."""
    lines = []
    with open(home.folder + "/posts.jsonl", "w") as file:
        file.writelines(json.dumps(message) + "\n" for message in shop())
    for arguments in (["import", "--inbox-from", "all", "posts.jsonl"], ["config", "--init"], ["backup", "copy.db"],
                      ["outbox", "export", "--output", "replies.jsonl"], ["init"], ["doctor", "--rebuild"]):
        subprocess.run(watched(home, log, *arguments), env=home.env, cwd=home.folder, capture_output=True, timeout=120)
        lines += lines_of(log)
    with Session(home, watched(home, log), limit=30) as session:
        session.await_bytes(b" 3]")
        session.settle(0.3)
        session.key(b"r", quiet=0.3)
        session.key(b"geheim\x18\x05", quiet=1)
        session.key(b"\x1b", quiet=0.5)
        session.key(b"qq", quiet=0.3)
        session.wait()
    return lines + lines_of(log)


def others_can_write(path):
    try:
        return os.stat(os.path.dirname(path)).st_mode & 0o022 != 0
    except OSError:
        return False


def trapped(home, lines):
    """Files that were made without O_EXCL in folders where others write."""
    calls = [call for call in map(OPEN.search, lines) if call and "O_CREAT" in call[2]]
    return [call[1] for call in calls
            if "O_EXCL" not in call[2] and others_can_write(os.path.join(home.folder, call[1]))]


def imports(binary, generator):
    """No import of broken and malicious exports makes a file where others could have put a link."""
    with Home(binary) as home:
        exports, temporary = home.folder + "/exports", home.folder + "/everybody"
        subprocess.run([sys.executable, generator, exports], check=True, capture_output=True, timeout=300)
        os.mkdir(temporary)
        os.chmod(temporary, 0o1777)
        files = sorted(os.path.join(folder, name) for folder, _, names in os.walk(exports) for name in names)
        subprocess.run(watched(home, home.folder + "/trace", "import", "--inbox-from", "all", exports),
                       env={**home.env, "TMPDIR": temporary}, cwd=home.folder, capture_output=True, timeout=600)
        lines = lines_of(home.folder + "/trace")
        found = trapped(home, lines)
        left = os.listdir(temporary)
    return bool(lines) and not found and not left, "an import of %d files, %d calls: %d without O_EXCL where others write%s; %d left there" % (
        len(files), len(lines), len(found), " (%s)" % found[0] if found else "", len(left))


def private(binary):
    """Every file is made for its owner alone from its first instant."""
    with Home(binary) as home:
        made, wide = set(), []
        lines = work(home, home.folder + "/trace")
        # A folder that is made wide and narrowed afterwards is open for a moment, as a file is.
        changed = [line for line in lines if CHMOD.search(line)]
        for line in lines:
            call = OPEN.search(line)
            if not call or "O_CREAT" not in call[2]:
                continue
            path = os.path.join(home.folder, call[1])
            # SQLite opens with O_CREAT what was made before.
            if path not in made and call[3] and int(call[3], 8) & 0o077:
                wide.append("%s %s" % (os.path.relpath(path, home.folder), call[3]))
            made.add(path)
        caught = trapped(home, lines)
        open_to_others = [
            name for folder, folders, files in os.walk(home.folder) for name in [*folders, *files]
            if name not in ("posts.jsonl", "trace") and os.lstat(os.path.join(folder, name)).st_mode & 0o077]
    good = bool(made) and not (wide or caught or changed or open_to_others)
    return good, "%d paths made; %d wider than 0600 at first%s; %d chmod%s; %d without O_EXCL where others write; %d open to others at the end%s" % (
        len(made), len(wide), " (%s)" % ", ".join(sorted(set(wide))[:4]) if wide else "", len(changed),
        " (%s)" % changed[0][:80] if changed else "", len(caught), len(open_to_others),
        " (%s)" % ", ".join(open_to_others[:4]) if open_to_others else "")


def links(binary):
    """A link that lies where a file is to be made is not followed."""
    followed = []
    for name, arguments in {"data/lotse/store.db": ["import", "posts.jsonl"], "copy.db": ["backup", "copy.db"],
                            "replies.jsonl": ["outbox", "export", "--output", "replies.jsonl"],
                            "config/lotse/config.toml": ["config", "--init"]}.items():
        with Home(binary) as home:
            if not name.startswith("data"):
                home.import_posts(shop())
            else:
                with open(home.folder + "/posts.jsonl", "w") as file:
                    file.write('{"id":"1","author":"Mia","text":"Hallo"}\n')
            path, victim = os.path.join(home.folder, name), home.folder + "/victim"
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
            os.symlink(victim, path)
            home.run(*arguments, check=False)
            if os.path.exists(victim):
                followed.append(name)
    return not followed, "4 links that lay in the way, %d followed%s" % (
        len(followed), ": " + ", ".join(followed) if followed else "")
