// SPDX-License-Identifier: LGPL-2.1-or-later
// Tasks made of tasks: with a deadline, with a clean-up that always runs, asleep.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/outcome.hpp"
#include "base/task.hpp"
#include "base/wait_queue.hpp"

namespace vireo {

namespace detail {
/// False: the deadline came first; `task` was cancelled and has ended.
Task<bool> finish_by(Task<void> task, Deadline deadline);
[[noreturn]] void throw_timeout(std::string what, std::exception_ptr error);
/// Runs `task` to its end on its own, deaf to cancellation of the caller.
Task<void> run_shielded(Task<void> task);
}  // namespace detail

/// Ends with VIR_ERR_OPERATION_TIMEOUT naming `what` when `task` has not finished by `deadline`; `task` is
/// cancelled and awaited first. A task that finishes all the same, after being cancelled, has its result
/// used.
template <class T>
Task<T> with_deadline(Task<T> task, Deadline deadline, std::string what) {
  auto outcome = std::make_shared<Outcome<T>>();
  bool in_time = co_await detail::finish_by(keep_outcome(std::move(task), outcome), deadline);
  if (!in_time && outcome->error) detail::throw_timeout(std::move(what), outcome->error);
  co_return outcome->take();
}

Task<void> sleep_until(Deadline deadline);
Task<void> sleep_for(Clock::duration duration);

/// Runs `body`, then `cleanup` whether body returned, threw or was cancelled; then ends as body did. Cleanup
/// is deaf to the caller's cancellation and needs deadlines of its own; what it throws is logged.
Task<void> then_always(Task<void> body, Task<void> cleanup);

/// For `catch (...)` paths that must await something: runs `recover` (deaf to cancellation) when `body`
/// throws, then rethrows. What recover throws is logged.
Task<void> or_else(Task<void> body, Task<void> recover);

}  // namespace vireo
