# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fixtures of the whole-system tests: private daemons, clients, guests; nothing outlives its test.

With VIREO_ORACLE=1 the tests run against the incumbent's daemon and shell: so one sees that a test is right.
"""
import os
import pathlib
import shutil
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from harness import clients, guests, processes, servers  # noqa: E402


def pytest_configure(config):
    config.addinivalue_line("markers", "sanitized: also run with the address- and UB-sanitized build")
    config.addinivalue_line("markers", "root: needs root")


def pytest_collection_modifyitems(items):
    for item in items:
        if item.get_closest_marker("root") and os.getuid() != 0:
            item.add_marker(pytest.mark.skip(reason="needs root"))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """A failed test shows the daemon's log and those of its guests."""
    report = (yield).get_result()
    if report.when == "call" and report.failed:
        for name in ("daemon", "incumbent"):
            server = item.funcargs.get(name)
            if server is not None:
                report.sections.append((f"log of the {name}", server.service.log_text()))
                for log in sorted(server.root.rglob("qemu/*.log"))[:4]:
                    report.sections.append((f"{log}", log.read_text(errors="replace")[-4000:]))


ORACLE = bool(os.environ.get("VIREO_ORACLE"))


@pytest.fixture(scope="session")
def build():
    if ORACLE:
        return None
    found = servers.Build()
    for program in (found.daemon, found.virsh, found.library):
        if not program.exists():
            pytest.fail(f"{program} is not built")
    return found


@pytest.fixture
def make_daemon(build):
    """Makes further daemons: make_daemon(arguments=..., root=...)."""
    made = []

    def make(**options):
        made.append(servers.Incumbent(options.get("network", False)) if ORACLE else servers.Vireo(build, **options))
        return made[-1]

    yield make
    for one in made:
        one.service.kill()
    processes.end_all()
    for one in made:
        one.remove()


@pytest.fixture
def daemon(make_daemon):
    return make_daemon().start()


@pytest.fixture
def virsh(build, daemon):
    """Our shell at our daemon, found by VIREO_ROOT as a user would."""
    return clients.debian(daemon.uri()) if ORACLE else clients.ours(build, daemon.local_uri(), daemon.environment)


@pytest.fixture
def debian_virsh(daemon):
    """Debian's unmodified shell at our daemon."""
    reason = clients.why_no_debian()
    if reason:
        pytest.skip(reason)
    return clients.debian(daemon.uri())


@pytest.fixture
def incumbent():
    reason = servers.Incumbent.why_not()
    if reason:
        pytest.skip(reason)
    one = servers.Incumbent()
    try:
        one.start()
        yield one
    finally:
        one.service.kill()
        processes.end_all()
        one.remove()


@pytest.fixture(scope="session")
def guest_image():
    reason = guests.why_not()
    if reason:
        pytest.skip(reason)


@pytest.fixture
def emulator():
    if not os.path.exists(guests.EMULATOR):
        pytest.skip(f"{guests.EMULATOR} is not installed")
    return guests.EMULATOR


@pytest.fixture
def folder():
    path = servers.short_folder("vtest.")
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def define(virsh, folder):
    """define(name, **options of guests.xml) with our shell; returns the name."""

    def one(name, **options):
        path = folder / f"{name}.xml"
        path.write_text(guests.xml(name, **options))
        virsh("define", path)
        return name

    return one
