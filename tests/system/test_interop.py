# SPDX-License-Identifier: LGPL-2.1-or-later
"""Programs of others at our daemon, and ours at the incumbent's: nobody notices a difference."""
import json
import subprocess

import pytest
from harness import clients, guests, processes

# A program as users write them. It prints what it sees; the same must come out whoever serves it.
PROGRAM = r"""
import json, sys, threading, libvirt
uri, xml = sys.argv[1:3]
seen = []
def attempt(what, function):
    try:
        value = function()
        seen.append([what, value if isinstance(value, (int, str, list, bool, type(None))) else "object"])
        return value
    except libvirt.libvirtError as error:
        seen.append([what, "error", error.get_error_code(), error.get_error_domain(), error.get_error_level()])
libvirt.registerErrorHandler(lambda *_: None, None)
libvirt.virEventRegisterDefaultImpl()
threading.Thread(target=lambda: [libvirt.virEventRunDefaultImpl() for _ in iter(int, 1)], daemon=True).start()
conn = libvirt.open(uri)
events, gone = [], threading.Event()
def event(conn, domain, kind, detail, _):
    events.append([domain.name(), kind, detail])
    if kind == libvirt.VIR_DOMAIN_EVENT_UNDEFINED:
        gone.set()
conn.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, event, None)
conn.setKeepAlive(5, 3)
attempt("type", conn.getType)
attempt("encrypted", conn.isEncrypted)
attempt("secure", conn.isSecure)
attempt("alive", conn.isAlive)
attempt("max vcpus", lambda: conn.getMaxVcpus("qemu") > 0)
attempt("domains", conn.numOfDomains)
attempt("defined", conn.numOfDefinedDomains)
attempt("lookup of nothing", lambda: conn.lookupByName("nothing"))
attempt("lookup by bad uuid", lambda: conn.lookupByUUIDString("00000000-0000-0000-0000-000000000009"))
attempt("lookup by id", lambda: conn.lookupByID(77))
attempt("bad xml", lambda: conn.defineXML("<domain"))
attempt("no name", lambda: conn.defineXML("<domain type='qemu'/>"))
attempt("no os type", lambda: conn.defineXML("<domain type='qemu'><name>x</name><memory>65536</memory></domain>"))
dom = conn.defineXML(xml)
attempt("name", dom.name)
attempt("uuid", dom.UUIDString)
attempt("id", dom.ID)
attempt("active", dom.isActive)
attempt("persistent", dom.isPersistent)
attempt("updated", dom.isUpdated)
attempt("autostart", dom.autostart)
attempt("set autostart", lambda: dom.setAutostart(1))
attempt("autostart", dom.autostart)
attempt("clear autostart", lambda: dom.setAutostart(0))
attempt("info", dom.info)
attempt("state", dom.state)
attempt("os type", dom.OSType)
attempt("max memory", dom.maxMemory)
attempt("vcpus", lambda: dom.vcpusFlags(libvirt.VIR_DOMAIN_AFFECT_CONFIG))
attempt("defined names", conn.listDefinedDomains)
attempt("suspend when off", dom.suspend)
attempt("destroy when off", dom.destroy)
attempt("shutdown when off", dom.shutdown)
attempt("start", lambda: dom.createWithFlags(libvirt.VIR_DOMAIN_START_PAUSED))
attempt("start twice", dom.create)
attempt("state", dom.state)
attempt("active", dom.isActive)
attempt("id", dom.ID)
attempt("ids", conn.listDomainsID)
attempt("by id", lambda: conn.lookupByID(dom.ID()).name())
attempt("all", lambda: sorted(d.name() for d in conn.listAllDomains(0)))
attempt("running", lambda: [d.name() for d in conn.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_RUNNING)])
attempt("paused", lambda: [d.name() for d in conn.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_PAUSED)])
attempt("inactive xml", lambda: dom.XMLDesc(libvirt.VIR_DOMAIN_XML_INACTIVE))
attempt("resume", dom.resume)
attempt("state", dom.state)
attempt("suspend", dom.suspend)
attempt("suspend again", dom.suspend)
attempt("state", dom.state)
attempt("undefine while on", dom.undefine)
attempt("persistent", dom.isPersistent)
dom = conn.defineXML(xml)
attempt("persistent", dom.isPersistent)
attempt("destroy", dom.destroy)
attempt("state", dom.state)
attempt("undefine", dom.undefine)
attempt("use after undefine", dom.info)
attempt("undefine again", dom.undefine)
attempt("create transient", lambda: conn.createXML(xml, libvirt.VIR_DOMAIN_START_PAUSED | libvirt.VIR_DOMAIN_START_AUTODESTROY).isPersistent())
gone.wait(20)
seen.append(["events", events])
conn.close()
readonly = libvirt.openReadOnly(uri) if "system" in uri else None
if readonly:
    attempt("read-only define", lambda: readonly.defineXML(xml))
    attempt("read-only secure xml", lambda: [d.XMLDesc(libvirt.VIR_DOMAIN_XML_SECURE) for d in readonly.listAllDomains(0)])
print(json.dumps(seen))
"""

UUID = "b44a6f8f-95a1-4a4c-8e4e-50ac9b5d3e51"


def program_xml():
    return guests.xml("program", UUID, boot=False, serial="<serial type='pty'/><console type='pty'/>")


@pytest.fixture
def need_python():
    reason = clients.why_no_python()
    if reason:
        pytest.skip(reason)


def normal(text):
    """The answers without what differs by nature."""
    seen = json.loads(text)
    for item in seen:
        if item[0] == "inactive xml" and isinstance(item[1], str):
            item[1] = "<domain" in item[1] and UUID in item[1]
        if item[0] == "id" and item[1] > 0:
            item[1] = "running"  # a daemon counts on from one program to the next
        if item[0] == "ids":
            item[1] = len(item[1])
        if item[0] == "bad xml":
            item[2:3] = []  # ours is VIR_ERR_XML_ERROR for every malformed document
        if item[0] == "info" and isinstance(item[1], list):
            item[1] = item[1][:4]
    return seen


def test_python_program_sees_no_difference(emulator, need_python, daemon, incumbent):
    """python3-libvirt with Debian's library: the same program at our daemon and at the incumbent's."""
    ours = normal(clients.python(PROGRAM, daemon.uri(), program_xml()))
    theirs = normal(clients.python(PROGRAM, incumbent.uri(), program_xml()))
    assert ours == theirs
    processes.until(lambda: not processes.qemus(), "the guests to go with their client")


def test_our_library_in_python_at_the_incumbent(emulator, need_python, build, incumbent):
    """python3-libvirt loads our libvirt.so.0 and talks to Debian's daemon."""
    ours = normal(clients.python(PROGRAM, incumbent.uri(), program_xml(), library=build.library))
    theirs = normal(clients.python(PROGRAM, incumbent.uri(), program_xml()))
    assert ours == theirs


@pytest.mark.sanitized
def test_our_library_in_python_at_our_daemon(emulator, need_python, build, daemon):
    if "asan" in str(build.folder):
        pytest.skip("a sanitized library cannot be loaded into Debian's python")
    seen = dict((item[0], item[1:]) for item in normal(clients.python(PROGRAM, daemon.uri(), program_xml(), library=build.library)))
    assert seen["start"] == [0]
    assert seen["lookup of nothing"][:2] == ["error", 42]
    assert seen["uuid"] == [UUID]
    assert [kind for _, kind, _ in seen["events"][0]][:2] == [0, 2]


def test_our_virsh_at_the_incumbent(guest_image, build, incumbent, folder):
    virsh = clients.ours(build, incumbent.uri())
    theirs = clients.debian(incumbent.uri())
    path = folder / "guest.xml"
    path.write_text(guests.xml("foreign"))
    assert virsh("define", path) == f"Domain 'foreign' defined from {path}\n\n"
    virsh("start", "foreign", "--paused")
    pid, console = virsh.terminal("console", "foreign")
    console.expect("Escape character is")
    virsh("resume", "foreign")
    console.expect(guests.UP)
    console.expect("guest# ")
    console.send("\x1d")
    assert processes.wait_end(pid)
    for command in (["list", "--all"], ["dominfo", "foreign"], ["domstate", "foreign", "--reason"], ["domid", "foreign"],
                    ["domuuid", "foreign"], ["dumpxml", "foreign"], ["dumpxml", "foreign", "--inactive"], ["nodeinfo"], ["uri"],
                    ["hostname"], ["capabilities"], ["version"]):
        mine, other = virsh(*command), theirs(*command)
        if command[0] == "version":
            mine, other = mine.splitlines()[2:], other.splitlines()[2:]  # the library's own version is ours
        if command[0] == "dominfo":
            mine, other = (
                [line for line in text.split("Messages:")[0].splitlines() if line and not line.startswith("CPU time")]
                for text in (mine, other))  # ours does not ask for messages yet
        assert mine == other, command
    virsh("destroy", "foreign")
    virsh("undefine", "foreign")


def test_debian_virsh_at_our_daemon_prints_what_ours_prints(guest_image, virsh, debian_virsh, define):
    define("both")
    virsh("start", "both", "--paused")
    for command in (["list", "--all"], ["domstate", "both", "--reason"], ["domid", "both"], ["domuuid", "both"],
                    ["dumpxml", "both"], ["dumpxml", "both", "--inactive"], ["nodeinfo"], ["hostname"], ["capabilities"]):
        assert virsh(*command) == debian_virsh(*command), command
    assert debian_virsh("dominfo", "both").splitlines()[:5] == virsh("dominfo", "both").splitlines()[:5]
    debian_virsh("destroy", "both")
    assert virsh.state("both") == "shut off"


def test_definitions_written_by_one_are_read_by_the_other(emulator, daemon, incumbent, virsh, folder):
    """The file our daemon wrote is a definition to the incumbent: a host can switch over and back."""
    path = folder / "moved.xml"
    path.write_text(guests.xml("moved", UUID, boot=False))
    virsh("define", path)
    written = next(daemon.config.rglob("moved.xml")).read_text()
    incumbent.stop()
    place = incumbent.config / "qemu" / "moved.xml"
    place.parent.mkdir(exist_ok=True)
    place.write_text(written)
    incumbent.start()
    theirs = clients.debian(incumbent.uri())
    assert theirs("domuuid", "moved").strip() == UUID
    theirs("define", path)
    back = place.read_text()
    daemon.stop()
    next(daemon.config.rglob("moved.xml")).write_text(back)
    daemon.start()
    assert virsh("domuuid", "moved").strip() == UUID


LOST = r"""
import libvirt, sys
libvirt.registerErrorHandler(lambda *_: None, None)
conn = libvirt.open(sys.argv[1])
print("open", flush=True)
sys.stdin.readline()
for _ in range(2):
    try:
        print(conn.getLibVersion(), flush=True)
    except libvirt.libvirtError as error:
        print("error", error.get_error_code(), flush=True)
print(conn.isAlive(), flush=True)
"""


@pytest.mark.parametrize("library", ["ours", "debian"])
def test_lost_daemon_is_an_error_on_the_next_call(library, need_python, build, daemon):
    env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}
    if library == "ours":
        if "asan" in str(build.folder):
            pytest.skip("a sanitized library cannot be loaded into Debian's python")
        env["LD_LIBRARY_PATH"] = str(build.library.parent)
    client = subprocess.Popen([clients.PYTHON, "-c", LOST, daemon.uri()], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              text=True, env=env)
    assert client.stdout.readline() == "open\n"
    daemon.service.kill()
    out, _ = client.communicate("go\n", timeout=processes.DEADLINE)
    assert client.returncode == 0
    lines = out.split("\n")
    assert lines[0].split()[0] == "error"
    assert lines[1].split()[0] == "error"
    assert lines[2] == "0"


@pytest.mark.sanitized
def test_client_killed_with_autodestroy_takes_its_guest_along(emulator, need_python, daemon, virsh):
    script = ("import libvirt, sys\nc = libvirt.open(sys.argv[1])\n"
              "c.createXML(sys.argv[2], libvirt.VIR_DOMAIN_START_AUTODESTROY)\nprint('up', flush=True)\nsys.stdin.read()\n")
    client = subprocess.Popen([clients.PYTHON, "-c", script, daemon.uri(), program_xml()], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, text=True)
    assert client.stdout.readline() == "up\n"
    assert virsh.state("program") == "running"
    client.kill()
    client.wait()
    processes.until(lambda: not processes.qemus(), "the guest to go with its client")
    processes.until(lambda: virsh("list", "--all", "--name").strip() == "", "its domain to go, too")
