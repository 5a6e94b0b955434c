# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tuning, statistics, the agent and input of test:///default: the same program, our library and the incumbent's."""
import json
import pathlib

import pytest
from harness import clients

PROGRAM = pathlib.Path(__file__).with_name("domain_functions.py").read_text()
URI = "test:///default"


def told(text):
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def theirs():
    reason = clients.why_no_python()
    if reason:
        pytest.skip(reason)
    return told(clients.python(PROGRAM, URI, URI))


def compare(ours, theirs):
    assert [label for label, _ in ours] == [label for label, _ in theirs]
    different = [(label, mine, other) for (label, mine), (_, other) in zip(ours, theirs) if mine != other]
    assert not different, "\n".join(f"{label}:\n  ours   {mine}\n  theirs {other}" for label, mine, other in different)


def test_our_library_answers_like_the_incumbents(theirs, build):
    if "asan" in str(build.folder):
        pytest.skip("a sanitized library cannot be loaded into Debian's python")
    compare(told(clients.python(PROGRAM, URI, URI, library=build.library)), theirs)


PICTURE = """
import libvirt, struct, sys, zlib
conn = libvirt.open("test:///default")
stream = conn.newStream()
kind = conn.lookupByName("test").screenshot(stream, 0, 0)
data = b""
while part := stream.recv(4096):
    data += part
stream.finish()
at, pixels = 8, b""
while at < len(data):
    size, name = struct.unpack(">I4s", data[at:at + 8])
    body = data[at + 8:at + 8 + size]
    assert struct.unpack(">I", data[at + 8 + size:at + 12 + size])[0] == zlib.crc32(name + body)
    pixels += body if name == b"IDAT" else b""
    at += 12 + size
print(kind, data[:4], len(zlib.decompress(pixels)))
"""


def test_a_screenshot_is_a_picture(theirs, build):
    if "asan" in str(build.folder):
        pytest.skip("a sanitized library cannot be loaded into Debian's python")
    assert clients.python(PICTURE, library=build.library) == f"image/png {bytes([0x89]) + b'PNG'} {161 * 120}\n"
