# SPDX-License-Identifier: LGPL-2.1-or-later
"""The daemon is killed with -9, at any moment, and started again: guests keep running and are managed, nothing is lost."""
import random
import subprocess
import time

import pytest
from harness import guests, processes
from test_guest import answers, booted, files_below


@pytest.mark.sanitized
def test_guest_outlives_the_daemon(guest_image, daemon, virsh, define):
    define("rock")
    console = booted(virsh, "rock")
    pid, = processes.qemus("rock")
    before = virsh("dumpxml", "rock")
    daemon.restart_after_kill()
    assert virsh("list") == " Id   Name   State\n----------------------\n 1    rock   running\n\n"
    assert virsh("dumpxml", "rock") == before
    assert processes.qemus("rock") == [pid]
    answers(console)
    virsh("suspend", "rock")
    daemon.restart_after_kill()
    assert virsh("domstate", "rock", "--reason") == "paused (user)\n\n"
    virsh("resume", "rock")
    answers(console)
    virsh("shutdown", "rock")
    console.expect(guests.DOWN)
    processes.until(lambda: virsh.state("rock") == "shut off", "the guest to shut down")
    assert processes.wait_end(pid)


def test_guest_outlives_an_orderly_restart(guest_image, daemon, virsh, define):
    define("calm")
    console = booted(virsh, "calm")
    assert daemon.stop() == 0
    answers(console)
    daemon.start()
    assert virsh.state("calm") == "running"
    virsh("destroy", "calm")
    assert processes.qemus() == []


def test_guest_that_ends_while_no_daemon_runs(emulator, daemon, virsh, define):
    define("lost", boot=False)
    virsh("start", "lost")
    pid, = processes.qemus("lost")
    daemon.service.kill()
    processes.end(pid)
    daemon.start()
    assert virsh.state("lost") == "shut off"
    virsh("start", "lost")
    virsh("destroy", "lost")


def test_transient_guest_that_ends_while_no_daemon_runs(emulator, daemon, virsh, folder):
    path = folder / "t.xml"
    path.write_text(guests.xml("t", boot=False))
    virsh("create", path)
    pid, = processes.qemus("t")
    daemon.service.kill()
    processes.end(pid)
    daemon.start()
    assert virsh("list", "--all", "--name").strip() == ""


def test_another_process_with_the_old_pid_is_left_alone(emulator, daemon, virsh, define):
    """The status file names a pid that now belongs to a stranger: the guest is off, the stranger lives."""
    define("reused", boot=False)
    virsh("start", "reused")
    pid, = processes.qemus("reused")
    daemon.service.kill()
    processes.end(pid)
    stranger = subprocess.Popen(["sleep", "1000"])
    try:
        status = next(p for p in daemon.run.rglob("reused.xml"))
        status.write_text(status.read_text().replace(f"pid='{pid}'", f"pid='{stranger.pid}'"))
        for path in daemon.run.rglob("reused.pid"):
            path.write_text(f"{stranger.pid}\n")
        daemon.start()
        assert virsh.state("reused") == "shut off"
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def consistent(virsh, name):
    """What the daemon says of a domain and what runs agree; returns the state. A QEMU that was told to end just before
    the daemon died may end a moment after the next one has started."""
    def agreed():
        state = virsh.state(name)
        ends = len(processes.qemus(name)) == (0 if state == "shut off" else 1)
        return state if ends and state in ("running", "paused", "shut off") else None
    return processes.until(agreed, f"{name}: a state that agrees with what runs")


@pytest.mark.parametrize("seed", range(6))
def test_killed_while_starting(seed, emulator, daemon, virsh, define):
    moments = random.Random(seed)
    define("start", boot=False)
    virsh("start", "start")  # the emulator's capabilities are known from here on
    virsh("destroy", "start")
    before = files_below(daemon.root)
    for _ in range(5):
        client = subprocess.Popen(virsh.argv("start", "start"), env={**virsh.env}, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0, 0.25))  # the moment is what is random here
        daemon.service.kill()
        client.wait(processes.DEADLINE)
        daemon.start()
        if consistent(virsh, "start") != "shut off":
            virsh("destroy", "start")
        assert consistent(virsh, "start") == "shut off"
        assert files_below(daemon.root) == before
    virsh("start", "start")
    assert consistent(virsh, "start") == "running"


@pytest.mark.parametrize("seed", range(6))
def test_killed_while_stopping(seed, emulator, daemon, virsh, define):
    moments = random.Random(seed)
    define("stop", boot=False)
    for _ in range(5):
        virsh("start", "stop")
        client = subprocess.Popen(virsh.argv("destroy", "stop"), env={**virsh.env}, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0, 0.05))
        daemon.service.kill()
        client.wait(processes.DEADLINE)
        daemon.start()
        if consistent(virsh, "stop") != "shut off":
            virsh("destroy", "stop")
        assert consistent(virsh, "stop") == "shut off"


@pytest.mark.parametrize("seed", range(3))
def test_killed_while_defining(seed, daemon, virsh, folder):
    """Every definition is there whole, the old one or the new one."""
    moments = random.Random(seed)
    path = folder / "d.xml"
    uuid = "8a1d2c7e-51a8-4a1f-9d6f-6e0f5a1b2c3d"
    for memory in range(64, 70):
        path.write_text(guests.xml("d", uuid, memory=memory, boot=False))
        client = subprocess.Popen(virsh.argv("define", path), env={**virsh.env}, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0, 0.05))
        daemon.service.kill()
        client.wait(processes.DEADLINE)
        daemon.start()
        found = [line.split()[2] for line in virsh.result("dominfo", "d").out.splitlines() if line.startswith("Max memory")]
        assert not found or int(found[0]) in {m * 1024 for m in range(64, memory + 1)}
    assert not [p for p in daemon.config.rglob("*") if p.is_file() and p.suffix not in {".xml", ".conf"}]


def test_file_that_does_not_parse_is_kept_and_skipped(emulator, daemon, virsh, define):
    define("good", boot=False)
    define("bad", boot=False)
    daemon.stop()
    bad = next(daemon.config.rglob("bad.xml"))
    text = bad.read_text().replace("</domain>", "")
    bad.write_text(text)
    daemon.start()
    assert virsh("list", "--all", "--name").split() == ["good"]
    assert bad.read_text() == text
    assert "bad.xml" in daemon.service.log_text()
