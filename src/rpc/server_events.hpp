// SPDX-License-Identifier: LGPL-2.1-or-later
// Which events one client has asked for, in all three forms of registration. Lives in its session; the
// driver's subscriptions end with the driver's connection.
#pragma once

#include <map>

#include "rpc/event_table.hpp"

namespace vireo::rpc {

class ServerEvents {
 public:
  /// Appends what `write` appends to the client's output, or disconnects a client that does not read.
  using Emit = std::function<void(const std::function<void(Bytes&)>& write)>;

  explicit ServerEvents(Emit emit) : emit_(std::move(emit)) {}

  /// The first two generations: one registration for each kind, no numbers.
  Task<void> register_kind(driver::Events& events, int event_id);
  Task<void> deregister_kind(driver::Events& events, int event_id);
  /// Returns the callback's number.
  Task<int> register_callback(driver::Events& events, int event_id, std::optional<driver::DomainRef> domain);
  Task<void> deregister_callback(driver::Events& events, int callback);

 private:
  Task<int> subscribe(driver::Events& events, int event_id, std::optional<driver::DomainRef> domain,
                      std::optional<int> callback);

  Emit emit_;
  std::map<int, int> kinds_;      ///< event id → the driver's subscription
  std::map<int, int> callbacks_;  ///< number → the driver's subscription
  int next_callback_ = 0;
};

}  // namespace vireo::rpc
