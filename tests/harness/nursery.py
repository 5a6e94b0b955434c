#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The parent of every daemon a test starts, and of whatever those leave behind: it reaps like a host's init.

It reads {"argv", "env", "cwd", "log"} from the socket it has as standard input and answers {"pid"}, later
{"exit": pid, "status": n}. When the socket closes, because the test is over or was killed, it ends all it has.
"""
import ctypes
import json
import os
import select
import signal
import socket
import sys


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as f:
            return [int(p) for p in f.read().split()]
    except OSError:
        return []


def end_all():
    """Ends all below this process, deepest last, until nothing is left (children of the ended come to us)."""
    while True:
        for pid in children(os.getpid()):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def spawn(request):
    pid = os.fork()
    if pid:
        return pid
    try:
        os.setsid()
        log = os.open(request["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        null = os.open("/dev/null", os.O_RDONLY)
        os.dup2(null, 0), os.dup2(log, 1), os.dup2(log, 2)
        os.closerange(3, 1024)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, [])
        os.chdir(request["cwd"])
        os.execvpe(request["argv"][0], request["argv"], request["env"])
    except OSError as error:
        os.write(2, f"{request['argv'][0]}: {error}\n".encode())
    finally:
        os._exit(127)


def main():
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
    channel = socket.socket(fileno=0)
    wake_read, wake_write = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
    signal.set_wakeup_fd(wake_write)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    started = set()
    while True:
        ready = select.select([channel, wake_read], [], [])[0]
        if wake_read in ready:
            os.read(wake_read, 4096)
        if channel in ready:
            data = channel.recv(1 << 20)
            if not data:
                end_all()
                return
            pid = spawn(json.loads(data))
            started.add(pid)
            channel.send(json.dumps({"pid": pid}).encode())
        while started or children(os.getpid()):
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                break
            if not pid:
                break
            if pid in started:
                started.discard(pid)
                channel.send(json.dumps({"exit": pid, "status": os.waitstatus_to_exitcode(status)}).encode())


if __name__ == "__main__":
    sys.exit(main())
