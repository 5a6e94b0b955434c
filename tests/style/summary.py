#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Adds up the results that `dev` collected in a folder and prints `N passed, N failed, N skipped`.

Unit tests: one GoogleTest JSON file a program, and CTest's own XML, which alone knows of programs that died.
Whole-system tests: pytest's XML. Exits with 1 when anything failed or nothing ran.
"""
import json
import pathlib
import sys
import xml.etree.ElementTree as ET


def unit(folder):
    passed = failed = skipped = 0
    reported = set()
    for path in folder.glob("*.json"):
        reported.add(path.stem)
        for suite in json.loads(path.read_text())["testsuites"]:
            for test in suite["testsuite"]:
                if test.get("failures"):
                    failed += 1
                elif test.get("result") == "SKIPPED":
                    skipped += 1
                elif test.get("result") == "COMPLETED":
                    passed += 1
    for case in ET.parse(folder / "ctest.xml").iter("testcase") if (folder / "ctest.xml").exists() else []:
        name = "test_" + case.get("name")
        if case.get("status") != "run" and (name not in reported or not failed):
            failed += 1  # died, timed out, or could not be started
        elif case.get("status") == "run" and name not in reported:
            passed += 1
    return passed, failed, skipped


def system(path):
    passed = failed = skipped = 0
    for case in ET.parse(path).iter("testcase"):
        kinds = {child.tag for child in case}
        if kinds & {"failure", "error"}:
            failed += 1
        elif "skipped" in kinds:
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped


def main():
    folder = pathlib.Path(sys.argv[1])
    parts = [unit(f) for f in sorted(folder.glob("unit-*"))] + [system(f) for f in sorted(folder.glob("system-*.xml"))]
    passed, failed, skipped = (sum(column) for column in zip(*parts)) if parts else (0, 0, 0)
    print(f"\n{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


sys.exit(main())
