# SPDX-License-Identifier: LGPL-2.1-or-later
"""Calls every function about interfaces, devices, secrets and filters with each argument wrong in turn, and prints what they say.

Run by test_host_objects.py with our library and with the incumbent's; in C terms, so that NULL and negative numbers get through.
"""
import ctypes, json
V = ctypes.CDLL("libvirt.so.0")
P, S = ctypes.c_void_p, ctypes.c_char_p


class VirError(ctypes.Structure):
    _fields_ = [("code", ctypes.c_int), ("domain", ctypes.c_int), ("message", S), ("level", ctypes.c_int), ("conn", P), ("dom", P),
                ("str1", S), ("str2", S), ("str3", S), ("int1", ctypes.c_int), ("int2", ctypes.c_int), ("net", P)]


V.virGetLastError.restype = ctypes.POINTER(VirError)
quiet = ctypes.CFUNCTYPE(None, P, P)(lambda *_: None)
V.virSetErrorFunc(None, quiet)


def pointer(function, *arguments):
    getattr(V, function).restype = P
    return P(getattr(V, function)(*arguments))


conn, ro = pointer("virConnectOpen", b"test:///default"), pointer("virConnectOpenReadOnly", b"test:///default")
H = {"c": (conn, ro)}
H["i"] = [pointer("virInterfaceLookupByName", c, b"eth1") for c in (conn, ro)]
H["d"] = [pointer("virNodeDeviceLookupByName", c, b"scsi_host1") for c in (conn, ro)]
H["s"] = H["f"] = H["b"] = (None, None)
# function: kinds of arguments: a handle (c i d s f b), text t, UUID u, XML x, room for output o, how much of it n, size z, flags g, number k
TABLE = """
virConnectNumOfInterfaces c|virConnectListInterfaces con|virConnectNumOfDefinedInterfaces c|virConnectListDefinedInterfaces con
virConnectListAllInterfaces cog|*virInterfaceLookupByName ct|*virInterfaceLookupByMACString ct|*virInterfaceGetXMLDesc ig
*virInterfaceGetName i|*virInterfaceGetMACString i|*virInterfaceGetConnect i|*virInterfaceDefineXML cxg|virInterfaceCreate ig
virInterfaceDestroy ig|virInterfaceIsActive i|virInterfaceRef i|virInterfaceFree i|virInterfaceUndefine i
virInterfaceChangeRollback cg|virInterfaceChangeBegin cg|virInterfaceChangeCommit cg
virNodeNumOfDevices ctg|virNodeListDevices ctong|virConnectListAllNodeDevices cog|*virNodeDeviceLookupByName ct
*virNodeDeviceLookupSCSIHostByWWN cttg|*virNodeDeviceGetName d|*virNodeDeviceGetParent d|virNodeDeviceNumOfCaps d
virNodeDeviceListCaps don|*virNodeDeviceGetXMLDesc dg|virNodeDeviceRef d|virNodeDeviceFree d|virNodeDeviceDettach d
virNodeDeviceDetachFlags dtg|virNodeDeviceReAttach d|virNodeDeviceReset d|*virNodeDeviceCreateXML cxg|virNodeDeviceDestroy d
*virNodeDeviceDefineXML cxg|virNodeDeviceUndefine dg|virNodeDeviceCreate dg|virNodeDeviceSetAutostart dk|virNodeDeviceGetAutostart do
virNodeDeviceIsPersistent d|virNodeDeviceIsActive d
virConnectNumOfSecrets c|virConnectListSecrets con|virConnectListAllSecrets cog|*virSecretLookupByUUID cu|*virSecretLookupByUUIDString ct
*virSecretLookupByUsage ckt|*virSecretDefineXML cxg|*virSecretGetConnect s|virSecretGetUUID so|virSecretGetUUIDString so
virSecretGetUsageType s|*virSecretGetUsageID s|*virSecretGetXMLDesc sg|virSecretSetValue sozg|*virSecretGetValue sog|virSecretUndefine s
virSecretRef s|virSecretFree s
virConnectNumOfNWFilters c|virConnectListNWFilters con|virConnectListAllNWFilters cog|*virNWFilterLookupByName ct
*virNWFilterLookupByUUID cu|*virNWFilterLookupByUUIDString ct|*virNWFilterDefineXML cx|*virNWFilterDefineXMLFlags cxg
*virNWFilterGetName f|virNWFilterGetUUID fo|virNWFilterGetUUIDString fo|*virNWFilterGetXMLDesc fg|virNWFilterUndefine f
virNWFilterRef f|virNWFilterFree f
virConnectListAllNWFilterBindings cog|*virNWFilterBindingLookupByPortDev ct|*virNWFilterBindingCreateXML cxg
*virNWFilterBindingGetPortDev b|*virNWFilterBindingGetFilterName b|*virNWFilterBindingGetXMLDesc bg|virNWFilterBindingDelete b
virNWFilterBindingRef b|virNWFilterBindingFree b
"""
GOOD = {"t": lambda: b"none", "x": lambda: b"<none/>", "u": lambda: b"\1" * 16, "o": lambda: ctypes.create_string_buffer(256), "n": lambda: 4, "g": lambda: 0,
        "k": lambda: 1, "z": lambda: ctypes.c_size_t(4)}
BAD = {"t": [None, b""], "x": [None], "u": [None], "o": [None], "n": [-1, 0], "g": [1 << 30], "k": [-1, 99], "z": [ctypes.c_size_t(0)]}


def one(function, returns_pointer, arguments):
    V.virResetLastError()
    call = getattr(V, function)
    call.restype = P if returns_pointer else ctypes.c_int
    value = call(*arguments)
    value = bool(value) if returns_pointer else value
    error = V.virGetLastError()
    if not error or not error.contents.code:
        return [value]
    e = error.contents
    return [value, e.code, e.domain, e.level] + [t and t.decode() for t in (e.message, e.str1, e.str2, e.str3)] + [e.int1, e.int2]


def cases(function, kinds):
    handles, rest = H[kinds[0]], kinds[1:]
    good = lambda: [GOOD[k]() for k in rest]
    yield "NULL", [None] + good()
    yield "of another kind", [H["d" if kinds[0] == "i" else "i"][0]] + good()
    for handle, name in zip(handles, ("", "read-only ")):
        if not handle:
            continue
        if not function.endswith("Free"):
            yield name + "good", [handle] + good()
        for at, kind in enumerate(rest):
            for bad in BAD[kind]:
                arguments = good()
                arguments[at] = bad
                yield f"{name}{at} {kind} {getattr(bad, 'value', bad)}", [handle] + arguments
        if "on" in rest:
            at = rest.index("o")
            for room in (-1, 0):
                arguments = good()
                arguments[at:at + 2] = None, room
                yield f"{name}nowhere {room}", [handle] + arguments


for entry in TABLE.replace("\n", "|").split("|"):
    if not entry:
        continue
    function, kinds = entry.lstrip("*").split()
    for title, arguments in cases(function, kinds):
        print(json.dumps([f"{function} {title}"] + one(function, entry.startswith("*"), arguments)))
