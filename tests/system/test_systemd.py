# SPDX-License-Identifier: LGPL-2.1-or-later
"""What systemd says to the daemon and hears from it: sockets handed over, readiness, reloading, stopping."""
import os
import re
import signal
import socket
import subprocess

import pytest
from harness import clients, processes


def listening(path):
    one = socket.socket(socket.AF_UNIX)
    one.bind(str(path))
    one.listen()
    return one


class Unit:
    """The daemon as systemd starts it."""

    def __init__(self, build, folder, notify=None, sockets=(), names=None, pid=None):
        self.folder, self.notify = folder, notify
        environment = {k: v for k, v in os.environ.items() if not k.startswith("LISTEN_")}
        if notify:
            environment["NOTIFY_SOCKET"] = notify
        if names is not None:
            environment["LISTEN_FDNAMES"] = names
        shell = f"LISTEN_PID={pid or '$$'} LISTEN_FDS={len(sockets)} exec {build.daemon} --root {folder}/root"
        self.log = open(folder / "log", "w")

        def move():
            """To 3 and what follows, by way of numbers that are not among them."""
            high = [os.dup2(one.fileno(), 100 + i) for i, one in enumerate(sockets)]
            for i, fd in enumerate(high):
                os.dup2(fd, 3 + i)
            os.closerange(3 + len(high), 200)

        self.process = subprocess.Popen(["sh", "-c", shell], env=environment, preexec_fn=move, close_fds=False,
                                        stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(processes.DEADLINE)
        self.log.close()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(processes.DEADLINE)


KIND = "system" if os.getuid() == 0 else "session"


def shell(build, path):
    """Somebody who wants to change something."""
    return clients.Virsh(build.virsh, None).result("-c", f"test+unix:///default?socket={path}", "suspend test; resume test")


@pytest.fixture(params=["path", "abstract"])
def manager(request, folder):
    """systemd's end of NOTIFY_SOCKET: (what to put there, the socket)."""
    one = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    one.settimeout(processes.DEADLINE)
    name = f"{folder}/notify" if request.param == "path" else f"@{folder}/notify"
    one.bind(name if request.param == "path" else "\0" + name[1:])
    yield name, one
    one.close()


def test_states_are_told(build, folder, manager):
    name, notify = manager
    with Unit(build, folder, notify=name) as unit:
        assert notify.recv(4096) == b"READY=1"
        run = folder / "root" / ("run/libvirt" if KIND == "system" else f"session/{os.getuid()}/run")
        assert shell(build, run / "libvirt-sock").status == 0  # readiness means just that
        unit.process.send_signal(signal.SIGHUP)
        assert re.fullmatch(rb"RELOADING=1\nMONOTONIC_USEC=\d+", notify.recv(4096))
        assert notify.recv(4096) == b"READY=1"
        assert unit.stop() == 0
        assert notify.recv(4096) == b"STOPPING=1"


def test_readiness_is_not_told_by_a_daemon_that_fails(build, folder, manager):
    name, notify = manager
    (folder / "root").mkdir()
    config = folder / "root" / ("etc/libvirt" if KIND == "system" else f"session/{os.getuid()}/config")
    config.mkdir(parents=True)
    (config / "libvirtd.conf").write_text("bogus = 1\n")
    with Unit(build, folder, notify=name) as unit:
        assert unit.process.wait(processes.DEADLINE) == 1
    notify.setblocking(False)
    with pytest.raises(BlockingIOError):
        notify.recv(4096)


@pytest.mark.parametrize("names", ["libvirtd.socket:libvirtd-ro.socket", None])
def test_both_sockets_are_taken_over(names, build, folder):
    """Told apart by their units, or where those have no names, by their files; systemd keeps the files."""
    paths = [folder / "libvirt-sock", folder / "libvirt-sock-ro"]
    sockets = [listening(path) for path in paths]
    with Unit(build, folder, sockets=sockets, names=names) as unit:
        for one in sockets:
            one.close()
        assert shell(build, paths[0]).status == 0
        refused = shell(build, paths[1])
        assert refused.status == 1 and "read only access" in refused.err, refused
        assert unit.stop() == 0
    assert all(path.exists() for path in paths)
    assert not list((folder / "root").rglob("libvirt-sock*"))


def test_units_are_told_apart_by_name_first(build, folder):
    paths = [folder / "one", folder / "other"]
    sockets = [listening(path) for path in paths]
    with Unit(build, folder, sockets=sockets, names="libvirtd-ro.socket:libvirtd.socket"):
        for one in sockets:
            one.close()
        assert shell(build, paths[1]).status == 0
        assert shell(build, paths[0]).status == 1


def test_clients_that_waited_in_the_socket_are_served(build, folder):
    """The very reason for socket activation."""
    path = folder / "libvirt-sock"
    one = listening(path)
    client = subprocess.Popen([build.virsh, "-c", f"qemu+unix:///{KIND}?socket={path}", "list", "--all"],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    with Unit(build, folder, sockets=[one], names="libvirtd.socket"):
        one.close()
        out, err = client.communicate(timeout=processes.DEADLINE)
        assert client.returncode == 0, out + err


def test_what_was_meant_for_another_process_is_left(build, folder, manager):
    name, notify = manager
    path = folder / "libvirt-sock"
    one = listening(path)
    with Unit(build, folder, notify=name, sockets=[one], names="libvirtd.socket", pid=1) as unit:
        assert notify.recv(4096) == b"READY=1"
        assert list((folder / "root").rglob("libvirt-sock"))  # it made its own
        assert unit.stop() == 0
    one.close()
