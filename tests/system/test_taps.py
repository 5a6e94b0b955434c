# SPDX-License-Identifier: LGPL-2.1-or-later
"""Taps, bridges and scripts for real, in a network of the test's own."""
import json
import os
import subprocess
import xml.etree.ElementTree as ET

import pytest
from conftest import ORACLE
from harness import processes
from test_guest import files_below

MAC = "52:54:00:11:22:33"
pytestmark = pytest.mark.root


def why_not():
    if not os.path.exists("/dev/net/tun"):
        return "no /dev/net/tun"
    done = subprocess.run(["unshare", "--net", "ip", "link", "add", "b0", "type", "bridge"], capture_output=True, text=True)
    return None if done.returncode == 0 else f"no network namespace with a bridge here: {done.stderr.strip()}"


class Network:
    """The daemon's network, looked at from inside; `path` keeps it alive while no process is in it."""

    def __init__(self, path):
        self.path = path

    def ip(self, *arguments):
        done = subprocess.run(["nsenter", f"--net={self.path}", "ip", *arguments], capture_output=True, text=True)
        assert done.returncode == 0, done
        return done.stdout

    def links(self):
        return {link["ifname"]: link for link in json.loads(self.ip("-json", "-details", "link", "show"))}


@pytest.fixture
def daemon(make_daemon, emulator):
    reason = why_not()
    if reason:
        pytest.skip(reason)
    return make_daemon(network=True).start()


@pytest.fixture
def network(daemon):
    with open(f"/proc/{daemon.service.pid}/ns/net") as held:
        yield Network(f"/proc/{os.getpid()}/fd/{held.fileno()}")


def target_of(virsh, name):
    return ET.fromstring(virsh("dumpxml", name)).find("devices/interface/target").get("dev")


def interface(kind, inside=""):
    return f"<interface type='{kind}'><mac address='{MAC}'/>{inside}</interface>"


def script(folder, name, body):
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def test_bridge(network, daemon, virsh, define):
    network.ip("link", "add", "br7", "type", "bridge")
    before = files_below(daemon.root)
    define("port", devices=interface("bridge", "<source bridge='br7'/><model type='virtio'/>"), boot=False)
    virsh("start", "port")
    tap = target_of(virsh, "port")
    link = network.links()[tap]
    assert link["master"] == "br7"
    assert "UP" in link["flags"]
    assert link["address"] == "fe" + MAC[2:]
    assert "<target dev=" not in virsh("dumpxml", "port", "--inactive")
    virsh("destroy", "port")
    processes.until(lambda: tap not in network.links(), "the tap to go")
    virsh("undefine", "port")
    assert files_below(daemon.root) == before


@pytest.mark.skipif(ORACLE, reason="of our own promise: nothing is lost")
def test_bridge_outlives_the_daemon_not_the_guest(network, daemon, virsh, define):
    network.ip("link", "add", "br7", "type", "bridge")
    define("port", devices=interface("bridge", "<source bridge='br7'/>"), boot=False)
    virsh("start", "port")
    tap = target_of(virsh, "port")
    pid, = processes.qemus("guest=port")
    daemon.service.argv[:3] = ["nsenter", f"--net={network.path}", "--"]
    daemon.service.kill()
    assert network.links()[tap]["master"] == "br7"
    daemon.start()
    assert virsh.state("port") == "running"
    assert network.links()[tap]["master"] == "br7"
    daemon.service.kill()
    processes.end(pid)
    processes.until(lambda: tap not in network.links(), "the tap to go with its QEMU")
    daemon.start()
    assert virsh.state("port") == "shut off"


def test_start_that_fails_leaves_no_tap(network, daemon, virsh, define):
    network.ip("link", "add", "br7", "type", "bridge")
    before = set(network.links())
    define("broken", devices=interface("bridge", "<source bridge='br7'/><model type='wonder'/>"), boot=False)
    virsh.fails("start", "broken")
    assert set(network.links()) == before


def test_many_queues(network, virsh, define):
    define("wide", devices=interface("ethernet", "<model type='virtio'/><driver queues='2'/><mtu size='1400'/>"), boot=False)
    virsh("start", "wide")
    link = network.links()[target_of(virsh, "wide")]
    assert link["linkinfo"]["info_data"]["multi_queue"] is True
    assert link["mtu"] == 1400


def test_scripts_get_the_tap(network, virsh, define, folder):
    """The script runs when the tap is there and up, the other one when the guest is gone."""
    log = folder / "log"
    up = script(folder, "up", f'echo "up $# $1 $(cat /sys/class/net/$1/address 2>/dev/null)" >> {log}\nip link show $1 >> {log}')
    down = script(folder, "down", f'echo "down $# $1" >> {log}')
    define("script", boot=False, devices=interface("ethernet", f"<script path='{up}'/><downscript path='{down}'/><target dev='mytap'/>"))
    virsh("start", "script")
    text = log.read_text()
    assert text.startswith("up 1 mytap")
    assert "UP" in text and "fe" + MAC[2:] in text
    assert target_of(virsh, "script") == "mytap"
    assert "down" not in text
    virsh("destroy", "script")
    processes.until(lambda: "down 1 mytap" in log.read_text(), "the second script")
    assert "mytap" not in network.links()


@pytest.mark.parametrize("body, words", [("echo no such luck >&2; exit 3", "no such luck"), (None, "No such file or directory")])
def test_script_that_fails(body, words, network, daemon, virsh, define, folder):
    path = script(folder, "bad", body) if body else folder / "none"
    before = set(network.links())
    define("bad", devices=interface("ethernet", f"<script path='{path}'/>"), boot=False)
    error = virsh.fails("start", "bad")
    assert str(path) in error and words in error
    assert virsh.state("bad") == "shut off"
    assert set(network.links()) == before
    assert processes.qemus() == []


def test_tap_of_somebody_else(network, virsh, define):
    missing = define("missing", devices=interface("ethernet", "<target dev='theirs' managed='no'/>"), boot=False)
    assert "managed='no'" in virsh.fails("start", missing)
    network.ip("tuntap", "add", "theirs", "mode", "tap")
    before = network.links()["theirs"]["address"]
    virsh("start", missing)
    assert network.links()["theirs"]["address"] == before  # nobody touches it
    virsh("destroy", missing)
    assert "theirs" in network.links()
    taken = define("taken", devices=interface("ethernet", "<target dev='theirs'/>"), boot=False)
    assert "The theirs interface already exists" in virsh.fails("start", taken)
    assert "theirs" in network.links() or ORACLE  # the incumbent removes what it has not made
