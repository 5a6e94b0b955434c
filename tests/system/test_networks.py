# SPDX-License-Identifier: LGPL-2.1-or-later
"""Virtual networks at the test driver: the same program with our library, with Debian's, and through our daemon."""
import json
import pathlib

import pytest
from harness import clients

DATA = pathlib.Path(__file__).resolve().parents[1] / "data/network"

PROLOGUE = r"""
import ctypes, json, sys, libvirt
libvirt.registerErrorHandler(lambda *_: None, None)
conn = libvirt.open(sys.argv[1])
LIB = ctypes.CDLL("libvirt.so.0")
UUID = "6613d5dd-cb1c-493a-b1bc-0d1e08f99159"
seen = []
def see(what, call):
    try:
        result = call()
        result = sorted(result) if isinstance(result, list) else result
        if hasattr(result, "UUIDString"):
            result = result.XMLDesc() if result.UUIDString() == UUID else result.name()
    except libvirt.libvirtError as error:
        result = [error.get_error_code(), error.get_error_domain(), error.get_error_message()]
        if result[0] == 35 or "the document" in result[2]:
            result = ["malformed", result[1]]  # XML_ERROR with its place here, XML_DETAIL there
    seen.append([str(what), result])
"""

LIFE = PROLOGUE + r"""
names = lambda nets: [net.name() for net in nets]
def see_all(net):
    for name in ("isActive", "isPersistent", "autostart", "bridgeName", "XMLDesc", "UUIDString"):
        see(name, getattr(net, name))
    see("numbers", lambda: [conn.numOfNetworks(), conn.numOfDefinedNetworks()])
    see("active", conn.listNetworks)
    see("defined", conn.listDefinedNetworks)
net = conn.networkLookupByName("default")
see_all(net)
for flags in list(range(64)) + [1 << 10]:
    see(flags, lambda: names(conn.listAllNetworks(flags)))
for name in ("none", ""):
    see(name, lambda: conn.networkLookupByName(name))
for text in (UUID, "x", net.UUIDString().upper()):
    see(text, lambda: conn.networkLookupByUUIDString(text))
see("flags", lambda: net.XMLDesc(1))
for name in ("create", "undefine", "destroy", "destroy", "create", "create"):
    see(name, getattr(net, name))
for on in (1, 0):
    see("set", lambda: net.setAutostart(on))
    see("get", net.autostart)
for define in (conn.networkDefineXML, conn.networkCreateXML):
    see("made", lambda: define("<network><name>n</name><uuid>%s</uuid></network>" % UUID))
    made = conn.networkLookupByName("n")
    see_all(made)
    for again in (conn.networkDefineXML, conn.networkCreateXML):
        see("other uuid", lambda: again("<network><name>n</name><uuid>%s</uuid></network>" % UUID.replace("66", "67")))
        see("other name", lambda: again("<network><name>o</name><uuid>%s</uuid></network>" % UUID))
    if made.isActive():
        see("again", lambda: conn.networkCreateXML(made.XMLDesc()))
        see("auto", lambda: made.setAutostart(1))
        see("undefine", made.undefine)
        see("destroy", made.destroy)
    else:
        see("bridge", made.bridgeName)
        see("started over", lambda: conn.networkCreateXML(made.XMLDesc().replace("<bridge", "<bridge name='b'")))
        see_all(made)
        see("defined over", lambda: conn.networkDefineXML(made.XMLDesc().replace("'b'", "'c'")).bridgeName())
        for name in ("destroy", "create", "bridgeName", "destroy", "undefine"):
            see(name, getattr(made, name))
    for name in ("isActive", "isPersistent", "autostart", "bridgeName", "XMLDesc", "create", "destroy", "undefine"):
        see(name, getattr(made, name))
    see("auto", lambda: made.setAutostart(1))
    see("update", lambda: made.update(3, 9, -1, "<portgroup name='z'/>", 0))
PORT = "<portgroup name='%s'/>"
for flags in (1, 2, 3, 0, 4):
    see(flags, lambda: net.update(3, 9, -1, PORT % flags, flags))
    see("", net.XMLDesc)
for step in (net.destroy, lambda: net.update(3, 9, -1, PORT % "x", 2), lambda: net.update(3, 9, -1, PORT % "y", 0),
             lambda: net.update(3, 9, -1, PORT % "z", 1), net.create):
    see("step", step)
    see("", net.XMLDesc)
for name, text in (("cut", "<network>"), ("root", "<net/>"), ("name", "<network/>")):
    for define in (conn.networkDefineXML, conn.networkCreateXML):
        see(name, lambda: define(text))
for flags in (1, 2):
    see(flags, lambda: conn.networkDefineXMLFlags("<network><name>v</name><foo/></network>", flags))
    see(flags, lambda: conn.networkCreateXMLFlags("<network><name>v</name><foo/></network>", flags))
for call in (net.DHCPLeases, net.listAllPorts, lambda: net.portCreateXML("<x"), lambda: net.portLookupByUUIDString(UUID),
             lambda: net.portLookupByUUIDString("x"), lambda: net.portLookupByUUID(b"0123456789012345")):
    see("unsupported", call)
conn = libvirt.openReadOnly(sys.argv[1])
net = conn.networkLookupByName("default")
for call in (net.create, net.destroy, net.undefine, lambda: net.setAutostart(1), lambda: net.update(3, 9, -1, "", 0), net.listAllPorts,
             lambda: net.portCreateXML("x"), lambda: conn.networkDefineXML("x"), lambda: conn.networkDefineXMLFlags("x", 0),
             lambda: conn.networkCreateXML("x"), lambda: conn.networkCreateXMLFlags("x", 0), net.DHCPLeases):
    see("read only", call)
def c(name, *arguments):
    LIB.virResetLastError()
    result = getattr(LIB, name)(*[ctypes.c_void_p(a) if a is None or a > 1 << 31 else a for a in arguments])
    error = libvirt.virGetLastError()
    seen.append([name, result, list(error[:3]) if error else None])
LIB.virConnectOpen.restype = LIB.virNetworkLookupByName.restype = ctypes.c_void_p
p = LIB.virConnectOpen(sys.argv[1].encode())
n = LIB.virNetworkLookupByName(ctypes.c_void_p(p), b"default")
for name in ("Create", "Destroy", "Undefine", "Free", "Ref", "GetName", "GetConnect", "GetBridgeName", "IsActive", "IsPersistent"):
    for handle in (None, p):
        c("virNetwork" + name, handle)
for name in ("GetUUID", "GetUUIDString", "GetAutostart"):
    c("virNetwork" + name, n, None)
for name in ("LookupByName", "LookupByUUID", "LookupByUUIDString", "DefineXML", "CreateXML"):
    c("virNetwork" + name, p, None)
for name in ("DefineXMLFlags", "CreateXMLFlags"):
    c("virNetwork" + name, p, None, 0)
for name in ("virConnectListNetworks", "virConnectListDefinedNetworks"):
    for names in (None, p):
        c(name, p, names, -1)
    c(name, p, None, 1)
    c(name, p, None, 0)
c("virConnectListAllNetworks", p, None, 0)
c("virConnectListAllNetworks", p, None, 1 << 9)
c("virNetworkUpdate", n, 3, 9, -1, None, 0)
for name in ("Ref", "Free", "Delete", "GetNetwork", "GetXMLDesc", "GetUUID", "GetUUIDString", "GetParameters", "SetParameters"):
    for handle in (None, n):
        c("virNetworkPort" + name, handle, 0, 0, 0)
c("virNetworkPortLookupByUUID", n, None)
c("virNetworkPortLookupByUUIDString", n, None)
c("virNetworkPortCreateXML", n, None, 0)
c("virNetworkGetDHCPLeases", n, None, None, 0)
c("virNetworkListAllPorts", n, None, 0)
c("virConnectListAllNetworks", n, None, 0)
print(json.dumps(seen))
"""

DEFINE = PROLOGUE + r"""
for text in json.load(open(sys.argv[2])):
    see(text, lambda: conn.networkDefineXML(text.replace("<network>", "<network><name>t</name><uuid>%s</uuid>" % UUID, 1)))
print(json.dumps(seen))
"""

UPDATE = PROLOGUE + r"""
for base, command, section, index, text in json.load(open(sys.argv[2])):
    net = conn.networkDefineXML(base.replace("<network>", "<network><name>t</name><uuid>%s</uuid>" % UUID, 1))
    see((command, section, index, text), lambda: net.update(command, section, index, text, 0))
    see("", net.XMLDesc)
print(json.dumps(seen))
"""


def opening(seen):
    """Our messages about XML end with the place; the incumbent's sometimes with the network or libxml2's words."""
    def one(value):
        if isinstance(value, list) and len(value) == 3 and isinstance(value[0], int) and isinstance(value[2], str):
            return value[:2] + [value[2][:24]]
        return value
    return [[one(value) for value in entry] if isinstance(entry, list) else entry for entry in seen]


@pytest.fixture
def need_python(build):
    reason = clients.why_no_python()
    if reason:
        pytest.skip(reason)
    if "asan" in str(build.folder):
        pytest.skip("a sanitized library cannot be loaded into Debian's python")


def same(script, build, *arguments, ours="test:///default"):
    def run(uri, library):
        return opening(json.loads(clients.python(script, uri, *arguments, library=library)))
    mine, theirs = run(ours, build.library), run("test:///default", None)
    assert len(mine) == len(theirs)
    differing = [(a, b) for a, b in zip(mine, theirs) if a != b]
    assert not differing, "\n\n".join(f"ours:   {a}\ntheirs: {b}" for a, b in differing)


def test_life_of_networks(need_python, build):
    same(LIFE, build)


def test_definitions(need_python, build, folder):
    texts = (DATA / "definitions.txt").read_text().splitlines()
    (folder / "texts").write_text(json.dumps([f"<network>{text}</network>" for text in texts if not text.startswith("#")]))
    same(DEFINE, build, str(folder / "texts"))


FULL = """<network><forward mode='nat' dev='e0'/><domain name='d'/><dns><txt name='a' value='b'/><host ip='1.1.1.1'>
<hostname>a</hostname><hostname>b</hostname></host><host ip='1.1.1.2'><hostname>c</hostname></host><srv service='s' protocol='tcp'
target='t'/><srv service='s' protocol='udp'/></dns><ip family='ipv6' address='fd00::1' prefix='64'/><ip address='10.1.1.1' prefix='24'>
<dhcp><range start='10.1.1.2' end='10.1.1.9'/><host mac='52:54:00:00:00:01' name='h1' ip='10.1.1.21'/><host mac='52:54:00:00:00:02'
name='h2' ip='10.1.1.22'/></dhcp></ip><portgroup name='p' default='yes'/></network>"""
BARE = "<network></network>"
NO_DNS = "<network><dns enable='no'/><forward mode='hostdev'><pf dev='x'/></forward></network>"
TWO = "<network><forward mode='route'/><ip address='10.1.1.1' prefix='24'/><ip address='10.1.2.1' prefix='24'/></network>"
MAC = "<host mac='52:54:00:00:00:%s'"
PARTS = {
    4: [MAC % "01" + " name='h9' ip='10.1.1.29'/>", MAC % "09" + " name='h1' ip='10.1.1.29'/>", MAC % "09" + " name='h9' ip='10.1.1.21'/>",
        MAC % "01" + " ip='10.1.1.21'/>", MAC % "01" + "/>", "<host name='h1'/>", "<host ip='10.1.1.21'/>", "<host/>",
        MAC % "09" + " name='h9' ip='10.1.1.29'/>", MAC % "09" + " name='h9' ip='x'/>", MAC % "02" + " name='h1' ip='10.1.1.29'/>", "<x/>"],
    5: ["<range start='10.1.1.2' end='10.1.1.9'/>", "<range start='10.1.1.2' end='10.1.1.8'/>", "<range start='10.1.1.40' end='10.1.1.50'/>",
        "<range start='10.2.1.40' end='10.2.1.50'/>", "<range/>", "<x/>"],
    7: ["<interface dev='e0'/>", "<interface dev='e1'/>", "<interface/>", "<x/>"],
    9: ["<portgroup name='p'/>", "<portgroup name='q' default='yes'/>", "<portgroup/>", "<x/>",
        "<portgroup name='q'><bandwidth><inbound average='1'/></bandwidth></portgroup>"],
    10: ["<host ip='1.1.1.1'/>", "<host ip='1.1.1.1'><hostname>z</hostname></host>", "<host ip='1.1.1.9'><hostname>a</hostname></host>",
         "<host ip='1.1.1.9'><hostname>z</hostname></host>", "<host><hostname>a</hostname></host>", "<host/>", "<x/>",
         "<host><hostname>a</hostname><hostname>c</hostname></host>"],
    11: ["<txt name='a' value='b'/>", "<txt name='a'/>", "<txt name='z' value='b'/>", "<txt value='b'/>", "<txt/>", "<x/>", "<txt name='a' value='c'/>"],
    12: ["<srv service='s' protocol='tcp'/>", "<srv service='s'/>", "<srv service='s' protocol='udp'/>", "<srv/>", "<x/>",
         "<srv service='s' protocol='tcp' target='t'/>", "<srv service='z' protocol='tcp' target='t'/>", "<srv service='s' protocol='tcp' target='y'/>"],
}


def test_updates(need_python, build, folder):
    cases = [(FULL, command, section, -1, text) for section, texts in PARTS.items() for text in texts for command in range(6)]
    cases += [(base, command, section, index, PARTS.get(section, ["<x/>"])[0])
              for base in (FULL, BARE, NO_DNS, TWO) for section in range(15) for command in (1, 2, 3, 4) for index in (-2, 0, 1, 2)]
    cases += [(FULL, 3, 4, -1, text) for text in ("", "<x")]
    (folder / "cases").write_text(json.dumps(cases))
    same(UPDATE, build, str(folder / "cases"))


def test_node_file(need_python, build, folder):
    (folder / "net.xml").write_text("<network><name>filed</name><bridge name='f'/></network>")
    script = PROLOGUE + r"""
for net in sorted(conn.listAllNetworks(), key=lambda net: net.name()):
    seen.append([net.name(), net.bridgeName(), net.isActive(), net.isPersistent(), net.autostart()])
print(json.dumps(seen))
"""
    node = folder / "node.xml"
    node.write_text("<node><network><name>here</name><bridge name='h'/></network><network file='net.xml'/></node>")
    uri = f"test://{node}"
    assert clients.python(script, uri, library=build.library) == clients.python(script, uri)
    for text in ("<network/>", "<network file='none.xml'/>", "<network><name>a</name></network>" * 2):
        node.write_text(f"<node>{text}</node>")
        code = "import libvirt, sys\ntry: libvirt.open(sys.argv[1])\nexcept libvirt.libvirtError as e: print(e.get_error_code(), e.get_error_domain())"
        assert clients.python(code, uri, library=build.library) == clients.python(code, uri)
