# SPDX-License-Identifier: LGPL-2.1-or-later
"""The daemon as a program, where tests/system/test_daemon.py leaves off: sockets, limits of time, signals, logs."""
import os
import signal
import socket
import select
import stat
import subprocess

import pytest
from harness import clients, guests, processes


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def libvirtd(build, *arguments, env=None):
    return clients.run([build.daemon, *arguments], env)


def daemon_end(daemon, patience):
    """Waits for the daemon's end by its pidfd."""
    fd = os.pidfd_open(daemon.service.pid)
    try:
        if not select.select([fd], [], [], patience)[0]:
            raise subprocess.TimeoutExpired("libvirtd", patience)
    finally:
        os.close(fd)


def configure(daemon, text):
    daemon.config.mkdir(parents=True, exist_ok=True)
    (daemon.config / "libvirtd.conf").write_text(text)
    return daemon


def test_default_socket_permissions(daemon):
    """Everybody may look, only root (or the session's user) may change."""
    assert mode(daemon.socket) == 0o700
    assert daemon.readonly_socket.exists() == daemon.privileged
    if daemon.privileged:
        assert mode(daemon.readonly_socket) == 0o777


def test_the_umask_of_the_caller_does_not_matter(make_daemon):
    daemon = make_daemon()
    daemon.service.argv = ["sh", "-c", 'umask 0077; exec "$@"', "sh", *daemon.service.argv]
    daemon.start()
    assert mode(daemon.socket) == 0o700
    if daemon.privileged:
        assert mode(daemon.readonly_socket) == 0o777


def test_sockets_go_where_the_configuration_says(make_daemon, folder):
    daemon = configure(make_daemon(), f'unix_sock_dir = "{folder}"\n').start()
    assert (folder / "libvirt-sock").exists()
    assert not daemon.socket.exists()
    daemon.stop()
    assert not (folder / "libvirt-sock").exists()


def test_a_live_daemons_socket_is_not_taken(make_daemon, build, folder):
    one = configure(make_daemon(), f'unix_sock_dir = "{folder}"\n').start()
    other = configure(make_daemon(), f'unix_sock_dir = "{folder}"\n')
    result = libvirtd(build, "--root", other.root)
    assert result.status == 6, result
    assert str(folder / "libvirt-sock") in result.err
    assert clients.debian(f"test+unix:///default?socket={folder}/libvirt-sock")("list")
    one.stop()


def test_another_pid_file_does_not_make_a_second_daemon(daemon, build, folder):
    result = libvirtd(build, "--root", daemon.root, "-p", folder / "pid")
    assert result.status == 1, result
    assert str(daemon.service.pid) in result.err


@pytest.mark.parametrize("text, status, words", [
    ('# one\n\nmax_clients = "a"\n', 1, "libvirtd.conf:3: 'max_clients' must be a number"),
    ("unix_sock_group = 7\n", 1, "libvirtd.conf:1: 'unix_sock_group' must be a string"),
    ('listen_tls = "yes"\n', 1, "libvirtd.conf:1: 'listen_tls' must be 0 or 1"),
    ("tls_allowed_dn_list = [\n 1 ]\n", 1, "libvirtd.conf:2: 'tls_allowed_dn_list' must be a string or a list of strings"),
    ("\n# two\nbogus = 1\n", 1, "libvirtd.conf:3: unknown key 'bogus'"),
    ('auth_unix_rw = "bad"\n', 1, "unsupported auth bad"),
    ('unix_sock_dir = "/no/such/folder"\n', 6, "/no/such/folder/libvirt-sock"),
    ('log_outputs = "9:foo"\n', 1, "9:foo"),
])
def test_exit_status_and_words_of_bad_configurations(build, folder, text, status, words):
    conf = folder / "libvirtd.conf"
    conf.write_text(text)
    result = libvirtd(build, "--root", folder, "-f", conf)
    assert result.status == status, result
    assert words in result.err, result


def test_configuration_named_but_missing(build, folder):
    result = libvirtd(build, "--root", folder, "-f", folder / "none.conf")
    assert result.status == 1
    assert str(folder / "none.conf") in result.err


@pytest.mark.parametrize("value", ["abc", "-5", "99999999999", ""])
def test_bad_timeouts(build, folder, value):
    result = libvirtd(build, "--root", folder, f"--timeout={value}")
    assert result.status != 0
    assert "Invalid value for timeout" in result.err


def test_background_start_reports_failure(build, folder):
    conf = folder / "libvirtd.conf"
    conf.write_text("bogus = 1\n")
    result = libvirtd(build, "--root", folder, "-d", "-f", conf)
    assert result.status == 1
    assert f"{conf}:1: unknown key 'bogus'" in result.err


def test_background_start_beside_another_says_so(daemon, build):
    result = libvirtd(build, "--root", daemon.root, "-d")
    assert result.status == 1
    assert f"is held by process {daemon.service.pid}" in result.err


def test_it_leaves_when_nobody_needs_it(make_daemon):
    daemon = make_daemon(arguments=["--timeout", "1"]).start(ready=True)
    assert processes.wait_end(daemon.service.pid)
    assert not daemon.socket.exists()


def test_it_stays_while_somebody_is_connected(make_daemon):
    daemon = make_daemon(arguments=["--timeout", "1"]).start()
    with socket.socket(socket.AF_UNIX) as peer:
        peer.settimeout(2)
        peer.connect(str(daemon.socket))
        with pytest.raises(TimeoutError):
            peer.recv(1)  # nobody hangs up on us, twice as long as it would stay without us
        assert daemon.service.running()
    assert processes.wait_end(daemon.service.pid)


def test_sighup_takes_up_log_settings(make_daemon):
    daemon = make_daemon().start()
    log = daemon.root / "new.log"
    configure(daemon, f'log_level = 1\nlog_outputs = "1:file:{log}"\n')
    os.kill(daemon.service.pid, signal.SIGHUP)
    for _ in range(3):  # signal and calls come in by different ways: the log exists once both have been seen
        clients.debian(daemon.uri("test"))("list")
    assert daemon.service.running()
    assert log.exists()


def test_sighup_with_a_broken_file_keeps_the_old_settings(make_daemon):
    daemon = make_daemon().start()
    configure(daemon, "bogus = 1\n")
    os.kill(daemon.service.pid, signal.SIGHUP)
    assert "test" in clients.debian(daemon.uri("test"))("list")
    assert daemon.service.running()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGQUIT])
def test_signals_that_end_it(daemon, number):
    os.kill(daemon.service.pid, number)
    assert processes.wait_end(daemon.service.pid)
    assert not daemon.socket.exists()


def test_listen_says_what_is_not_there(make_daemon):
    daemon = make_daemon(arguments=["--listen"]).start()
    assert "TLS" in daemon.service.log_text()


def test_memory_of_an_idle_daemon(daemon):
    status = open(f"/proc/{daemon.service.pid}/status").read()
    resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    assert resident <= 15 * 1024


def test_it_stays_for_a_guest_and_leaves_after_it(make_daemon, emulator, folder):
    """Nobody is connected all the time: only the guest's own end lets it go."""
    daemon = make_daemon(arguments=["--timeout", "1"])
    daemon.service.start()
    shell = clients.debian(daemon.uri())
    path = folder / "g.xml"
    path.write_text(guests.xml("g", boot=False))
    shell(f"create {path}; suspend g")
    pid, = processes.qemus("guest=g")
    with pytest.raises(subprocess.TimeoutExpired):
        daemon_end(daemon, 2)
    os.kill(pid, signal.SIGKILL)
    daemon_end(daemon, processes.DEADLINE)
