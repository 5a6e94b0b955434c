// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/events.hpp"

#include <vector>

namespace vireo::remote {
namespace {

using rpc::SessionCalls;

constexpr std::int32_t event_callbacks = 14;  ///< feature
constexpr std::size_t early_max = 64;

}  // namespace

bool RemoteEvents::has_callbacks() {
  if (!has_callbacks_) {
    const auto payload = channel_.call(rpc::row_of<&SessionCalls::supports_feature>().number,
                                       [](rpc::Encoder& out) { out.put(event_callbacks); });
    has_callbacks_ = decode_result<std::int32_t>(payload) != 0;
  }
  return *has_callbacks_;
}

void RemoteEvents::register_remote(const Key& key, const std::optional<driver::DomainRef>& domain) {
  if (!has_callbacks()) {
    const auto payload = channel_.call(rpc::row_of<&SessionCalls::register_kind>().number,
                                       [&](rpc::Encoder& out) { out.put(std::int32_t{key.first}); });
    return decode_result<void>(payload);
  }
  const auto payload =
      channel_.call(rpc::row_of<&SessionCalls::register_callback>().number, [&](rpc::Encoder& out) {
        out.put(std::int32_t{key.first});
        out.put(domain);
      });
  const auto number = decode_result<std::int32_t>(payload);
  std::lock_guard lock(mutex_);
  callbacks_[key] = number;
}

void RemoteEvents::deregister_remote(const Key& key) {
  std::int32_t number = key.first;
  std::int32_t procedure = rpc::row_of<&SessionCalls::deregister_kind>().number;
  if (has_callbacks()) {
    std::lock_guard lock(mutex_);
    number = callbacks_[key];
    callbacks_.erase(key);
    procedure = rpc::row_of<&SessionCalls::deregister_callback>().number;
  }
  channel_.call(procedure, [number](rpc::Encoder& out) { out.put(number); });
}

Task<int> RemoteEvents::subscribe(int event_id, std::optional<driver::DomainRef> domain,
                                  driver::EventHandler handler) {
  std::lock_guard calling(calling_);
  const std::optional<Uuid> uuid = domain ? std::optional(domain->uuid) : std::nullopt;
  // The older form has no registration for one domain: all are asked for, and filtered here.
  const Key key{event_id, has_callbacks() ? uuid : std::nullopt};
  int number = 0;
  {
    std::lock_guard lock(mutex_);
    number = next_++;
    subscriptions_[number] = {event_id, uuid, std::make_shared<driver::EventHandler>(std::move(handler))};
  }
  try {
    if (users_[key]++ == 0) register_remote(key, domain);
  } catch (...) {
    --users_[key];
    std::lock_guard lock(mutex_);
    subscriptions_.erase(number);
    throw;
  }
  std::deque<rpc::ReceivedEvent> early;
  {
    std::lock_guard lock(mutex_);
    early.swap(early_);
  }
  for (const auto& event : early) deliver(event);
  co_return number;
}

Task<void> RemoteEvents::unsubscribe(int subscription) {
  std::lock_guard calling(calling_);
  Key key;
  {
    std::lock_guard lock(mutex_);
    const auto found = subscriptions_.find(subscription);
    if (found == subscriptions_.end())
      throw error(VIR_ERR_INVALID_ARG, VIR_FROM_REMOTE, "no event subscription with number {}", subscription);
    key = {found->second.event_id, *has_callbacks_ ? found->second.domain : std::nullopt};
    subscriptions_.erase(found);
  }
  if (--users_[key] == 0) deregister_remote(key);
  co_return;
}

bool RemoteEvents::concerns(const Subscription& subscription, const rpc::ReceivedEvent& event) const {
  if (subscription.event_id != event.kind->event_id) return false;
  if (!event.callback) return !subscription.domain || *subscription.domain == event.event.domain.uuid;
  const auto found = callbacks_.find({subscription.event_id, subscription.domain});
  return found != callbacks_.end() && found->second == *event.callback;
}

void RemoteEvents::deliver(const rpc::ReceivedEvent& event) {
  std::vector<std::shared_ptr<driver::EventHandler>> handlers;
  driver::DomainEvent numbered = event.event;
  {
    std::lock_guard lock(mutex_);
    numbered.order = ++order_;
    for (const auto& [number, subscription] : subscriptions_)
      if (concerns(subscription, event)) handlers.push_back(subscription.handler);
    bool known = !event.callback;
    for (const auto& [key, number] : callbacks_) known = known || number == *event.callback;
    if (!known) {
      if (early_.size() == early_max) early_.pop_front();
      early_.push_back(event);
    }
  }
  for (const auto& handler : handlers) (*handler)(numbered);
}

}  // namespace vireo::remote
