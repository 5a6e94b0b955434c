// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/combinators.hpp"

#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/this_coro.hpp>

#include "base/cancellable.hpp"
#include "base/error.hpp"
#include "base/escaped.hpp"

namespace vireo {

namespace asio = boost::asio;

namespace detail {
namespace {

/// A task running on its own, and who waits for it. Shared, since either may be destroyed first with the
/// loop.
struct Child {
  asio::cancellation_signal signal;
  AsyncEvent ended;
};

std::shared_ptr<Child> start_child(LoopExecutor executor, Task<void> task) {
  auto child = std::make_shared<Child>();
  asio::co_spawn(executor, std::move(task),
                 Cancellable(child->signal.slot(), [child](std::exception_ptr) { child->ended.set(); }));
  return child;
}

}  // namespace

Task<bool> finish_by(Task<void> task, Deadline deadline) {
  auto executor = co_await asio::this_coro::executor;
  auto child = start_child(executor, std::move(task));
  std::exception_ptr cancelled;
  bool in_time = false;
  try {
    in_time = co_await child->ended.wait(deadline);
  } catch (...) {
    cancelled = std::current_exception();
  }
  if (in_time) co_return true;
  child->signal.emit(asio::cancellation_type::terminal);
  bool throwing = co_await asio::this_coro::throw_if_cancelled();
  co_await asio::this_coro::throw_if_cancelled(false);
  co_await child->ended.wait_shielded();
  co_await asio::this_coro::throw_if_cancelled(throwing);
  if (cancelled) std::rethrow_exception(cancelled);
  co_return false;
}

void throw_timeout(std::string what, std::exception_ptr error) {
  Error timeout(VIR_ERR_OPERATION_TIMEOUT, VIR_FROM_NONE, std::move(what));
  try {
    std::rethrow_exception(error);
  } catch (const std::exception& cause) {
    if (current_error().code == VIR_ERR_OPERATION_ABORTED) throw timeout;
    throw timeout.caused_by(cause);
  }
}

Task<void> run_shielded(Task<void> task) {
  auto executor = co_await asio::this_coro::executor;
  bool throwing = co_await asio::this_coro::throw_if_cancelled();
  co_await asio::this_coro::throw_if_cancelled(false);
  auto outcome = std::make_shared<Outcome<void>>();
  auto child = start_child(executor, keep_outcome(std::move(task), outcome));
  co_await child->ended.wait_shielded();
  co_await asio::this_coro::throw_if_cancelled(throwing);
  if (outcome->error) report_escaped("clean-up", outcome->error);
}

}  // namespace detail

Task<void> sleep_until(Deadline deadline) {
  auto executor = co_await asio::this_coro::executor;
  Timer timer(executor, deadline);
  co_await timer.async_wait(use_task);
}

Task<void> sleep_for(Clock::duration duration) { return sleep_until(Clock::now() + duration); }

namespace {

Task<void> end_with(Task<void> body, Task<void> last, bool always) {
  std::exception_ptr error;
  try {
    co_await std::move(body);
  } catch (...) {
    error = std::current_exception();
  }
  if (error || always) {
    bool throwing = co_await asio::this_coro::throw_if_cancelled();
    co_await asio::this_coro::throw_if_cancelled(false);
    co_await detail::run_shielded(std::move(last));
    co_await asio::this_coro::throw_if_cancelled(throwing);
  }
  if (error) std::rethrow_exception(error);
}

}  // namespace

Task<void> then_always(Task<void> body, Task<void> cleanup) {
  return end_with(std::move(body), std::move(cleanup), true);
}

Task<void> or_else(Task<void> body, Task<void> recover) {
  return end_with(std::move(body), std::move(recover), false);
}

}  // namespace vireo
