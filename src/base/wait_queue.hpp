// SPDX-License-Identifier: LGPL-2.1-or-later
// What coroutines of one loop wait on: a queue of waiters, and an event and a mutex made of it. All of it is
// touched on the loop only. A queue that dies before its waiters ends their wait with operation_aborted.
#pragma once

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/intrusive/list.hpp>
#include <chrono>
#include <utility>

#include "base/task.hpp"

namespace vireo {

using Clock = std::chrono::steady_clock;
using Deadline = Clock::time_point;
using Timer = boost::asio::basic_waitable_timer<Clock, boost::asio::wait_traits<Clock>, LoopExecutor>;

/// For waits that another deadline bounds already.
inline constexpr Deadline no_deadline = Deadline::max();

class WaitQueue {
 public:
  WaitQueue() = default;
  WaitQueue(const WaitQueue&) = delete;
  ~WaitQueue();

  /// Waits in order of arrival until woken (true) or until `deadline` (false). Cancellable.
  Task<bool> wait(Deadline deadline);
  /// The same without end and deaf to cancellation: for awaiting what is certain to come.
  Task<void> wait_shielded();

  /// Wakes the waiter that came first; false when there is none.
  bool wake_one();
  void wake_all();
  bool empty() const noexcept { return waiters_.empty(); }

 private:
  enum class State { waiting, woken, orphaned };
  using Hook = boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;
  struct Waiter : Hook {
    Waiter(const LoopExecutor& executor, Deadline deadline) : timer(executor, deadline) {}
    void end(State how);
    Timer timer;
    State state = State::waiting;
  };

  boost::intrusive::list<Waiter, boost::intrusive::constant_time_size<false>> waiters_;
};

/// Set once, seen by all who wait now or later, until reset.
class AsyncEvent {
 public:
  void set() {
    set_ = true;
    queue_.wake_all();
  }
  void reset() noexcept { set_ = false; }
  bool is_set() const noexcept { return set_; }

  /// False when `deadline` came first.
  Task<bool> wait(Deadline deadline);
  Task<void> wait_shielded();

 private:
  bool set_ = false;
  WaitQueue queue_;
};

/// A fair mutex between coroutines: ownership passes on in order of arrival. Outlives its guards.
class AsyncMutex {
 public:
  class Guard {
   public:
    Guard() = default;
    explicit Guard(AsyncMutex& mutex) : mutex_(&mutex) {}
    Guard(Guard&& other) noexcept : mutex_(std::exchange(other.mutex_, nullptr)) {}
    Guard& operator=(Guard&& other) noexcept {
      std::swap(mutex_, other.mutex_);
      return *this;
    }
    ~Guard() { release(); }
    void release() {
      if (mutex_) std::exchange(mutex_, nullptr)->unlock();
    }
    explicit operator bool() const noexcept { return mutex_; }

   private:
    AsyncMutex* mutex_ = nullptr;
  };

  /// An empty guard when `deadline` came first.
  Task<Guard> lock(Deadline deadline);
  Guard try_lock();
  bool locked() const noexcept { return locked_; }

 private:
  void unlock();

  bool locked_ = false;
  WaitQueue queue_;
};

}  // namespace vireo
