# SPDX-License-Identifier: LGPL-2.1-or-later
"""What cannot work is refused with the incumbent's code and domain, and nothing of it stays."""
import socket

import pytest
from conftest import ORACLE
from harness import bad_domains, clients, processes
from test_guest import files_below

# Tried through the C API, all in one process: a virsh for each would take longer than the rest of the suite.
PROGRAM = """
import json, sys, libvirt
libvirt.registerErrorHandler(lambda *a: None, None)
connection = libvirt.open(sys.argv[1])
for name, xml in json.load(open(sys.argv[2])).items():
    domain, stage = None, "define"
    try:
        domain = connection.defineXML(xml)
        stage = "start"
        domain.create()
        domain.destroy()
        answer = ["works", 0, 0, ""]
    except libvirt.libvirtError as error:
        answer = [stage, error.get_error_code(), error.get_error_domain(), error.get_error_message()]
    if domain is not None:
        domain.undefine()
    print(json.dumps([name, *answer]))
"""


@pytest.fixture
def busy_port():
    """A port somebody else listens on, in the range of displays."""
    with socket.socket() as one:
        for port in range(6100, 6500):
            try:
                one.bind(("127.0.0.1", port))
            except OSError:
                continue
            one.listen()
            yield port
            return


@pytest.fixture
def answers(daemon, folder, busy_port, emulator):
    import json

    reason = clients.why_no_python()
    if reason:
        pytest.skip(reason)
    folder.chmod(0o755)
    for name in ("disk.img", "other.img"):
        (folder / name).write_bytes(bytes(1 << 20))
        (folder / name).chmod(0o644)
    inputs = {name: xml.replace("{folder}", str(folder)).replace("{port}", str(busy_port)) for name, xml in bad_domains.CASES.items()}
    (folder / "inputs.json").write_text(json.dumps(inputs))
    out = clients.run([clients.PYTHON, "-c", PROGRAM, daemon.uri(), folder / "inputs.json"], timeout=300)
    assert out.status == 0, out
    return {line[0]: line[1:] for line in map(json.loads, out.out.splitlines())}


def test_codes_are_the_incumbents(answers, daemon):
    assert answers.keys() == bad_domains.EXPECTED.keys() == bad_domains.CASES.keys()
    wrong = []
    for name, expected in bad_domains.EXPECTED.items():
        stage, code, domain, message = answers[name]
        allowed = [expected] if ORACLE else [expected, bad_domains.OURS.get(name)]
        if (stage, code, domain) not in allowed:
            wrong.append(f"{name}: expected {expected}, got {(stage, code, domain)}: {message}")
    assert not wrong, "\n" + "\n".join(wrong)
    assert processes.qemus() == []


@pytest.mark.skipif(ORACLE, reason="the incumbent keeps files of its own")
def test_nothing_stays(daemon, virsh, request):
    virsh("list", "--all")
    before = files_below(daemon.root)
    request.getfixturevalue("answers")
    assert files_below(daemon.root) == before
    assert virsh("list", "--all", "--name").strip() == ""
