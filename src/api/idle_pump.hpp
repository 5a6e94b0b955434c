// SPDX-License-Identifier: LGPL-2.1-or-later
// Lets a connection do its work while the program is in none of its calls: the program's event loop watches
// the connection's descriptor and timer. Shared with the event loop, which may still call it once after
// stop().
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "driver/connection.hpp"
#include "driver/pollable.hpp"

namespace vireo::api {

class IdlePump : public std::enable_shared_from_this<IdlePump> {
 public:
  /// Null when the connection needs none or the program has no event loop.
  static std::shared_ptr<IdlePump> start(driver::Connection& connection);

  explicit IdlePump(driver::Pollable& connection) : connection_(&connection) {}
  /// Any thread; the connection is not touched afterwards.
  void stop();

 private:
  bool watch();
  void refresh();
  void turn(void (driver::Pollable::*work)() noexcept);

  std::mutex mutex_;  ///< never held while the connection works: it calls refresh() then
  std::condition_variable idle_;
  driver::Pollable* connection_;  ///< null once stopped
  std::thread::id working_;       ///< the thread inside the connection
  int watch_ = -1;
  int timer_ = -1;
  int wanted_ = 0;
  std::optional<Deadline> due_;
};

}  // namespace vireo::api
