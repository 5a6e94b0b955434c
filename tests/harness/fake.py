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
