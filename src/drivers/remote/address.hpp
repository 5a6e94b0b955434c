// SPDX-License-Identifier: LGPL-2.1-or-later
// From a connection URI to the daemon's socket and to the URI the daemon is asked to open.
#pragma once

#include <filesystem>

#include "base/unique_fd.hpp"
#include "driver/registry.hpp"

namespace vireo::remote {

struct Address {
  std::filesystem::path socket;
  std::string remote_uri;  ///< what CONNECT_OPEN says
  bool autostart = false;  ///< the daemon of this user: start it when it does not run
};

/// Throws VIR_ERR_INVALID_ARG for a transport or mode that does not exist, VIR_ERR_NO_SUPPORT for one that is
/// not there yet.
Address resolve(const driver::OpenRequest& request);

/// Does the URI name a daemon: by its transport, its host, or a hypervisor that lives in one?
bool is_remote(const Uri& uri);

/// Connects, starting the daemon where that is asked for. Throws VIR_ERR_SYSTEM_ERROR with path and errno.
UniqueFd connect(const Address& address);

/// Starts this user's daemon and waits until it serves or has given up. Returns why it gave up; empty: it
/// serves, or nobody can tell. Throws VIR_ERR_INTERNAL_ERROR or VIR_ERR_SYSTEM_ERROR when it cannot be run.
std::string start_daemon();
/// Is there a daemon of this user that has taken its pid file, whether it serves already or not?
bool daemon_exists();

}  // namespace vireo::remote
