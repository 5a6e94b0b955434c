#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs clang-tidy on the sources; a file whose text, headers, flags and rules are those of its last clean run is skipped.

usage: lint.py BUILD [--jobs N] [FILE...]
"""
import argparse
import concurrent.futures
import hashlib
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "lint"


def dependencies(build):
    """object or source path -> the project's own headers it was built from, as ninja knows them."""
    found, current = {}, None
    for line in subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True).stdout.split("\n"):
        if line.startswith("    "):
            path = (build / line.strip()).resolve()
            if ROOT in path.parents:
                found[current].append(path)
        elif ":" in line:
            current = line.split(":")[0]
            found[current] = []
    return found


def key(entry, headers):
    digest = hashlib.sha256((ROOT / ".clang-tidy").read_bytes())
    digest.update(re.sub(r"-o \S+", "", entry["command"]).replace(str(ROOT), "").encode())
    for path in sorted({pathlib.Path(entry["file"]), *headers}):
        if path.exists():
            digest.update(path.read_bytes())
    return digest.hexdigest()


def run(build, path):
    # GCC's own warning flags mean nothing to clang.
    command = ["clang-tidy-19", "-p", str(build), "--quiet", "--extra-arg=-Wno-everything", str(path)]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    build = options.build.resolve()
    headers = dependencies(build)
    wanted = {(pathlib.Path.cwd() / f).resolve() for f in options.files}
    CACHE.mkdir(parents=True, exist_ok=True)
    work = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["file"]).resolve()
        if ROOT not in path.parents or build in path.parents or path.suffix != ".cpp" or wanted and path not in wanted:
            continue
        output = re.search(r"-o (\S+)", entry["command"])[1]
        stamp = CACHE / key(entry, headers.get(output, []))
        if not stamp.exists():
            work[path] = stamp
    faults = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for (path, stamp), (status, text) in zip(work.items(), pool.map(lambda p: run(build, p), work)):
            if status == 0:
                stamp.touch()
            else:
                faults += 1
                print(f"{path.relative_to(ROOT)}:\n{text}")
    print(f"lint: {len(work)} files read, {faults} with faults")
    return 1 if faults else 0


sys.exit(main())
