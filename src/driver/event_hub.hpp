// SPDX-License-Identifier: LGPL-2.1-or-later
// Who wants to hear of which events. A driver instance owns one EventHub and publishes to it; each of its
// connections offers a ConnectionEvents, whose subscriptions end with it. All on the driver's loop.
#pragma once

#include <deque>
#include <list>
#include <set>

#include "driver/events.hpp"

namespace vireo::driver {

class EventHub {
 public:
  /// Returns the subscription's number. IO_ERROR (4) also hears IO_ERROR_REASON events. Callable from a
  /// handler: the new subscription hears later events only.
  int subscribe(int event_id, std::optional<Uuid> domain, EventHandler handler);
  /// False when there is no such subscription. Callable from a handler, also for its own subscription; the
  /// handler is not called again.
  bool unsubscribe(int subscription);
  /// Delivers at once, to all in order of subscription. An event published by a handler comes after the
  /// current one has reached everybody. What a handler throws is logged.
  void publish(DomainRef domain, EventPayload payload);

  bool empty() const noexcept;

 private:
  struct Subscription {
    int number;
    int event_id;
    std::optional<Uuid> domain;
    EventHandler handler;
    std::uint64_t since;  ///< order of the first event it hears
    bool gone = false;
  };
  void deliver(const DomainEvent& event);
  void sweep();

  std::list<Subscription> subscriptions_;
  std::deque<DomainEvent> queue_;
  std::uint64_t next_order_ = 1;
  int next_number_ = 0;
  bool delivering_ = false;
};

/// The Events capability of one connection. The hub must outlive it.
class ConnectionEvents final : public Events {
 public:
  explicit ConnectionEvents(EventHub& hub) : hub_(hub) {}
  ~ConnectionEvents() override;
  ConnectionEvents(const ConnectionEvents&) = delete;

  Task<int> subscribe(int event_id, std::optional<DomainRef> domain, EventHandler handler) override;
  /// Throws VIR_ERR_INVALID_ARG when this connection has no such subscription.
  Task<void> unsubscribe(int subscription) override;

 private:
  EventHub& hub_;
  std::set<int> own_;
};

}  // namespace vireo::driver
