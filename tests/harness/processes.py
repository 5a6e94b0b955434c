# SPDX-License-Identifier: LGPL-2.1-or-later
"""Processes of a test: all are below this one (see nursery.py), so each can be found and ended by its pid."""
import json
import os
import pathlib
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time

DEADLINE = 60.0  # seconds; generous: passing it is a failure, never a measurement


def children(pid="self"):
    found = []
    base = f"/proc/{pid}/task"
    try:
        for task in os.listdir(base):
            with open(f"{base}/{task}/children") as f:
                found += [int(p) for p in f.read().split()]
    except OSError:
        pass
    return found


def descendants(pid="self"):
    found = []
    for child in children(pid):
        found += [child, *descendants(child)]
    return found


def command_line(pid):
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as f:
            return f.read().decode(errors="replace").split("\0")[:-1]
    except OSError:
        return []


def alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as f:
            return f.read().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def wait_end(pid, timeout=DEADLINE):
    """Waits until the process has ended (it may be anybody's child). True when it has."""
    try:
        fd = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        ended = bool(select.select([fd], [], [], timeout)[0])
    finally:
        os.close(fd)
    return ended


def qemus(word=""):
    """Pids of the QEMUs (real or fake) below this process whose command line contains `word`."""
    found = []
    for pid in descendants():
        line = command_line(pid)
        if alive(pid) and any("qemu" in part for part in line[:3]) and any(word in part for part in line) and "-name" in line:
            found.append(pid)
    return found


def end(pid, how=signal.SIGKILL):
    try:
        os.kill(pid, how)
    except ProcessLookupError:
        pass
    return wait_end(pid)


def end_all(pid="self"):
    """Ends everything below a process (but the nursery); returns the command lines of what was still there."""
    leftovers = []
    for one in descendants(pid):
        if one != Nursery.pid and alive(one):
            leftovers.append(" ".join(command_line(one))[:300])
            end(one)
    return leftovers


def until(condition, what, timeout=DEADLINE):
    """Waits for something that has no event to wait on (a file, /proc). Returns the condition's value."""
    limit = time.monotonic() + timeout
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > limit:
            raise AssertionError(f"waited {timeout} s in vain for {what}")
        select.select([], [], [], 0.01)


class Nursery:
    """This process's one nursery: starts services and knows how they ended."""

    pid = None
    channel = None
    exits = {}

    @classmethod
    def spawn(cls, argv, env, cwd, log):
        if cls.channel is None:
            cls.channel, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            script = pathlib.Path(__file__).with_name("nursery.py")
            cls.pid = subprocess.Popen([sys.executable, str(script)], stdin=theirs, start_new_session=True).pid
            theirs.close()
        request = {"argv": [str(a) for a in argv], "env": env, "cwd": str(cwd), "log": str(log)}
        cls.channel.send(json.dumps(request).encode())
        while True:
            answer = json.loads(cls.channel.recv(1 << 20))
            if "pid" in answer:
                return answer["pid"]
            cls.exits[answer["exit"]] = answer["status"]

    @classmethod
    def status(cls, pid):
        """The exit status of a service that has ended (negative: the signal)."""
        while pid not in cls.exits:
            answer = json.loads(cls.channel.recv(1 << 20))
            cls.exits[answer["exit"]] = answer["status"]
        return cls.exits[pid]


class Service:
    """A program in the foreground that announces its readiness to systemd; started again as often as wanted."""

    def __init__(self, argv, log, env=None, cwd="/"):
        self.argv, self.log, self.cwd = argv, log, cwd
        self.env = dict(os.environ, **(env or {}))
        self.pid = None
        self.returncode = None

    def start(self, ready=True):
        with tempfile.TemporaryDirectory(prefix="vn") as folder:
            notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            notify.bind(f"{folder}/n")
            os.chmod(folder, 0o755)  # a service of another user finds it too
            os.chmod(f"{folder}/n", 0o777)
            self.returncode = None
            self.pid = Nursery.spawn(self.argv, dict(self.env, NOTIFY_SOCKET=f"{folder}/n"), self.cwd, self.log)
            if ready:
                self.wait_ready(notify)
            notify.close()
        return self

    def wait_ready(self, notify):
        ended = self.pidfd()
        limit = time.monotonic() + DEADLINE
        try:
            while True:
                seen = select.select([notify] + ([ended] if ended else []), [], [], max(0.0, limit - time.monotonic()))[0]
                if notify in seen:
                    if b"READY=1" in notify.recv(4096):
                        return
                elif ended is None or ended in seen:
                    raise AssertionError(f"{self.argv[0]} ended with {self.wait()}:\n{self.log_text()}")
                else:
                    raise AssertionError(f"{self.argv[0]} is not ready after {DEADLINE} s:\n{self.log_text()}")
        finally:
            if ended is not None:
                os.close(ended)

    def pidfd(self):
        try:
            return os.pidfd_open(self.pid)
        except ProcessLookupError:
            return None

    def log_text(self):
        try:
            with open(self.log, errors="replace") as f:
                return f.read()[-20000:]
        except OSError:
            return ""

    def running(self):
        return self.pid is not None and self.returncode is None and alive(self.pid)

    def wait(self, timeout=DEADLINE):
        """The exit status; None when it still runs after `timeout` seconds."""
        if self.pid is not None and self.returncode is None and wait_end(self.pid, timeout):
            self.returncode = Nursery.status(self.pid)
        return self.returncode

    def kill(self):
        """kill -9."""
        if self.running():
            os.kill(self.pid, signal.SIGKILL)
        if self.pid is not None:
            self.wait()

    def stop(self, timeout=DEADLINE):
        """SIGTERM; returns the exit status."""
        if self.running():
            os.kill(self.pid, signal.SIGTERM)
            if self.wait(timeout) is None:
                self.kill()
                raise AssertionError(f"{self.argv[0]} ignored SIGTERM for {timeout} s")
        return self.returncode
