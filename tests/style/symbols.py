#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Compares what libvirt.so.0 of a build exports, names and versions, with the list kept beside this script.

usage: symbols.py BUILD [--update]
The list is the interface of existing programs: a line may be added, never changed or removed.
"""
import pathlib
import subprocess
import sys

LIST = pathlib.Path(__file__).with_name("symbols.txt")


def exported(library):
    for line in subprocess.check_output(["nm", "-D", "--defined-only", "--with-symbol-versions", library], text=True).split("\n"):
        fields = line.split()
        if len(fields) == 3 and fields[1] != "A":
            yield fields[2].replace("@@", "@")


def main():
    build = pathlib.Path(sys.argv[1])
    library = next(iter(sorted(build.rglob("libvirt.so.0"))), None)
    if not library:
        sys.exit(f"{build}: no libvirt.so.0 was built")
    have = set(exported(library))
    if "--update" in sys.argv:
        LIST.write_text("\n".join(sorted(have)) + "\n")
        return 0
    want = set(LIST.read_text().split())
    for name in sorted(want - have):
        print(f"missing: {name}")
    for name in sorted(have - want):
        print(f"not in {LIST.name}: {name}")
    print(f"symbols: {len(have)} exported, {len(want - have)} missing, {len(have - want)} unknown")
    return 1 if want != have else 0


sys.exit(main())
