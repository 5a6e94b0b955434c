// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/paths.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <cstdlib>
#include <map>
#include <optional>

#include "base/error.hpp"

namespace vireo {
namespace {

/// Sets variables for one test and puts the old values back.
class Environment {
 public:
  ~Environment() {
    for (auto& [name, value] : old_)
      value ? ::setenv(name.c_str(), value->c_str(), 1) : ::unsetenv(name.c_str());
  }
  void set(const char* name, const char* value) {
    const char* now = ::getenv(name);
    old_.try_emplace(name, now ? std::optional<std::string>(now) : std::nullopt);
    value ? ::setenv(name, value, 1) : ::unsetenv(name);
  }

 private:
  std::map<std::string, std::optional<std::string>> old_;
};

TEST(Paths, SystemPlacesAreLibvirts) {
  auto paths = Paths::system("");
  EXPECT_EQ(paths.config, "/etc/libvirt");
  EXPECT_EQ(paths.state, "/var/lib/libvirt");
  EXPECT_EQ(paths.cache, "/var/cache/libvirt");
  EXPECT_EQ(paths.log, "/var/log/libvirt");
  EXPECT_EQ(paths.socket(), "/run/libvirt/libvirt-sock");
  EXPECT_EQ(paths.readonly_socket(), "/run/libvirt/libvirt-sock-ro");
  EXPECT_EQ(paths.pid_file("libvirtd"), "/run/libvirtd.pid");
  auto qemu = paths.driver("qemu");
  EXPECT_EQ(qemu.config, "/etc/libvirt/qemu");
  EXPECT_EQ(qemu.lib, "/var/lib/libvirt/qemu");
  EXPECT_EQ(qemu.run, "/run/libvirt/qemu");
}

// Observed on libvirtd 9.0.0 started by an ordinary user.
TEST(Paths, SessionPlacesAreLibvirts) {
  Environment environment;
  environment.set("XDG_CONFIG_HOME", "/c");
  environment.set("XDG_CACHE_HOME", "/k");
  environment.set("XDG_RUNTIME_DIR", "/r");
  auto paths = Paths::user("");
  EXPECT_TRUE(paths.session);
  EXPECT_EQ(paths.socket(), "/r/libvirt/libvirt-sock");
  EXPECT_EQ(paths.pid_file("libvirtd"), "/r/libvirt/libvirtd.pid");
  auto qemu = paths.driver("qemu");
  EXPECT_EQ(qemu.config, "/c/libvirt/qemu");
  EXPECT_EQ(qemu.lib, "/c/libvirt/qemu/lib");
  EXPECT_EQ(qemu.run, "/r/libvirt/qemu/run");
  EXPECT_EQ(qemu.cache, "/k/libvirt/qemu/cache");
  EXPECT_EQ(qemu.log, "/k/libvirt/qemu/log");
}

TEST(Paths, SessionWithoutXdg) {
  Environment environment;
  for (auto name : {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) environment.set(name, nullptr);
  environment.set("HOME", "/home/a");
  auto paths = Paths::user("");
  EXPECT_EQ(paths.config, "/home/a/.config/libvirt");
  EXPECT_EQ(paths.socket(), "/home/a/.cache/libvirt/libvirt-sock");
  environment.set("XDG_CONFIG_HOME", "relative");
  EXPECT_EQ(Paths::user("").config, "/home/a/.config/libvirt");
}

TEST(Paths, EverythingBelowARoot) {
  auto paths = Paths::system("/t");
  EXPECT_EQ(paths.config, "/t/etc/libvirt");
  EXPECT_EQ(paths.socket(), "/t/run/libvirt/libvirt-sock");
  EXPECT_EQ(paths.pid_file("libvirtd"), "/t/run/libvirtd.pid");
  auto own = Paths::user("/t");
  auto base = std::filesystem::path("/t/session") / std::to_string(::geteuid());
  EXPECT_EQ(own.run, base / "run");
  EXPECT_EQ(own.driver("qemu").lib, base / "config/qemu/lib");
}

TEST(Paths, RootFromTheEnvironment) {
  Environment environment;
  environment.set("VIREO_ROOT", "/some/dir/");
  EXPECT_EQ(Paths::environment_root(), "/some/dir");
  EXPECT_EQ(Paths::system().config, "/some/dir/etc/libvirt");
  environment.set("VIREO_ROOT", "here");
  EXPECT_EQ(Paths::environment_root(), std::filesystem::current_path() / "here");
  environment.set("VIREO_ROOT", nullptr);
  EXPECT_EQ(Paths::environment_root(), "");
}

TEST(Paths, TooLongSocketPathIsNamed) {
  auto root = "/" + std::string(85, 'x');
  EXPECT_NO_THROW(checked_socket_path("/" + std::string(106, 'x')));
  try {
    Paths::system(root).socket();
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), VIR_ERR_INVALID_ARG);
    EXPECT_THAT(error.what(), testing::HasSubstr(root + "/run/libvirt/libvirt-sock"));
  }
}

}  // namespace
}  // namespace vireo
