// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/paths.hpp"

#include <pwd.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <vector>

#include "base/error.hpp"

namespace vireo {

namespace fs = std::filesystem;

namespace {

/// The variable when it holds an absolute path; the XDG specification has others ignored.
fs::path environment_folder(const char* name) {
  const char* value = ::secure_getenv(name);
  return value && *value == '/' ? fs::path(value) : fs::path();
}

fs::path home() {
  if (auto folder = environment_folder("HOME"); !folder.empty()) return folder;
  passwd entry{}, *found = nullptr;
  std::vector<char> buffer(16384);
  ::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found);
  if (!found || !found->pw_dir || *found->pw_dir != '/')
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NONE, "user {} has no home folder", ::geteuid());
  return found->pw_dir;
}

fs::path xdg(const char* variable, const char* below_home) {
  auto folder = environment_folder(variable);
  return (folder.empty() ? home() / below_home : folder) / "libvirt";
}

Paths user_below(fs::path root) {
  Paths paths{.root = root, .session = true};
  auto base = root / "session" / std::to_string(::geteuid());
  paths.config = base / "config";
  paths.run = base / "run";
  paths.cache = base / "cache";
  return paths;
}

Paths user_of_the_host() {
  Paths paths{.root = {}, .session = true};
  paths.config = xdg("XDG_CONFIG_HOME", ".config");
  paths.cache = xdg("XDG_CACHE_HOME", ".cache");
  auto run = environment_folder("XDG_RUNTIME_DIR");
  paths.run = run.empty() ? paths.cache : run / "libvirt";
  return paths;
}

}  // namespace

Paths Paths::system(fs::path root) {
  auto top = root.empty() ? fs::path("/") : root;
  return {.root = root,
          .session = false,
          .config = top / "etc/libvirt",
          .state = top / "var/lib/libvirt",
          .run = top / "run/libvirt",
          .cache = top / "var/cache/libvirt",
          .log = top / "var/log/libvirt"};
}

Paths Paths::user(fs::path root) {
  auto paths = root.empty() ? user_of_the_host() : user_below(std::move(root));
  paths.state = paths.config;
  paths.log = paths.cache;
  return paths;
}

DriverPaths Paths::driver(std::string_view name) const {
  if (!session) return {config / name, state / name, run / name, cache / name, log / name};
  return {config / name, state / name / "lib", run / name / "run", cache / name / "cache",
          log / name / "log"};
}

fs::path Paths::socket() const { return checked_socket_path(run / "libvirt-sock"); }
fs::path Paths::readonly_socket() const { return checked_socket_path(run / "libvirt-sock-ro"); }

fs::path Paths::pid_file(std::string_view program) const {
  return (session ? run : run.parent_path()) / fmt::format("{}.pid", program);
}

fs::path Paths::environment_root() {
  const char* value = ::secure_getenv("VIREO_ROOT");
  if (!value || !*value) return {};
  auto root = fs::absolute(value).lexically_normal();
  return root.has_filename() ? root : root.parent_path();
}

fs::path checked_socket_path(fs::path path) {
  constexpr auto room = sizeof(sockaddr_un::sun_path) - 1;
  if (path.native().size() > room)
    throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "socket path '{}' has {} bytes, only {} fit",
                path.native(), path.native().size(), room);
  return path;
}

}  // namespace vireo
