// SPDX-License-Identifier: LGPL-2.1-or-later
// What the daemon tells the server end: limits, and how to open, authenticate and check. All of it is used on
// the loop's thread.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "driver/connection.hpp"
#include "rpc/session_calls.hpp"

namespace vireo::rpc {

struct Procedure;

/// Who is at the other end of a unix socket (SO_PEERCRED).
struct Peer {
  pid_t pid = 0;
  uid_t uid = static_cast<uid_t>(-1);
  gid_t gid = static_cast<gid_t>(-1);
};

struct Limits {
  unsigned max_clients = 5000;          ///< beyond, new connections wait in the listener's queue
  unsigned max_anonymous_clients = 20;  ///< connected, not yet authenticated; 0: no limit of their own
  unsigned max_client_requests = 5;     ///< calls of one client that run at the same time
  int keepalive_interval = 5;           ///< seconds; 0 or less: never ping
  unsigned keepalive_count = 5;
  /// Bytes of calls above max_client_requests that are read ahead (so that pings behind them are answered).
  std::size_t parked = 256 * 1024;
  /// Bytes that wait because the client does not read: no more calls are taken above it, and a client whose
  /// events would go beyond is disconnected, so that it knows that it has missed something.
  std::size_t backlog = 16 * 1024 * 1024;
  /// Bytes a client's streams may have sent that their targets have not taken yet.
  std::size_t stream = 1024 * 1024;
};

struct ServerSetup {
  /// Opens the driver's connection for CONNECT_OPEN, usually Registry::open.
  std::function<driver::ConnectionPtr(std::optional<std::string> uri, std::uint32_t flags)> open;
  Limits limits;
  /// AUTH_POLKIT: throws unless the peer may connect. Empty: refused.
  std::function<Task<void>(Peer peer, bool readonly)> polkit;
  /// Asked for each permission ("domain:start") that a call needs; throws to refuse. Empty: all allowed.
  std::function<void(const Peer& peer, const Procedure& procedure, std::string_view permission)> access;
};

/// What is particular to a listener.
struct Service {
  bool readonly = false;
  Auth auth = Auth::none;  ///< with polkit, root needs no authentication
};

}  // namespace vireo::rpc
