// SPDX-License-Identifier: LGPL-2.1-or-later
// A connection that has a socket of its own to look after when nobody is inside a call: the C API connects
// it to the program's event loop (virEventAddHandle, virEventAddTimeout). A connection implements it beside
// Connection; ask with dynamic_cast. Every member may be called from any thread.
#pragma once

#include <functional>
#include <optional>

#include "base/wait_queue.hpp"

namespace vireo::driver {

class Pollable {
 public:
  virtual ~Pollable() = default;
  /// The descriptor to watch, the same for the connection's whole life; -1 when there is none any more.
  virtual int fd() const noexcept = 0;
  /// What to watch it for: bit-or of POLLIN and POLLOUT; 0 for nothing now.
  virtual short wanted() const noexcept = 0;
  /// The descriptor is ready: does what can be done without waiting, and delivers events and stream changes
  /// to their handlers on this thread.
  virtual void ready() noexcept = 0;
  /// When tick() wants to be called; nullopt: never.
  virtual std::optional<Deadline> next_timeout() const noexcept = 0;
  virtual void tick() noexcept = 0;
  /// Called, from any thread, when wanted(), next_timeout() or fd() may have changed. Empty to stop.
  virtual void on_wanted_change(std::function<void()> listener) = 0;
};

}  // namespace vireo::driver
