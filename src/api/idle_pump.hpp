// SPDX-License-Identifier: LGPL-2.1-or-later
// Lets a connection do its work while the program is in none of its calls: the program's event loop watches
// the connection's descriptor and runs its loop when there is something to read. Shared with the event loop,
// which may still call it once after stop().
#pragma once

#include <memory>
#include <mutex>

#include "driver/connection.hpp"

namespace vireo::api {

class IdlePump {
 public:
  /// Watches nothing when the connection has no descriptor or the program no event loop.
  static std::shared_ptr<IdlePump> start(driver::Connection& connection);

  /// Also runs the connection's loop every so many seconds, for its keepalive timers; 0 or less: no more.
  void wake_every(int seconds);

  /// Any thread; the connection is not touched afterwards.
  void stop();

 private:
  void turn();

  std::recursive_mutex
      mutex_;             ///< the loop, while it runs here, may find the connection closed and stop this
  Loop* loop_ = nullptr;  ///< null once stopped
  int watch_ = -1;
  int timer_ = -1;
  std::weak_ptr<IdlePump> self_;
};

}  // namespace vireo::api
