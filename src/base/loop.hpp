// SPDX-License-Identifier: LGPL-2.1-or-later
// The event loop: one thread at a time owns all state that lives on a loop. In the daemon that is the main
// thread (`serve`); in a program that uses the library it is whichever thread is inside an API call (`run`).
#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "base/task.hpp"

namespace vireo {

using Clock = std::chrono::steady_clock;
using Deadline = Clock::time_point;

class Loop {
 public:
  Loop();
  ~Loop();
  Loop(const Loop&) = delete;

  boost::asio::io_context& context() noexcept { return context_; }
  LoopExecutor executor() noexcept { return context_.get_executor(); }

  /// Runs `task` to its end on the calling thread and returns its result or throws what it threw. Callable
  /// from several threads at once: one of them drives the loop, the others wait for it or take it over.
  /// Never call it from inside a task of the same loop.
  template <class T>
  T run(Task<T> task);

  /// The daemon's form: runs until stop(); only one thread ever.
  void serve();
  void stop();

  /// Starts `task` in the background; an exception that escapes it is logged with `name`. Prefer TaskGroup.
  void spawn(std::string name, Task<void> task);

  /// Runs `work` on the pool of threads for blocking calls and resumes here with its result. When the
  /// deadline passes first, throws VIR_ERR_OPERATION_TIMEOUT; the worker is left to finish by itself, so
  /// `work` must own what it touches.
  template <class F>
  Task<std::invoke_result_t<F>> blocking(F work, Deadline deadline);

 private:
  void drive_until(const bool& done, std::unique_lock<std::mutex>& lock);

  boost::asio::io_context context_{1};
  std::mutex mutex_;
  std::condition_variable changed_;
  bool driven_ = false;
};

/// Background tasks owned by a long-lived object: closing cancels them all and waits for their end. New tasks
/// are refused afterwards. Declare it as the last member.
class TaskGroup;

/// Ends with VIR_ERR_OPERATION_TIMEOUT, text "timed out: WHAT", when `task` has not finished by `deadline`;
/// `task` is cancelled and awaited first.
template <class T>
Task<T> with_deadline(Task<T> task, Deadline deadline, std::string what);

Task<void> sleep_until(Deadline deadline);

}  // namespace vireo
