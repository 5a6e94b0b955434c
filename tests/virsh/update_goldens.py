#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes goldens.json anew from the installed incumbent's shell. Needs libvirt 9.0.0."""
import json
import pathlib
import tempfile

import shell_cases
import shell_runner


def main():
    goldens = {}
    for case in shell_cases.SHELL + shell_cases.ODD:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            files = shell_runner.write_files(folder)
            done = shell_runner.run(shell_runner.INCUMBENT, shell_runner.words(case, files), folder)
            goldens[json.dumps(case)] = shell_runner.outcome(done)
    target = pathlib.Path(__file__).with_name("goldens.json")
    target.write_text(json.dumps(goldens, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
