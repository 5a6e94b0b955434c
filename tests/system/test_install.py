# SPDX-License-Identifier: LGPL-2.1-or-later
"""What `cmake --install` puts below a prefix, after the prefix has been moved somewhere else."""
import os
import shutil
import signal
import subprocess

import pytest
from harness import clients, processes, servers, users

PROGRAM = r"""
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdio.h>
#include <string.h>

static void quiet(void *data, virErrorPtr error) { (void)data; (void)error; }

int main(void) {
  virConnectPtr connection;
  virDomainPtr domain;
  char *xml;
  virSetErrorFunc(NULL, quiet);
  connection = virConnectOpen("test:///default");
  if (!connection || virConnectNumOfDomains(connection) != 1) return 1;
  domain = virDomainLookupByName(connection, "none");
  if (domain || virGetLastErrorCode() != VIR_ERR_NO_DOMAIN) return 2;
  domain = virDomainLookupByName(connection, "test");
  xml = virDomainGetXMLDesc(domain, 0);
  if (!xml || !strstr(xml, "<name>test</name>")) return 3;
  printf("%s\n", virDomainGetName(domain));
  free(xml);
  if (virDomainFree(domain) || virConnectClose(connection)) return 4;
  return 0;
}
"""

# Every header there is, alone and first in its file.
HEADERS = ["libvirt.h", "libvirt-admin.h", "libvirt-common.h", "libvirt-lxc.h", "libvirt-qemu.h", "virterror.h"]

COMPILERS = {
    "c99": ["cc", "-xc", "-std=c99", "-pedantic", "-Wall", "-Wextra", "-Werror"],
    "c11": ["cc", "-xc", "-std=c11", "-pedantic", "-Wall", "-Wextra", "-Werror"],
    "c++98": ["c++", "-xc++", "-std=c++98", "-Wall", "-Wextra", "-Werror"],
    "c++17": ["c++", "-xc++", "-std=c++17", "-pedantic", "-Wall", "-Wextra", "-Werror"],
}


@pytest.fixture(scope="module")
def prefix(build):
    if not (build.folder / "CMakeCache.txt").exists():
        pytest.skip("this is not a build folder")
    if not os.access(build.folder, os.W_OK):
        pytest.skip("this build folder is somebody else's: cmake --install writes its list there")
    if not shutil.which("cmake"):
        pytest.skip("cmake is not installed")
    folder = servers.short_folder("vinst.")
    folder.chmod(0o755)
    subprocess.run(["cmake", "--install", build.folder, "--prefix", folder / "first"], check=True, stdout=subprocess.DEVNULL)
    yield (folder / "first").rename(folder / "moved")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def root(folder):
    """A root for daemons; nothing of them outlives the test."""
    with users.Adopting():
        yield folder / "root"


def flags(prefix, *questions):
    result = clients.run(["pkg-config", *questions, "libvirt"], {"PKG_CONFIG_PATH": str(prefix / "lib/pkgconfig")})
    assert result.status == 0, result
    return result.out.split()


def listed(server, prefix):
    return clients.Virsh(prefix / "bin/virsh", server.local_uri(), server.environment)("list", "--all")


def background(prefix, *arguments):
    """Whether the call has already returned tells whether the daemon serves."""
    result = clients.run([prefix / "sbin/libvirtd", *arguments])
    assert result.status == 0, result


def test_everything_is_there(prefix):
    for name in ("lib/libvirt.so.0", "lib/libvirt.so", "bin/virsh", "sbin/libvirtd", "lib/pkgconfig/libvirt.pc",
                 *(f"include/libvirt/{header}" for header in HEADERS)):
        assert (prefix / name).exists(), name
    assert os.readlink(prefix / "lib/libvirt.so") == "libvirt.so.0"
    assert str(prefix.parent / "first") not in (prefix / "lib/pkgconfig/libvirt.pc").read_text()


@pytest.mark.parametrize("page", ["man1/virsh.1", "man8/libvirtd.8"])
def test_manual_pages_can_be_read(page, prefix):
    path = prefix / "share/man" / page
    assert path.read_text().startswith((".", "'\\\""))
    if shutil.which("groff"):
        result = clients.run(["groff", "-man", "-Tascii", "-ww", path])
        assert (result.status, result.err) == (0, ""), result
        assert "N\bNA\bAM\bME\bE" in result.out  # bold


def test_virsh_finds_its_library(prefix):
    assert "test" in clients.Virsh(prefix / "bin/virsh", "test:///default")("list", "--name").split()
    linked = clients.run(["ldd", prefix / "bin/virsh"]).out
    assert f"libvirt.so.0 => {prefix}/bin/../lib/libvirt.so.0" in linked


def test_pkg_config_names_the_place_it_stands_in(prefix):
    places = {flag[:2]: os.path.realpath(flag[2:]) for flag in flags(prefix, "--cflags", "--libs-only-L")}
    assert places == {"-I": str(prefix / "include"), "-L": str(prefix / "lib")}
    assert flags(prefix, "--libs-only-l") == ["-lvirt"]
    assert flags(prefix, "--modversion") == ["9.0.0"]


@pytest.mark.parametrize("language", COMPILERS)
def test_a_program_is_built_against_it(language, prefix, folder):
    if not shutil.which(COMPILERS[language][0]):
        pytest.skip(f"no {COMPILERS[language][0]}")
    source = folder / "program"
    source.write_text("#include <stdlib.h>\n" + PROGRAM)
    built = clients.run([*COMPILERS[language], source, "-xnone", "-o", folder / "run", *flags(prefix, "--cflags", "--libs"),
                         f"-Wl,-rpath,{prefix}/lib"])
    assert built.status == 0, built
    result = clients.run([folder / "run"])
    assert (result.status, result.out, result.err) == (0, "test\n", ""), result


@pytest.mark.parametrize("language", COMPILERS)
@pytest.mark.parametrize("header", HEADERS)
def test_each_header_stands_alone(header, language, prefix, folder):
    if not shutil.which(COMPILERS[language][0]):
        pytest.skip(f"no {COMPILERS[language][0]}")
    source = folder / "source"
    source.write_text(f"#include <libvirt/{header}>\nint main(void) {{ return 0; }}\n")
    built = clients.run([*COMPILERS[language], "-fsyntax-only", f"-I{prefix}/include", source])
    assert (built.status, built.err) == (0, ""), built


@pytest.mark.parametrize("listen", ["--listen", "-l"])
def test_in_the_foreground_as_the_incumbent_is_run(listen, prefix, folder, root):
    """libvirtd -f FILE -p FILE --listen."""
    conf, pid_file = folder / "d.conf", folder / "d.pid"
    conf.write_text(f'unix_sock_dir = "{folder}"\nlisten_tls = 0\n')
    daemon = processes.Service([str(prefix / "sbin/libvirtd"), "-f", str(conf), "-p", str(pid_file), listen], folder / "log",
                               {"VIREO_ROOT": str(root)})
    daemon.start()
    try:
        assert pid_file.read_text().split() == [str(daemon.pid)]
        kind = "system" if os.getuid() == 0 else "session"
        assert clients.Virsh(prefix / "bin/virsh", f"qemu+unix:///{kind}?socket={folder}/libvirt-sock")("list", "--all")
        assert daemon.stop() == 0
    finally:
        daemon.kill()
    assert not pid_file.exists()
    assert not (folder / "libvirt-sock").exists()


def test_in_the_background(prefix, folder, root):
    background(prefix, "-d", "--root", root, "-p", folder / "pid")
    pid = int((folder / "pid").read_text())
    assert users.executable(pid) == str(prefix / "sbin/libvirtd")
    assert os.getsid(pid) != os.getsid(0)
    server = servers.Vireo(servers.Build(prefix), root)
    assert listed(server, prefix)
    second = clients.run([prefix / "sbin/libvirtd", "-d", "--root", root])
    assert second.status == 1 and str(pid) in second.err, second
    assert processes.end(pid, signal.SIGTERM)
    assert not (folder / "pid").exists()


def test_a_session_starts_the_daemon_of_this_tree(prefix, folder):
    user = users.User(folder)
    with users.Adopting():
        assert user.virsh(prefix / "bin/virsh")("list", "--all")
        assert len(user.daemons(prefix / "sbin/libvirtd")) == 1
