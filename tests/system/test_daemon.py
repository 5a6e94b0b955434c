# SPDX-License-Identifier: LGPL-2.1-or-later
"""The daemon as a program: options, configuration, one instance a root, signals, bad peers."""
import os
import signal
import socket
import struct
import subprocess

import pytest
from harness import clients, guests, processes, servers


def libvirtd(build, *arguments, env=None):
    return clients.run([build.daemon, *arguments], env)


@pytest.mark.sanitized
def test_one_instance_a_root(build, daemon):
    second = libvirtd(build, "--root", daemon.root)
    assert second.status == 1, second
    assert f"is held by process {daemon.service.pid}" in second.err
    assert daemon.service.running()
    assert daemon.socket.exists()


def test_two_roots_live_side_by_side(make_daemon, build):
    one, other = make_daemon().start(), make_daemon().start()
    for each in (one, other):
        assert clients.ours(build, each.local_uri(), each.environment)("list", "--all")


@pytest.mark.parametrize("options", [["--version"], ["-V"]])
def test_version(options, build):
    result = libvirtd(build, *options)
    assert result.status == 0, result
    assert result.out.startswith("libvirtd (")


def test_unknown_option(build):
    assert libvirtd(build, "--no-such-option").status != 0


def test_unknown_key_is_an_error_with_its_line(build, folder):
    conf = folder / "libvirtd.conf"
    conf.write_text('# a comment\nmax_clients = 5\nno_such_key = 1\n')
    result = libvirtd(build, "--root", folder, "-f", conf)
    assert result.status != 0
    assert "no_such_key" in result.err
    assert "3" in result.err


def test_configuration_syntax_error_is_located(build, folder):
    conf = folder / "libvirtd.conf"
    conf.write_text('max_clients = \n')
    result = libvirtd(build, "--root", folder, "-f", conf)
    assert result.status != 0
    assert "libvirtd.conf" in result.err and "1" in result.err


@pytest.mark.sanitized
def test_sigterm_ends_it_in_order(daemon):
    assert daemon.stop() == 0
    assert not daemon.socket.exists()


def test_sighup_keeps_it_running(daemon, virsh, define):
    define("kept", boot=False)
    os.kill(daemon.service.pid, signal.SIGHUP)
    assert virsh("list", "--all", "--name").split() == ["kept"]
    assert daemon.service.running()


def test_pid_file(make_daemon, folder):
    one = make_daemon(arguments=["-p", str(folder / "pid")]).start()
    assert (folder / "pid").read_text().strip() == str(one.service.pid)
    one.stop()


def test_daemonize(build, folder):
    """-d returns when the daemon serves; the daemon is then nobody's child."""
    result = libvirtd(build, "--root", folder, "-d", "-p", folder / "pid")
    assert result.status == 0, result
    pid = int((folder / "pid").read_text())
    try:
        server = servers.Vireo(build, folder)
        assert clients.ours(build, server.local_uri(), server.environment)("list", "--all")
    finally:
        os.kill(pid, signal.SIGTERM)
        assert processes.wait_end(pid)


def test_stale_socket_is_replaced(daemon, virsh):
    daemon.service.kill()
    assert daemon.socket.exists()
    daemon.start()
    assert virsh("list")


@pytest.mark.sanitized
@pytest.mark.parametrize("data", [
    b"GET / HTTP/1.0\r\n\r\n", struct.pack(">I", 0), struct.pack(">I", 27) + b"x" * 23, struct.pack(">I", 0x7FFFFFFF),
    struct.pack(">I", 33554433), struct.pack(">7I", 28, 0x20008086, 99, 1, 0, 1, 0),
    struct.pack(">7I", 28, 0x12345678, 1, 1, 0, 1, 0), struct.pack(">7I", 28, 0x20008086, 1, 9999, 0, 1, 0),
    struct.pack(">7I", 28, 0x20008086, 1, 1, 7, 1, 9), struct.pack(">7I", 32, 0x20008086, 1, 1, 0, 1, 0) + b"\0\0\0\7",
    struct.pack(">7I", 40, 0x20008086, 1, 1, 0, 1, 0) + struct.pack(">3I", 1, 0xFFFFFFFF, 0),
])
def test_malformed_packets_hurt_only_their_sender(data, daemon, virsh):
    with socket.socket(socket.AF_UNIX) as peer:
        peer.settimeout(processes.DEADLINE)
        peer.connect(str(daemon.socket))
        peer.sendall(data)
        peer.shutdown(socket.SHUT_WR)
        while peer.recv(65536):
            pass
    assert virsh("list")
    assert daemon.service.running()


def test_many_silent_connections(daemon, virsh):
    peers = []
    try:
        for _ in range(100):
            peer = socket.socket(socket.AF_UNIX)
            peer.connect(str(daemon.socket))
            peer.sendall(struct.pack(">I", 28))  # half a packet, and never the rest
            peers.append(peer)
        assert virsh("list")
    finally:
        for peer in peers:
            peer.close()


@pytest.mark.root
def test_configured_socket_permissions(make_daemon):
    one = make_daemon()
    one.config.mkdir(parents=True, exist_ok=True)
    (one.config / "libvirtd.conf").write_text('unix_sock_rw_perms = "0770"\nunix_sock_ro_perms = "0777"\nauth_unix_rw = "none"\n')
    one.start()
    assert one.socket.stat().st_mode & 0o777 == 0o770
    assert one.readonly_socket.stat().st_mode & 0o777 == 0o777


def test_systemd_hands_over_the_socket(build, folder):
    """Socket activation: descriptor 3 is a listening socket, named in LISTEN_FDS for exactly that process."""
    listener = socket.socket(socket.AF_UNIX)
    path = folder / "libvirt-sock"
    listener.bind(str(path))
    listener.listen()
    shell = f"LISTEN_PID=$$ LISTEN_FDS=1 LISTEN_FDNAMES=libvirtd.socket exec {build.daemon} --root {folder}"

    def move():
        os.dup2(listener.fileno(), 3)
        os.set_inheritable(3, True)

    with open(folder / "log", "w") as log:
        daemon = subprocess.Popen(["sh", "-c", shell], preexec_fn=move, close_fds=False, stdout=log, stderr=log)
    listener.close()
    try:
        kind = "system" if os.getuid() == 0 else "session"
        assert clients.ours(build, f"qemu+unix:///{kind}?socket={path}")("list", "--all")
    finally:
        daemon.terminate()
        daemon.wait(processes.DEADLINE)


@pytest.mark.root
def test_ordinary_users_guest(emulator, make_daemon, build, folder):
    """A session daemon of somebody without rights runs a guest from start to end."""
    nobody = 65534
    reachable = clients.run(["setpriv", f"--reuid={nobody}", f"--regid={nobody}", "--clear-groups", "test", "-x", build.daemon])
    if reachable.status:
        pytest.skip("an ordinary user cannot reach the build folder")
    one = make_daemon(user=nobody, env={"HOME": str(folder), "XDG_RUNTIME_DIR": "", "XDG_CONFIG_HOME": ""}).start()
    virsh = clients.Virsh(build.virsh, one.local_uri(), one.environment, one.become)
    folder.chmod(0o755)
    path = folder / "mine.xml"
    path.write_text(guests.xml("mine", boot=False))
    virsh("define", path)
    virsh("start", "mine")
    pid, = processes.qemus("guest=mine")
    assert os.stat(f"/proc/{pid}").st_uid == nobody
    one.restart_after_kill()
    assert virsh.state("mine") == "running"
    virsh("destroy", "mine")
    virsh("undefine", "mine")
    assert not processes.alive(pid)
