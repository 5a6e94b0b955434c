# SPDX-License-Identifier: LGPL-2.1-or-later
"""Interfaces, devices, secrets and filters: one program on our library and on Debian's must see the same."""
import json
import pathlib

import pytest
from harness import clients

TESTS = pathlib.Path(__file__).parents[1]
SAMPLES = TESTS / "data" / "host"
CONTRACT = (pathlib.Path(__file__).parent / "contract_host.py").read_text()

# What a call gives, as text: for errors code, domain and the opening words, for the rest is ours to say better.
BEGIN = r"""
import json, sys, libvirt
libvirt.registerErrorHandler(lambda *_: None, None)

def say(what, title=""):
    try:
        result = what()
    except libvirt.libvirtError as error:
        result = [error.get_error_code(), error.get_error_domain(), " ".join(error.get_error_message().split()[:5])]
    print(json.dumps([title, result]))

def destroyed(device):
    # the incumbent's test driver may report an error and yet return success
    libvirt.virResetLastError()
    try:
        device.destroy()
    except libvirt.libvirtError:
        pass
    error = libvirt.virGetLastError()
    return error and [*error[:2], " ".join(error[2].split()[:5])]
"""

INTERFACES = BEGIN + r"""
conn = libvirt.open("test:///default")
def defined(text):
    interface = conn.interfaceDefineXML(text, 0)
    seen = [interface.name(), interface.MACString(), interface.isActive(), interface.XMLDesc(0)]
    interface.undefine()
    return seen
for line in open(sys.argv[1]):
    say(lambda: defined(line), line)
"""

CHANGES = BEGIN + r"""
conn, other = libvirt.open("test:///default"), libvirt.open("test:///default")
def everything():
    return [sorted([i.name(), i.MACString(), i.isActive()] for i in conn.listAllInterfaces()), conn.numOfInterfaces(),
            conn.numOfDefinedInterfaces(), sorted(conn.listInterfaces()), sorted(conn.listDefinedInterfaces()),
            [len(conn.listAllInterfaces(flags)) for flags in (0, 1, 2, 3)]]
eth1 = conn.interfaceLookupByName("eth1")
say(eth1.XMLDesc)
say(lambda: eth1.XMLDesc(1))
say(lambda: conn.interfaceLookupByMACString("AA:bb:CC:DD:EE:FF").name())
say(lambda: conn.interfaceLookupByMACString("AA:bb:CC:DD:EE:F0").name())
e1 = conn.interfaceDefineXML("<interface type='ethernet' name='e1'><mac address='aa:bb:cc:dd:ee:ff'/></interface>", 0)
say(lambda: conn.interfaceLookupByMACString("AA:bb:CC:DD:EE:FF").name())
say(lambda: conn.interfaceDefineXML("<interface type='ethernet' name='e2'><foo/></interface>", 0).name())
say(lambda: conn.interfaceDefineXML("<interface type='ethernet' name='e2'><mtu size='7'/></interface>", 1).XMLDesc(0))
for step in (e1.create, e1.create, e1.isActive, e1.destroy, e1.destroy, e1.isActive, lambda: e1.create(4), everything):
    say(step)
for step in (conn.changeRollback, conn.changeCommit, conn.changeBegin, conn.changeBegin, other.changeBegin, e1.undefine, e1.isActive,
             eth1.destroy, everything, other.changeRollback, everything, conn.changeRollback, conn.changeBegin, e1.create,
             conn.changeCommit, conn.changeCommit, everything, e1.undefine, eth1.undefine, everything):
    say(step)
"""

DEVICES = BEGIN + r"""
conn = libvirt.open("test:///default")
def names(capability=None):
    return [conn.numOfDevices(capability), sorted(conn.listDevices(capability, 0))]
def listed(flags):
    return sorted(device.name() for device in conn.listAllDevices(flags))
for device in sorted(conn.listAllDevices(), key=lambda device: device.name()):
    say(lambda: [device.name(), device.parent(), device.numOfCaps(), device.listCaps(), device.XMLDesc(0)])
for capability in (None, "", "system", "scsi_host", "fc_host", "vports", "vport_ops", "pci", "none"):
    say(lambda: names(capability))
for bit in range(32):
    say(lambda: listed(1 << bit), bit)
say(lambda: listed(0x21))
def made(parent, inside, kind="scsi_host"):
    device = conn.nodeDeviceCreateXML(f"<device>{parent}<capability type='{kind}'>{inside}</capability></device>")
    return [device.name(), device.parent(), device.XMLDesc(0), names(), destroyed(device), names()]
fibre = "<capability type='fc_host'><wwnn>%s</wwnn><wwpn>2000000043214321</wwpn></capability>"
one, bare = fibre % "2000000012341234", "<capability type='fc_host'/>"
for parent in ("scsi_host1", "scsi_host2", "scsi_host11", "computer", "nobody"):
    say(lambda: made(f"<name>mine</name><parent>{parent}</parent>", one), parent)
for parent in ("", "<parent wwnn='2000000012341234' wwpn='1000000012341234'/>", "<parent wwnn='2000000012341234'/>",
               "<parent wwnn='2000000012341234' wwpn='1000000012341235'/>", "<parent wwpn='1'/>",
               "<parent fabric_wwn='2000000043214321'/>", "<parent fabric_wwn='1'/>"):
    say(lambda: made(parent, one), parent)
for inside in ("", "<host>3</host><unique_id>4</unique_id>" + one, bare, fibre % "zz",
               "<capability type='vport_ops'/>", "<capability type='none'/>", "<capability/>"):
    say(lambda: made("<parent>scsi_host1</parent>", inside), inside)
say(lambda: made("", "", "none"))
say(lambda: made("", "<interface>e</interface>", "net"))
say(lambda: conn.nodeDeviceCreateXML("<device/>"))
say(lambda: conn.nodeDeviceCreateXML("<none/>"))
eleven, computer, first = [conn.nodeDeviceLookupByName(name) for name in ("scsi_host11", "computer", "scsi_host1")]
for device in (computer, first, first, eleven):
    say(lambda: destroyed(device))
say(names)
say(eleven.parent)
"""

NODE_FILES = BEGIN + r"""
def shown(inside):
    with open(sys.argv[2], "w") as node:
        node.write(f"<node>{inside}</node>")
    conn = libvirt.open("test://" + sys.argv[2])
    return [[[d.XMLDesc(0), d.listCaps(), d.parent() if "<parent>" in inside else None] for d in conn.listAllDevices()],
            sorted([i.name(), i.isActive(), i.MACString(), i.XMLDesc(0)] for i in conn.listAllInterfaces())]
for line in open(sys.argv[1]):
    say(lambda: shown(line), line)
for line in ("<interface type='ethernet' name='a'><mac address='00:11:22:33:44:55'/></interface><interface type='bridge' name='b'><bridge/></interface>",
             "<interface type='ethernet' name='a'/><interface type='ethernet' name='a'><mtu size='9'/></interface>",
             "<interface type='ethernet'/>", "<interface file='none.xml'/>", "<device file='none.xml'/>", "<interface file='outside.xml'/>"):
    say(lambda: shown(line), line)
"""


@pytest.fixture
def both(build):
    """Runs a program with our library and with Debian's, and gives their lines."""
    reason = clients.why_no_python()
    if reason:
        pytest.skip(reason)
    if "asan" in str(build.folder):
        pytest.skip("a sanitized library cannot be loaded into Debian's python")

    def run(program, *arguments):
        return [clients.python(program, *arguments, library=library).splitlines() for library in (build.library, None)]
    return run


def test_every_function_checks_what_it_is_given(both):
    ours, theirs = both(CONTRACT)
    assert len(ours) > 400
    assert ours == theirs


@pytest.mark.parametrize("program", [CHANGES, DEVICES], ids=["interfaces", "devices"])
def test_the_default_machine(both, program):
    ours, theirs = both(program)
    # The incumbent's handle repeats the parent that was asked for, its document names the one taken. Ours agree.
    theirs = [line.replace('["scsi_host12", "scsi_host2"', '["scsi_host12", "scsi_host1"') for line in theirs]
    assert [line for line in zip(ours, theirs) if line[0] != line[1]] == []


def test_definitions_of_interfaces(both):
    ours, theirs = both(INTERFACES, SAMPLES / "interfaces.lines")
    assert ours == theirs


def test_objects_of_node_files(both, folder):
    (folder / "outside.xml").write_text("<interface type='ethernet' name='outside'/>")
    ours, theirs = both(NODE_FILES, SAMPLES / "node-devices.lines", folder / "node.xml")
    assert ours == theirs
    assert any("outside" in json.dumps(line) for line in ours)
