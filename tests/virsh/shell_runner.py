# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs a virsh with a clean environment and makes its output comparable."""
import os
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCUMBENT = "/usr/bin/virsh"

DOMAIN = """<domain type='test'>
  <name>{name}</name>{uuid}
  <memory unit='KiB'>8388608</memory>
  <currentMemory unit='KiB'>2097152</currentMemory>
  <vcpu placement='static'>2</vcpu>
  <os><type arch='i686'>hvm</type><boot dev='hd'/></os>
</domain>
"""


def ours():
    """The virsh to test: of the build folder $VIREO_BUILD, or of the newest one."""
    folder = os.environ.get("VIREO_BUILD")
    if folder:
        program = pathlib.Path(folder) / "src/virsh/virsh"
        return str(program) if program.exists() else None
    built = sorted(ROOT.glob("build/*/src/virsh/virsh"), key=lambda p: p.stat().st_mtime)
    return str(built[-1]) if built else None


def incumbent_library():
    """Where the library of the incumbent lies, so that our shell can run on it."""
    for folder in ("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"):
        if os.path.exists(folder + "/libvirt.so.0"):
            return folder
    return None


def write_files(folder):
    uuid = "<uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>"
    files = {
        "xml": DOMAIN.format(name="test", uuid=uuid),
        "new": DOMAIN.format(name="new", uuid=""),
        "unicode": DOMAIN.format(name="dömäin中文", uuid=""),
        "bad": "<x",
        "volume": "<volume><name>v1</name><capacity>1048576</capacity></volume>",
        "disk": "<disk type='file' device='disk'><source file='/x'/><target dev='vdb' bus='virtio'/></disk>",
    }
    for name, text in files.items():
        (folder / (name + ".xml")).write_text(text)
    return {name: name + ".xml" for name in files}


def run(program, arguments, folder, stdin=None, library=None, extra_environment=None):
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "TZ": "UTC", "LC_ALL": "C.UTF-8", "EDITOR": "true",
                   "VISUAL": "true"}
    if library:
        environment["LD_LIBRARY_PATH"] = library
    environment.update(extra_environment or {})
    done = subprocess.run([program, *arguments], cwd=folder, env=environment, input=stdin or "", text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    return done


def comparable(text):
    text = re.sub(r"\(Time: [0-9.]+ ms\)", "(Time: T ms)", text)
    text = re.sub(r"CPU time: +[0-9.]+s", "CPU time: T", text)
    text = re.sub(r"(?m)^CPU: +\d+$", "CPU: N", text)
    text = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID", text)
    text = re.sub(r"Time: \d{9,}", "Time: N", text)
    text = re.sub(r"Time: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d", "Time: D", text)
    return text


def words(case, files):
    """The arguments of one case of SHELL or DRIVER."""
    if isinstance(case, str):
        case = [case]
    return ["-c", "test:///default", *[fill(word, files) for word in case]]


def fill(word, files):
    for name, path in files.items():
        word = word.replace("{" + name + "}", path)
    return word


def outcome(done):
    return {"out": comparable(done.stdout), "err": comparable(done.stderr), "rc": done.returncode}
