// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/idle_pump.hpp"

#include <libvirt/libvirt.h>
#include <poll.h>

#include <algorithm>

#include "api/event_owner.hpp"

namespace vireo::api {

using driver::Pollable;

namespace {

int event_bits(short wanted) {
  return (wanted & POLLIN ? VIR_EVENT_HANDLE_READABLE : 0) |
         (wanted & POLLOUT ? VIR_EVENT_HANDLE_WRITABLE : 0);
}

/// For virEventUpdateTimeout: milliseconds from now, rounded up; -1 for never.
int until(std::optional<Deadline> due) {
  if (!due) return -1;
  auto left = std::chrono::ceil<std::chrono::milliseconds>(*due - Clock::now()).count();
  return static_cast<int>(std::clamp<long>(left, 0, 24 * 3600 * 1000));
}

}  // namespace

std::shared_ptr<IdlePump> IdlePump::start(driver::Connection& connection) {
  auto* pollable = dynamic_cast<Pollable*>(&connection);
  if (!pollable || pollable->fd() < 0) return nullptr;
  auto pump = std::make_shared<IdlePump>(*pollable);
  if (!pump->watch()) return nullptr;
  pollable->on_wanted_change([weak = std::weak_ptr(pump)] {
    if (auto self = weak.lock()) self->refresh();
  });
  pump->refresh();
  return pump;
}

bool IdlePump::watch() {
  void* self = own(shared_from_this());
  watch_ = virEventAddHandle(
      connection_->fd(), 0,
      [](int, int, int, void* opaque) { shared_owner<IdlePump>(opaque)->turn(&Pollable::ready); }, self,
      disown<IdlePump>);
  if (watch_ < 0) disown<IdlePump>(self);
  if (watch_ < 0) return false;
  self = own(shared_from_this());
  timer_ = virEventAddTimeout(
      -1, [](int, void* opaque) { shared_owner<IdlePump>(opaque)->turn(&Pollable::tick); }, self,
      disown<IdlePump>);
  if (timer_ < 0) disown<IdlePump>(self);
  return true;
}

/// The event loop is told of changes only: telling it wakes it.
void IdlePump::refresh() {
  std::lock_guard lock(mutex_);
  if (!connection_) return;
  int wanted = event_bits(connection_->wanted());
  if (wanted != wanted_) virEventUpdateHandle(watch_, wanted_ = wanted);
  auto due = connection_->next_timeout();
  if (due != due_ && timer_ >= 0) virEventUpdateTimeout(timer_, until(due_ = due));
}

void IdlePump::turn(void (Pollable::*work)() noexcept) {
  std::unique_lock lock(mutex_);
  if (!connection_ || working_ != std::thread::id()) return;
  auto* connection = connection_;
  working_ = std::this_thread::get_id();
  lock.unlock();
  (connection->*work)();
  lock.lock();
  working_ = {};
  idle_.notify_all();
  lock.unlock();
  refresh();
}

void IdlePump::stop() {
  std::unique_lock lock(mutex_);
  auto* connection = std::exchange(connection_, nullptr);
  if (!connection) return;
  idle_.wait(lock, [&] { return working_ == std::thread::id() || working_ == std::this_thread::get_id(); });
  int watch = std::exchange(watch_, -1), timer = std::exchange(timer_, -1);
  lock.unlock();
  connection->on_wanted_change({});
  if (watch >= 0) virEventRemoveHandle(watch);
  if (timer >= 0) virEventRemoveTimeout(timer);
}

}  // namespace vireo::api
