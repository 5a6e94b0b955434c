# SPDX-License-Identifier: LGPL-2.1-or-later
"""The prompt on a terminal: editing, completion, history, Ctrl-C."""
import os
import pathlib
import pty
import select
import subprocess
import termios
import time

import pytest

import shell_runner

pytestmark = pytest.mark.skipif(not shell_runner.ours(), reason="no virsh has been built")
LIMIT = 30  # seconds until a test gives up; nothing waits that long


class Terminal:
    def __init__(self, home, *arguments):
        self.master, slave = pty.openpty()
        environment = {"PATH": os.environ["PATH"], "HOME": str(home), "TERM": "dumb", "LC_ALL": "C.UTF-8"}
        self.process = subprocess.Popen([shell_runner.ours(), *arguments], stdin=slave, stdout=slave, stderr=slave,
                                        env=environment, cwd=home, start_new_session=True,
                                        preexec_fn=lambda: __import__("fcntl").ioctl(0, __import__("termios").TIOCSCTTY, 0))
        os.close(slave)
        self.seen = b""

    def wait_for(self, text):
        """All output up to and with `text`; what follows is kept for the next call."""
        end = time.monotonic() + LIMIT
        while text not in self.seen:
            ready, _, _ = select.select([self.master], [], [], max(0, end - time.monotonic()))
            assert ready, f"{text!r} did not come; there was {self.seen!r}"
            self.seen += os.read(self.master, 4096)
        head, _, self.seen = self.seen.partition(text)
        if text == b"virsh # ":
            self.wait_raw()
        return head + text

    def type(self, keys):
        os.write(self.master, keys)

    def wait_raw(self):
        """The prompt comes a moment before the terminal is raw; until then it keeps what is typed."""
        end = time.monotonic() + LIMIT
        while termios.tcgetattr(self.master)[3] & termios.ICANON:
            assert time.monotonic() < end
            select.select([], [], [], 0.01)

    def leave(self):
        self.type(b"quit\n")
        assert self.process.wait(LIMIT) == 0

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)


@pytest.fixture
def terminal(tmp_path):
    opened = Terminal(tmp_path)
    opened.wait_for(b"virsh # ")
    yield opened
    opened.close()


def test_ctrl_c_drops_the_line(terminal):
    terminal.type(b"echo lost")
    terminal.wait_for(b"lost")
    terminal.type(b"\x03")
    terminal.wait_for(b"virsh # ")
    terminal.type(b"echo kept\n")
    terminal.wait_for(b"\r\nkept\r\n")
    terminal.leave()


def test_tab_completes_commands_and_options(terminal):
    terminal.type(b"pw\t\n")
    terminal.wait_for(b"\r\n/")
    terminal.wait_for(b"virsh # ")
    terminal.type(b"echo --she\t'a b'\n")
    terminal.wait_for(b"\r\n'a b'\r\n")
    terminal.leave()


def test_tab_completes_names_of_domains(tmp_path):
    shell = Terminal(tmp_path, "-c", "test:///default")
    try:
        shell.wait_for(b"virsh # ")
        for line in (b"domuuid te\t\n", b"domuuid --domain te\t\n", b"echo a; domuuid te\t\n"):
            shell.type(line)
            shell.wait_for(b"6695eb01-f6a4-8304-79aa-97f2502e193f\r\n")
            shell.wait_for(b"virsh # ")
        shell.leave()
    finally:
        shell.close()


def test_tab_shows_what_there_is(terminal):
    terminal.type(b"net-un\t\t")
    terminal.wait_for(b"net-undefine")
    terminal.type(b"\x15")  # Ctrl-U: away with the line
    terminal.type(b"echo --s\t\t")
    terminal.wait_for(b"--shell")
    terminal.wait_for(b"--split")
    terminal.type(b"\x15")
    terminal.leave()


def test_tab_offers_no_option_twice(terminal):
    terminal.type(b"list --al\t--al\t\n")
    terminal.wait_for(b"doesn't support option --al\r\n")
    terminal.leave()


def test_editing_keys(terminal):
    terminal.type(b"cho b\x01e\x05c\n")  # Ctrl-A to the beginning, Ctrl-E to the end
    terminal.wait_for(b"\r\nbc\r\n")
    terminal.wait_for(b"virsh # ")
    terminal.type(b"echo far\n")
    terminal.wait_for(b"\r\nfar\r\n")
    terminal.wait_for(b"virsh # ")
    terminal.type(b"\x10\x10\x0e\n")  # two lines back, one forth
    terminal.wait_for(b"\r\nfar\r\n")
    terminal.leave()


def test_the_end_of_input_leaves(terminal):
    terminal.type(b"\x04")
    assert terminal.process.wait(LIMIT) == 0


def test_lines_are_remembered(terminal, tmp_path):
    terminal.type(b"echo one\n")
    terminal.wait_for(b"\r\none\r\n")
    terminal.leave()
    history = pathlib.Path(tmp_path, ".cache/virsh/history")
    assert history.read_text() == "echo one\nquit\n"
    assert history.stat().st_mode & 0o077 == 0
    again = Terminal(tmp_path)
    try:
        again.wait_for(b"virsh # ")
        again.type(b"\x10\x10\n")  # two lines back
        again.wait_for(b"\r\none\r\n")
        again.leave()
    finally:
        again.close()
