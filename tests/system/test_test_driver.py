# SPDX-License-Identifier: LGPL-2.1-or-later
"""test:///default through our daemon and in Debian's own library: the same shell must print the same."""
import re

import pytest
from harness import clients

COMMANDS = [
    "list --all", "list --all --uuid", "dumpxml test", "dumpxml test --inactive", "dominfo test", "domstate test --reason",
    "domid test", "domuuid test", "nodeinfo", "capabilities", "sysinfo", "version", "hostname", "maxvcpus",
    "maxvcpus qemu", "freecell", "freecell --all", "freecell 1", "freecell 7", "nodecpustats", "nodecpumap",
    "nodememstats", "vcpucount test", "domcontrol test", "domhostname test", "domiflist test", "domblklist test",
    "desc test", "domcapabilities", "dominfo nope", "dominfo 99", "dumpxml test --update-cpu", "start test",
    "resume test", "suspend test", "destroy test", "reboot test", "reset test", "shutdown test", "autostart test",
    "undefine test", "undefine test --nvram", "setmem test 1024", "setmem test 99999999", "setmaxmem test 9999999",
    "setvcpus test 1", "setvcpus test 9", "setvcpus test 2 --config", "domrename test other",
    "suspend test; suspend test", "suspend test; resume test; domstate test --reason",
    "destroy test; domstate test --reason; start test; domid test", "destroy test; destroy test",
    "destroy test; domrename test other; list --all", "destroy test; domcontrol test; domhostname test",
    "undefine test; list --all --transient; destroy test; list --all", "desc test --title hello; list --title",
    "desc test hello; desc test; dumpxml test", "metadata test http://x --key k --set <a/>; metadata test http://x",
    "setmem test 512 --config; dominfo test", "list --state-paused --all", "list --inactive --autostart",
    "autostart test; list --autostart; autostart test --disable; list --all --no-autostart",
]


def steady(text):
    """Without what time makes of it."""
    return re.sub(r"(CPU time: +)[\d.]+s", r"\1#", text)


@pytest.fixture
def both(daemon):
    reason = clients.why_no_debian()
    if reason:
        pytest.skip(reason)
    return clients.debian(daemon.uri("test")), clients.debian("test:///default")


@pytest.mark.parametrize("command", COMMANDS)
def test_same_words_as_the_incumbent(both, command):
    ours, theirs = (virsh.result(command) if ";" in command else virsh.result(*command.split()) for virsh in both)
    assert steady(ours.out) == steady(theirs.out)
    assert ours.err == theirs.err
    assert ours.status == theirs.status


def test_the_domains_last_as_long_as_a_connection(both):
    ours, _ = both
    ours("destroy", "test")
    assert ours.state("test") == "running"


@pytest.mark.root
def test_an_ordinary_users_client_and_daemon(make_daemon):
    """The incumbent's client tells an ordinary user's daemon more about itself than root's."""
    reason = clients.why_no_debian()
    if reason:
        pytest.skip(reason)
    daemon = make_daemon(user=65534)
    reachable = clients.run([*daemon.become, "test", "-x", daemon.build.daemon])
    if reachable.status != 0:
        pytest.skip("an ordinary user cannot reach the build folder")
    daemon.start()
    virsh = clients.Virsh(clients.DEBIAN_VIRSH, daemon.uri("test"), {"HOME": str(daemon.root)}, daemon.become)
    assert "test" in virsh("list")
    assert "test" in virsh("-r", "list")
