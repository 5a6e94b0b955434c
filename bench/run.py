#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measures our daemon and library, and the incumbent's where installed, in one run, and prints the ratios.

usage: ./dev bench [--runs N] [--guests N] [--definitions N] [--only incumbent|ours] [--json FILE] [--markdown FILE]
Each number is the median of N runs, the two daemons in turn; every run starts both afresh.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tests"))

from harness import guests, processes, servers  # noqa: E402

# name, unit, what a bigger number is ("worse" or "better"), floor's name, target (text)
ROWS = [
    ("round_trip_us", "RPC round trip", "µs", "worse", "ping_pong_us", "≤ 1.25 × floor"),
    ("rate_1", "calls/s, 1 connection", "/s", "better", None, ""),
    ("rate_8", "calls/s, 8 connections", "/s", "better", None, "≥ 4 × incumbent"),
    ("rate_64", "calls/s, 64 connections", "/s", "better", None, ""),
    ("rate_shared_8", "calls/s, 8 threads on one connection", "/s", "better", None, ""),
    ("connect_close_us", "connect + close", "µs", "worse", None, "≥ 3 × faster"),
    ("list_us", "list of {definitions} domains", "µs", "worse", None, "≥ 4 × faster"),
    ("lookup_us", "look-up by name", "µs", "worse", None, ""),
    ("xml_us", "XML of a domain", "µs", "worse", None, ""),
    ("define_us", "define (durable)", "µs", "worse", None, ""),
    ("undefine_us", "undefine", "µs", "worse", None, ""),
    ("start_paused_us", "start paused", "µs", "worse", "spawn_to_qmp_us", "≤ 1.5 × floor"),
    ("destroy_us", "destroy", "µs", "worse", None, "≤ 100 ms"),
    ("start_all_us", "start {guests} guests", "µs", "worse", None, ""),
    ("destroy_all_us", "destroy {guests} guests", "µs", "worse", None, ""),
    ("ready_us", "daemon start to a list of {definitions} definitions", "µs", "worse", None, "≤ 200 ms"),
    ("rss_idle", "resident memory, idle", "MB", "worse", None, "≤ 15 MB"),
    ("rss_full", "resident memory, {definitions} definitions", "MB", "worse", None, ""),
]


def guest_xml():
    return guests.xml("@NAME@", memory=32, boot=False)


class Side:
    """One daemon with its library."""

    def __init__(self, name, options):
        self.name, self.options = name, options
        self.library = str(options.build.library) if name == "ours" else "libvirt.so.0"
        self.values = {}

    def server(self):
        return servers.Vireo(self.options.build) if self.name == "ours" else servers.Incumbent()

    def measure(self, server, what, *arguments):
        done = subprocess.run([self.options.program, self.library, server.uri(), what, *map(str, arguments)],
                              capture_output=True, text=True, timeout=900)
        if done.returncode:
            print(f"  {self.name}: {what}: {done.stderr.strip()}", file=sys.stderr)
        for line in done.stdout.splitlines():
            key, value = line.split()
            self.values.setdefault(key, []).append(float(value))

    def resident(self, server, key):
        with open(f"/proc/{server.service.pid}/status") as f:
            kb = next(int(line.split()[1]) for line in f if line.startswith("VmRSS"))
        self.values.setdefault(key, []).append(kb / 1024)

    def run(self):
        server = self.server().start()
        xml = server.root / "bench.xml"
        xml.write_text(guest_xml())
        try:
            self.resident(server, "rss_idle")
            self.measure(server, "rpc")
            self.measure(server, "define", xml)
            self.measure(server, "guests", xml, self.options.guests)
            self.measure(server, "fill", xml, self.options.definitions)
            self.measure(server, "reads")
            server.stop()
            server.start()
            processes.until(lambda: self.listed(server), "all definitions")
            self.resident(server, "rss_full")
            server.stop()
            for _ in range(3):
                self.measure(server, "ready", self.options.definitions, *server.service.argv)
        finally:
            server.service.kill()
            processes.end_all()
            server.remove()

    def listed(self, server):
        return subprocess.run([self.options.program, self.library, server.uri(), "reads"], capture_output=True).returncode == 0

    def median(self, key):
        return statistics.median(self.values[key]) if self.values.get(key) else None


def shown(value, unit):
    if value is None:
        return "–"
    if unit == "µs":
        return f"{value:.1f} µs" if value < 1000 else f"{value / 1000:.1f} ms" if value < 1e6 else f"{value / 1e6:.2f} s"
    return f"{value:,.0f}{unit}" if unit == "/s" else f"{value:.1f} {unit}"


def factor(value):
    return f"{value:.2f} ×" if value < 10 else f"{value:.0f} ×"


def table(sides, floor, options):
    rows = [("", "ours", "incumbent", "ours is better by", "floor", "ours / floor", "target")]
    for key, text, unit, more, floor_key, target in ROWS:
        ours, theirs = (side.median(key) if side else None for side in sides)
        better = (theirs / ours if more == "worse" else ours / theirs) if ours and theirs else None
        base = floor.get(floor_key) if floor_key else None
        rows.append((text.format(**vars(options)), shown(ours, unit), shown(theirs, unit), factor(better) if better else "–",
                     shown(base, unit) if base else "", factor(ours / base) if base and ours else "", target))
    return rows


def markdown(rows, title):
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return title + "\n\n" + "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--guests", type=int, default=60)
    parser.add_argument("--definitions", type=int, default=2000)
    parser.add_argument("--only", choices=["ours", "incumbent"])
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--markdown", type=pathlib.Path)
    options = parser.parse_args()
    options.program = options.build.resolve() / "bench" / "vireo-bench"
    options.build = servers.Build(options.build)

    ours = None if options.only == "incumbent" else Side("ours", options)
    theirs = None if options.only == "ours" else Side("incumbent", options)
    if theirs and servers.Incumbent.why_not():
        print(f"bench: no incumbent to compare with: {servers.Incumbent.why_not()}")
        theirs = None
    emulator = [guests.EMULATOR, "-machine", "pc,accel=tcg", "-m", "32", "-nodefaults", "-no-user-config", "-display", "none",
                "-serial", "pty"]
    floor = {}
    for n in range(options.runs):
        print(f"run {n + 1} of {options.runs}", file=sys.stderr)
        out = subprocess.run([options.program, "floor", *emulator], capture_output=True, text=True, check=True).stdout
        for line in out.splitlines():
            key, value = line.split()
            floor.setdefault(key, []).append(float(value))
        for side in (ours, theirs):
            if side:
                side.run()
    floor = {key: statistics.median(values) for key, values in floor.items()}

    title = (f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d}, {os.cpu_count()} cores, Linux {platform.release()}, "
             f"median of {options.runs} runs")
    text = markdown(table((ours, theirs), floor, options), title)
    print(text)
    if options.markdown:
        options.markdown.write_text(text)
    if options.json:
        options.json.write_text(json.dumps({"title": title, "floor": floor, "ours": ours and ours.values,
                                            "incumbent": theirs and theirs.values}, indent=1))
    complete = all(side.median(key) is not None for side in (ours, theirs) if side for key, *_ in ROWS)
    return 0 if complete else 1


sys.exit(main())
