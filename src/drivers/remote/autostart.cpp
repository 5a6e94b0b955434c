// SPDX-License-Identifier: LGPL-2.1-or-later
// Starting the daemon of the calling user.
#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sstream>
#include <thread>

#include "base/files.hpp"
#include "base/paths.hpp"
#include "drivers/remote/address.hpp"

extern char** environ;  // NOLINT: POSIX

namespace vireo::remote {
namespace {

namespace fs = std::filesystem;

constexpr auto start_patience = std::chrono::seconds(30);

/// The file this code was loaded from: the library, or a program that has it inside.
fs::path own_file() {
  Dl_info info{};
  if (!dladdr(reinterpret_cast<const void*>(&start_daemon), &info) || !info.dli_fname) return {};
  std::error_code ignored;
  return fs::canonical(info.dli_fname, ignored);
}

bool runnable(const fs::path& path) { return ::access(path.c_str(), X_OK) == 0; }

fs::path find_daemon() {
  if (const char* path = std::getenv("LIBVIRTD_PATH")) return path;
  const fs::path folder = own_file().parent_path();
  // Installed: PREFIX/lib[/TRIPLET]/ and PREFIX/sbin/; in a build tree: src/api/ and src/daemon/.
  for (const char* beside : {"../sbin/libvirtd", "../../sbin/libvirtd", "../daemon/libvirtd", "libvirtd"})
    if (!folder.empty() && runnable(folder / beside)) return (folder / beside).lexically_normal();
  const char* search = std::getenv("PATH");
  std::istringstream folders(std::string(search ? search : "") + ":/usr/sbin:/sbin:/usr/local/sbin");
  for (std::string name; std::getline(folders, name, ':');)
    if (!name.empty() && runnable(fs::path(name) / "libvirtd")) return fs::path(name) / "libvirtd";
  throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_REMOTE, "Unable to find 'libvirtd' to start it for this user");
}

/// Runs it with what it says going to `complaints`. Returns its pid.
pid_t run(const std::string& program, int complaints) {
  std::string arguments[] = {program, "--daemon", "--timeout=120"};
  char* argv[] = {arguments[0].data(), arguments[1].data(), arguments[2].data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, complaints, 2);
  for (const int fd : {0, 1})
    posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", fd == 0 ? O_RDONLY : O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none, defaults;
  sigemptyset(&none);
  sigfillset(&defaults);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
  pid_t pid = 0;
  const int failure = posix_spawn(&pid, program.c_str(), &actions, &attributes, argv, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (failure) throw system_error(failure, VIR_FROM_REMOTE, fmt::format("cannot run '{}'", program));
  return pid;
}

/// The last line of what comes until the other end is closed, which a daemon does when it serves or ends.
std::string last_line(int fd, Deadline patience) {
  constexpr std::size_t most = 4096;
  std::string text;
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(patience - Clock::now()).count();
    pollfd ready{.fd = fd, .events = POLLIN, .revents = 0};
    const int answer = ::poll(&ready, 1, static_cast<int>(std::max<long>(left, 0)));
    if (answer < 0 && errno == EINTR) continue;
    char buffer[1024];
    const auto size = answer > 0 ? ::read(fd, buffer, sizeof buffer) : 0;
    if (size <= 0) break;
    text.append(buffer, static_cast<std::size_t>(size));
    if (text.size() > most) text.erase(0, text.size() - most);
  }
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text.substr(text.rfind('\n') + 1);
}

/// Its exit status; nothing when it does not end in time, or when a program that reaps all its children was
/// quicker.
std::optional<int> status_of(pid_t pid, Deadline patience) {
  int status = 0;
  for (;;) {
    const pid_t ended = ::waitpid(pid, &status, WNOHANG);
    if (ended == pid) return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if ((ended < 0 && errno != EINTR) || Clock::now() > patience) return std::nullopt;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

bool is_locked(const fs::path& path) {
  const UniqueFd fd(::open(path.c_str(), O_RDWR | O_CLOEXEC));
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_len = 1;
  return fd && ::fcntl(fd.get(), F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

}  // namespace

bool daemon_exists() {
  const Paths paths = Paths::user();
  return is_locked(paths.pid_file("libvirtd")) || is_locked(paths.run / "libvirtd.lock");
}

std::string start_daemon() {
  const std::string program = find_daemon().string();
  const Deadline patience = Clock::now() + start_patience;
  Pipe complaints = make_pipe();
  const pid_t pid = run(program, complaints.write.get());
  complaints.write.reset();
  const std::string words = last_line(complaints.read.get(), patience);
  const auto status = status_of(pid, patience);
  if (status == 0) return "";
  if (!status && Clock::now() < patience) return "";
  const std::string end = status ? fmt::format("ended with status {}", *status) : "does not get ready";
  const std::string why = words.empty() ? (Paths::user().log / "libvirtd.log").string() : words;
  return fmt::format("'{}', started for this user, {}: {}", program, end, why);
}

}  // namespace vireo::remote
