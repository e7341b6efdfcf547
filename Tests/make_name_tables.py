#!/usr/bin/env python3
"""Writes the tables by which names are judged (UTS #39), from ICU 72 with the data of Unicode 15.

Needs libicu72 (Debian 12):
    python3 Tests/make_name_tables.py scripts > Sources/Conversations/Names/ScriptRanges.swift
    python3 Tests/make_name_tables.py lookalikes > Sources/Conversations/Names/LookalikeTable.swift

scripts: the property Script, one run after the other; scalars that are not assigned count to the run before them.
lookalikes: all scalars of the basic plane, letters and digits after NFKC, whose skeleton (UTS #39, section 4) is
ASCII letters and digits only. What NFKC alone turns into ASCII (full width, mathematical and circled letters) is left
out, since NFKC is applied before.
"""
import ctypes
import sys
import unicodedata

common = ctypes.CDLL("libicuuc.so.72")
i18n = ctypes.CDLL("libicui18n.so.72")

SCRIPTS = {
    "Zyyy": "common", "Zinh": "inherited", "Latn": "latin", "Grek": "greek", "Cyrl": "cyrillic", "Hani": "han",
    "Hira": "hiragana", "Kana": "katakana", "Bopo": "bopomofo", "Hang": "hangul", "Arab": "arabic",
    "Armn": "armenian", "Beng": "bengali", "Deva": "devanagari", "Ethi": "ethiopic", "Geor": "georgian",
    "Gujr": "gujarati", "Guru": "gurmukhi", "Hebr": "hebrew", "Knda": "kannada", "Khmr": "khmer", "Laoo": "lao",
    "Mlym": "malayalam", "Mymr": "myanmar", "Orya": "oriya", "Sinh": "sinhala", "Taml": "tamil", "Telu": "telugu",
    "Thaa": "thaana", "Thai": "thai", "Tibt": "tibetan",
}
NAMES = list(dict.fromkeys(SCRIPTS.values())) + ["other"]


def script(code):
    error = ctypes.c_int(0)
    number = common.uscript_getScript_72(code, ctypes.byref(error))
    common.uscript_getShortName_72.restype = ctypes.c_char_p
    name = common.uscript_getShortName_72(number).decode()
    return None if name == "Zzzz" else SCRIPTS.get(name, "other")


def head(unicode):
    print(f"// Data, made by Tests/make_name_tables.py from ICU 72 ({unicode}); not edited by hand.")
    print()


def wrapped(words, first=""):
    """Lines of at most 116 characters, each beginning with `first`."""
    line = indent = "        " + first
    for word in words:
        if len(line) + len(word) + 1 > 116:
            print(line)
            line = indent
        line += (" " if line.strip() else "") + word
    print(line)


def scripts():
    runs, previous = [], None
    for code in range(0x110000):
        found = script(code)
        if found is None or found == previous:
            continue
        runs.append(f"0x{code << 5 | NAMES.index(found):x},")
        previous = found
    head("Script of Unicode 15")
    print("extension WritingSystem {")
    print("    /// Where each run of scalars of one script begins: first scalar << 5 | script, ascending.")
    print("    static let runs: [UInt32] = [")
    wrapped(runs)
    print("    ]")
    print("}")


def skeleton(checker, text):
    error = ctypes.c_int(0)
    source, target = text.encode(), ctypes.create_string_buffer(256)
    size = i18n.uspoof_getSkeletonUTF8_72(checker, 0, source, len(source), target, 256, ctypes.byref(error))
    assert error.value <= 0, text
    return target.raw[:size].decode()


def lookalikes():
    error = ctypes.c_int(0)
    i18n.uspoof_open_72.restype = ctypes.c_void_p
    checker = ctypes.c_void_p(i18n.uspoof_open_72(ctypes.byref(error)))
    found = {}
    for code in range(0x21, 0xFFFF):
        scalar = chr(code)
        if 0xD800 <= code < 0xE000 or unicodedata.category(scalar)[0] not in "LN" and scalar != "|":
            continue
        folded = unicodedata.normalize("NFKC", scalar)
        if folded != scalar and folded.isascii():
            continue
        target = skeleton(checker, scalar)
        if target != scalar and target.isascii() and target.isalnum():
            found.setdefault(target, []).append(code)
    head("confusables of Unicode 15")
    print("extension Skeleton {")
    print("    /// What looks like ASCII: in each line first what it looks like, then the scalars, in hexadecimal.")
    print('    static let table = """')
    for target in sorted(found):
        wrapped([f"{code:X}" for code in found[target]], target)
    print('        """')
    print("}")


{"scripts": scripts, "lookalikes": lookalikes}[sys.argv[1]]()
