// SPDX-License-Identifier: LGPL-2.1-or-later
// The event loop that virEventRegisterDefaultImpl offers to programs that have none: descriptors and timers,
// run by one thread, changed by any. Removed entries are freed after the functions that run at the moment
// have ended.
#pragma once

#include <libvirt/libvirt.h>

#include <chrono>
#include <list>
#include <mutex>
#include <vector>

#include "base/unique_fd.hpp"

namespace vireo::api {

class EventLoop {
 public:
  EventLoop();
  ~EventLoop();

  /// Numbers of descriptors and of timers are positive and never used again.
  int add_handle(int fd, int events, virEventHandleCallback function, void* opaque, virFreeCallback free);
  void update_handle(int watch, int events);
  int remove_handle(int watch);

  /// `milliseconds` between two calls: 0 is as often as the loop turns, -1 never.
  int add_timeout(int milliseconds, virEventTimeoutCallback function, void* opaque, virFreeCallback free);
  void update_timeout(int timer, int milliseconds);
  int remove_timeout(int timer);

  /// Waits for one thing to happen and calls what waits for it. 0, or -1 with errno when waiting failed.
  int run_once();

  /// The process's own.
  static EventLoop& instance();

 private:
  using Clock = std::chrono::steady_clock;
  struct Entry {
    int number;
    void* opaque;
    virFreeCallback free;
    bool removed = false;
  };
  struct Watch : Entry {
    int fd;
    int events;
    virEventHandleCallback function;
  };
  struct Timer : Entry {
    int interval;
    Clock::time_point due;
    virEventTimeoutCallback function;
  };

  int wait_limit() const;
  void call_timers(std::unique_lock<std::mutex>& lock);
  void call_watches(std::unique_lock<std::mutex>& lock, const std::vector<std::pair<int, int>>& ready);
  void free_removed(std::unique_lock<std::mutex>& lock);
  void wake();

  std::mutex mutex_;
  std::list<Watch> watches_;  ///< lists: entries stay where they are while their functions run
  std::list<Timer> timers_;
  int next_watch_ = 1;
  int next_timer_ = 1;
  int running_ = 0;  ///< run_once calls at the moment: a function may run the loop, too
  UniqueFd waker_;   ///< eventfd
};

}  // namespace vireo::api
