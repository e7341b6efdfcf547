#!/usr/bin/env python3
"""Writes Sources/Screen/Text/ScalarClassRanges.swift.

Run on the oldest supported system (Debian 12: glibc 2.36, Python 3.11 with Unicode 14):
    python3 Tests/make_scalar_classes.py > Sources/Screen/Text/ScalarClassRanges.swift
The widths are libc's wcwidth() under C.UTF-8, because ncurses lays out by it; a scalar for which
East Asian Width says otherwise is classed as unknown, for terminals will not agree on it either.
"""
import ctypes
import unicodedata

libc = ctypes.CDLL(None)
assert libc.setlocale(6, b"C.UTF-8"), "the locale C.UTF-8 is missing"

NARROW, WIDE, MARK, UNKNOWN, HIDDEN, CONTROL = range(6)
DEFAULT_IGNORABLE = (
    "AD 34F 61C 115F-1160 17B4-17B5 180B-180F 200B-200F 202A-202E 2060-206F 3164 FE00-FE0F FEFF FFA0 "
    "FFF0-FFFB 1BCA0-1BCA3 1D173-1D17A E0000-E0FFF"
)
hidden = {0x10000 * plane + low for plane in range(17) for low in (0xFFFE, 0xFFFF)} | set(range(0xFDD0, 0xFDF0))
for part in DEFAULT_IGNORABLE.split():
    first, _, last = part.partition("-")
    hidden.update(range(int(first, 16), int(last or first, 16) + 1))


def scalar_class(code):
    width, category = libc.wcwidth(code), unicodedata.category(chr(code))
    if category == "Cc" or code in (0x2028, 0x2029):
        return CONTROL
    if code in hidden:
        return HIDDEN
    if category in ("Co", "Cs", "Cn") or width < 0:
        return UNKNOWN
    if width == 0:
        jamo = 0x1160 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FB
        return MARK if category in ("Mn", "Me") or jamo else HIDDEN
    wide = unicodedata.east_asian_width(chr(code)) in "WF"
    return UNKNOWN if (width == 2) != wide else WIDE if wide else NARROW


starts, previous = [], None
for code in range(0x110000):
    found = scalar_class(code)
    if found != previous:
        starts.append(f"0x{code << 3 | found:x}")
        previous = found

print("// Data, made by Tests/make_scalar_classes.py from glibc 2.36 and Unicode 14; not edited by hand.")
print()
print("extension ScalarClass {")
print("    /// Where each run of scalars of one class begins: first scalar << 3 | class, ascending.")
print("    static let runs: [UInt32] = [")
line = "       "
for item in starts:
    if len(line) + len(item) + 2 > 118:
        print(line)
        line = "       "
    line += f" {item},"
print(line)
print("    ]")
print("}")
