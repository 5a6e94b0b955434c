# SPDX-License-Identifier: LGPL-2.1-or-later
"""Our shell and the incumbent's, both on the incumbent's library, byte for byte."""
import os

import pytest

import shell_cases as cases
import shell_runner as harness

pytestmark = pytest.mark.skipif(
    not (os.path.exists(harness.INCUMBENT) and harness.incumbent_library() and harness.ours()),
    reason="needs a built virsh and an installed libvirt 9.0.0 to compare with")


@pytest.fixture
def files(tmp_path):
    return harness.write_files(tmp_path)


def compare(arguments, folder, stdin=None):
    theirs = harness.outcome(harness.run(harness.INCUMBENT, arguments, folder, stdin))
    our = harness.outcome(harness.run(harness.ours(), arguments, folder, stdin, harness.incumbent_library()))
    assert our == theirs


@pytest.mark.parametrize("case", cases.SHELL + cases.ODD + cases.DRIVER, ids=str)
def test_commands(case, tmp_path, files):
    compare(harness.words(case, files), tmp_path)


@pytest.mark.parametrize("arguments", cases.OPTIONS, ids=str)
def test_options(arguments, tmp_path, files):
    compare([harness.fill(word, files) for word in arguments], tmp_path)


@pytest.mark.parametrize("arguments,stdin", cases.SESSIONS, ids=str)
def test_sessions(arguments, stdin, tmp_path):
    compare(arguments, tmp_path, stdin)
