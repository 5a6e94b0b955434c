# SPDX-License-Identifier: LGPL-2.1-or-later
"""The library in a program, without a daemon: the test driver and loading."""
import re

import pytest
from harness import clients

TEST = r"""
import json, libvirt
libvirt.registerErrorHandler(lambda *_: None, None)
seen = []
conn = libvirt.open("test:///default")
seen.append([conn.getType(), conn.getHostname() != "", [d.name() for d in conn.listAllDomains(0)]])
dom = conn.lookupByName("test")
seen.append([dom.ID(), dom.info()[:4], dom.state(), dom.XMLDesc(0)])
dom.suspend()
seen.append(dom.state())
dom.resume()
dom.shutdown()
seen.append([dom.state(), dom.isActive()])
dom.create()
seen.append([dom.ID(), dom.state()])
for call in (lambda: conn.lookupByName("none"), lambda: conn.defineXML("<domain type='test'/>"), lambda: conn.lookupByID(99)):
    try:
        call()
    except libvirt.libvirtError as error:
        seen.append([error.get_error_code(), error.get_error_domain()])
print(json.dumps(seen))
"""


@pytest.fixture
def need_python():
    reason = clients.why_no_python()
    if reason:
        pytest.skip(reason)


def test_python_at_the_test_driver(need_python, build):
    if "asan" in str(build.folder):
        pytest.skip("a sanitized library cannot be loaded into Debian's python")
    assert clients.python(TEST, library=build.library) == clients.python(TEST)


@pytest.mark.sanitized
@pytest.mark.parametrize("command", [
    ["list", "--all"], ["dumpxml", "test"], ["dominfo", "test"], ["domstate", "test", "--reason"], ["nodeinfo"], ["capabilities"],
    ["uri"], ["domuuid", "test"], ["domid", "test"], ["list", "--all", "--uuid"], ["list", "--all", "--title"],
    ["dominfo", "none"], ["suspend"], ["list", "--no-such-option"], ["no-such-command"],
    ["echo", "--shell", "a b", "c"], ["-q", "list", "--all"], ["suspend test; domstate test; resume test; domstate test"],
])
def test_virsh_prints_what_the_incumbents_prints(command, build):
    reason = clients.why_no_debian()
    if reason:
        pytest.skip(reason)
    ours = clients.ours(build, "test:///default").result(*command)
    theirs = clients.debian("test:///default").result(*command)
    outs = [re.sub(r"(CPU time: +)\S+", r"\1", result.out) for result in (ours, theirs)]  # the test driver's is the clock
    assert (ours.status, outs[0], ours.err) == (theirs.status, outs[1], theirs.err)
