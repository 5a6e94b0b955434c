// SPDX-License-Identifier: LGPL-2.1-or-later
// Background tasks owned by a long-lived object: closing cancels them all and waits for their end. New tasks
// are refused afterwards. Declare it as the last member. All calls on the loop, or before it runs.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "base/task.hpp"

namespace vireo {

class Loop;

class TaskGroup {
 public:
  explicit TaskGroup(Loop& loop);
  explicit TaskGroup(LoopExecutor executor);
  /// Cancels what still runs and does not wait for it: tasks that touch their owner need close() first.
  ~TaskGroup();
  TaskGroup(const TaskGroup&) = delete;

  /// Starts `task` at once (on the loop) or when the loop runs. What escapes it is logged with `name`, except
  /// its being cancelled. Throws VIR_ERR_OPERATION_INVALID after cancel() or close().
  void spawn(std::string name, Task<void> task);

  /// Asks all tasks to end and refuses new ones.
  void cancel();
  /// cancel(), then waits until all have ended. Not from one of its own tasks.
  Task<void> close();

  std::size_t size() const noexcept;
  bool closed() const noexcept;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace vireo
