// SPDX-License-Identifier: LGPL-2.1-or-later
// Functions of the program that are called while a stream is ready.
#include "api/event_owner.hpp"
#include "api/stream.hpp"

namespace vireo::api {

StreamEvents::StreamEvents(virStreamPtr stream, int events, virStreamEventCallback function, void* opaque,
                           virFreeCallback free)
    : stream_(stream), events_(events), function_(function), opaque_(opaque), free_(free) {}

void StreamEvents::start() {
  void* self = own(shared_from_this());
  timer_ = virEventAddTimeout(
      -1, [](int, void* opaque) { shared_owner<StreamEvents>(opaque)->deliver(); }, self,
      disown<StreamEvents>);
  if (timer_ < 0) {
    disown<StreamEvents>(self);
    free_ = nullptr;  // stays the caller's
    throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_STREAMS, "the program has no event loop");
  }
  auto& bytes = stream_->bytes();
  stream_->on_loop([&bytes, weak = weak_from_this()] {
    bytes.on_change([weak] {
      if (auto self = weak.lock()) self->wake();
    });
  });
  wake();
}

/// From the loop, whenever readiness may have changed.
void StreamEvents::wake() {
  std::lock_guard lock(mutex_);
  if (timer_ >= 0) virEventUpdateTimeout(timer_, 0);
}

void StreamEvents::update(int events) {
  {
    std::lock_guard lock(mutex_);
    events_ = events;
  }
  wake();
}

/// What the function waits for and is so now. A stream that broke or ended is ready for all: the next call
/// tells.
int StreamEvents::ready() const {
  auto& bytes = stream_->bytes();
  auto state = static_cast<int>(stream_->on_loop([&bytes] { return bytes.readiness(); }));
  if (state & (VIR_STREAM_EVENT_ERROR | VIR_STREAM_EVENT_HANGUP))
    state |= VIR_STREAM_EVENT_READABLE | VIR_STREAM_EVENT_WRITABLE;
  return state & events_;
}

void StreamEvents::deliver() {
  Ref<_virStream> held;
  {
    std::lock_guard lock(mutex_);
    if (timer_ >= 0) virEventUpdateTimeout(timer_, -1);
    if (!stream_ || delivering_) return;
    held = Ref<_virStream>::try_take(*stream_);
    if (!held) return;
    delivering_ = true;
  }
  int events = ready();
  if (events) function_(held.get(), events, opaque_);
  std::unique_lock lock(mutex_);
  delivering_ = false;
  bool stopped = !stream_;
  lock.unlock();
  if (stopped) {
    if (free_) free_(opaque_);
  } else if (events) {
    wake();  // until it is ready no more
  }
}

void StreamEvents::stop() {
  std::unique_lock lock(mutex_);
  if (!stream_) return;
  auto* stream = std::exchange(stream_, nullptr);
  if (timer_ >= 0) virEventRemoveTimeout(std::exchange(timer_, -1));
  bool free_now = !delivering_;
  lock.unlock();
  auto& bytes = stream->bytes();
  stream->on_loop([&bytes] { bytes.on_change({}); });
  if (free_now && free_) free_(opaque_);
}

}  // namespace vireo::api

using namespace vireo::api;
using vireo::Error;

extern "C" {

int virStreamEventAddCallback(virStreamPtr stream, int events, virStreamEventCallback cb, void* opaque,
                              virFreeCallback ff) {
  return call(stream, Access::read, [=](auto& self) {
    self.handle.bytes();
    self.not_null(reinterpret_cast<void*>(cb), "cb");
    if (self.handle.events)
      throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_STREAMS, "this stream already has an event function");
    auto added = std::make_shared<StreamEvents>(stream, events, cb, opaque, ff);
    added->start();
    self.handle.events = std::move(added);
  });
}

int virStreamEventUpdateCallback(virStreamPtr stream, int events) {
  return call(stream, Access::read, [=](auto& self) {
    self.handle.bytes();
    if (!self.handle.events)
      throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_STREAMS, "this stream has no event function");
    self.handle.events->update(events);
  });
}

int virStreamEventRemoveCallback(virStreamPtr stream) {
  return call(stream, Access::read, [](auto& self) {
    self.handle.bytes();
    auto old = std::exchange(self.handle.events, nullptr);
    if (!old) throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_STREAMS, "this stream has no event function");
    old->stop();
  });
}
}
