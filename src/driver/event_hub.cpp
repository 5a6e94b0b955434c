// SPDX-License-Identifier: LGPL-2.1-or-later
#include "driver/event_hub.hpp"

#include <algorithm>
#include <utility>

#include "base/escaped.hpp"

namespace vireo::driver {

namespace {

constexpr int io_error = 4;  // VIR_DOMAIN_EVENT_ID_IO_ERROR

bool hears(int wanted, int happened) {
  return wanted == happened || (wanted == io_error && happened == IoErrorEvent::id);
}

}  // namespace

int event_id(const EventPayload& payload) {
  return std::visit([](const auto& event) { return std::decay_t<decltype(event)>::id; }, payload);
}

int EventHub::subscribe(int event_id, std::optional<Uuid> domain, EventHandler handler) {
  int number = next_number_++;
  subscriptions_.push_back({number, event_id, domain, std::move(handler), next_order_});
  return number;
}

bool EventHub::unsubscribe(int subscription) {
  auto found = std::find_if(subscriptions_.begin(), subscriptions_.end(),
                            [&](const Subscription& s) { return s.number == subscription && !s.gone; });
  if (found == subscriptions_.end()) return false;
  found->gone = true;
  if (!delivering_) sweep();
  return true;
}

bool EventHub::empty() const noexcept {
  return std::all_of(subscriptions_.begin(), subscriptions_.end(),
                     [](const Subscription& s) { return s.gone; });
}

void EventHub::publish(DomainRef domain, EventPayload payload) {
  queue_.push_back({next_order_++, std::move(domain), std::move(payload)});
  if (delivering_) return;
  delivering_ = true;
  while (!queue_.empty()) {
    DomainEvent event = std::move(queue_.front());
    queue_.pop_front();
    deliver(event);
  }
  delivering_ = false;
  sweep();
}

void EventHub::deliver(const DomainEvent& event) {
  int id = event_id(event.payload);
  for (Subscription& s : subscriptions_) {
    if (s.gone || s.since > event.order || !hears(s.event_id, id)) continue;
    if (s.domain && *s.domain != event.domain.uuid) continue;
    try {
      s.handler(event);
    } catch (...) {
      report_escaped("event handler", current_error());
    }
  }
}

// A handler may hold the last reference to things whose end unsubscribes others, so it dies outside the list.
void EventHub::sweep() {
  std::list<Subscription> dead;
  for (auto at = subscriptions_.begin(); at != subscriptions_.end();) {
    auto next = std::next(at);
    if (at->gone) dead.splice(dead.end(), subscriptions_, at);
    at = next;
  }
}

ConnectionEvents::~ConnectionEvents() {
  for (int subscription : own_) hub_.unsubscribe(subscription);
}

Task<int> ConnectionEvents::subscribe(int event_id, std::optional<DomainRef> domain, EventHandler handler) {
  std::optional<Uuid> uuid;
  if (domain) uuid = domain->uuid;
  int subscription = hub_.subscribe(event_id, uuid, std::move(handler));
  own_.insert(subscription);
  co_return subscription;
}

Task<void> ConnectionEvents::unsubscribe(int subscription) {
  if (!own_.erase(subscription))
    throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "could not find event callback {} for deletion",
                subscription);
  hub_.unsubscribe(subscription);
  co_return;
}

}  // namespace vireo::driver
