// SPDX-License-Identifier: LGPL-2.1-or-later
// What a guest needs of the host while it runs: folder, files' owners, ports, taps. Used by one start, which
// takes everything back by the same object when it fails; what outlives the start is in Running.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/unique_fd.hpp"
#include "drivers/qemu/commands.hpp"
#include "drivers/qemu/ports.hpp"
#include "drivers/qemu/settings.hpp"
#include "drivers/qemu/status.hpp"
#include "model/domain.hpp"

namespace vireo::qemu {

class HostSide {
 public:
  /// Throws VIR_ERR_SYSTEM_ERROR naming a file the guest needs that is not there.
  void check_files(const model::Domain& live) const;
  /// Fills in automatic display ports and the default listen address.
  void reserve_ports(model::Domain& live, PortPool& pool, const Settings& settings);
  void make_directory(const fs::path& path, const std::optional<Credentials>& owner);
  /// Opens taps and puts them into their bridges; `live` gets their names.
  void make_taps(model::Domain& live);
  /// Opens the vsock device and takes the guest's CID; `live` gets an automatic one.
  void open_vsock(model::Domain& live);
  /// Names sockets and files that the guest's devices are to have in `directory` or elsewhere, and makes the
  /// files: QEMU's user may not be allowed to.
  void make_files(model::Domain& live, const fs::path& directory);
  const std::map<std::string, std::vector<int>>& tap_fds() const noexcept { return tap_fds_; }
  int vsock_fd() const noexcept { return vsock_.get(); }
  /// What only QEMU needs open from here on.
  void close_guest_fds() noexcept;
  /// Removes the files that make_files() has made.
  void remove_files() noexcept;

  /// The files to be given to QEMU's user, with whose they are now.
  std::vector<OwnerChange> owners_to_change(const model::Domain& live, const Settings& settings) const;
  static void change_owners(const std::vector<OwnerChange>& owners, const Settings& settings);
  static void restore_owners(const std::vector<OwnerChange>& owners) noexcept;

  void release(const model::Domain& live, PortPool& pool) noexcept;
  static void remove_directory(const fs::path& path) noexcept;
  /// The last lines QEMU wrote to its log behind `start`.
  static std::string last_words(int log, off_t start);

  HostSide() = default;
  HostSide(const HostSide&) = delete;
  ~HostSide() { close_guest_fds(); }

 private:
  std::map<std::string, std::vector<int>> tap_fds_;
  void make_tap_of(model::Interface& interface);
  UniqueFd vsock_;
  std::vector<int> ports_;
  std::vector<std::string> files_;
};

/// Gives the ports of a guest that has ended back to the pool.
void release_ports(const model::Domain& live, PortPool& pool) noexcept;
/// Puts the terminals QEMU opened into the definition.
void take_terminals(model::Domain& live, const std::vector<qmp::CharDevice>& devices);
/// A connected, non-blocking socket.
int connect_to(const fs::path& path);

}  // namespace vireo::qemu
