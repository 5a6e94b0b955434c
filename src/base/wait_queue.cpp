// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/wait_queue.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/system/system_error.hpp>

namespace vireo {

namespace asio = boost::asio;

void WaitQueue::Waiter::end(State how) {
  state = how;
  unlink();
  timer.cancel();
}

WaitQueue::~WaitQueue() {
  while (!waiters_.empty()) waiters_.front().end(State::orphaned);
}

Task<bool> WaitQueue::wait(Deadline deadline) {
  auto executor = co_await asio::this_coro::executor;
  Waiter waiter(executor, deadline);
  waiters_.push_back(waiter);
  auto [ec] = co_await waiter.timer.async_wait(asio::as_tuple(use_task));
  // From here on the queue may be gone. Who was woken is woken, even when cancelled at the same time: what it
  // was woken for (a lock) is already its own.
  if (waiter.state == State::woken) co_return true;
  if (waiter.state == State::waiting && !ec) co_return false;
  throw boost::system::system_error(asio::error::operation_aborted);
}

Task<void> WaitQueue::wait_shielded() {
  auto executor = co_await asio::this_coro::executor;
  bool throwing = co_await asio::this_coro::throw_if_cancelled();
  co_await asio::this_coro::throw_if_cancelled(false);
  Waiter waiter(executor, no_deadline);
  waiters_.push_back(waiter);
  co_await waiter.timer.async_wait(
      asio::bind_cancellation_slot(asio::cancellation_slot(), asio::as_tuple(use_task)));
  co_await asio::this_coro::throw_if_cancelled(throwing);
  if (waiter.state == State::orphaned) throw boost::system::system_error(asio::error::operation_aborted);
}

bool WaitQueue::wake_one() {
  if (waiters_.empty()) return false;
  waiters_.front().end(State::woken);
  return true;
}

void WaitQueue::wake_all() {
  while (wake_one()) {
  }
}

Task<bool> AsyncEvent::wait(Deadline deadline) {
  if (set_) co_return true;
  co_return co_await queue_.wait(deadline);
}

Task<void> AsyncEvent::wait_shielded() {
  if (!set_) co_await queue_.wait_shielded();
}

Task<AsyncMutex::Guard> AsyncMutex::lock(Deadline deadline) {
  if (!locked_) {
    locked_ = true;
    co_return Guard(*this);
  }
  bool ours = co_await queue_.wait(deadline);
  co_return ours ? Guard(*this) : Guard();
}

AsyncMutex::Guard AsyncMutex::try_lock() {
  if (locked_) return {};
  locked_ = true;
  return Guard(*this);
}

void AsyncMutex::unlock() {
  if (!queue_.wake_one()) locked_ = false;
}

}  // namespace vireo
