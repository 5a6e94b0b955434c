// SPDX-License-Identifier: LGPL-2.1-or-later
// The event loop of the process: the program's own, or the library's when the program wants that.
#include "api/call.hpp"
#include "api/event_loop.hpp"

using vireo::api::EventLoop;

namespace {

/// What virEventRegisterImpl was given. Set once, before any use.
struct Implementation {
  virEventAddHandleFunc add_handle = nullptr;
  virEventUpdateHandleFunc update_handle = nullptr;
  virEventRemoveHandleFunc remove_handle = nullptr;
  virEventAddTimeoutFunc add_timeout = nullptr;
  virEventUpdateTimeoutFunc update_timeout = nullptr;
  virEventRemoveTimeoutFunc remove_timeout = nullptr;
};
constinit Implementation registered;

}  // namespace

extern "C" {

void virEventRegisterImpl(virEventAddHandleFunc addHandle, virEventUpdateHandleFunc updateHandle,
                          virEventRemoveHandleFunc removeHandle, virEventAddTimeoutFunc addTimeout,
                          virEventUpdateTimeoutFunc updateTimeout, virEventRemoveTimeoutFunc removeTimeout) {
  // A second loop would never hear of what was registered with the first.
  if (registered.add_handle) return;
  registered = {addHandle, updateHandle, removeHandle, addTimeout, updateTimeout, removeTimeout};
}

int virEventRegisterDefaultImpl(void) {
  vireo::api::reset_last_error();
  try {
    EventLoop::instance();
  } catch (...) {
    vireo::api::report_exception(__func__, VIR_FROM_EVENT, nullptr);
    return -1;
  }
  virEventRegisterImpl(
      [](int fd, int events, virEventHandleCallback cb, void* opaque, virFreeCallback free) {
        return EventLoop::instance().add_handle(fd, events, cb, opaque, free);
      },
      [](int watch, int events) { EventLoop::instance().update_handle(watch, events); },
      [](int watch) { return EventLoop::instance().remove_handle(watch); },
      [](int timeout, virEventTimeoutCallback cb, void* opaque, virFreeCallback free) {
        return EventLoop::instance().add_timeout(timeout, cb, opaque, free);
      },
      [](int timer, int timeout) { EventLoop::instance().update_timeout(timer, timeout); },
      [](int timer) { return EventLoop::instance().remove_timeout(timer); });
  return 0;
}

int virEventRunDefaultImpl(void) {
  vireo::api::reset_last_error();
  try {
    if (EventLoop::instance().run_once() == 0) return 0;
    throw vireo::system_error(errno, VIR_FROM_EVENT, "cannot wait for events");
  } catch (...) {
    vireo::api::report_exception(__func__, VIR_FROM_EVENT, nullptr);
    return -1;
  }
}

int virEventAddHandle(int fd, int events, virEventHandleCallback cb, void* opaque, virFreeCallback ff) {
  return registered.add_handle ? registered.add_handle(fd, events, cb, opaque, ff) : -1;
}

void virEventUpdateHandle(int watch, int events) {
  if (registered.update_handle) registered.update_handle(watch, events);
}

int virEventRemoveHandle(int watch) {
  return registered.remove_handle ? registered.remove_handle(watch) : -1;
}

int virEventAddTimeout(int timeout, virEventTimeoutCallback cb, void* opaque, virFreeCallback ff) {
  return registered.add_timeout ? registered.add_timeout(timeout, cb, opaque, ff) : -1;
}

void virEventUpdateTimeout(int timer, int timeout) {
  if (registered.update_timeout) registered.update_timeout(timer, timeout);
}

int virEventRemoveTimeout(int timer) {
  return registered.remove_timeout ? registered.remove_timeout(timer) : -1;
}
}
