// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/event_delivery.hpp"

#include <algorithm>

#include "api/call.hpp"
#include "api/event_owner.hpp"

namespace vireo::api {

using driver::Events;

bool EventDelivery::start_timer() {
  if (timer_ < 0) {
    auto wake = [](int, void* opaque) { shared_owner<EventDelivery>(opaque)->deliver(); };
    void* self = own(shared_from_this());
    timer_ = virEventAddTimeout(-1, wake, self, disown<EventDelivery>);
    if (timer_ < 0) disown<EventDelivery>(self);
  }
  return timer_ >= 0;
}

int EventDelivery::add(_virConnect& connection, Listener values, std::optional<driver::DomainRef> domain) {
  auto listener = std::make_shared<Listener>(std::move(values));
  {
    std::lock_guard lock(mutex_);
    if (!start_timer())
      throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NONE, "could not initialize domain event timer");
    auto same = [&](const auto& other) { return other->legacy && other->function == listener->function; };
    if (listener->legacy && std::any_of(listeners_.begin(), listeners_.end(), same))
      throw Error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "event callback already tracked");
    listener->id = next_id_++;
    listener->connection = Ref<_virConnect>(connection);
    listeners_.push_back(listener);
  }
  try {
    auto& events = connection.driver->get<Events>();
    auto handler = [delivery = weak_from_this(), target = std::weak_ptr(listener)](const auto& event) {
      auto self = delivery.lock();
      auto alive = target.lock();
      if (self && alive) self->enqueue(std::move(alive), event);
    };
    listener->subscription =
        connection.run(events.subscribe(listener->event_id, std::move(domain), std::move(handler)));
  } catch (...) {
    std::lock_guard lock(mutex_);
    std::erase(listeners_, listener);
    throw;  // the caller keeps what it wanted to hand over
  }
  return listener->id;
}

void EventDelivery::enqueue(ListenerPtr listener, driver::DomainEvent event) {
  std::lock_guard lock(mutex_);
  if (listener->removed) return;
  pending_.push_back({std::move(listener), std::move(event)});
  if (pending_.size() == 1) virEventUpdateTimeout(timer_, 0);
}

void EventDelivery::deliver() {
  std::unique_lock lock(mutex_);
  if (timer_ >= 0) virEventUpdateTimeout(timer_, -1);
  if (delivering_) return;  // a function runs the event loop: the outer delivery goes on with what came
  delivering_ = true;
  while (!pending_.empty()) {
    auto next = std::move(pending_.front());
    pending_.pop_front();
    if (next.listener->removed) continue;
    lock.unlock();
    if (auto* domain =
            new (std::nothrow) _virDomain(*next.listener->connection, std::move(next.event.domain))) {
      call_listener(*next.listener, domain, next.event.payload);
      domain->unref();
    }
    lock.lock();
  }
  auto reason = std::exchange(close_reason_, std::nullopt);
  delivering_ = false;
  auto gone = std::exchange(gone_, {});
  lock.unlock();
  release(std::move(gone));
  if (reason) deliver_close(*reason);
}

void EventDelivery::deliver_close(int reason) {
  CloseFunction close;
  {
    std::lock_guard lock(mutex_);
    close = std::move(close_);
    close_ = {};
  }
  if (close.function) close.function(close.connection.get(), reason, close.opaque);
  if (close.free) close.free(close.opaque);
}

void EventDelivery::remove(_virConnect& connection, int id) {
  ListenerPtr found;
  {
    std::lock_guard lock(mutex_);
    auto same = [&](const auto& listener) { return listener->id == id && !listener->legacy; };
    auto it = std::find_if(listeners_.begin(), listeners_.end(), same);
    if (it == listeners_.end())
      throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "could not find event callback {} for deletion", id);
    found = *it;
    listeners_.erase(it);
  }
  remove(connection, found);
}

void EventDelivery::remove_legacy(_virConnect& connection, AnyFunction function) {
  ListenerPtr found;
  {
    std::lock_guard lock(mutex_);
    auto same = [&](const auto& listener) { return listener->legacy && listener->function == function; };
    auto it = std::find_if(listeners_.begin(), listeners_.end(), same);
    if (it == listeners_.end())
      throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "event callback function {} not registered",
                  reinterpret_cast<void*>(function));
    found = *it;
    listeners_.erase(it);
  }
  remove(connection, found);
}

/// `listener` is in the list no more.
void EventDelivery::remove(_virConnect& connection, const ListenerPtr& listener) {
  {
    std::lock_guard lock(mutex_);
    listener->removed = true;
    std::erase_if(pending_, [&](const auto& waiting) { return waiting.listener == listener; });
  }
  // The program's function is gone whatever the driver says, as when its daemon is dead.
  try {
    connection.run(connection.driver->get<Events>().unsubscribe(listener->subscription));
  } catch (const Error&) {
  }
  std::unique_lock lock(mutex_);
  if (delivering_) {
    gone_.push_back(listener);
    return;
  }
  lock.unlock();
  release({listener});
}

void EventDelivery::release(std::vector<ListenerPtr> gone) {
  for (const auto& listener : gone)
    if (listener->free) listener->free(listener->opaque);
}

void EventDelivery::set_close_function(_virConnect& connection, virConnectCloseFunc function, void* opaque,
                                       virFreeCallback free) {
  {
    std::lock_guard lock(mutex_);
    if (close_.function)
      throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_DOMAIN, "a close callback is already registered");
    start_timer();  // without an event loop the function is never called, as with the incumbent
    close_ = {function, opaque, free, Ref<_virConnect>(connection)};
  }
  connection.run(as_task([&] {
    connection.driver->on_close([weak = weak_from_this()](int reason) {
      if (auto self = weak.lock()) self->closed(reason);
    });
  }));
}

void EventDelivery::clear_close_function(_virConnect& connection, virConnectCloseFunc function) {
  CloseFunction old;
  {
    std::lock_guard lock(mutex_);
    if (close_.function != function)
      throw Error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "A different callback was requested");
    old = std::move(close_);
    close_ = {};
  }
  connection.run(as_task([&] { connection.driver->on_close({}); }));
  if (old.free) old.free(old.opaque);
}

void EventDelivery::closed(int reason) {
  std::lock_guard lock(mutex_);
  close_reason_ = reason;
  if (timer_ >= 0) virEventUpdateTimeout(timer_, 0);
}

void EventDelivery::stop() {
  std::lock_guard lock(mutex_);
  if (timer_ >= 0) virEventRemoveTimeout(std::exchange(timer_, -1));
  pending_.clear();
}

}  // namespace vireo::api
