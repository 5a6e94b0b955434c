# SPDX-License-Identifier: LGPL-2.1-or-later
"""An ordinary user without a daemon: the library starts one, and a guest runs in it from beginning to end."""
import os
import signal
import subprocess

import pytest
from harness import clients, guests, processes, users


@pytest.fixture
def user(build, folder):
    one = users.User(folder)
    for program in (build.daemon, build.virsh, build.library):
        reason = one.why_not(program)
        if reason:
            pytest.skip(reason)
    with users.Adopting():
        yield one


@pytest.fixture
def virsh(user, build):
    return user.virsh(build.virsh)


def test_opening_starts_the_daemon_beside_the_library(user, virsh, build):
    assert virsh("list", "--all")
    pid, = user.daemons(build.daemon)
    assert os.stat(f"/proc/{pid}").st_uid == user.uid
    assert "--timeout=120" in processes.command_line(pid)
    assert user.socket.exists()
    assert virsh("uri").strip() == "qemu:///session"
    assert user.daemons(build.daemon) == [pid]  # the second client found the first one's
    assert processes.end(pid, signal.SIGTERM)
    assert not user.socket.exists()


def test_a_killed_daemon_is_replaced(user, virsh, build):
    path = user.write("kept.xml", guests.xml("kept", boot=False))
    virsh("define", path)
    first, = user.daemons(build.daemon)
    processes.end(first)
    assert virsh("list", "--all", "--name").split() == ["kept"]
    second, = user.daemons(build.daemon)
    assert second != first


def test_it_lets_go_of_what_its_client_had(user, virsh, build, folder):
    """Neither a pipe nor a file of the program that happened to come first stays open in the daemon."""
    with open(folder / "client's", "w") as held:
        done = subprocess.run(virsh.argv("list"), env=dict(os.environ, **user.env), pass_fds=[held.fileno()],
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=processes.DEADLINE)
    assert done.returncode == 0, done
    pid, = user.daemons(build.daemon)
    opened = {os.readlink(f"/proc/{pid}/fd/{fd}") for fd in os.listdir(f"/proc/{pid}/fd")}
    assert str(folder / "client's") not in opened
    assert {os.readlink(f"/proc/{pid}/fd/{fd}") for fd in (0, 1, 2)} == {"/dev/null"}
    assert os.readlink(f"/proc/{pid}/cwd") == "/"
    assert os.getsid(pid) != os.getsid(0)


def test_clients_that_come_together_get_one_daemon(user, virsh, build):
    environment = dict(os.environ, LC_ALL="C", **user.env)
    together = [subprocess.Popen(virsh.argv("list", "--all"), env=environment, stdin=subprocess.DEVNULL,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(8)]
    for one in together:
        out, err = one.communicate(timeout=processes.DEADLINE)
        assert (one.returncode, err) == (0, ""), out
    assert len(user.daemons(build.daemon)) == 1


@pytest.mark.parametrize("uri, env", [
    ("qemu:///session", {"LIBVIRT_AUTOSTART": "0"}), ("test+unix:///default", {}),
    ("qemu+unix:///session?socket={run}/other", {}), ("qemu:///system", {"VIREO_ROOT": "{run}"}),
])
def test_who_starts_none(uri, env, user, build):
    """Only the session's own daemon is started, and only when nobody forbids it."""
    env = {name: value.format(run=user.runtime) for name, value in env.items()}
    message = user.virsh(build.virsh, uri.format(run=user.runtime), env).fails("list")
    assert "Failed to connect socket to" in message
    assert user.daemons(build.daemon) == []
    assert list(user.runtime.iterdir()) == []


def test_another_daemon_can_be_named(user, build):
    there = user.virsh(build.virsh, env={"LIBVIRTD_PATH": str(build.daemon)})
    assert there("list", "--all")
    missing = user.virsh(build.virsh, env={"LIBVIRTD_PATH": "/no/such/libvirtd", "XDG_RUNTIME_DIR": str(user.home)})
    assert "'/no/such/libvirtd'" in missing.fails("list")


def test_in_process_drivers_need_none(user, build):
    assert "test" in user.virsh(build.virsh, "test:///default")("list")
    assert user.daemons(build.daemon) == []


def test_life_of_a_guest(user, virsh, build, guest_image):
    path = user.write("mine.xml", guests.xml("mine"))
    virsh("define", path)
    assert (user.home / ".config/libvirt/qemu/mine.xml").stat().st_uid == user.uid
    virsh("start", "mine", "--paused")
    pid, = processes.qemus("guest=mine")
    assert os.stat(f"/proc/{pid}").st_uid == user.uid
    client, console = virsh.terminal("console", "mine")
    console.expect("Escape character is")
    virsh("resume", "mine")
    console.expect(guests.UP)
    console.expect("guest# ")
    console.send("echo $((40 + 2))\n")
    console.expect(r"\n42\r")
    console.send("\x1d")
    os.waitpid(client, 0)
    console.close()
    assert virsh.state("mine") == "running"
    virsh("destroy", "mine")
    assert processes.wait_end(pid)
    virsh("undefine", "mine")
    assert virsh("list", "--all", "--name").split() == []
    assert not (user.home / ".config/libvirt/qemu/mine.xml").exists()
    strangers = [p for p in (*user.home.rglob("*"), *user.runtime.rglob("*")) if p.lstat().st_uid != user.uid]
    assert strangers == []


def test_a_guest_outlives_its_daemon(user, virsh, build, emulator):
    path = user.write("stays.xml", guests.xml("stays", boot=False))
    virsh("create", path)
    pid, = processes.qemus("guest=stays")
    daemon, = user.daemons(build.daemon)
    processes.end(daemon)
    assert virsh.state("stays") == "running"  # a new daemon, started for this very question
    assert processes.alive(pid)
    virsh("destroy", "stays")
    assert processes.wait_end(pid)


def test_a_read_only_client_starts_it_too(user, build):
    virsh = user.virsh(build.virsh)
    result = clients.run([*user.become, build.virsh, "-r", "-c", "qemu:///session", "list", "--all"], user.env)
    assert result.status == 0, result
    assert virsh("list", "--all") == result.out


def test_a_daemon_that_cannot_start_is_named(user, virsh, build):
    """At once, with its own last words."""
    user.write(".config/libvirt/libvirtd.conf", "\nbogus = 1\n")
    message = virsh.fails("list")
    assert f"'{build.daemon}'" in message
    assert f"{user.home}/.config/libvirt/libvirtd.conf:2: unknown key 'bogus'" in message
    assert user.daemons(build.daemon) == []
