// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/idle_pump.hpp"

#include <libvirt/libvirt.h>

#include "api/event_owner.hpp"

namespace vireo::api {

std::shared_ptr<IdlePump> IdlePump::start(driver::Connection& connection) {
  auto pump = std::make_shared<IdlePump>();
  pump->self_ = pump;
  pump->loop_ = &connection.loop();
  if (int fd = connection.descriptor(); fd >= 0)
    pump->watch_ = virEventAddHandle(
        fd, VIR_EVENT_HANDLE_READABLE, [](int, int, int, void* opaque) { owner<IdlePump>(opaque).turn(); },
        own(pump), disown<IdlePump>);
  return pump;
}

void IdlePump::wake_every(int seconds) {
  std::lock_guard lock(mutex_);
  if (!loop_) return;
  int interval = seconds > 0 ? seconds * 1000 : -1;
  if (timer_ >= 0) return virEventUpdateTimeout(timer_, interval);
  auto self = self_.lock();
  timer_ = virEventAddTimeout(
      interval, [](int, void* opaque) { owner<IdlePump>(opaque).turn(); }, own(self), disown<IdlePump>);
}

void IdlePump::turn() {
  // Held meanwhile, so that stop() waits and the connection lives.
  std::lock_guard lock(mutex_);
  if (loop_) loop_->poll();
}

void IdlePump::stop() {
  std::lock_guard lock(mutex_);
  loop_ = nullptr;
  if (watch_ >= 0) virEventRemoveHandle(std::exchange(watch_, -1));
  if (timer_ >= 0) virEventRemoveTimeout(std::exchange(timer_, -1));
}

}  // namespace vireo::api
