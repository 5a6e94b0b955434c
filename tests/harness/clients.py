# SPDX-License-Identifier: LGPL-2.1-or-later
"""Clients as users have them: our virsh, Debian's virsh, Python programs with our library or Debian's."""
import os
import pty
import shutil
import subprocess

from . import guests
from .processes import DEADLINE

DEBIAN_VIRSH = "/usr/bin/virsh"
PYTHON = "/usr/bin/python3"


class Result:
    def __init__(self, done, argv):
        self.status, self.out, self.err, self.argv = done.returncode, done.stdout, done.stderr, argv

    def __repr__(self):
        return f"{' '.join(map(str, self.argv))}\n-> {self.status}\n{self.out}{self.err}"


def run(argv, env=None, stdin=None, timeout=DEADLINE):
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("LIBVIRT_", "VIRSH_", "VIREO_", "VIR_"))}
    clean.update(LC_ALL="C", **(env or {}))
    argv = [str(a) for a in argv]
    return Result(subprocess.run(argv, env=clean, input=stdin, capture_output=True, text=True, timeout=timeout), argv)


class Virsh:
    """`virsh(...)` runs one command and must succeed; `virsh.fails(...)` must not."""

    def __init__(self, program, uri, env=None, become=()):
        self.program, self.uri, self.env, self.become = str(program), uri, env or {}, list(become)

    def argv(self, *arguments):
        return [*self.become, self.program, *(["-c", self.uri] if self.uri else []), *map(str, arguments)]

    def result(self, *arguments, stdin=None):
        return run(self.argv(*arguments), self.env, stdin)

    def __call__(self, *arguments, stdin=None):
        result = self.result(*arguments, stdin=stdin)
        assert result.status == 0, result
        return result.out

    def fails(self, *arguments):
        result = self.result(*arguments)
        assert result.status == 1, result
        return result.err

    def state(self, name):
        return self("domstate", name).strip()

    def terminal(self, *arguments):
        """Runs it on a terminal of its own; returns (pid, Console)."""
        environment = dict(os.environ, TERM="dumb", LC_ALL="C", **self.env)
        pid, fd = pty.fork()
        if pid == 0:
            try:
                argv = self.argv(*arguments)
                os.execvpe(argv[0], argv, environment)
            finally:
                os._exit(127)
        return pid, guests.Console(fd)


def ours(build, uri, env=None):
    return Virsh(build.virsh, uri, env)


def debian(uri):
    return Virsh(DEBIAN_VIRSH, uri)


def why_no_debian():
    return None if shutil.which(DEBIAN_VIRSH) else "Debian's libvirt-clients is not installed"


def why_no_python():
    done = subprocess.run([PYTHON, "-c", "import libvirt"], capture_output=True)
    return None if done.returncode == 0 else "python3-libvirt is not installed"


def python(script, *arguments, library=None, env=None):
    """Runs a Python program; `library`: our libvirt.so.0 in place of Debian's."""
    environment = dict(env or {})
    if library:
        environment["LD_LIBRARY_PATH"] = str(library.parent)
    result = run([PYTHON, "-c", script, *arguments], environment)
    assert result.status == 0, result
    return result.out


