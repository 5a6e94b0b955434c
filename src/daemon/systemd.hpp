// SPDX-License-Identifier: LGPL-2.1-or-later
// The two protocols of systemd: telling it how far we are (NOTIFY_SOCKET), and taking over sockets it holds
// for us (LISTEN_FDS).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/unique_fd.hpp"

namespace vireo::daemon {

/// Tells whoever started us, e.g. "READY=1". Nobody listening is no error.
void notify(std::string_view state) noexcept;

struct ActivatedSocket {
  UniqueFd fd;
  bool readonly = false;
};
/// Listening unix sockets handed to this process; which is which is told by the name of the socket unit, else
/// by the socket's own address. The environment forgets them. Others (administration, TCP) are closed.
std::vector<ActivatedSocket> take_activated_sockets();

}  // namespace vireo::daemon
