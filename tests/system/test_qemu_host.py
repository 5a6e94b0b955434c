# SPDX-License-Identifier: LGPL-2.1-or-later
"""The driver as a whole: what it says a guest may be made of, and what a SIGHUP makes it read again."""
import json
import os
import re
import signal
import uuid
import xml.etree.ElementTree as ET

import pytest
from conftest import ORACLE
from harness import clients, guests, processes

ASK = """
import json, sys, libvirt
libvirt.registerErrorHandler(lambda *a: None, None)
connection = libvirt.open(sys.argv[1])
for question in json.loads(sys.argv[2]):
    try:
        print(json.dumps([0, 0, connection.getDomainCapabilities(*question)]))
    except libvirt.libvirtError as error:
        print(json.dumps([error.get_error_code(), error.get_error_domain(), error.get_error_message()]))
"""

# emulator, architecture, machine, type → code and domain of the incumbent's error
QUESTIONS = [
    ([None, "z80", None, None], 8, 10),
    ([None, "riscv64", None, None], 67, 10),
    ([None, "x86_64", "wonder", None], 8, 10),
    ([None, "x86_64", None, "xen"], 8, 10),
    ([None, None, None, "wonder"], 8, 10),
    (["/nonexistent", None, None, None], 38, 10),
    (["/usr/bin/qemu-system-x86_64", "aarch64", None, None], 8, 10),
    ([None, None, None, None, 1], 8, 10),
    ([None, None, None, None], 0, 0),
    ([None, "x86_64", "q35", "qemu"], 0, 0),
]


@pytest.fixture
def answers(daemon, emulator):
    reason = clients.why_no_python()
    if reason:
        pytest.skip(reason)
    out = clients.python(ASK, daemon.uri(), json.dumps([question for question, *_ in QUESTIONS]))
    return [json.loads(line) for line in out.splitlines()]


def test_domain_capabilities(answers):
    for (question, code, domain), answer in zip(QUESTIONS, answers, strict=True):
        assert answer[:2] == [code, domain], (question, answer)
    standard, q35 = (ET.fromstring(answer[2]) for answer in answers[-2:])
    assert standard.findtext("path") == "/usr/bin/qemu-system-x86_64"
    assert standard.findtext("machine").startswith("pc-i440fx-")
    assert q35.findtext("machine").startswith("pc-q35-")
    assert q35.findtext("domain") == "qemu"
    buses = [[value.text for value in one.findall("devices/disk/enum[@name='bus']/value")] for one in (standard, q35)]
    assert buses == [["ide", "fdc", "scsi", "virtio", "usb", "sata"], ["fdc", "scsi", "virtio", "usb", "sata"]]
    models = {model.text: model.get("usable") for model in q35.findall("cpu/mode[@name='custom']/model")}
    assert models["qemu64"] == "yes" and models["EPYC-Milan"] == "no"
    assert q35.find("cpu/mode[@name='host-passthrough']").get("supported") == "no"
    assert [value.text for value in q35.findall("devices/rng/enum[@name='backendModel']/value")] == ["random", "egd", "builtin"]


@pytest.mark.root
def test_hangup_reads_definitions_again(emulator, daemon, virsh, define):
    """New files are taken, changed ones count; one that is gone or broken changes nothing. qemu.conf is not read again."""
    for name in ("one", "two", "three"):
        define(name, boot=False, memory=64, devices="<graphics type='vnc' port='-1'/>")
        virsh("dominfo", name)
    folder = daemon.config / "qemu"
    text = (folder / "one.xml").read_text()
    (folder / "new.xml").write_text(re.sub("<uuid>.*</uuid>", f"<uuid>{uuid.uuid4()}</uuid>", text).replace("<name>one<", "<name>new<"))
    (folder / "two.xml").write_text((folder / "two.xml").read_text().replace(">65536<", ">131072<"))
    (folder / "three.xml").write_text("<domain")
    (folder / "one.xml").unlink()
    with open(daemon.config / "qemu.conf", "a") as conf:
        conf.write('vnc_listen = "127.0.0.2"\n')
    os.kill(daemon.service.pid, signal.SIGHUP)
    processes.until(lambda: "new" in virsh("list", "--all", "--name").split(), "the new definition")
    assert set(virsh("list", "--all", "--name").split()) == {"one", "two", "three", "new"}
    memory = {name: ET.fromstring(virsh("dumpxml", name)).findtext("memory") for name in ("two", "three", "new")}
    assert memory == {"two": "131072", "three": "65536", "new": "65536"}
    virsh("start", "new")
    assert "listen='127.0.0.1'" in virsh("dumpxml", "new")
    virsh("destroy", "new")


@pytest.mark.skipif(ORACLE, reason="the incumbent expects complete files")
def test_definition_written_by_hand_starts(emulator, daemon, virsh):
    """One that nobody has completed is completed when it is started."""
    virsh("list")
    text = guests.xml("hand", "00000000-0000-4000-8000-000000000007", boot=False)
    daemon.stop()
    (daemon.config / "qemu" / "hand.xml").write_text(text)
    daemon.start()
    virsh("start", "hand")
    assert "<alias name='serial0'/>" in virsh("dumpxml", "hand")
    virsh("destroy", "hand")


@pytest.mark.skipif(ORACLE, reason="the incumbent knows these devices")
@pytest.mark.parametrize("element, device", [
    ("hostdev", "<hostdev mode='subsystem' type='usb' managed='no'><source><vendor id='0x1234'/><product id='0xbeef'/></source></hostdev>"),
    ("filesystem", "<filesystem type='mount' accessmode='passthrough'><source dir='/tmp'/><target dir='tag'/></filesystem>"),
    ("shmem", "<shmem name='my'><model type='ivshmem-plain'/><size unit='M'>4</size></shmem>"),
])
def test_what_cannot_be_expressed_is_kept_and_refused(element, device, emulator, daemon, virsh, define):
    define("odd", boot=False, devices=device)
    assert f"<{element} " in virsh("dumpxml", "odd")
    daemon.restart_after_kill()
    assert f"<{element}> is not supported" in virsh.fails("start", "odd")
    assert virsh.state("odd") == "shut off"
    assert processes.qemus() == []


def allowed(pid):
    """On which processors each thread may run, by the thread's name."""
    found = {}
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/status") as f:
            fields = dict(line.split(":\t", 1) for line in f if ":\t" in line)
        found[fields["Name"].strip()] = fields["Cpus_allowed_list"].strip()
    return found


@pytest.mark.skipif(ORACLE, reason="the private incumbent has no cgroups to pin with")
@pytest.mark.skipif(not {0, 1} <= os.sched_getaffinity(0), reason="needs the processors 0 and 1")
def test_threads_run_where_the_definition_says(emulator, virsh, folder):
    path = folder / "pin.xml"
    tune = "<cputune><vcpupin vcpu='0' cpuset='1'/><emulatorpin cpuset='0-1'/></cputune>"
    path.write_text(guests.xml("pin", boot=False, extra=tune).replace("<vcpu>1</vcpu>", "<vcpu cpuset='0'>2</vcpu>"))
    virsh("define", path)
    virsh("start", "pin")
    pid, = processes.qemus("guest=pin")
    where = allowed(pid)
    assert where.pop("CPU 0/TCG") == "1"
    assert where.pop("CPU 1/TCG", "0") == "0"
    assert set(where.values()) == {"0-1"}
    virsh("destroy", "pin")
