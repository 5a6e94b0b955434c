// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/task_group.hpp"

#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/this_coro.hpp>
#include <list>

#include "base/cancellable.hpp"
#include "base/error.hpp"
#include "base/escaped.hpp"
#include "base/loop.hpp"

namespace vireo {

namespace asio = boost::asio;

namespace {

struct Entry {
  std::string name;
  asio::cancellation_signal signal;
};

bool is_cancellation(std::exception_ptr error) {
  try {
    std::rethrow_exception(error);
  } catch (...) {
    return current_error().code == VIR_ERR_OPERATION_ABORTED;
  }
}

/// Asio 1.81 never reports the end of a task that was cancelled while it ran its only step; unless told, as
/// its last act, that cancellation is not to be thrown.
Task<void> with_certain_end(Task<void> task) {
  std::exception_ptr error;
  try {
    co_await std::move(task);
  } catch (...) {
    error = std::current_exception();
  }
  co_await asio::this_coro::throw_if_cancelled(false);
  if (error) std::rethrow_exception(error);
}

}  // namespace

struct TaskGroup::State : std::enable_shared_from_this<State> {
  explicit State(LoopExecutor e) : executor(e) {}

  void begin(std::string name, Task<void> task);
  void leave(std::list<Entry>::iterator entry);
  struct Ticket;

  LoopExecutor executor;
  std::list<Entry> entries;
  std::size_t pending = 0;  ///< spawned, but not begun: the loop does not run yet
  bool closed = false;
  WaitQueue idle;
};

/// Held by the running task: its entry leaves the group with it, also when the loop dies and nothing is
/// called.
struct TaskGroup::State::Ticket {
  Ticket(std::shared_ptr<State> s, std::list<Entry>::iterator e) : state(std::move(s)), entry(e) {}
  Ticket(Ticket&& other) noexcept = default;
  ~Ticket() {
    if (state) state->leave(entry);
  }
  std::shared_ptr<State> state;
  std::list<Entry>::iterator entry;
};

void TaskGroup::State::begin(std::string name, Task<void> task) {
  --pending;
  if (closed) {
    if (entries.empty() && pending == 0) idle.wake_all();
    return;
  }
  auto entry = entries.emplace(entries.end());
  entry->name = std::move(name);
  auto on_end = [ticket = Ticket(shared_from_this(), entry)](std::exception_ptr error) {
    if (error && !(ticket.state->closed && is_cancellation(error))) report_escaped(ticket.entry->name, error);
  };
  asio::co_spawn(executor, with_certain_end(std::move(task)),
                 detail::Cancellable(entry->signal.slot(), std::move(on_end)));
}

void TaskGroup::State::leave(std::list<Entry>::iterator entry) {
  entries.erase(entry);
  if (entries.empty() && pending == 0) idle.wake_all();
}

TaskGroup::TaskGroup(Loop& loop) : TaskGroup(loop.executor()) {}
TaskGroup::TaskGroup(LoopExecutor executor) : state_(std::make_shared<State>(executor)) {}
TaskGroup::~TaskGroup() { cancel(); }

void TaskGroup::spawn(std::string name, Task<void> task) {
  if (state_->closed)
    throw error(VIR_ERR_OPERATION_INVALID, VIR_FROM_NONE, "task '{}' refused: its owner is closing", name);
  ++state_->pending;
  // The task is begun by the loop's thread and never before: Asio loses a task cancelled before its first
  // step.
  asio::dispatch(state_->executor,
                 [state = state_, name = std::move(name), task = std::move(task)]() mutable {
                   state->begin(std::move(name), std::move(task));
                 });
}

void TaskGroup::cancel() {
  state_->closed = true;
  // Emitting resumes nothing by itself: operations end through the loop. So the list stays as it is
  // meanwhile.
  for (auto& entry : state_->entries) entry.signal.emit(asio::cancellation_type::terminal);
}

Task<void> TaskGroup::close() {
  cancel();
  auto state = state_;
  while (!state->entries.empty() || state->pending > 0) co_await state->idle.wait_shielded();
}

std::size_t TaskGroup::size() const noexcept { return state_->entries.size() + state_->pending; }
bool TaskGroup::closed() const noexcept { return state_->closed; }

}  // namespace vireo
