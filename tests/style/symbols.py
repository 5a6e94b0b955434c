#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Compares what the libraries of a build export, names and versions, with the lists kept beside this script.

usage: symbols.py BUILD [--update]
A list is the interface of existing programs: a line may be added, never changed or removed. Only what one library
of a build does for another, under LIBVIRT_PRIVATE_..., may change.
"""
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
LISTS = {"libvirt.so.0": "symbols.txt", "libvirt-qemu.so.0": "symbols-qemu.txt", "libvirt-lxc.so.0": "symbols-lxc.txt",
         "libvirt-admin.so.0": "symbols-admin.txt"}


def exported(library):
    for line in subprocess.check_output(["nm", "-D", "--defined-only", "--with-symbol-versions", library], text=True).split("\n"):
        fields = line.split()
        if len(fields) == 3 and fields[1] != "A":
            yield fields[2].replace("@@", "@")


def faults(build, name, known):
    """Prints what differs, and returns how much does."""
    library = next(iter(sorted(build.rglob(name))), None)
    if not library:
        sys.exit(f"{build}: no {name} was built")
    have = set(exported(library))
    if "--update" in sys.argv:
        known.write_text("\n".join(sorted(have)) + "\n")
        return 0
    want = set(known.read_text().split())
    for symbol in sorted(want - have):
        print(f"{name}: missing: {symbol}")
    for symbol in sorted(have - want):
        print(f"{name}: not in {known.name}: {symbol}")
    print(f"{name}: {len(have)} exported, {len(want - have)} missing, {len(have - want)} unknown")
    return len(want ^ have)


def main():
    build = pathlib.Path(sys.argv[1])
    return 1 if sum(faults(build, name, HERE / known) for name, known in LISTS.items()) else 0


sys.exit(main())
