# SPDX-License-Identifier: LGPL-2.1-or-later
"""SIGTERM while clients are there: the daemon ends within its bound, they are told, guests go on."""
import os
import signal
import socket
import struct
import subprocess
import time

import pytest
from harness import clients, fake, processes

BOUND = 35.0  # what src/daemon/daemon.cpp allows itself for ending calls and for stopping drivers, and some more


def terminate(daemon):
    """Returns the exit status, once the daemon has ended within its bound."""
    start = time.monotonic()
    status = daemon.service.stop(BOUND)
    assert time.monotonic() - start < BOUND
    assert not daemon.socket.exists()
    return status


class Open:
    """A client that stays until it is told that it cannot."""

    def __init__(self, virsh, *arguments):
        environment = dict(os.environ, LC_ALL="C", **virsh.env)
        self.process = subprocess.Popen(virsh.argv(*arguments), env=environment, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def end(self):
        try:
            out, err = self.process.communicate(timeout=processes.DEADLINE)
        finally:
            self.process.kill()
            self.process.wait()
        return self.process.returncode, out + err


@pytest.mark.sanitized
def test_silent_peers_do_not_hold_it(daemon):
    peers = []
    for start in (b"", struct.pack(">I", 28), struct.pack(">7I", 28, 0x20008086, 1, 66, 0, 1, 0)):
        peer = socket.socket(socket.AF_UNIX)
        peer.settimeout(processes.DEADLINE)
        peer.connect(str(daemon.socket))
        peer.sendall(start)
        peers.append(peer)
    assert terminate(daemon) == 0
    for peer in peers:
        while peer.recv(4096):
            pass
        peer.close()


@pytest.mark.sanitized
def test_a_listener_is_told(daemon, virsh):
    listener = Open(virsh, "event", "--all", "--loop")
    processes.until(lambda: connections(daemon) > 0, "the listener to be connected")
    virsh("list")
    assert terminate(daemon) == 0
    status, said = listener.end()
    assert status == 1, said


def connections(daemon):
    """Sockets that clients of the daemon have at it."""
    with open("/proc/net/unix") as table:
        return sum(line.rstrip().endswith(str(daemon.socket)) and line.split()[5] == "03" for line in table)


def test_a_reader_that_does_not_read_does_not_hold_it(daemon):
    """Its answers fill the socket: they are given up, not waited for."""
    peer = socket.socket(socket.AF_UNIX)
    peer.connect(str(daemon.socket))
    peer.setblocking(False)
    call = struct.pack(">7I", 28, 0x20008086, 1, 66, 0, 1, 0)  # authentication's list: answered to everybody
    try:
        while True:
            peer.sendall(call)
    except BlockingIOError:
        pass
    assert terminate(daemon) == 0
    peer.close()


def test_a_call_in_progress_is_ended(daemon, virsh, define, folder):
    """One waits for a QEMU that never answers; the guest outlives the daemon all the same."""
    define("ice", emulator=fake.make(folder, "ice", guest={"rules": [{"on": "stop", "do": "freeze"}]}), boot=False)
    virsh("start", "ice")
    pid, = processes.qemus("guest=ice")
    caller = Open(virsh, "suspend", "ice")
    processes.until(lambda: connections(daemon) > 0, "the caller to be connected")
    terminate(daemon)
    status, said = caller.end()
    assert status == 1 and "error:" in said, said
    assert processes.alive(pid)
    daemon.start()
    assert "ice" in virsh("list", "--all", "--name").split()
    virsh("destroy", "ice")
    assert not processes.alive(pid)


def test_an_open_console_ends_and_its_guest_goes_on(daemon, virsh, define, emulator):
    define("talks", boot=False)
    virsh("start", "talks", "--paused")
    pid, = processes.qemus("guest=talks")
    client, console = virsh.terminal("console", "talks")
    console.expect("Escape character is")
    assert terminate(daemon) == 0
    assert os.waitstatus_to_exitcode(os.waitpid(client, 0)[1]) in (0, 1)
    console.close()
    assert processes.alive(pid)
    daemon.start()
    assert virsh.state("talks") == "paused"
    virsh("destroy", "talks")


def test_told_twice_it_leaves_at_once(daemon, virsh, define, folder):
    define("ice", emulator=fake.make(folder, "ice", guest={"rules": [{"on": "stop", "do": "freeze"}]}), boot=False)
    virsh("start", "ice")
    caller = Open(virsh, "suspend", "ice")
    processes.until(lambda: connections(daemon) > 0, "the caller to be connected")
    os.kill(daemon.service.pid, signal.SIGTERM)
    if daemon.service.running():
        os.kill(daemon.service.pid, signal.SIGTERM)
    assert processes.wait_end(daemon.service.pid, BOUND)
    assert caller.end()[0] == 1


def test_many_clients(daemon, virsh):
    crowd = [Open(virsh, "event", "--all", "--loop") for _ in range(10)]
    processes.until(lambda: connections(daemon) >= len(crowd), "all listeners to be connected")
    assert terminate(daemon) == 0
    for one in crowd:
        assert one.end()[0] == 1
    daemon.start()
    assert virsh("list", "--all")
    assert clients.run(["test", "-S", daemon.socket]).status == 0
