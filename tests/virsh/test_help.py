# SPDX-License-Identifier: LGPL-2.1-or-later
"""The parts of the help that programs read: names, groups, option spelling, columns. The prose is our own."""
import os
import re

import pytest

import shell_runner

pytestmark = pytest.mark.skipif(
    not (os.path.exists(shell_runner.INCUMBENT) and shell_runner.ours()),
    reason="needs a built virsh and an installed libvirt 9.0.0 to compare with")


def groups(text):
    """{(title, keyword): [command...]} of the output of `help`."""
    found = {}
    for line in text.splitlines():
        head = re.fullmatch(r" (.*) \(help keyword '(.*)'\):", line)
        if head:
            current = found.setdefault(head.groups(), [])
        elif re.match(r"    \S", line):
            assert line[34:35] == " " or len(line.split()[0]) > 30, line
            current.append(line.split()[0])
    return found


def shape(text):
    """A command's help without its prose."""
    synopsis = text.split("  SYNOPSIS\n")[1].split("\n")[0]
    options = text.split("\n  OPTIONS\n")[1].split("\n") if "\n  OPTIONS\n" in text else []
    left = []
    for line in options:
        match = re.match(r"    ((?:\[--\S+\] <\w+>|--\S+ <\w+>|--\S+|<\w+>) +)\S", line)
        if match:
            left.append(match.group(1))
    return synopsis, left


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("help")

    def run(program, *arguments):
        done = shell_runner.run(program, arguments, folder)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def test_groups_are_the_same(ask):
    theirs = groups(ask(shell_runner.INCUMBENT, "help"))
    our = groups(ask(shell_runner.ours(), "help"))
    assert [g for g in theirs if g in our] == list(our)
    for group, commands in our.items():
        assert set(commands) <= set(theirs[group]), group


def test_every_command_has_the_same_options(ask):
    different = {}
    for commands in groups(ask(shell_runner.ours(), "help")).values():
        script = "; ".join("help " + command for command in commands)
        their = re.split(r"(?m)^  NAME$", ask(shell_runner.INCUMBENT, script))[1:]
        our = re.split(r"(?m)^  NAME$", ask(shell_runner.ours(), script))[1:]
        for command, theirs, ours in zip(commands, their, our, strict=True):
            if shape(theirs) != shape(ours):
                different[command] = (shape(theirs), shape(ours))
    assert not different


def test_manual_page_has_every_command(ask):
    page = ask(shell_runner.ours(), "-q", "manual-page").replace("\\-", "-")
    for commands in groups(ask(shell_runner.ours(), "help")).values():
        for command in commands:
            assert f"\n.SS {command}\n" in page
