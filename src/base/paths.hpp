// SPDX-License-Identifier: LGPL-2.1-or-later
// Where configuration, state, sockets and logs live: libvirt's places, below a root when one is set.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace vireo {

/// A driver's own folders. For "qemu", system and session:
struct DriverPaths {
  std::filesystem::path config;  ///< /etc/libvirt/qemu         $XDG_CONFIG_HOME/libvirt/qemu
  std::filesystem::path lib;     ///< /var/lib/libvirt/qemu     $XDG_CONFIG_HOME/libvirt/qemu/lib
  std::filesystem::path run;     ///< /run/libvirt/qemu         $XDG_RUNTIME_DIR/libvirt/qemu/run
  std::filesystem::path cache;   ///< /var/cache/libvirt/qemu   $XDG_CACHE_HOME/libvirt/qemu/cache
  std::filesystem::path log;     ///< /var/log/libvirt/qemu     $XDG_CACHE_HOME/libvirt/qemu/log
};

struct Paths {
  std::filesystem::path root;    ///< empty, or the directory of --root / VIREO_ROOT
  bool session = false;          ///< per-user instance
  std::filesystem::path config;  ///< /etc/libvirt              session: $XDG_CONFIG_HOME/libvirt
  std::filesystem::path state;   ///< /var/lib/libvirt          session: as config
  std::filesystem::path run;  ///< /run/libvirt              session: $XDG_RUNTIME_DIR/libvirt, else as cache
  std::filesystem::path cache;  ///< /var/cache/libvirt        session: $XDG_CACHE_HOME/libvirt
  std::filesystem::path log;    ///< /var/log/libvirt          session: as cache

  /// The system instance, below `root` unless that is empty.
  static Paths system(std::filesystem::path root = environment_root());
  /// The instance of the calling user. With a root: ROOT/session/UID/{config,run,cache}.
  static Paths user(std::filesystem::path root = environment_root());

  DriverPaths driver(std::string_view name) const;

  std::filesystem::path socket() const;           ///< libvirt-sock; throws as checked_socket_path does
  std::filesystem::path readonly_socket() const;  ///< libvirt-sock-ro (system only)
  /// Of the daemon `program`: /run/PROGRAM.pid, session: RUN/PROGRAM.pid.
  std::filesystem::path pid_file(std::string_view program) const;

  /// VIREO_ROOT made absolute, or empty. Ignored in set-uid programs.
  static std::filesystem::path environment_root();
};

/// `path` unchanged, or VIR_ERR_INVALID_ARG naming it when it is too long for a unix socket (107 bytes fit).
std::filesystem::path checked_socket_path(std::filesystem::path path);

}  // namespace vireo
