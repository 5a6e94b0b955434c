# SPDX-License-Identifier: LGPL-2.1-or-later
"""libvirt-qemu.so.0, libvirt-lxc.so.0 and libvirt-admin.so.0: they check what they are given as Debian's do."""
import shutil

import pytest
from harness import clients

PROGRAM = r"""
import ctypes, json, sys
main = ctypes.CDLL("libvirt.so.0")
parts = {part: ctypes.CDLL(f"{sys.argv[1]}libvirt-{part}.so.0") for part in ("qemu", "lxc", "admin")}
P, N = ctypes.c_void_p, ctypes.byref
quiet = ctypes.CFUNCTYPE(None, P, P)(lambda *_: None)
main.virSetErrorFunc(None, quiet)
main.virGetLastErrorMessage.restype = ctypes.c_char_p

def pointer(name, *arguments):
    getattr(main, name).restype = P
    return P(getattr(main, name)(*arguments))

def say(part, name, *arguments, returns=ctypes.c_int):
    call = getattr(parts[part], name)
    call.restype = returns
    main.virResetLastError()
    value = call(*arguments)
    print(json.dumps([name, value, main.virGetLastErrorCode(), main.virGetLastErrorDomain(), main.virGetLastErrorMessage().decode()]))

conns = [pointer("virConnectOpen", b"test:///default"), pointer("virConnectOpenReadOnly", b"test:///default")]
out = P()
for domain in [None, conns[0]] + [pointer("virDomainLookupByName", conn, b"test") for conn in conns]:
    for command, result in ((b"x", N(out)), (None, None), (b"x", None), (None, N(out))):
        say("qemu", "virDomainQemuMonitorCommand", domain, command, result, 0)
        say("qemu", "virDomainQemuMonitorCommandWithFiles", domain, command, 0, None, None, None, result, 0)
    say("qemu", "virDomainQemuAgentCommand", domain, b"x", 0, 0, returns=P)
    say("lxc", "virDomainLxcOpenNamespace", domain, N(out), 0)
    say("lxc", "virDomainLxcOpenNamespace", domain, None, 0)
for conn in [None] + conns:
    for pid in (1, 0):
        say("qemu", "virDomainQemuAttach", conn, pid, 0, returns=P)
    for function in (quiet, None):
        say("qemu", "virConnectDomainQemuMonitorEventRegister", conn, None, None, function, None, None, 0)
    for number in (1, -1):
        say("qemu", "virConnectDomainQemuMonitorEventDeregister", conn, number)
say("admin", "virAdmInitialize")
version = ctypes.c_ulonglong(0)
say("admin", "virAdmGetVersion", N(version))
print(version.value)
for name in ("Client:Free Client:GetTransport Connect:Close Connect:IsAlive Connect:Ref Server:Free").split():
    say("admin", "virAdm" + name.replace(":", ""), None)
for name in ("ClientGetID", "ClientGetTimestamp"):
    say("admin", "virAdm" + name, None, returns=ctypes.c_longlong)
for name in ("ConnectGetURI", "ServerGetName"):
    say("admin", "virAdm" + name, None, returns=P)
for name in ("ClientClose ServerUpdateTlsFiles ConnectGetLibVersion ConnectUnregisterCloseCallback").split():
    say("admin", "virAdm" + name, None, None)
for name in ("ConnectGetLoggingFilters ConnectGetLoggingOutputs ConnectListServers ConnectSetDaemonTimeout ConnectSetLoggingFilters "
             "ConnectSetLoggingOutputs ServerListClients").split():
    say("admin", "virAdm" + name, None, None, 0)
for name in ("ClientGetInfo ServerGetClientLimits ServerGetThreadPoolParameters ServerSetClientLimits ServerSetThreadPoolParameters "
             "ConnectRegisterCloseCallback").split():
    say("admin", "virAdm" + name, None, None, None, 0)
for name in ("ConnectLookupServer", "ServerLookupClient"):
    say("admin", "virAdm" + name, None, None, 0, returns=P)
"""


def test_they_check_their_arguments(build):
    reason = clients.why_no_python()
    if reason:
        pytest.skip(reason)
    if "asan" in str(build.folder):
        pytest.skip("a sanitized library cannot be loaded into Debian's python")
    ours = clients.python(PROGRAM, f"{build.folder}/src/libraries/", library=build.library).splitlines()
    assert ours == clients.python(PROGRAM, "").splitlines()


@pytest.mark.parametrize("part", ["qemu", "lxc", "admin"])
def test_pkg_config_knows_them(build, part):
    if not shutil.which("pkg-config"):
        pytest.skip("pkg-config is not installed")
    env = {"PKG_CONFIG_PATH": f"{build.folder}/src/libraries:{build.folder}/src/api"}
    api = clients.run(["pkg-config", f"--variable=libvirt_{part}_api", f"libvirt-{part}"], env)
    assert api.out.strip().endswith(f"/libvirt/api/libvirt-{part}-api.xml")
    libraries = clients.run(["pkg-config", "--libs", f"libvirt-{part}"], env).out.split()
    assert f"-lvirt-{part}" in libraries and "-lvirt" in libraries
    assert clients.run(["pkg-config", "--modversion", f"libvirt-{part}"], env).out.strip() == "9.0.0"
