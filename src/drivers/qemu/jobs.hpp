// SPDX-License-Identifier: LGPL-2.1-or-later
// Changes to one domain queue behind each other: `Job job = co_await jobs.begin("start", deadline)`. The
// guard's end is the job's end. Readers never take part.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/wait_queue.hpp"

namespace vireo::qemu {

struct JobInfo {
  std::string name;  ///< "start", "destroy" …
  Clock::time_point since;
};

class JobQueue {
 public:
  class Job;

  /// `domain`: for messages. Throws VIR_ERR_OPERATION_TIMEOUT naming the job in the way.
  Task<Job> begin(std::string name, std::string domain, Deadline deadline);

  const std::optional<JobInfo>& current() const noexcept { return state_->current; }

 private:
  /// Outlives the queue while a guard is left: a domain may be removed under its last job.
  struct State {
    AsyncMutex mutex;
    std::optional<JobInfo> current;
  };
  std::shared_ptr<State> state_ = std::make_shared<State>();

 public:
  class Job {
   public:
    Job(Job&&) = default;
    Job& operator=(Job&&) = delete;
    ~Job() {
      if (state_ && guard_) state_->current.reset();
    }

   private:
    friend JobQueue;
    Job(std::shared_ptr<State> state, AsyncMutex::Guard guard)
        : state_(std::move(state)), guard_(std::move(guard)) {}
    std::shared_ptr<State> state_;
    AsyncMutex::Guard guard_;  // after state_: released first
  };
};

using Job = JobQueue::Job;

}  // namespace vireo::qemu
