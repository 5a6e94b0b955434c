# SPDX-License-Identifier: LGPL-2.1-or-later
"""Snapshots, checkpoints and saved domains of test:///default: our library, our daemon and the incumbent answer
the same Python program with the same values, errors and events."""
import json

import pytest
from harness import clients

COMMON = r"""
import json, os, re, sys, libvirt as L
L.registerErrorHandler(lambda *_: None, None)
L.virEventRegisterDefaultImpl()
uri, folder = sys.argv[1], sys.argv[2]
conn = L.open(uri)
dom = conn.lookupByName("test")
seen, events = [], []
conn.domainEventRegisterAny(None, L.VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                            lambda c, d, event, detail, o: events.append([d.name(), event, detail]), None)

def heard():
    # Every answer comes after the events before it, so two rounds of the loop deliver what happened.
    for _ in range(3):
        timer = L.virEventAddTimeout(0, lambda *a: None, None)
        L.virEventRunDefaultImpl()
        L.virEventRemoveTimeout(timer)
    now = events[:]
    events.clear()
    return now

def plain(value):
    if hasattr(value, "getXMLDesc"):
        value = value.getName()
    if isinstance(value, L.virDomain):
        return value.name()
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, str):
        value = re.sub(r" \(line \d+, column \d+\)", "", value.replace(folder, "FOLDER"))
        return re.sub(r"\b\d{10}\b", "TIME", value)
    return value

def note(label, function, *arguments):
    try:
        result = function(*arguments)
    except L.libvirtError as error:
        message = error.get_error_message()
        code, keep = error.get_error_code(), 90
        if code == 35 or "the document ends too early" in message:
            code, keep = "malformed", 0  # XML_ERROR with its place here, XML_DETAIL there
        elif code == 92:
            keep = 30
        elif code == 38:
            message = message.rpartition(":")[0]  # what errno happened to be
        seen.append([label, "error", code, error.get_error_domain(), plain(message)[:keep]])
        return None
    seen.append([label, plain(result)])
    return result

def say(label, value):
    seen.append([label, plain(value)])

def without_domain(xml):
    return re.sub(r"<domain type.*?</domain>", "DOMAIN", xml, flags=re.S)
"""

SNAPSHOTS = r"""
def take(name, flags=0, inside=""):
    return dom.snapshotCreateXML("<domainsnapshot><name>%s</name>%s</domainsnapshot>" % (name, inside), flags)

def texts(label, snapshot):
    if snapshot:
        say(label + " xml", without_domain(snapshot.getXMLDesc()))

for bit in range(12):
    snapshot = note("create %x" % (1 << bit), take, "f%d" % bit, 1 << bit)
    say("state", dom.state())
    if not dom.isActive(): dom.create()
    if snapshot: note("delete", snapshot.delete, 0)
say("events", heard())
a = take("a")
say("whole xml", a.getXMLDesc(L.VIR_DOMAIN_SNAPSHOT_XML_SECURE))
for bit in range(8):
    note("xml flag", lambda: len(a.getXMLDesc(1 << bit)))
    note("revert flag", dom.revertToSnapshot, a, 1 << bit)
    say("state", dom.state())
say("events", heard())
for name in ("hasCurrentSnapshot", "snapshotCurrent"):
    note(name, getattr(dom, name), 0), note(name, getattr(dom, name), 1)
for name in ("getParent", "isCurrent", "hasMetadata"):
    note(name, getattr(a, name), 0), note(name, getattr(a, name), 1)
note("look-up", dom.snapshotLookupByName, "a", 0), note("look-up", dom.snapshotLookupByName, "a", 1)
note("look-up", dom.snapshotLookupByName, "none", 0), note("twice", take, "a")
for flags in (2, 3, 5, 8, 16): note("delete %d" % flags, a.delete, flags)
say("domain of it", a.getDomain()), say("connection", a.getConnect() is not None)
a.delete()
for label, call in dict(xml=a.getXMLDesc, delete=a.delete, parent=a.getParent, children=a.numChildren, current=a.isCurrent,
                        names=a.listChildrenNames, metadata=a.hasMetadata).items():
    note("gone " + label, call)
note("gone revert", dom.revertToSnapshot, a), note("no current", dom.snapshotCurrent)

for inside in [
    "", "<name/>", '<memory snapshot="no"/>', '<memory snapshot="bad"/>', '<memory snapshot="external"/>',
    '<memory snapshot="external" file="rel"/>', '<memory snapshot="external" file="/abs"/>', '<memory file="/abs"/>',
    '<memory snapshot="internal" file="/abs"/>', '<disks><disk name="vda"/></disks>', '<disks><disk name="vdb"/></disks>',
    "<disks><disk/></disks>", '<disks><disk name="vda" snapshot="external"/></disks>', '<disks><disk name="vda" snapshot="no"/></disks>',
    '<disks><disk name="vda" snapshot="bad"/></disks>', '<disks><disk name="vda"/><disk name="vda"/></disks>',
    '<disks><disk name="/guest/diskimage1"/></disks>', '<disks><disk name="vda" snapshot="internal"><source file="/x"/></disk></disks>',
    '<disks><disk name="vda" snapshot="external"><driver type="qcow2"/><source file="/x/y"/></disk></disks>',
    '<memory snapshot="external" file="/abs"/><disks><disk name="vda" snapshot="external"><driver type="qcow2"/><source file="/x/y"/></disk></disks>',
    '<memory snapshot="external" file="/abs"/><disks><disk name="vda" snapshot="no"/></disks>',
    '<memory snapshot="external" file="/abs"/><disks><disk name="vda"><source file="/x/y"/></disk></disks>',
    "<description>a &amp; b</description><state>shutoff</state><creationTime>12</creationTime><parent><name>zz</name></parent>",
]:
    snapshot = note(inside, dom.snapshotCreateXML, "<domainsnapshot>%s</domainsnapshot>" % inside)
    texts(inside, snapshot)
    if snapshot: snapshot.delete()
note("other root", dom.snapshotCreateXML, "<x/>")
for name in ("a/b", ".a"): take(name).delete()
"""

TREES = r"""
def take(name, flags=0):
    return dom.snapshotCreateXML("<domainsnapshot><name>%s</name></domainsnapshot>" % name, flags)

a, b, c = take("a"), take("b"), take("c")
dom.revertToSnapshot(a)
d = take("d")
say("order", dom.listAllSnapshots(L.VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL))
for flags in (*(1 << bit for bit in range(12)), 0, 3, 5, 9, 12, 0x12, 0x60, 0x300):
    note("list %x" % flags, lambda: sorted(s.getName() for s in dom.listAllSnapshots(flags)))
    note("names", lambda: sorted(dom.snapshotListNames(flags))), note("number", dom.snapshotNum, flags)
    note("children", lambda: sorted(s.getName() for s in a.listAllChildren(flags)))
    note("their names", lambda: sorted(a.listChildrenNames(flags))), note("their number", a.numChildren, flags)
say("current", [s.isCurrent() for s in (a, b, c, d)])
b.delete(), note("grandparent", c.getParent), say("left", sorted(a.listChildrenNames()))
d.delete(), note("current", dom.snapshotCurrent)
a.delete(L.VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY), say("left", dom.snapshotListNames()), note("current", dom.snapshotCurrent)
b, c = take("b"), take("c")
b.delete(L.VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN), say("left", dom.snapshotListNames()), note("current", dom.snapshotCurrent)
b, c = take("b"), take("c")
b.delete(L.VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY), say("left", sorted(dom.snapshotListNames())), note("current", dom.snapshotCurrent)
a.delete(), say("a root now", b.listAllChildren() + dom.listAllSnapshots(L.VIR_DOMAIN_SNAPSHOT_LIST_ROOTS)), b.delete()

def bring(state):
    if dom.isActive(): dom.destroy()
    if state != "off": dom.create()
    if state == "paused": dom.suspend()

for state in ("running", "paused", "off"):
    bring(state), say(state, without_domain(take(state).getXMLDesc()))
for now in ("running", "paused", "off"):
    for then in ("running", "paused", "off"):
        for flags in (0, 1, 2, 3, 4, 8):
            bring(now), heard()
            note("%s to %s %d" % (now, then, flags), dom.revertToSnapshot, dom.snapshotLookupByName(then), flags)
            say("state", [dom.state(), dom.isActive(), heard()])
bring("off")
note("undefine", dom.undefine), note("undefine", dom.undefineFlags, L.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA)
say("events", heard())
"""

REDEFINE = r"""
def take(name, flags=0):
    return dom.snapshotCreateXML("<domainsnapshot><name>%s</name></domainsnapshot>" % name, flags)

a, b = take("a"), take("b")
xml_a, xml_b = a.getXMLDesc(), b.getXMLDesc()
D = "<domain type.*?</domain>"

def again(label, xml, flags=1):
    snapshot = note(label, dom.snapshotCreateXML, xml, flags)
    if snapshot: say(label + " xml", without_domain(snapshot.getXMLDesc()))
    return snapshot

def child_of(name):
    return xml_a.replace("<creat", "<parent><name>%s</name></parent><creat" % name, 1)

again("a", xml_a), again("b", xml_b), note("current", dom.snapshotCurrent)
again("a current", xml_a, 3), note("current", dom.snapshotCurrent)
for flags in (2, 5, 9, 1 | 512): again("flags %d" % flags, xml_a, flags)
again("description", xml_a.replace("<state", "<description>q</description><state", 1))
for name in ("a", "b", "z"): again("child of " + name, child_of(name))
again("without domain", re.sub(D, "", xml_a, flags=re.S))
again("without time", re.sub("<creationTime.*", "", xml_a)), again("bad time", re.sub("<creationTime.*", "<creationTime>x</creationTime>", xml_a))
again("without state", re.sub("<state.*", "", xml_a)), again("bad state", xml_a.replace(">running<", ">bad<"))
again("other UUID", xml_a.replace("6695eb01", "6695eb02")), again("without memory", re.sub("<memory snap.*", "", xml_a))
again("without disks", re.sub("<disks>.*?</disks>", "", xml_a, count=1, flags=re.S))
for state in ("shutoff", "disk-snapshot", "paused", "nostate", "crashed"): again(state, xml_a.replace(">running<", ">%s<" % state))
again("offline", xml_a.replace(">running<", ">shutoff<").replace("<memory snapshot='internal'/>", ""))
again("disks only", xml_a.replace(">running<", ">disk-snapshot<").replace("<memory snapshot='internal'/>", ""))
again("without name", xml_a.replace("<name>a</name>", "", 1)), again("other name", xml_a.replace("<name>a<", "<name>n<", 1))
again("another domain", xml_a.replace("<name>test<", "<name>tost<", 1))
again("memory elsewhere", xml_a.replace("<memory snapshot='internal'/>", "<memory snapshot='external' file='/q'/>"))
for snapshot in dom.listAllSnapshots(): snapshot.delete()
again("orphan", xml_b), note("current", dom.snapshotCurrent), again("a", xml_a), again("b current", xml_b, 3)
note("current", dom.snapshotCurrent), note("parent", dom.snapshotLookupByName("b").getParent)
again("new without domain", "<domainsnapshot><name>o</name><state>running</state><creationTime>5</creationTime></domainsnapshot>")

for snapshot in dom.listAllSnapshots(): snapshot.delete()
text = dom.XMLDesc()
kept = take("kept")
dom.destroy(), conn.defineXML(text.replace("2097152", "1048576")), dom.create(), heard()
note("revert", dom.revertToSnapshot, kept)
say("memory", re.findall("<currentMemory.*", dom.XMLDesc() + dom.XMLDesc(2))), say("events", heard())
dom.destroy(), dom.rename("other", 0), heard()
note("revert renamed", dom.revertToSnapshot, kept), say("name", [d.name() for d in conn.listAllDomains()]), say("events", heard())
passing = conn.createXML(text.replace(">test<", ">passing<").replace("6695eb01", "6695eb02"), 0)
note("halt", passing.snapshotCreateXML, "<domainsnapshot><name>q</name></domainsnapshot>", 8)
snapshot = passing.snapshotCreateXML("<domainsnapshot><name>q</name></domainsnapshot>", 0)
heard(), note("revert passing", passing.revertToSnapshot, snapshot), say("events", heard())
say("passing", [passing.state(), passing.isPersistent(), passing.snapshotNum()])
note("destroy", passing.destroy), note("gone", conn.lookupByName, "passing")
"""

CHECKPOINTS = r"""
def make(name, flags=0, inside=""):
    return dom.checkpointCreateXML("<domaincheckpoint><name>%s</name>%s</domaincheckpoint>" % (name, inside), flags)

for flags in (1, 2, 4, 8, 3, 5, 6, 16):
    checkpoint = note("create %x" % flags, make, "f", flags)
    if checkpoint: checkpoint.delete()
a = make("a")
say("whole xml", a.getXMLDesc())
for bit in range(5): note("xml %d" % bit, lambda: len(a.getXMLDesc(1 << bit)))
b, c = make("b", 0, "<description>x</description>"), make("c", 0, '<disks><disk name="vda"/></disks>')
for checkpoint in (b, c): say("xml", without_domain(checkpoint.getXMLDesc()))
for flags in (0, 1, 2, 4, 8, 3, 5, 9, 12, 16, 1024):
    note("list %x" % flags, lambda: sorted(k.getName() for k in dom.listAllCheckpoints(flags)))
    note("children", lambda: sorted(k.getName() for k in a.listAllChildren(flags)))
say("order", dom.listAllCheckpoints(2))
note("parent", a.getParent), note("parent", b.getParent), note("parent", b.getParent, 1)
note("look-up", dom.checkpointLookupByName, "b", 1), note("look-up", dom.checkpointLookupByName, "none", 0), note("twice", make, "a")
note("snapshot", dom.snapshotCreateXML, "<domainsnapshot/>", 0), say("domain", a.getDomain())
for flags in (0, 1, 2, 3, 4, 5, 8):
    note("delete %d" % flags, b.delete, flags), say("left", sorted(k.getName() for k in dom.listAllCheckpoints()))
    for checkpoint in dom.listAllCheckpoints(): checkpoint.delete()
    a, b, c = make("a"), make("b"), make("c")
b.delete(), note("parent", c.getParent)
for label, call in dict(xml=b.getXMLDesc, delete=b.delete, parent=b.getParent, children=b.listAllChildren).items(): note("gone " + label, call)
a.delete(L.VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY), note("child of a", lambda: make("e").getParent())
for checkpoint in dom.listAllCheckpoints(): checkpoint.delete()

for inside in [
    "", "<name/>", "<name>a/b</name>", "<name>.a</name>", '<name>n</name><disks><disk name="vda" checkpoint="no"/></disks>',
    '<name>n</name><disks><disk name="vda" checkpoint="bitmap" bitmap="m"/></disks>', '<disks><disk name="vda" checkpoint="bad"/></disks>',
    '<disks><disk name="vdz"/></disks>', "<disks><disk/></disks>", '<disks><disk name="vda"/><disk name="vda"/></disks>',
    '<name>n</name><disks><disk name="/guest/diskimage1" bitmap="b"/></disks>', '<name>n</name><disks><disk name="vda" size="3"/></disks>',
    '<disks><disk name="vda" checkpoint="no" bitmap="x"/></disks>',
    "<name>n</name><creationTime>5</creationTime><parent><name>zz</name></parent>",
]:
    checkpoint = note(inside, dom.checkpointCreateXML, "<domaincheckpoint>%s</domaincheckpoint>" % inside)
    if checkpoint: say(inside + " xml", checkpoint.getXMLDesc(2)), checkpoint.delete()
note("other root", dom.checkpointCreateXML, "<x/>")

a, b = make("a"), make("b")
xml_a, xml_b = a.getXMLDesc(), b.getXMLDesc()

def again(label, xml, flags=1):
    checkpoint = note(label, dom.checkpointCreateXML, xml, flags)
    if checkpoint: say(label + " xml", without_domain(checkpoint.getXMLDesc()))

again("b", xml_b), again("a", xml_a), again("description", xml_a.replace("<creat", "<description>q</description><creat", 1))
for name in ("a", "b", "z"): again("child of " + name, xml_a.replace("<creat", "<parent><name>%s</name></parent><creat" % name, 1))
again("without domain", re.sub("<domain type.*?</domain>", "", xml_a, flags=re.S)), again("without time", re.sub("<creationTime.*", "", xml_a))
again("other UUID", xml_a.replace("6695eb01", "6695eb02")), again("validate", xml_a, 5)
b.delete(2), a.delete(2), again("orphan", xml_b), again("a", xml_a), again("b", xml_b), again("n", xml_a.replace("<name>a<", "<name>n<", 1))
for checkpoint in dom.listAllCheckpoints(): checkpoint.delete()
again("alone", "<domaincheckpoint><name>k</name><creationTime>5</creationTime></domaincheckpoint>")
dom.checkpointLookupByName("k").delete(), dom.destroy(), note("off", make, "off"), note("off", dom.checkpointCreateXML, xml_a, 1)
more = '</disk>%s' % "".join('<disk type="file" device="%s">%s<target dev="%s" bus="%s"/></disk>' % row for row in [
    ("cdrom", '<source file="/c"/>', "hdc", "ide"), ("disk", '<source file="/t"/>', "vdb", "virtio"),
    ("cdrom", "", "hdd", "ide"), ("disk", '<source file="/r"/><readonly/>', "vdc", "virtio")])
conn.defineXML(dom.XMLDesc().replace("</disk>", more, 1)), dom.create()
say("many disks", make("k1").getXMLDesc(2))
say("some disks", make("k2", 0, '<disks><disk name="vdb"/><disk name="/guest/diskimage1" bitmap="q"/></disks>').getXMLDesc(2))
for name in ("hdc", "hdd", "vdc"): note(name, make, "k3", 0, '<disks><disk name="%s"/></disks>' % name)
dom.destroy(), note("undefine", dom.undefine)
"""

SAVING = r"""
image = folder + "/image"
text = dom.XMLDesc()

def state():
    return [dom.state(), dom.isActive(), heard()]

note("save", dom.save, image), say("state", state()), say("mode", oct(os.stat(image).st_mode))
data = open(image, "rb").read()
say("file", [repr(data[:15]), int.from_bytes(data[15:19], sys.byteorder) == len(data) - 19, data[19:].decode()])
note("off", dom.save, image), note("off", dom.saveFlags, image, None, 0)
for flags in (0, 1, 2, 4, 8): note("image %d" % flags, conn.saveImageGetXMLDesc, image, flags)
note("define", conn.saveImageDefineXML, image, text.replace("2097152", "1048576"), 0)
note("image", conn.saveImageGetXMLDesc, image, 0)
for flags in (1, 2, 4, 6, 8): note("define %d" % flags, conn.saveImageDefineXML, image, text, flags)
note("define renamed", conn.saveImageDefineXML, image, text.replace("<name>test", "<name>tost"), 0), note("restore renamed", conn.restore, image)
note("define nothing", conn.saveImageDefineXML, image, "<domain/>", 0), conn.saveImageDefineXML(image, text, 0)
note("restore", conn.restore, image), say("state", state()), note("restore twice", conn.restore, image)
for flags in (1, 2, 4, 6, 8): note("save %d" % flags, dom.saveFlags, image, None, flags), note("restore %d" % flags, conn.restoreFlags, image, None, flags)
note("save changed", dom.saveFlags, image, text, 0), note("restore changed", conn.restoreFlags, image, text, 0)
dom.suspend(), note("save paused", dom.saveFlags, image, None, 0), say("state", state())
note("restore paused", conn.restore, image), say("state", state())
note("save nowhere", dom.save, folder + "/no/x"), say("state", state())
for label, call in dict(restore=conn.restore, image=conn.saveImageGetXMLDesc, define=lambda f: conn.saveImageDefineXML(f, text, 0)).items():
    note(label + " nothing", call, folder + "/no/x")
dom.destroy()
for bad in (b"x" * 15, b"TestGuestMagic\0\0\0\0\0", b"TestGuestMagic\0\xff\xff\xff\xff<domain>", b"TestGuestMagic\0\x0c\0\0\0<domain>aaaa"):
    open(image, "wb").write(bad), note(repr(bad), conn.restore, image), note(repr(bad), conn.saveImageGetXMLDesc, image)
for bad in (b"", b"TestGuestMagic\0", b"TestGuestMagic\0\1\0", b"TestGuestMagic\0\x10\0\0\0abc"):
    open(image, "wb").write(bad), note(repr(bad), conn.saveImageGetXMLDesc, image)
dom.create(), heard()
for flags in (0, 1, 2, 4, 6, 8):
    note("managed %d" % flags, dom.managedSave, flags), say("state", [state(), dom.hasManagedSaveImage()])
    if not dom.isActive(): note("again", dom.managedSave), note("start", dom.create), say("state", [state(), dom.hasManagedSaveImage()])
note("remove", dom.managedSaveRemove, 0), note("remove 1", dom.managedSaveRemove, 1), dom.managedSave()
note("its xml", dom.managedSaveGetXMLDesc, 0), note("its define", dom.managedSaveDefineXML, text, 0), note("undefine", dom.undefine)
note("remove", dom.managedSaveRemove, 0), say("left", dom.hasManagedSaveImage())
passing = conn.createXML(text.replace(">test<", ">passing<").replace("6695eb01", "6695eb02"), 0)
note("managed passing", passing.managedSave), note("save", passing.save, image), say("events", heard()), note("gone", conn.lookupByName, "passing")
note("restore", conn.restore, image), say("back", [conn.lookupByName("passing").isPersistent(), heard()])

core = folder + "/core"
dom.create(), heard()
for flags in (0, 1, 2, 3, 4, 5, 8, 9, 16, 17, 32):
    note("dump %d" % flags, dom.coreDump, core, flags), say("state", state())
    if not dom.isActive(): dom.create(), heard()
say("file", [repr(open(core, "rb").read()), oct(os.stat(core).st_mode)])
for form in range(7): note("format %d" % form, dom.coreDumpWithFormat, core, form, 0)
note("dump nowhere", dom.coreDump, folder + "/no/x", 0), dom.destroy(), note("dump off", dom.coreDump, core, 0)
for name, arguments in dict(jobInfo=(), jobStats=(), abortJob=(), backupBegin=("<x/>", None), backupGetXMLDesc=(), blockPull=("vda",),
                            blockJobInfo=("vda",), blockCommit=("vda", None, None), blockCopy=("vda", "<disk/>"), blockRebase=("vda", None),
                            blockResize=("vda", 1), blockJobAbort=("vda",), blockJobSetSpeed=("vda", 1), migrateGetMaxDowntime=(),
                            migrateSetMaxDowntime=(1,), migrateGetMaxSpeed=(), migrateSetMaxSpeed=(1,), migrateGetCompressionCache=(),
                            migrateSetCompressionCache=(1,), migrateStartPostCopy=()).items():
    note(name, getattr(dom, name), *arguments)
for flags in (1, 2, 4, 8, 9, 32): note("rebase %d" % flags, dom.blockRebase, "vda", None, 0, flags)
"""

READ_ONLY = r"""
watcher = L.openReadOnly(uri)
seen_dom = watcher.lookupByName("test")
dom.snapshotCreateXML("<domainsnapshot><name>s</name></domainsnapshot>")
snapshot = seen_dom.snapshotLookupByName("s")
say("reads", [seen_dom.snapshotNum(), snapshot.getXMLDesc()[:16], snapshot.isCurrent(), seen_dom.snapshotListNames()])
for label, function, arguments in [
    ("secure", snapshot.getXMLDesc, (1,)), ("delete", snapshot.delete, ()), ("revert", seen_dom.revertToSnapshot, (snapshot,)),
    ("create", seen_dom.snapshotCreateXML, ("<x/>",)), ("checkpoint", seen_dom.checkpointCreateXML, ("<x/>",)),
    ("save", seen_dom.save, ("/x",)), ("restore", watcher.restore, ("/x",)), ("image", watcher.saveImageGetXMLDesc, ("/x",)),
    ("define", watcher.saveImageDefineXML, ("/x", "y")), ("managed", seen_dom.managedSave, ()), ("remove", seen_dom.managedSaveRemove, ()),
    ("dump", seen_dom.coreDump, ("/x",)), ("job", seen_dom.jobInfo, ()), ("stats", seen_dom.jobStats, ()), ("abort", seen_dom.abortJob, ()),
    ("pull", seen_dom.blockPull, ("vda",)), ("block job", seen_dom.blockJobInfo, ("vda",)), ("backup", seen_dom.backupBegin, ("x", None)),
    ("backup xml", seen_dom.backupGetXMLDesc, ()), ("speed", seen_dom.migrateGetMaxSpeed, ()), ("downtime", seen_dom.migrateGetMaxDowntime, ()),
    ("cache", seen_dom.migrateGetCompressionCache, ()), ("saved xml", seen_dom.managedSaveGetXMLDesc, ()), ("secret", seen_dom.managedSaveGetXMLDesc, (1,)),
]:
    note(label, function, *arguments)
dom.snapshotLookupByName("s").delete(), dom.checkpointCreateXML("<domaincheckpoint><name>k</name></domaincheckpoint>")
checkpoint = seen_dom.checkpointLookupByName("k")
note("secure", checkpoint.getXMLDesc, 1), note("delete", checkpoint.delete), note("list", lambda: len(seen_dom.listAllCheckpoints()))
"""

PROGRAMS = {"snapshots": SNAPSHOTS, "trees": TREES, "redefine": REDEFINE, "checkpoints": CHECKPOINTS, "saving": SAVING,
            "read-only": READ_ONLY}


@pytest.fixture
def need_python():
    reason = clients.why_no_python()
    if reason:
        pytest.skip(reason)


def answers(name, uri, folder, **how):
    script = COMMON + PROGRAMS[name] + "\nprint(json.dumps(seen))"
    return json.loads(clients.python(script, uri, str(folder), **how))


def compare(ours, theirs):
    for mine, wanted in zip(ours, theirs):
        assert mine == wanted
    assert len(ours) == len(theirs)


@pytest.mark.parametrize("name", PROGRAMS)
def test_library_answers_as_the_incumbents(name, need_python, build, folder):
    if "asan" in str(build.folder):
        pytest.skip("a sanitized library cannot be loaded into Debian's python")
    compare(answers(name, "test:///default", folder, library=build.library), answers(name, "test:///default", folder))


@pytest.mark.parametrize("name", ["trees", "checkpoints"])
def test_daemon_answers_as_the_incumbents_library(name, need_python, daemon, folder):
    compare(answers(name, daemon.uri("test"), folder), answers(name, "test:///default", folder))
