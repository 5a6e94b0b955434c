# SPDX-License-Identifier: LGPL-2.1-or-later
"""The guest that tests boot, and its serial console."""
import os
import re
import select
import time
import tty

from .processes import DEADLINE
from .servers import REPOSITORY

IMAGE = REPOSITORY / "build" / "guest"
EMULATOR = "/usr/bin/qemu-system-x86_64"
UP = "Vireo guest is up"
DOWN = "Vireo guest goes down"


def why_not():
    if not os.path.exists(EMULATOR):
        return f"{EMULATOR} is not installed"
    if not (IMAGE / "kernel").exists():
        return "no guest image (tests/guest/make-image could not make it)"
    return None


def xml(name, uuid=None, emulator=EMULATOR, cmdline="", memory=96, serial='<serial type="pty"/>', devices="", extra="",
        boot=True):
    """A small guest; `boot`: with the kernel and initramfs of tests/guest."""
    kernel = (f"<kernel>{IMAGE}/kernel</kernel><initrd>{IMAGE}/initramfs</initrd>"
              f"<cmdline>console=ttyS0 quiet {cmdline}</cmdline>") if boot else ""
    return f"""<domain type='qemu'>
  <name>{name}</name>
  {f'<uuid>{uuid}</uuid>' if uuid else ''}
  <memory unit='MiB'>{memory}</memory>
  <vcpu>1</vcpu>
  <os><type arch='x86_64' machine='pc'>hvm</type>{kernel}</os>
  <features><acpi/></features>
  {extra}
  <devices>
    <emulator>{emulator}</emulator>
    {serial}
    <memballoon model='none'/>
    {devices}
  </devices>
</domain>"""


class Console:
    """One end of a serial console: a pty by path, or any descriptor (taken over)."""

    def __init__(self, where):
        if isinstance(where, int):
            self.fd = where
        else:
            self.fd = os.open(where, os.O_RDWR | os.O_NOCTTY)
            tty.setraw(self.fd)
        os.set_blocking(self.fd, False)
        self.text = ""
        self.seen = 0

    def expect(self, pattern, timeout=DEADLINE):
        """Reads until `pattern` (a regular expression) appears after what was matched last; returns the match."""
        limit = time.monotonic() + timeout
        while True:
            match = re.compile(pattern).search(self.text, self.seen)
            if match:
                self.seen = match.end()
                return match
            if not select.select([self.fd], [], [], max(0.0, limit - time.monotonic()))[0]:
                raise AssertionError(f"no {pattern!r} on the console within {timeout} s; it said:\n{self.text}")
            try:
                data = os.read(self.fd, 4096)
            except BlockingIOError:
                continue
            except OSError:
                data = b""
            if not data:
                raise AssertionError(f"the console ended without {pattern!r}; it said:\n{self.text}")
            self.text += data.decode(errors="replace")

    def send(self, text):
        os.write(self.fd, text.encode())

    def close(self):
        os.close(self.fd)
