// SPDX-License-Identifier: LGPL-2.1-or-later
// When to ping an idle peer, and when to give it up. No clock of its own, no sockets; both ends use it.
#pragma once

#include <optional>

#include "base/wait_queue.hpp"
#include "rpc/packet.hpp"

namespace vireo::rpc {

enum class KeepaliveProcedure : std::int32_t { ping = 1, pong = 2 };

class Keepalive {
 public:
  enum class Action { none, ping, dead };

  /// Seconds of silence before a ping, and how many pings may stay unanswered. `interval` <= 0 stops it.
  void start(int interval, unsigned count, Deadline now) noexcept;
  bool running() const noexcept { return interval_ > Clock::duration::zero(); }
  /// Something arrived from the peer.
  void heard(Deadline now) noexcept;
  /// When tick() has something to do next; nullopt when it is not running.
  std::optional<Deadline> next() const noexcept;
  Action tick(Deadline now) noexcept;

 private:
  Clock::duration interval_{};
  unsigned count_ = 0;
  unsigned unanswered_ = 0;
  Deadline last_{};  ///< heard or pinged
};

void append_keepalive(Bytes& out, KeepaliveProcedure procedure);

}  // namespace vireo::rpc
