# SPDX-License-Identifier: LGPL-2.1-or-later
"""A real Linux guest, from definition to undefinition, through our daemon, by either shell."""
import os
import shutil
import xml.etree.ElementTree as ET

import pytest
from harness import guests, processes


def pty_of(virsh, name):
    return ET.fromstring(virsh("dumpxml", name)).find("devices/serial/source").get("path")


def booted(virsh, name):
    """Starts the domain paused, so that not one byte of its console is lost, and waits for its own message."""
    virsh("start", name, "--paused")
    assert virsh.state(name) == "paused"
    console = guests.Console(pty_of(virsh, name))
    virsh("resume", name)
    console.expect(guests.UP)
    console.expect("guest# ")
    return console


def answers(console):
    console.send("echo $((40 + 2))\n")
    console.expect(r"\n42\r")


def files_below(root):
    """The files and sockets below a daemon's root, but for logs and caches, which stay."""
    return {p.relative_to(root) for p in root.rglob("*") if not {"log", "cache"} & set(p.relative_to(root).parts)
            and not p.is_dir() and not p.name.endswith(".log")}


@pytest.mark.sanitized
@pytest.mark.parametrize("shell", ["virsh", "debian_virsh"])
def test_whole_life(shell, request, guest_image, daemon, folder):
    virsh = request.getfixturevalue(shell)
    virsh("list", "--all")
    before = files_below(daemon.root)
    path = folder / "guest.xml"
    path.write_text(guests.xml("life", "5c8ee1fb-0fd9-4ab8-9ba9-2ba96cbd1c4b"))
    assert virsh("define", path) == f"Domain 'life' defined from {path}\n\n"
    assert virsh.state("life") == "shut off"
    assert virsh("list", "--all") == " Id   Name   State\n-----------------------\n -    life   shut off\n\n"

    console = booted(virsh, "life")
    assert virsh("list") == " Id   Name   State\n----------------------\n 1    life   running\n\n"
    assert virsh("domid", "life").strip() == "1"
    assert virsh("domuuid", "life").strip() == "5c8ee1fb-0fd9-4ab8-9ba9-2ba96cbd1c4b"
    info = dict(line.split(":", 1) for line in virsh("dominfo", "life").splitlines() if ":" in line)
    assert info["State"].strip() == "running"
    assert info["Max memory"].split() == ["98304", "KiB"]
    assert info["Persistent"].strip() == "yes"
    answers(console)

    virsh("suspend", "life")
    assert virsh("domstate", "life", "--reason") == "paused (user)\n\n"
    virsh("resume", "life")
    assert virsh("domstate", "life", "--reason") == "running (unpaused)\n\n"
    answers(console)

    virsh("reset", "life")
    console.expect(guests.UP)
    console.expect("guest# ")
    assert virsh.state("life") == "running"
    pid, = processes.qemus("life")
    virsh("reboot", "life")
    console.expect(guests.DOWN)
    console.expect(guests.UP)
    console.expect("guest# ")
    assert processes.qemus("life") == [pid]

    virsh("shutdown", "life")
    console.expect(guests.DOWN)
    processes.until(lambda: virsh.state("life") == "shut off", "the guest to shut down")
    assert virsh("domstate", "life", "--reason") == "shut off (shutdown)\n\n"
    assert processes.wait_end(pid)
    virsh("undefine", "life")
    assert virsh("list", "--all", "--name").strip() == ""
    assert files_below(daemon.root) == before
    assert processes.qemus() == []


def test_guest_powers_itself_off(guest_image, virsh, define):
    define("off", cmdline="vireo.end=poweroff")
    virsh("start", "off")
    processes.until(lambda: virsh.state("off") == "shut off", "the guest's own power-off")
    assert virsh("domstate", "off", "--reason") == "shut off (shutdown)\n\n"


def test_on_poweroff_restart_keeps_it(guest_image, virsh, define):
    define("again", extra="<on_poweroff>restart</on_poweroff>")
    console = booted(virsh, "again")
    console.send("poweroff -f\n")
    console.expect(guests.UP)
    assert virsh.state("again") == "running"


def test_on_reboot_destroy_ends_it(guest_image, virsh, define):
    define("once", extra="<on_reboot>destroy</on_reboot>", cmdline="vireo.end=reboot")
    virsh("start", "once")
    processes.until(lambda: virsh.state("once") == "shut off", "the end instead of a reboot")


def test_destroy_ends_it_at_once(guest_image, virsh, define):
    define("gone")
    booted(virsh, "gone")
    pid, = processes.qemus("gone")
    virsh("destroy", "gone")
    assert not processes.alive(pid)
    assert virsh("domstate", "gone", "--reason") == "shut off (destroyed)\n\n"


@pytest.mark.sanitized
def test_transient_guest_vanishes_with_its_end(guest_image, virsh, folder):
    path = folder / "transient.xml"
    path.write_text(guests.xml("transient"))
    assert virsh("create", path, "--paused") == f"Domain 'transient' created from {path}\n\n"
    info = dict(line.split(":", 1) for line in virsh("dominfo", "transient").splitlines() if ":" in line)
    assert info["Persistent"].strip() == "no"
    virsh("destroy", "transient")
    assert "transient" not in virsh("list", "--all", "--name").split()
    assert "failed to get domain 'transient'" in virsh.fails("domstate", "transient")


def test_console_of_virsh_is_the_guests_console(guest_image, virsh, define):
    define("talk")
    virsh("start", "talk", "--paused")
    pid, console = virsh.terminal("console", "talk")
    console.expect("Escape character is")
    virsh("resume", "talk")
    console.expect(guests.UP)
    console.expect("guest# ")
    answers(console)
    console.send("\x1d")  # Ctrl + ]
    assert processes.wait_end(pid)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert virsh.state("talk") == "running"


def test_events_tell_the_whole_life(guest_image, virsh, define):
    define("told")
    pid, listener = virsh.terminal("event", "--event", "lifecycle", "--loop")
    # The listener's own registration is its first word to the daemon that we can wait for: a change it reports.
    processes.until(lambda: reports_a_change(virsh, listener), "the listener to listen")
    for command, line in (("start", "Started Booted"), ("suspend", "Suspended Paused"), ("resume", "Resumed Unpaused"),
                          ("destroy", "Stopped Destroyed")):
        virsh(command, "told")
        listener.expect(f"event 'lifecycle' for domain 'told': {line}")
    virsh("undefine", "told")
    listener.expect("event 'lifecycle' for domain 'told': Undefined Removed")
    processes.end(pid)
    os.waitpid(pid, 0)


def reports_a_change(virsh, listener):
    virsh("define", "/dev/stdin", stdin=guests.xml("probe"))
    virsh("undefine", "probe")
    try:
        listener.expect("for domain 'probe': Undefined", timeout=0.2)
        return True
    except AssertionError:
        return False


def test_autostart_happens_once_a_boot(emulator, daemon, virsh, define):
    define("early", boot=False)
    virsh("autostart", "early")
    daemon.stop()
    daemon.start()
    assert virsh.state("early") == "shut off"  # the host was not booted: a daemon's restart starts nothing
    daemon.stop()
    shutil.rmtree(daemon.run)  # what a boot of the host does
    daemon.run.mkdir()
    daemon.start()
    processes.until(lambda: virsh.state("early") == "running", "the automatic start")
    virsh("autostart", "early", "--disable")
    virsh("destroy", "early")
