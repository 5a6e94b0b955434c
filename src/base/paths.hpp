// SPDX-License-Identifier: LGPL-2.1-or-later
// Where configuration, state, sockets and logs live: libvirt's places, below a root when one is set.
#pragma once

#include <filesystem>
#include <string>

namespace vireo {

struct Paths {
  std::filesystem::path root;    ///< empty, or the directory of --root / VIREO_ROOT
  bool session = false;          ///< per-user instance
  std::filesystem::path config;  ///< /etc/libvirt              session: $XDG_CONFIG_HOME/libvirt
  std::filesystem::path state;   ///< /var/lib/libvirt          session: $XDG_CONFIG_HOME/libvirt (libvirt
                                 ///< keeps lib under it: see .cpp)
  std::filesystem::path run;     ///< /run/libvirt              session: $XDG_RUNTIME_DIR/libvirt
  std::filesystem::path cache;   ///< /var/cache/libvirt        session: $XDG_CACHE_HOME/libvirt
  std::filesystem::path log;     ///< /var/log/libvirt          session: $XDG_CACHE_HOME/libvirt

  /// The system instance, below `root` unless that is empty.
  static Paths system(std::filesystem::path root = environment_root());
  /// The instance of the calling user. With a root: ROOT/session/UID/{config,run,cache,...}.
  static Paths user(std::filesystem::path root = environment_root());

  std::filesystem::path socket() const;           ///< libvirt-sock
  std::filesystem::path readonly_socket() const;  ///< libvirt-sock-ro (system only)

  /// VIREO_ROOT, or empty. Ignored in set-uid programs.
  static std::filesystem::path environment_root();
};

}  // namespace vireo
