# SPDX-License-Identifier: LGPL-2.1-or-later
"""Events of our library in an unmodified Python program: in process, and over a daemon's socket."""
import json

import pytest
from harness import clients

# Whatever drives them, the program's functions hear of the changes in order, from virEventRunDefaultImpl only.
EVENTS = r"""
import json, libvirt, sys
libvirt.registerErrorHandler(lambda *_: None, None)
libvirt.virEventRegisterDefaultImpl()
libvirt.virEventAddTimeout(20000, lambda *_: sys.exit("no event came"), None)
heard = {"any": [], "legacy": [], "one": []}

def note(key):
    return lambda conn, dom, event, detail, opaque: heard[key].append([dom.name(), event, detail])

def once(conn, dom, event, detail, opaque):
    heard["one"].append([dom.name(), event, detail])
    conn.domainEventDeregisterAny(one_id)

conn = libvirt.open(sys.argv[1])
dom = conn.lookupByName("test")
any_id = conn.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, note("any"), None)
one_id = conn.domainEventRegisterAny(dom, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, once, None)
conn.domainEventRegister(note("legacy"), None)

dom.suspend()
dom.resume()
dom.destroy()
dom.create()
assert not any(heard.values()), heard
while min(len(heard[key]) for key in ("any", "legacy")) < 4:
    libvirt.virEventRunDefaultImpl()
conn.domainEventDeregisterAny(any_id)
try:
    conn.domainEventDeregisterAny(any_id)
except libvirt.libvirtError as error:
    heard["twice"] = error.get_error_code()
print(json.dumps(heard))
"""

CLOSED = r"""
import json, libvirt, os, signal, sys
libvirt.registerErrorHandler(lambda *_: None, None)
libvirt.virEventRegisterDefaultImpl()
libvirt.virEventAddTimeout(20000, lambda *_: sys.exit("nobody told of the end"), None)
told = []
conn = libvirt.open(sys.argv[1])
conn.registerCloseCallback(lambda conn, reason, opaque: told.append(reason), None)
os.kill(int(sys.argv[2]), signal.SIGKILL)
while not told:
    libvirt.virEventRunDefaultImpl()
print(json.dumps([told, conn.isAlive()]))
"""


@pytest.fixture(autouse=True)
def need_python(build):
    reason = clients.why_no_python()
    if reason:
        pytest.skip(reason)
    if build and "asan" in str(build.folder):
        pytest.skip("a sanitized library cannot be loaded into Debian's python")


def told(script, *arguments, library=None):
    return json.loads(clients.python(script, *map(str, arguments), library=library))


def lifecycle(heard):
    return [[name, event] for name, event, _ in heard]


def test_in_process_as_the_incumbents_library(build):
    heard = told(EVENTS, "test:///default", library=build.library)
    assert lifecycle(heard["any"]) == [["test", 3], ["test", 4], ["test", 5], ["test", 2]]
    assert heard["any"] == heard["legacy"]
    assert heard["one"] == heard["any"][:1]  # it removed itself
    assert heard == told(EVENTS, "test:///default")


def test_from_our_daemon(build, daemon):
    ours = told(EVENTS, daemon.uri("test").replace("/system", "/default"), library=build.library)
    assert ours == told(EVENTS, "test:///default", library=build.library)


def test_from_the_incumbents_daemon(build, incumbent):
    ours = told(EVENTS, incumbent.uri("test").replace("/system", "/default"), library=build.library)
    assert ours == told(EVENTS, "test:///default")


def test_an_idle_program_hears_of_its_daemons_end(build, daemon):
    assert told(CLOSED, daemon.uri("test"), daemon.service.pid, library=build.library) == [[1], 0]
