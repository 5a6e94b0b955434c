// SPDX-License-Identifier: LGPL-2.1-or-later
// --timeout: calls back once nothing has been going on for so long.
#pragma once

#include <chrono>
#include <functional>

#include "base/loop.hpp"

namespace vireo::daemon {

class Idle {
 public:
  Idle(Loop& loop, std::chrono::seconds patience, std::function<void()> handler)
      : timer_(loop.executor()), patience_(patience), handler_(std::move(handler)) {}

  /// Tells whether something is going on. The time counts from the moment it stopped.
  void set(bool busy);

 private:
  Timer timer_;
  std::chrono::seconds patience_;
  std::function<void()> handler_;
  bool waiting_ = false;
};

}  // namespace vireo::daemon
