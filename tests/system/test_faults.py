# SPDX-License-Identifier: LGPL-2.1-or-later
"""A QEMU that never answers, answers garbage or dies at step n; and inputs that cannot work."""
import subprocess
import time

import pytest
from harness import fake, guests, processes
from test_guest import files_below

# Bounds, not measurements: a read must not wait for a stuck guest, whose own limits are tens of seconds.
READ_BOUND = 5.0


def fake_domain(define, folder, name, **script):
    return define(name, emulator=fake.make(folder, name, **script), boot=False)


def quick(virsh, *arguments):
    start = time.monotonic()
    out = virsh(*arguments)
    assert time.monotonic() - start < READ_BOUND, arguments
    return out


def test_the_fake_is_a_qemu(daemon, virsh, define, folder):
    fake_domain(define, folder, "fake")
    virsh("start", "fake")
    assert virsh.state("fake") == "running"
    virsh("suspend", "fake")
    assert virsh.state("fake") == "paused"
    daemon.restart_after_kill()
    assert virsh.state("fake") == "paused"
    virsh("resume", "fake")
    virsh("destroy", "fake")
    assert processes.qemus() == []


# What a start of a guest without extras asks of its QEMU, in order.
START = ["qmp_capabilities", "query-chardev", "query-cpus-fast", "cont"]


def test_steps_of_a_start(daemon, virsh, define, folder):
    """The list above is whole: a step that is added is added there too, and dies below."""
    record = folder / "record"
    record.touch(0o666)
    record.chmod(0o666)
    fake_domain(define, folder, "steps", guest={"record": str(record)})
    virsh("start", "steps")
    assert [name for name, _ in fake.recorded(record)] == START


@pytest.mark.sanitized
@pytest.mark.parametrize("step", START)
def test_death_at_step(step, daemon, virsh, define, folder):
    """Whenever QEMU dies during start, the error carries its last words and nothing stays behind."""
    words = f"qemu-system-x86_64: scripted death at step {step}\n"
    fake_domain(define, folder, "dies", guest={"rules": [{"on": step, "do": "die", "stderr": words}]})
    virsh("domstate", "dies")
    before = files_below(daemon.root)
    assert words.strip() in virsh.fails("start", "dies")
    assert virsh.state("dies") == "shut off"
    assert processes.qemus() == []
    assert files_below(daemon.root) == before


@pytest.mark.sanitized
def test_death_before_the_monitor(daemon, virsh, define, folder):
    fake_domain(define, folder, "early", guest={"before": {"do": "die", "stderr": "qemu: cannot live like this\n", "status": 1}})
    before = files_below(daemon.root)
    assert "qemu: cannot live like this" in virsh.fails("start", "early")
    assert virsh.state("early") == "shut off"
    assert files_below(daemon.root) == before


@pytest.mark.sanitized
@pytest.mark.parametrize("how", [
    {"greeting": {"do": "garbage"}},
    {"greeting": {"do": "garbage", "text": "[1, 2\n"}},
    {"greeting": {"do": "garbage", "text": "{\"QMP\": 7}\n"}},
    {"greeting": {"do": "close"}},
    {"greeting": {"do": "flood"}},
    {"rules": [{"on": 1, "do": "garbage"}]},
    {"rules": [{"on": 1, "do": "error", "desc": "scripted refusal"}]},
    {"rules": [{"on": 2, "do": "garbage", "text": "{\"return\": {}}{\"id\": \"none-of-yours\", \"return\": 1}\n]]\n"}]},
    {"rules": [{"on": 2, "do": "close"}]},
    {"rules": [{"on": "cont", "do": "error", "desc": "scripted refusal"}]},
])
def test_nonsense_during_start(how, daemon, virsh, define, folder):
    fake_domain(define, folder, "mad", guest=how)
    before = files_below(daemon.root)
    virsh.fails("start", "mad")
    assert virsh.state("mad") == "shut off"
    assert processes.qemus() == []
    assert files_below(daemon.root) == before
    assert daemon.service.running()


def test_silence_during_start_delays_nobody_else(daemon, virsh, define, folder):
    """The start that waits is visible as such; reads and other guests go on; destroy ends it."""
    fake_domain(define, folder, "mute", guest={"greeting": {"do": "silent"}})
    fake_domain(define, folder, "other")
    client = subprocess.Popen(virsh.argv("start", "mute"), env=virsh.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        processes.until(lambda: processes.qemus("guest=mute"), "the silent QEMU")
        quick(virsh, "list", "--all")
        quick(virsh, "dominfo", "mute")
        quick(virsh, "domstate", "mute")
        quick(virsh, "dumpxml", "mute")
        quick(virsh, "start", "other")
        assert client.poll() is None
        virsh.result("destroy", "mute")
        assert client.wait(processes.DEADLINE) == 1
        assert virsh.state("mute") == "shut off"
        assert not processes.qemus("guest=mute")
        assert virsh.state("other") == "running"
    finally:
        client.kill()
        client.communicate()


def test_frozen_guest_is_read_and_destroyed(daemon, virsh, define, folder):
    fake_domain(define, folder, "ice", guest={"rules": [{"on": "stop", "do": "freeze"}]})
    virsh("start", "ice")
    client = subprocess.Popen(virsh.argv("suspend", "ice"), env=virsh.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        for command in ("domstate", "dominfo", "dumpxml", "domid"):
            quick(virsh, command, "ice")
        quick(virsh, "list")
        assert client.poll() is None
        virsh("destroy", "ice")
        assert virsh.state("ice") == "shut off"
        assert processes.qemus() == []
        assert client.wait(processes.DEADLINE) == 1
    finally:
        client.kill()
        client.communicate()


def test_frozen_guest_does_not_hold_up_the_daemons_start(daemon, virsh, define, folder):
    """After a restart a guest whose monitor stays silent is there, and all others too."""
    fake_domain(define, folder, "quiet")
    virsh("start", "quiet")
    pid, = processes.qemus("guest=quiet")
    subprocess.run(["kill", "-STOP", str(pid)], check=True)
    daemon.restart_after_kill()
    quick(virsh, "list", "--all")
    assert "quiet" in virsh("list", "--all", "--name").split()
    virsh("destroy", "quiet")
    assert not processes.alive(pid)


def test_running_guest_that_dies(daemon, virsh, define, folder):
    fake_domain(define, folder, "crash", guest={"rules": [{"on": "system_powerdown", "do": "die", "signal": 11}]})
    virsh("start", "crash")
    virsh.result("shutdown", "crash")
    processes.until(lambda: virsh.state("crash") == "shut off", "the daemon to notice")
    assert virsh("domstate", "crash", "--reason") == "shut off (crashed)\n\n"


def test_garbage_from_a_running_guest(daemon, virsh, define, folder):
    fake_domain(define, folder, "noise", guest={"rules": [{"on": "system_powerdown", "do": "garbage"}]})
    virsh("start", "noise")
    virsh.result("shutdown", "noise")
    quick(virsh, "domstate", "noise")
    virsh.result("destroy", "noise")
    assert virsh.state("noise") == "shut off"
    assert processes.qemus() == []


@pytest.mark.parametrize("how", [{"before": {"do": "die", "stderr": "no probing here\n"}}, {"greeting": {"do": "garbage"}},
                                 {"greeting": {"do": "close"}}])
def test_emulator_that_cannot_be_probed(how, daemon, virsh, folder):
    path = folder / "p.xml"
    path.write_text(guests.xml("p", emulator=fake.make(folder, "probe", probe=how), boot=False))
    result = virsh.result("define", path)
    if result.status == 0:
        result = virsh.result("start", "p")
    assert result.status == 1, result
    assert "qemu-probe" in result.err
    assert processes.qemus() == []
    assert daemon.service.running()


def test_missing_emulator_is_named(virsh, folder):
    path = folder / "m.xml"
    path.write_text(guests.xml("m", emulator=folder / "no-such-emulator", boot=False))
    result = virsh.result("define", path)
    if result.status == 0:
        result = virsh.result("start", "m")
    assert result.status == 1, result
    assert f"{folder}/no-such-emulator" in result.err
    assert "No such file or directory" in result.err


def test_missing_disk_is_named(emulator, daemon, virsh, define, folder):
    disk = f"<disk type='file' device='disk'><source file='{folder}/none.img'/><target dev='hda' bus='ide'/></disk>"
    define("nodisk", devices=disk, boot=False)
    before = files_below(daemon.root)
    error = virsh.fails("start", "nodisk")
    assert f"{folder}/none.img" in error
    assert "No such file or directory" in error
    assert virsh.state("nodisk") == "shut off"
    assert files_below(daemon.root) == before
    assert processes.qemus() == []


def test_missing_kernel_is_named(emulator, virsh, folder):
    path = folder / "k.xml"
    path.write_text(guests.xml("k", boot=False).replace("</os>", f"<kernel>{folder}/vmlinuz</kernel></os>"))
    virsh("define", path)
    assert f"{folder}/vmlinuz" in virsh.fails("start", "k")


@pytest.mark.sanitized
def test_malformed_xml_is_located(virsh, folder):
    path = folder / "bad.xml"
    path.write_text("<domain type='qemu'>\n  <name>x</name>\n  <memory>1024</wrong>\n</domain>\n")
    error = virsh.fails("define", path)
    assert error.startswith(f"error: Failed to define domain from {path}\n")
    assert "3" in error and "memory" in error
    assert virsh("list", "--all", "--name").strip() == ""


@pytest.mark.sanitized
def test_errors_of_wrong_states_and_names(emulator, virsh, define, folder):
    define("one", boot=False)
    assert "failed to get domain 'none'" in virsh.fails("start", "none")
    assert "domain is not running" in virsh.fails("destroy", "one")
    assert "domain is not running" in virsh.fails("suspend", "one")
    virsh("start", "one")
    assert "Domain is already active" in virsh.fails("start", "one")
    other = folder / "other.xml"
    other.write_text(guests.xml("one", "00000000-0000-4000-8000-000000000001", boot=False))
    assert "already" in virsh.fails("define", other)
    virsh("destroy", "one")


def test_read_only_connection_changes_nothing(emulator, daemon, virsh, define):
    if not daemon.privileged:
        pytest.skip("a session daemon has no read-only socket")
    define("fixed", boot=False)
    readonly = type(virsh)(virsh.program, virsh.uri, virsh.env)
    assert readonly("-r", "list", "--all", "--name").split() == ["fixed"]
    for command in ("start", "undefine", "autostart"):
        assert "read only" in readonly.fails("-r", command, "fixed")
    assert virsh.state("fixed") == "shut off"
