// SPDX-License-Identifier: LGPL-2.1-or-later
// The unix sockets the daemon listens on. A socket has its mode and group from its first moment, and its file
// goes with the object.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>

#include "base/unique_fd.hpp"

namespace vireo::daemon {

/// The number of a group named or numbered. Throws VIR_ERR_INVALID_ARG naming it.
gid_t group_id(const std::string& name);

class ListeningSocket {
 public:
  /// A file left by a daemon that is dead is replaced. Throws VIR_ERR_SYSTEM_ERROR naming the path,
  /// EADDRINUSE when somebody listens there.
  ListeningSocket(std::filesystem::path path, mode_t mode, std::optional<gid_t> group);
  ListeningSocket(ListeningSocket&&) noexcept = default;
  ~ListeningSocket();

  const std::filesystem::path& path() const noexcept { return path_; }
  /// The descriptor, for the server; the file stays ours.
  [[nodiscard]] int release() noexcept { return fd_.release(); }

 private:
  std::filesystem::path path_;
  UniqueFd fd_;
  ino_t inode_ = 0;  ///< so that another daemon's socket is never removed
};

}  // namespace vireo::daemon
