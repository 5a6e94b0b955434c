// SPDX-License-Identifier: LGPL-2.1-or-later
// Starting the daemon of the calling user.
#include <dlfcn.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sstream>

#include "drivers/remote/address.hpp"

extern char** environ;  // NOLINT: POSIX

namespace vireo::remote {
namespace {

namespace fs = std::filesystem;

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

}  // namespace

void start_daemon() {
  const std::string program = find_daemon().string();
  std::string arguments[] = {program, "--daemon", "--timeout=120"};
  char* argv[] = {arguments[0].data(), arguments[1].data(), arguments[2].data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int fd : {0, 1, 2})
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
  // It goes to the background when it is ready. A program that reaps all its children may be quicker here.
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace vireo::remote
