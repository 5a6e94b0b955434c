// SPDX-License-Identifier: LGPL-2.1-or-later
// Threads for calls that block. They are made when needed, up to a bound, and leave after some idle seconds.
// A job that never returns costs its thread only; the pool can be destroyed meanwhile.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace vireo {

class WorkerPool {
 public:
  explicit WorkerPool(std::size_t max_threads);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;

  /// Queues `job`, which must not throw. Jobs not begun when the pool dies are dropped.
  void submit(std::function<void()> job);

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace vireo
