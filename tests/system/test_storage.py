# SPDX-License-Identifier: LGPL-2.1-or-later
"""Storage pools and volumes of the test driver: a Python program sees in our library what it sees in the incumbent's."""
import json
import re

import pytest
from harness import clients, servers

OPENING = r"""
import json, sys, libvirt
libvirt.registerErrorHandler(lambda *_: None, None)
conn = libvirt.open(sys.argv[1])
seen = []

def told(value):
    if isinstance(value, list):
        return sorted(map(told, value), key=str) if value and not isinstance(value[0], int) else value
    return value.name() if hasattr(value, "name") else value

def do(function, *arguments):
    try:
        result = function(*arguments)
    except libvirt.libvirtError as error:
        seen.append([function.__name__, "error", error.get_error_code(), error.get_error_domain(), error.get_error_message()])
        return None
    seen.append([function.__name__, told(result)])
    return result

def pool_xml(kind, inside, name="q"):
    return f"<pool type='{kind}'><name>{name}</name><uuid>11111111-2222-3333-4444-555555550012</uuid>{inside}</pool>"

def volume_xml(name, inside="<capacity>1000</capacity>"):
    return f"<volume><name>{name}</name>{inside}</volume>"

TARGET = "<target><path>/t</path></target>"
"""

LIFE = OPENING + r"""
pool = conn.storagePoolLookupByName("default-pool")
for call in (pool.UUIDString, pool.info, pool.isActive, pool.isPersistent, pool.autostart, pool.XMLDesc, pool.listVolumes):
    do(call)
first = do(pool.createXML, volume_xml("v1", "<capacity unit='M'>10</capacity><allocation unit='K'>5</allocation>"))
second = do(pool.createXML, volume_xml("v2"))
for volume in (first, second):
    for call in (volume.key, volume.path, volume.info, volume.XMLDesc):
        do(call)
do(pool.createXML, volume_xml("v1"))
for volume in ("x1", "v1"):
    do(pool.createXMLFrom, volume_xml(volume), first)
do(pool.createXMLFrom, volume_xml("small", "<capacity>1</capacity>"), first)
for inside in ("", "<capacity unit='T'>200</capacity>", "<capacity>1</capacity><allocation unit='G'>200</allocation>"):
    do(pool.createXML, volume_xml("v3", inside))
for flags in (1, 2, 8):
    do(pool.createXML, volume_xml("v4"), flags)
    do(pool.createXMLFrom, volume_xml("v4"), first, flags)
do(pool.info), do(pool.XMLDesc), do(pool.listVolumes), do(pool.numOfVolumes), do(pool.listAllVolumes), do(pool.listAllVolumes, 1)
for call in (pool.storageVolLookupByName, conn.storageVolLookupByKey, conn.storageVolLookupByPath, conn.storagePoolLookupByName):
    for name in ("v1", "/default-pool/v1", "nope", "default-pool"):
        do(call, name)
for uuid in (pool.UUIDString(), "00000000-0000-0000-0000-000000000001", "zz"):
    do(conn.storagePoolLookupByUUIDString, uuid)
do(first.storagePoolLookupByVolume)
stream = conn.newStream()
for call in (conn.storagePoolLookupByTargetPath, ):
    do(call, "/default-pool")
do(first.resize, 1, 0), do(first.resize, 0, 0), do(first.resize, 0, 4), do(first.wipe), do(first.wipePattern, 0)
do(first.upload, stream, 0, 0), do(first.download, stream, 0, 0), do(first.infoFlags, 0)
do(conn.getStoragePoolCapabilities if hasattr(conn, "getStoragePoolCapabilities") else conn.storagePoolCapabilities)
do(second.delete, 1), do(second.delete), do(second.delete), do(second.info), do(second.path), do(second.XMLDesc), do(first.XMLDesc, 1)
for flags in (1, 0):
    for call in (pool.build, pool.create, pool.delete, pool.refresh, pool.XMLDesc):
        do(call, flags)
do(pool.undefine)
do(pool.setAutostart, 1), do(pool.autostart)
do(pool.destroy)
for call in (pool.destroy, pool.info, pool.XMLDesc, pool.listVolumes, pool.numOfVolumes, pool.listAllVolumes, pool.refresh, pool.autostart,
             pool.build, first.info, first.path, first.XMLDesc, first.delete, first.storagePoolLookupByVolume, pool.isActive):
    do(call)
do(pool.createXML, volume_xml("v1")), do(pool.storageVolLookupByName, "v1"), do(conn.storageVolLookupByKey, first.key())
do(pool.createXMLFrom, volume_xml("v5"), first)
do(pool.create), do(pool.listVolumes), do(pool.destroy), do(pool.delete), do(pool.undefine)
for call in (pool.undefine, pool.info, pool.XMLDesc, pool.isActive, pool.isPersistent, pool.autostart, pool.create, pool.build, pool.refresh,
             pool.delete, pool.destroy, pool.listVolumes, first.info):
    do(call)
do(pool.setAutostart, 1)
print(json.dumps(seen))
"""

LISTS = OPENING + r"""
xml = pool_xml("dir", TARGET, "a")
transient = do(conn.storagePoolCreateXML, xml)
for call in (transient.isPersistent, transient.autostart, transient.undefine):
    do(call)
do(transient.setAutostart, 1)
do(conn.storagePoolCreateXML, xml), do(conn.storagePoolCreateXML, xml, 1)
other = xml.replace("0012", "0013")
do(conn.storagePoolCreateXML, other), do(conn.storagePoolCreateXML, other.replace(">a<", ">b<")), do(conn.storagePoolDefineXML, xml.replace(">a<", ">b<"))
do(conn.storagePoolDefineXML, xml, 2)
defined = do(conn.storagePoolDefineXML, pool_xml("fs", "<source><device path='/d'/></source>" + TARGET, "f").replace("0012", "0014"), 1)
do(defined.setAutostart, 1)
for flag in range(21):
    do(conn.listAllStoragePools, 1 << flag)
for flags in (0, 3, 5, 6, 0xc, 0x30, 0xc0, 0xc2, 0x81):
    do(conn.listAllStoragePools, flags)
do(conn.listStoragePools), do(conn.listDefinedStoragePools), do(conn.numOfStoragePools), do(conn.numOfDefinedStoragePools)
do(conn.storagePoolDefineXML, xml), do(transient.isPersistent), do(transient.destroy), do(transient.isActive)
do(conn.storagePoolDefineXML, pool_xml("dir", "<target><path>/other/</path></target>", "a")), do(transient.XMLDesc), do(transient.undefine)
fleeting = do(conn.storagePoolCreateXML, xml)
do(fleeting.destroy), do(fleeting.destroy)
print(json.dumps(seen))
"""

# One of each: a pool's type and what makes it.
KINDS = r"""
HOST, DEVICE, NAME = "<host name='h'/>", "<device path='/d'/>", "<name>n</name>"
AUTH = "<auth type='chap' username='u'><secret usage='x'/></auth>"
KINDS = [
    ("dir", "<target><path>/some//dir/</path></target>"), ("fs", "<source>" + DEVICE + "</source>" + TARGET),
    ("fs", "<source>" + DEVICE + "<format type='ext4'/></source><target><path>/m</path><permissions><mode>0755</mode><owner>0</owner>"
     "<group>1</group><label>l</label></permissions></target>"),
    ("netfs", "<source>" + HOST + "<dir path='//x//'/><format type='nfs'/><protocol ver='4.1'/></source>" + TARGET),
    ("logical", "<source><device path='/dev/vdb'/><device path='/dev/vdc'/></source>" + TARGET), ("logical", "<source>" + NAME + "</source>"),
    ("disk", "<source><device path='/dev/vdd' part_separator='no'/><format type='gpt'/></source><target><path>/dev</path></target>"),
    ("disk", "<source>" + DEVICE + "</source>" + TARGET),
    ("iscsi", "<source><host name='h' port='3260'/><device path='iqn.2'/>" + AUTH + "<initiator><iqn name='iqn.me'/></initiator>"
     "<vendor name='V'/><product name='P'/></source>" + TARGET),
    ("iscsi-direct", "<source>" + HOST + "<device path='iqn.3'/><initiator><iqn name='iqn.me'/></initiator></source>"),
    ("scsi", "<source><adapter name='scsi_host5'/></source>" + TARGET),
    ("scsi", "<source><adapter type='fc_host' parent='scsi_host5' managed='yes' wwnn='20000000c9831b4b' wwpn='10000000c9831b4b'/></source>" + TARGET),
    ("scsi", "<source><adapter type='scsi_host'><parentaddr unique_id='1'><address domain='0x0' bus='0' slot='0x1f' function='2'/></parentaddr>"
     "</adapter></source>" + TARGET),
    ("mpath", TARGET), ("rbd", "<source>" + HOST + "<host name='k' port='1'/>" + NAME + "</source><refresh><volume allocation='capacity'/></refresh>"),
    ("sheepdog", "<source>" + HOST + NAME + "</source>"), ("gluster", "<source>" + HOST + NAME + "</source>"),
    ("zfs", "<source>" + NAME + DEVICE + "</source>"), ("vstorage", "<source>" + NAME + "</source>" + TARGET),
    ("dir", TARGET + "<features><cow state='yes'/></features>"), ("fs", "<source>" + DEVICE + "</source><target><path>/t</path><permissions/></target>"),
]
"""

EVERY_KIND = OPENING + KINDS + r"""
FORMATS = ["raw", "dir", "bochs", "iso", "qcow2", "fat", "none", "linux", "extended", "luks", "auto", "bogus"]
for kind, inside in KINDS:
    pool = do(conn.storagePoolDefineXML, pool_xml(kind, inside))
    do(pool.XMLDesc), do(pool.info)
    if "fc_host" in inside:  # the incumbent's asks for node devices when it starts and stops
        do(pool.undefine)
        continue
    do(pool.create)
    if "<target" in pool.XMLDesc():  # without, the incumbent prints a null pointer into the path
        for format in ["", *FORMATS]:
            said = f"<target><path>/abc</path><format type='{format}'/></target>" if format else ""
            volume = do(pool.createXML, volume_xml("v" + format, "<capacity>1000</capacity>" + said))
            if volume:
                do(volume.XMLDesc), do(volume.info), do(volume.key), do(volume.path)
    do(pool.destroy), do(pool.undefine)
print(json.dumps(seen))
"""

REFUSED = OPENING + KINDS + r"""
PARTS = ["", "<source>" + HOST + "</source>", "<source>" + DEVICE + "</source>", "<source>" + HOST + DEVICE + "</source>",
         "<source>" + NAME + "</source>", "<source>" + HOST + NAME + "</source>", "<source><dir path='/x'/>" + HOST + "</source>",
         "<source><adapter name='a'/></source>", "<source>" + HOST + "<dir path='/x'/>" + NAME + "<format type='bogus'/></source>" + TARGET]
for kind in ("dir", "fs", "netfs", "logical", "disk", "iscsi", "iscsi-direct", "scsi", "mpath", "rbd", "sheepdog", "gluster", "zfs", "vstorage"):
    for part in PARTS:
        pool = do(conn.storagePoolDefineXML, pool_xml(kind, part))
        if pool:
            do(pool.XMLDesc), do(pool.undefine)
ISCSI = lambda inside: ("iscsi", "<source>" + HOST + DEVICE + inside + "</source>" + TARGET)
SCSI = lambda inside: ("scsi", "<source><adapter " + inside + "/></source>" + TARGET)
PERMISSIONS = lambda inside: ("dir", "<target><path>/t</path><permissions>" + inside + "</permissions></target>")
for kind, inside in [
        ISCSI("<auth type='foo' username='u'><secret usage='x'/></auth>"), ISCSI("<auth username='u'><secret usage='x'/></auth>"),
        ISCSI("<auth type='chap'><secret usage='x'/></auth>"), ISCSI("<auth type='chap' username='u'/>"),
        ISCSI("<auth type='chap' username='u'><secret/></auth>"), ("iscsi", "<source><host port='x' name='h'/></source>"),
        ("iscsi", "<source><host/></source>"), SCSI("type='nope'"), SCSI("type='fc_host'"), SCSI("type='scsi_host'"), SCSI(""),
        SCSI("type='fc_host' wwnn='20' wwpn='10000000c9831b4b'"),
        SCSI("type='fc_host' parent_wwnn='20000000c9831b44' wwnn='20000000c9831b4e' wwpn='10000000c9831b4d'"),
        PERMISSIONS("<mode>01777</mode>"), PERMISSIONS("<mode>8</mode>"), PERMISSIONS("<mode>777</mode>"), PERMISSIONS("<owner>x</owner>"),
        PERMISSIONS("<group>x</group>"), PERMISSIONS("<owner>-1</owner>"), ("nope", ""), ("logical", "<features><cow state='no'/></features>"),
        ("dir", TARGET + "<features><cow state='x'/></features>"), ("dir", "<target><path/></target>"),
        ("rbd", "<source>" + HOST + NAME + "</source><refresh><volume allocation='x'/></refresh>"),
        ("disk", "<source><device path='/a' part_separator='x'/></source>" + TARGET), ("fs", "<source><device/></source>")]:
    pool = do(conn.storagePoolDefineXML, pool_xml(kind, inside))
    if pool:
        do(pool.XMLDesc), do(pool.undefine)
for xml in ("<pool/>", "<pol type='dir'/>", "<pool type='dir'>" + TARGET + "</pool>", pool_xml("dir", TARGET, "a/b"), pool_xml("dir", TARGET, ""),
            pool_xml("dir", TARGET).replace("11111111", "zz")):
    do(conn.storagePoolDefineXML, xml)
pool = conn.storagePoolLookupByName("default-pool")
SIZE = "<capacity>9</capacity>"
number = 0
for inside in (
        "<capacity>x</capacity>", "<capacity unit='Q'>1</capacity>", "<capacity>9</capacity><allocation>x</allocation>", SIZE + "<allocation>20</allocation>",
        SIZE + "<allocation>0</allocation>", SIZE + "<backingStore><path>/b</path></backingStore>", SIZE + "<backingStore><format type='raw'/></backingStore>",
        SIZE + "<backingStore><path>/b</path><format type='zz'/></backingStore>",
        SIZE + "<backingStore><path>/b</path><format type='qcow2'/><permissions><mode>0600</mode><label>x</label></permissions></backingStore>",
        SIZE + "<target><compat>2</compat></target>", SIZE + "<target><compat>0.10</compat></target>", SIZE + "<target><features/></target>",
        SIZE + "<target><format type='qcow2'/><features><lazy_refcounts/></features></target>", SIZE + "<target><features><nope/></features></target>",
        SIZE + "<target><format type='qcow2'/><features><extended_l2/></features><clusterSize unit='KiB'>64</clusterSize></target>",
        SIZE + "<target><permissions><mode>999</mode></permissions></target>", SIZE + "<target><permissions/></target>",
        SIZE + "<target><encryption format='luks'><secret type='passphrase' uuid='2ec115d7-3a88-3ceb-bc12-0ac909a6fd87'/></encryption></target>",
        SIZE + "<key>k</key><target><permissions><mode>0600</mode><owner>1</owner><group>2</group><label>L</label></permissions></target>"):
    number += 1
    volume = do(pool.createXML, volume_xml(f"n{number}", inside))
    if volume:
        do(volume.XMLDesc), do(volume.info)
for xml in ("<volum/>", "<volume/>", "<volume type='nope'><name>n</name>" + SIZE + "</volume>", "<volume type='block'><name>n</name>" + SIZE + "</volume>"):
    do(pool.createXML, xml)
do(pool.info)
print(json.dumps(seen))
"""

SHARED = OPENING + r"""
number = 0
for kind, source, path in [
        ("dir", "", "/default-pool/"), ("dir", "", "/a1"), ("dir", "", "/a1"), ("fs", "<device path='/q'/>", "/default-pool"), ("disk", "<device path='/q'/>", "/z"),
        ("logical", "<device path='/q'/>", "/z"), ("zfs", "<device path='/q'/>", "/z"), ("logical", "<name>n</name><device path='/r'/>", "/z"),
        ("logical", "<name>n</name>", "/z"), ("netfs", "<host name='h'/><dir path='/x'/>", "/a1"), ("netfs", "<host name='h'/><dir path='/x'/>", "/a2"),
        ("netfs", "<host name='h'/><dir path='/y'/>", "/a1"), ("netfs", "<host name='h' port='5'/><dir path='/x'/>", "/a1"),
        ("iscsi", "<host name='h'/><device path='i1'/>", "/a1"), ("iscsi", "<host name='h'/><device path='i1'/>", "/a2"),
        ("iscsi", "<host name='h'/><device path='i1'/><initiator><iqn name='ii'/></initiator>", "/a4"),
        ("rbd", "<host name='h'/><name>r</name>", "/"), ("rbd", "<host name='h'/><name>r</name>", "/"), ("sheepdog", "<host name='h'/><name>r</name>", "/"),
        ("sheepdog", "<host name='h'/><name>s</name>", "/"), ("sheepdog", "<host name='g'/><name>s</name>", "/"), ("gluster", "<host name='h'/><name>r</name>", "/"),
        ("gluster", "<host name='h'/><name>r</name>", "/"), ("gluster", "<host name='h'/><name>r</name><dir path='/x'/>", "/"), ("mpath", "", "/1"),
        ("mpath", "", "/2"), ("vstorage", "<name>a</name>", "/2"), ("vstorage", "<name>b</name>", "/2"), ("vstorage", "<name>a</name>", "/3"),
        ("scsi", "<adapter name='host1'/>", "/"), ("scsi", "<adapter name='scsi_host1'/>", "/"), ("scsi", "<adapter name='host2'/>", "/"),
        ("scsi", "<adapter type='fc_host' parent='scsi_host5' wwnn='20000000c9831b4b' wwpn='10000000c9831b4b'/>", "/a"),
        ("scsi", "<adapter type='fc_host' parent='scsi_host6' wwnn='20000000c9831b4b' wwpn='10000000c9831b4b'/>", "/a"),
        ("scsi", "<adapter type='fc_host' parent='scsi_host7' wwnn='21000000c9831b4b' wwpn='10000000c9831b4b'/>", "/a"),
        ("scsi", "<adapter name='host5'/>", "/c"), ("scsi", "<adapter name='foo'/>", "/c"), ("scsi", "<adapter name='foo'/>", "/c")]:
    number += 1
    do(conn.storagePoolDefineXML, f"<pool type='{kind}'><name>n{number}</name><source>{source}</source><target><path>{path}</path></target></pool>")
for kind in ("logical", "netfs", "dir", "fs", "iscsi", "nope", "disk"):
    for wanted in (None, "<source><host name='foo'/></source>", "<x/>", "<source><host name='f'/><format type='nfs'/></source>", "<source><host/></source>"):
        if kind not in ("dir", "fs", "disk", "logical") or wanted is None or "<host/>" not in wanted:
            do(conn.findStoragePoolSources, kind, wanted, 0)
do(conn.findStoragePoolSources, "logical", None, 1)
print(json.dumps(seen))
"""

READ_ONLY = OPENING + r"""
conn.storagePoolLookupByName("default-pool").createXML(volume_xml("v"))
conn = libvirt.openReadOnly(sys.argv[1])
pool = conn.storagePoolLookupByName("default-pool")
do(conn.storagePoolDefineXML, "<x/>"), do(conn.storagePoolCreateXML, "<x/>"), do(conn.findStoragePoolSources, "logical", None)
for call in (pool.build, pool.create, pool.destroy, pool.delete, pool.undefine, pool.refresh, pool.XMLDesc, pool.info, pool.listAllVolumes, pool.autostart):
    do(call)
do(pool.setAutostart, 1), do(pool.createXML, "<x/>")
volume = do(pool.storageVolLookupByName, "v")
if volume:
    stream = conn.newStream()
    for call in (volume.delete, volume.wipe, volume.info, volume.path, volume.XMLDesc, volume.storagePoolLookupByVolume):
        do(call)
    do(volume.resize, 5), do(volume.wipePattern, 0), do(volume.upload, stream, 0, 0), do(volume.download, stream, 0, 0)
    do(pool.createXMLFrom, "<x/>", volume)
print(json.dumps(seen))
"""

NODE = """<node>
<pool type='dir'><name>p1</name><uuid>33333333-2222-3333-4444-555555550001</uuid><target><path>/p1</path></target><capacity>5000</capacity>
<volume type='file'><name>a</name><capacity>100</capacity><target><path>/p1/xx</path><format type='qcow2'/></target></volume>
<volume file='volume.xml'/></pool><pool file='pool.xml'/></node>"""

FILE = OPENING + r"""
for pool in sorted(conn.listAllStoragePools(), key=lambda pool: pool.name()):
    for call in (pool.XMLDesc, pool.info, pool.isActive, pool.isPersistent, pool.autostart, pool.listVolumes):
        do(call)
    for volume in sorted(pool.listAllVolumes(), key=lambda volume: volume.name()):
        do(volume.XMLDesc), do(volume.info), do(volume.key), do(volume.path)
print(json.dumps(seen))
"""

EDGE = r"""
import ctypes, json
lib = ctypes.CDLL("libvirt.so.0")
P = ctypes.c_void_p
class Error(ctypes.Structure):
    _fields_ = [("code", ctypes.c_int), ("domain", ctypes.c_int), ("message", ctypes.c_char_p)]
silent = ctypes.CFUNCTYPE(None, P, P)(lambda *_: None)
lib.virSetErrorFunc(None, silent)
lib.virGetLastError.restype = ctypes.POINTER(Error)
for name in ("virConnectOpen", "virConnectOpenReadOnly", "virStoragePoolLookupByName", "virStorageVolCreateXML", "virStreamNew"):
    getattr(lib, name).restype = P
conn, other = (P(lib.virConnectOpen(b"test:///default")) for _ in range(2))
pool = P(lib.virStoragePoolLookupByName(conn, b"default-pool"))
volume = P(lib.virStorageVolCreateXML(pool, b"<volume><name>a</name><capacity>5</capacity></volume>", 0))
stream, stranger = (P(lib.virStreamNew(one, 0)) for one in (conn, other))
none, zero = P(None), ctypes.c_ulonglong(0)
seen = []
def do(name, *arguments):
    lib.virResetLastError()
    function = getattr(lib, name)
    function.restype = ctypes.c_int
    result = function(*arguments)
    error = lib.virGetLastError()
    seen.append([name, "error", error.contents.code, error.contents.domain, error.contents.message.decode()] if error else [name, result])
for name in ("virStoragePoolRef", "virStoragePoolFree", "virStoragePoolGetConnect", "virStoragePoolGetName", "virStoragePoolIsActive", "virStoragePoolBuild",
             "virStorageVolRef", "virStorageVolFree", "virStorageVolGetKey", "virStorageVolGetPath", "virStoragePoolLookupByVolume",
             "virStorageVolGetConnect", "virConnectNumOfStoragePools", "virStoragePoolCreateXML", "virStoragePoolListAllVolumes",
             "virStorageVolCreateXMLFrom", "virConnectGetStoragePoolCapabilities"):
    do(name, none, none, none, none)
do("virConnectNumOfStoragePools", pool), do("virStoragePoolGetName", conn), do("virStoragePoolGetName", volume), do("virStorageVolGetName", pool)
for name, handle in (("virConnectListStoragePools", conn), ("virConnectListDefinedStoragePools", conn), ("virStoragePoolListVolumes", pool)):
    for room in (-1, 1, 0):
        do(name, handle, none, room)
for name in ("virStoragePoolLookupByName", "virStoragePoolLookupByUUID", "virStoragePoolLookupByUUIDString", "virStoragePoolLookupByTargetPath",
             "virStorageVolLookupByKey", "virStorageVolLookupByPath", "virStoragePoolCreateXML", "virStoragePoolDefineXML"):
    do(name, conn, none, 0)
do("virConnectFindStoragePoolSources", conn, none, none, 0), do("virStoragePoolLookupByUUIDString", conn, b"zz")
do("virStorageVolLookupByName", pool, none), do("virStoragePoolGetInfo", pool, none), do("virStorageVolGetInfo", volume, none)
do("virStorageVolGetInfoFlags", volume, none, 0), do("virStoragePoolGetAutostart", pool, none), do("virStoragePoolGetUUID", pool, none)
do("virStoragePoolGetUUIDString", pool, none), do("virStorageVolCreateXML", pool, none, 0)
do("virStorageVolCreateXMLFrom", pool, none, volume, 0), do("virStorageVolCreateXMLFrom", pool, b"<x/>", none, 0)
do("virStorageVolCreateXMLFrom", pool, b"<x/>", pool, 0)
for name in ("virStorageVolUpload", "virStorageVolDownload"):
    for which in (none, stranger, stream, pool):
        do(name, volume, which, zero, zero, 0)
for flags in (0, 1, 2, 4):
    do("virStorageVolResize", volume, zero, flags)
do("virConnectListAllStoragePools", conn, none, 0), do("virStoragePoolListAllVolumes", pool, none, 0), do("virStoragePoolSetAutostart", pool, 5)
autostart = ctypes.c_int(7)
do("virStoragePoolGetAutostart", pool, ctypes.byref(autostart)), seen.append(autostart.value)
for made in (volume, pool):
    do("virStoragePoolRef" if made is pool else "virStorageVolRef", made), do("virStoragePoolFree" if made is pool else "virStorageVolFree", made)
print(json.dumps(seen))
"""


@pytest.fixture
def need_python(build):
    reason = clients.why_no_python()
    if reason:
        pytest.skip(reason)
    if "asan" in str(build.folder):
        pytest.skip("a sanitized library cannot be loaded into Debian's python")


def agree(ours, theirs):
    """Errors may tell more than the incumbent's: the value, and where in the document it stands."""
    if isinstance(ours, list) and isinstance(theirs, list) and "error" in theirs[1:2] and len(ours) == len(theirs):
        ours, theirs = list(ours), list(theirs)
        ours[4] = ours[4] if re.sub(r" \(line \d+.*$", "", ours[4]) != theirs[4] and not ours[4].startswith(theirs[4]) else theirs[4]
    return ours == theirs


def compare(build, script, *arguments):
    mine = json.loads(clients.python(script, *arguments, library=build.library))
    theirs = json.loads(clients.python(script, *arguments))
    differing = [(at, *pair) for at, pair in enumerate(zip(mine, theirs, strict=False)) if not agree(*pair)]
    assert not differing, "\n".join(map(str, differing[:10]))
    assert len(mine) == len(theirs)


SCRIPTS = {"life": LIFE, "lists": LISTS, "every kind": EVERY_KIND, "refused": REFUSED, "shared": SHARED, "read only": READ_ONLY}


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_test_drivers_pools(need_python, build, script):
    compare(build, SCRIPTS[script], "test:///default")


def test_the_edge(need_python, build):
    compare(build, EDGE)


def test_a_node_file(need_python, build, folder):
    (folder / "node.xml").write_text(NODE)
    (folder / "volume.xml").write_text("<volume><name>b</name><capacity>200</capacity><allocation>0</allocation></volume>")
    (folder / "pool.xml").write_text("<pool type='fs'><name>p2</name><uuid>33333333-2222-3333-4444-555555550002</uuid>"
                                     "<source><device path='/dev/x'/></source><target><path>/p2</path></target></pool>")
    compare(build, FILE, f"test://{folder}/node.xml")
