# SPDX-License-Identifier: LGPL-2.1-or-later
"""How guests end and begin anew: panic, reboot, power-off and what the definition wants then; owners; passwords.

A fake QEMU plays the guest where a real one would take its time.
"""
import datetime
import os
import socket
import subprocess
import xml.etree.ElementTree as ET

import pytest
from conftest import ORACLE
from harness import clients, fake, guests, processes
from test_guest import booted, files_below

needs_fake = pytest.mark.skipif(ORACLE, reason="the fake QEMU speaks to our daemon only")

PANIC = {"on": "system_powerdown", "do": "answer", "events": [["GUEST_PANICKED", {"action": "pause"}], ["STOP", None]]}
POWER_OFF = {"on": "system_powerdown", "do": "answer", "events": [["SHUTDOWN", {"guest": True, "reason": "guest-shutdown"}], ["STOP", None]]}


@pytest.fixture
def fake_guest(define, folder):
    """fake_guest(rule, extra): a defined guest that does that; returns its name and the record of its commands."""

    def one(*rules, extra="", devices="", answers=None):
        record = folder / "record"
        record.touch()
        record.chmod(0o666)
        emulator = fake.make(folder, "ends", guest={"rules": list(rules), "record": str(record), "answers": answers or {}})
        return define("ends", emulator=emulator, boot=False, extra=extra, devices=devices), record

    return one


def listener(virsh):
    """A virsh that tells every event, once it does."""
    pid, console = virsh.terminal("event", "--all", "--loop")

    def hears():
        virsh("define", "/dev/stdin", stdin=guests.xml("probe", boot=False))
        virsh("undefine", "probe")
        try:
            console.expect("for domain 'probe': Undefined", timeout=0.2)
            return True
        except AssertionError:
            return False

    processes.until(hears, "the listener to listen")
    return pid, console


@needs_fake
@pytest.mark.parametrize("action, state", [("destroy", "shut off (crashed)"), ("restart", "running (crashed)"), ("preserve", "crashed (panicked)")])
def test_panic(action, state, daemon, virsh, fake_guest):
    stopped = {"query-status": {"running": False, "singlestep": False, "status": "guest-panicked"}}
    name, record = fake_guest(PANIC, extra=f"<on_crash>{action}</on_crash>", answers=stopped)
    virsh("start", name)
    virsh.result("shutdown", name)  # the fake panics instead, and may end before it has answered
    processes.until(lambda: virsh("domstate", name, "--reason").strip() == state, state)
    assert bool(processes.qemus()) == (action != "destroy")
    assert ("system_reset" in [command for command, _ in fake.recorded(record)]) == (action == "restart")
    if action == "preserve":
        daemon.restart_after_kill()
        assert virsh("domstate", name, "--reason").strip() == state
        virsh("destroy", name)


@needs_fake
@pytest.mark.parametrize("action", ["destroy", "restart"])
def test_power_off(action, virsh, fake_guest):
    name, record = fake_guest(POWER_OFF, extra=f"<on_poweroff>{action}</on_poweroff>")
    virsh("start", name)
    virsh("shutdown", name)
    if action == "destroy":
        processes.until(lambda: virsh("domstate", name, "--reason").strip() == "shut off (shutdown)", "the end")
        assert processes.qemus() == []
    else:
        processes.until(lambda: [c for c, _ in fake.recorded(record)][-2:] == ["system_reset", "cont"], "the guest's second life")
        assert virsh.state(name) == "running"


@needs_fake
def test_reboot_by_acpi(virsh, fake_guest):
    """The button is pressed, the guest goes down and comes up again in the same QEMU; listeners are told."""
    name, record = fake_guest(POWER_OFF)
    virsh("start", name)
    pid, = processes.qemus()
    watcher, console = listener(virsh)
    virsh("reboot", name)
    console.expect(f"event 'reboot' for domain '{name}'")
    processes.until(lambda: [c for c, _ in fake.recorded(record)][-3:] == ["system_powerdown", "system_reset", "cont"], "the reboot")
    assert virsh.state(name) == "running"
    assert processes.qemus() == [pid]
    processes.end(watcher)
    os.waitpid(watcher, 0)


@needs_fake
def test_reboot_survives_the_daemon(daemon, virsh, fake_guest):
    """The daemon dies between the button and the guest's power-off: the next one still makes it a reboot."""
    name, record = fake_guest()
    virsh("start", name)
    virsh("reboot", name)
    daemon.restart_after_kill()
    assert virsh.state(name) == "running"
    virsh("shutdown", name)  # what is asked last counts
    assert [c for c, _ in fake.recorded(record)].count("system_powerdown") == 2


def test_reboot_of_a_real_guest_is_told(guest_image, virsh, define):
    define("told")
    console = booted(virsh, "told")
    watcher, events = listener(virsh)
    virsh("reboot", "told", "--mode", "acpi")
    events.expect("event 'reboot' for domain 'told'")
    console.expect(guests.UP)
    assert virsh.state("told") == "running"
    processes.end(watcher)
    os.waitpid(watcher, 0)


def test_autodestroy(emulator, daemon, virsh, define):
    """The guest ends with the connection that started it, and only that."""
    define("owned", boot=False)
    define("free", boot=False)
    before = files_below(daemon.root)
    virsh("start", "owned", "--autodestroy")
    processes.until(lambda: virsh.state("owned") == "shut off", "the end with its owner")
    assert virsh("domstate", "owned", "--reason") == "shut off (destroyed)\n\n"
    assert processes.qemus() == []
    assert ORACLE or files_below(daemon.root) == before
    virsh("start", "free")
    assert virsh.state("free") == "running"
    virsh("destroy", "free")


def test_autodestroy_of_a_killed_client(emulator, daemon, virsh, define):
    reason = clients.why_no_python()
    if reason:
        pytest.skip(reason)
    define("owned", boot=False)
    script = ("import libvirt, sys; c = libvirt.open(sys.argv[1]); "
              "c.lookupByName('owned').createWithFlags(libvirt.VIR_DOMAIN_START_AUTODESTROY); print('up', flush=True); sys.stdin.read()")
    client = subprocess.Popen([clients.PYTHON, "-c", script, daemon.uri()], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert client.stdout.readline() == "up\n"
    assert virsh.state("owned") == "running"
    client.kill()
    client.communicate()
    processes.until(lambda: virsh.state("owned") == "shut off", "the end with its owner")


@needs_fake
@pytest.mark.parametrize("attributes, password, expiry", [
    ("passwd='secret'", {"protocol": "vnc", "password": "secret"}, "never"),
    ("passwd='secret' passwdValidTo='2001-02-03T04:05:06'", {"protocol": "vnc", "password": "secret"}, "now"),
    ("passwd='' connected='disconnect'", {"protocol": "vnc", "password": "", "connected": "disconnect"}, "never"),
])
def test_display_password(attributes, password, expiry, virsh, fake_guest):
    name, record = fake_guest(devices=f"<graphics type='vnc' port='-1' {attributes}/>")
    virsh("start", name)
    commands = fake.recorded(record)
    assert ("set_password", password) in commands
    assert ("expire_password", {"protocol": "vnc", "time": expiry}) in commands
    assert "passwd='secret'" not in virsh("dumpxml", name)
    assert ("passwd='secret'" in virsh("dumpxml", name, "--security-info")) == (password["password"] == "secret")


@needs_fake
def test_display_password_that_ends_later(virsh, fake_guest):
    until = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1)
    name, record = fake_guest(devices=f"<graphics type='vnc' port='-1' passwd='x' passwdValidTo='{until:%Y-%m-%dT%H:%M:%S}'/>")
    virsh("start", name)
    time = dict(fake.recorded(record))["expire_password"]["time"]
    assert time.startswith("+") and 3000 < int(time) <= 3600


def port_of(virsh, name):
    return int(ET.fromstring(virsh("dumpxml", name)).find("devices/graphics").get("port"))


@pytest.mark.parametrize("attributes, types", [("passwd='secret'", {2}), ("", {1})])
def test_display_of_a_real_qemu_asks_for_the_password(attributes, types, emulator, virsh, define):
    define("shown", boot=False, devices=f"<graphics type='vnc' port='-1' {attributes}/>")
    virsh("start", "shown")
    with socket.create_connection(("127.0.0.1", port_of(virsh, "shown")), processes.DEADLINE) as one:
        assert one.recv(12).startswith(b"RFB 003.")
        one.sendall(b"RFB 003.008\n")
        assert set(one.recv(one.recv(1)[0])) == types
