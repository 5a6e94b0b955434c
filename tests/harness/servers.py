# SPDX-License-Identifier: LGPL-2.1-or-later
"""The two daemons: ours below a private root, the incumbent with its own places replaced by private folders."""
import os
import pathlib
import shutil
import subprocess
import tempfile

from . import processes

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


class Build:
    """Where a build folder (or an installed prefix) keeps its programs."""

    def __init__(self, folder=None):
        self.folder = pathlib.Path(folder or os.environ.get("VIREO_BUILD") or REPOSITORY / "build" / "debug").resolve()

    def _find(self, *names):
        for name in names:
            if (self.folder / name).exists():
                return self.folder / name
        return self.folder / names[0]

    @property
    def daemon(self):
        return self._find("src/daemon/libvirtd", "sbin/libvirtd")

    @property
    def virsh(self):
        return self._find("src/virsh/virsh", "bin/virsh")

    @property
    def library(self):
        return self._find("src/api/libvirt.so.0", "lib/libvirt.so.0")


def short_folder(prefix):
    """A folder whose name leaves room for a unix socket's path (107 bytes)."""
    return pathlib.Path(tempfile.mkdtemp(prefix=prefix, dir="/tmp"))


class Vireo:
    """Our daemon in the foreground below a root of its own."""

    def __init__(self, build, root=None, arguments=(), env=None, user=None, network=False):
        """`user`: a uid to become (as root only), for a session daemon; `network`: in a network of its own."""
        self.build = build
        self.root = pathlib.Path(root) if root else short_folder("vireo.")
        self.root.mkdir(parents=True, exist_ok=True)
        self.arguments = list(arguments)
        uid = os.getuid() if user is None else user
        self.privileged = uid == 0
        self.base = self.root if self.privileged else self.root / "session" / str(uid)
        self.become = ["unshare", "--net", "--"] if network else []
        if user is not None:
            os.chown(self.root, user, user)
            self.become = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", "--"]
        self.service = processes.Service(
            [*self.become, str(build.daemon), "--root", str(self.root), *self.arguments], self.root / "daemon.log", env)

    @property
    def run(self):
        return self.root / "run/libvirt" if self.privileged else self.base / "run"

    @property
    def config(self):
        return self.root / "etc/libvirt" if self.privileged else self.base / "config"

    @property
    def socket(self):
        return self.run / "libvirt-sock"

    @property
    def readonly_socket(self):
        return self.run / "libvirt-sock-ro"

    def uri(self, driver="qemu"):
        """What any client, ours or not, can be given."""
        path = "default" if driver == "test" else "system" if self.privileged else "session"
        return f"{driver}+unix:///{path}?socket={self.socket}"

    def local_uri(self, driver="qemu"):
        """What our own clients resolve themselves, with VIREO_ROOT in `environment`."""
        return f"{driver}:///{'system' if self.privileged else 'session'}"

    @property
    def environment(self):
        return {"VIREO_ROOT": str(self.root)}

    def start(self, ready=True):
        self.service.start(ready)
        return self

    def restart_after_kill(self):
        self.service.kill()
        return self.start()

    def stop(self):
        return self.service.stop()

    def remove(self):
        self.service.kill()
        shutil.rmtree(self.root, ignore_errors=True)


class Incumbent:
    """Debian's libvirtd. As root in a mount namespace whose libvirt places are private folders; else a session one."""

    PLACES = {"etc": "/etc/libvirt", "run": "/run/libvirt", "lib": "/var/lib/libvirt", "cache": "/var/cache/libvirt",
              "log": "/var/log/libvirt"}
    DAEMON = "/usr/sbin/libvirtd"

    @classmethod
    def why_not(cls):
        if not os.path.exists(cls.DAEMON):
            return "Debian's libvirt-daemon is not installed"
        if os.getuid() == 0 and subprocess.run(["unshare", "--mount", "--propagation", "private", "true"],
                                               capture_output=True).returncode:
            return "no mount namespaces here, to keep the incumbent off the host's libvirt"
        return None

    def __init__(self, network=False):
        self.root = short_folder("incum.")
        self.privileged = os.getuid() == 0
        for name in self.PLACES:
            (self.root / name).mkdir()
        conf = self.root / "libvirtd.conf"
        conf.write_text('auth_unix_rw = "none"\nauth_unix_ro = "none"\nunix_sock_rw_perms = "0700"\n')
        (self.root / "etc" / "qemu.conf").write_text(
            'user = "root"\ngroup = "root"\nsecurity_driver = "none"\nstdio_handler = "file"\nnamespaces = []\n'
            'dynamic_ownership = 0\nremember_owner = 0\ncgroup_controllers = []\n')
        env = {}
        if self.privileged:
            places = [f"mkdir -p {place} && mount --bind {self.root}/{name} {place}" for name, place in self.PLACES.items()]
            binds = " && ".join([*places, *self.with_user("passwd", "64055:64055::/:/usr/sbin/nologin"), *self.with_user("group", "64055:")])
            hide = "[ ! -d /run/dbus ] || mount -t tmpfs none /run/dbus"
            argv = ["unshare", *(["--net"] if network else []), "--mount", "--propagation", "private", "sh", "-c",
                    f"{binds} && {hide}; exec {self.DAEMON} -f {conf} -p {self.root}/pid"]
            self.socket = self.root / "run/libvirt-sock"
        else:
            env = {"XDG_CONFIG_HOME": f"{self.root}/etc", "XDG_RUNTIME_DIR": f"{self.root}/run",
                   "XDG_CACHE_HOME": f"{self.root}/cache", "XDG_DATA_HOME": f"{self.root}/lib", "HOME": str(self.root)}
            argv = [self.DAEMON, "-f", str(conf), "-p", f"{self.root}/pid"]
            self.socket = self.root / "run/libvirt/libvirt-sock"
        self.config = self.root / "etc" if self.privileged else self.root / "etc/libvirt"
        self.run = self.root / "run" if self.privileged else self.root / "run/libvirt"
        self.service = processes.Service(argv, self.root / "daemon.log", env)

    def with_user(self, file, rest):
        """Its QEMU driver does not begin without Debian's user, whatever qemu.conf says: in its own namespace there is one."""
        text = pathlib.Path("/etc", file).read_text()
        if "\nlibvirt-qemu:" in text:
            return []
        (self.root / file).write_text(f"{text}libvirt-qemu:x:{rest}\n")
        return [f"mount --bind {self.root}/{file} /etc/{file}"]

    def uri(self, driver="qemu"):
        return f"{driver}+unix:///{'system' if self.privileged else 'session'}?socket={self.socket}"

    def start(self, ready=True):
        self.service.start(ready)
        return self

    def restart_after_kill(self):
        self.service.kill()
        return self.start()

    def stop(self):
        return self.service.stop()

    def remove(self):
        self.service.kill()
        shutil.rmtree(self.root, ignore_errors=True)
