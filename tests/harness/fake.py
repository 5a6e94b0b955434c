# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes an emulator of tests/fake-qemu with a script of its own, to be named as <emulator> of a domain."""
import json
import shutil

from .servers import REPOSITORY


def make(folder, name, guest=None, probe=None):
    path = folder / f"qemu-{name}"
    shutil.copy(REPOSITORY / "tests" / "fake-qemu", path)
    path.chmod(0o755)
    folder.chmod(0o755)
    script = {"guest": guest or {}}
    if probe is not None:
        script["probe"] = probe
    path.with_name(path.name + ".json").write_text(json.dumps(script))
    return path


def recorded(path):
    """The commands that a fake with "record" got: [(name, arguments)]."""
    requests = [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
    return [(request.get("execute") or request["exec-oob"], request.get("arguments", {})) for request in requests]
