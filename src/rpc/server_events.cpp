// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/server_events.hpp"

#include "base/error.hpp"

namespace vireo::rpc {
namespace {

void check_event_id(int event_id) {
  if (event_id < 0 || event_id >= event_id_limit)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_RPC, "unsupported event ID {}", event_id);
}

}  // namespace

Task<int> ServerEvents::subscribe(driver::Events& events, int event_id,
                                  std::optional<driver::DomainRef> domain, std::optional<int> callback) {
  // A kind without a row is one that no driver of ours publishes: nothing would ever be written.
  const EventKind* kind = find_event_kind(event_id);
  auto listener = [this, kind, callback](const driver::DomainEvent& event) {
    if (!kind) return;
    emit_([&](Bytes& out) { append_event(out, *kind, callback, event); });
  };
  co_return co_await events.subscribe(event_id, std::move(domain), std::move(listener));
}

Task<void> ServerEvents::register_kind(driver::Events& events, int event_id) {
  check_event_id(event_id);
  if (kinds_.contains(event_id))
    throw Error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "event callback already tracked");
  kinds_[event_id] = -1;
  try {
    kinds_[event_id] = co_await subscribe(events, event_id, std::nullopt, std::nullopt);
  } catch (...) {
    kinds_.erase(event_id);
    throw;
  }
}

Task<void> ServerEvents::deregister_kind(driver::Events& events, int event_id) {
  check_event_id(event_id);
  const auto found = kinds_.find(event_id);
  if (found == kinds_.end())
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_RPC, "domain event {} not registered", event_id);
  const int subscription = found->second;
  kinds_.erase(found);
  co_await events.unsubscribe(subscription);
}

Task<int> ServerEvents::register_callback(driver::Events& events, int event_id,
                                          std::optional<driver::DomainRef> domain) {
  check_event_id(event_id);
  const int callback = next_callback_++;
  const int subscription = co_await subscribe(events, event_id, std::move(domain), callback);
  callbacks_[callback] = subscription;
  co_return callback;
}

Task<void> ServerEvents::deregister_callback(driver::Events& events, int callback) {
  const auto found = callbacks_.find(callback);
  if (found == callbacks_.end())
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_RPC, "domain event callback {} not registered", callback);
  const int subscription = found->second;
  callbacks_.erase(found);
  co_await events.unsubscribe(subscription);
}

}  // namespace vireo::rpc
