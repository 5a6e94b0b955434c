// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/jobs.hpp"

#include "base/error.hpp"

namespace vireo::qemu {

Task<Job> JobQueue::begin(std::string name, std::string domain, Deadline deadline) {
  std::shared_ptr<State> state = state_;
  AsyncMutex::Guard guard = co_await state->mutex.lock(deadline);
  if (!guard) {
    std::string holder = "another job";
    if (state->current) {
      auto seconds = std::chrono::floor<std::chrono::seconds>(Clock::now() - state->current->since).count();
      holder = fmt::format("'{}' for {} s", state->current->name, seconds);
    }
    throw error(VIR_ERR_OPERATION_TIMEOUT, VIR_FROM_QEMU, "cannot {} domain '{}', busy: {}", name, domain,
                holder);
  }
  state->current = JobInfo{.name = std::move(name), .since = Clock::now()};
  co_return Job(std::move(state), std::move(guard));
}

}  // namespace vireo::qemu
