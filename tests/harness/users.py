# SPDX-License-Identifier: LGPL-2.1-or-later
"""An ordinary user with a home of its own: nobody when the tests run as root, else whoever runs them."""
import ctypes
import os

from . import clients, processes

NOBODY = 65534
PR_SET_CHILD_SUBREAPER = 36


class User:
    def __init__(self, folder):
        """Everything of this user is below `folder`, which becomes reachable for all."""
        self.uid = NOBODY if os.getuid() == 0 else os.getuid()
        self.become = []
        if os.getuid() == 0:
            self.become = ["setpriv", f"--reuid={self.uid}", f"--regid={self.uid}", "--clear-groups", "--"]
        folder.chmod(0o755)
        self.home, self.runtime = folder / "home", folder / "run"
        for place in (self.home, self.runtime):
            place.mkdir(mode=0o700)
            if self.become:
                os.chown(place, self.uid, self.uid)
        self.env = {"HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.runtime), "USER": "somebody"}
        for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
            self.env[variable] = ""

    def why_not(self, program):
        """Why this user cannot run `program`, or None."""
        return None if self.run("test", "-x", program).status == 0 else f"an ordinary user cannot reach {program}"

    def run(self, *argv, env=None):
        return clients.run([*self.become, *argv], dict(self.env, **(env or {})))

    def virsh(self, program, uri="qemu:///session", env=None):
        return clients.Virsh(program, uri, dict(self.env, **(env or {})), self.become)

    def write(self, path, text):
        """A file of this user's, folders included; `path` is below the home."""
        place = self.home / path
        for folder in [*reversed(place.relative_to(self.home).parents)][1:]:
            if not (self.home / folder).exists():
                (self.home / folder).mkdir()
                self.own(self.home / folder)
        place.write_text(text)
        self.own(place)
        return place

    def own(self, place):
        if self.become:
            os.chown(place, self.uid, self.uid)

    @property
    def socket(self):
        return self.runtime / "libvirt/libvirt-sock"

    def daemons(self, program):
        """Pids of the daemons of `program` that run below this test."""
        return [pid for pid in processes.descendants() if processes.alive(pid) and executable(pid) == str(program)]


def executable(pid):
    try:
        return os.readlink(f"/proc/{pid}/exe")
    except OSError:
        return None


class Adopting:
    """While it lasts, what goes to the background comes to this process instead of the host's init."""

    def __enter__(self):
        self._set(1)
        return self

    def __exit__(self, *_):
        processes.end_all()
        self._set(0)
        for pid in processes.children():
            if not processes.alive(pid) and pid != processes.Nursery.pid:
                try:
                    os.waitpid(pid, os.WNOHANG)
                except ChildProcessError:
                    pass

    @staticmethod
    def _set(value):
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, value, 0, 0, 0)
