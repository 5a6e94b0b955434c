// SPDX-License-Identifier: LGPL-2.1-or-later
// Domain events. A driver publishes them in the order in which they happened; `order` counts them for each
// driver instance, so that a listener can tell a gap.
#pragma once

#include <functional>
#include <variant>

#include "base/task.hpp"
#include "driver/capability.hpp"
#include "driver/types.hpp"

namespace vireo::driver {

struct LifecycleEvent {
  static constexpr int id = 0;  ///< VIR_DOMAIN_EVENT_ID_LIFECYCLE
  std::int32_t event = 0;       ///< virDomainEventType
  std::int32_t detail = 0;
};
struct RebootEvent {
  static constexpr int id = 1;
};
struct RtcChangeEvent {
  static constexpr int id = 2;
  std::int64_t offset = 0;  ///< seconds
};
struct WatchdogEvent {
  static constexpr int id = 3;
  std::int32_t action = 0;
};
struct IoErrorEvent {
  static constexpr int id = 8;  ///< IO_ERROR_REASON; listeners of IO_ERROR (4) get it without the reason
  std::string source;
  std::string alias;
  std::int32_t action = 0;
  std::string reason;
};
struct ControlErrorEvent {
  static constexpr int id = 7;
};
struct BalloonChangeEvent {
  static constexpr int id = 13;
  std::uint64_t actual = 0;  ///< KiB
};
struct DeviceRemovedEvent {
  static constexpr int id = 15;
  std::string alias;
};
struct DeviceAddedEvent {
  static constexpr int id = 19;
  std::string alias;
};
struct AgentLifecycleEvent {
  static constexpr int id = 18;
  std::int32_t state = 0;
  std::int32_t reason = 0;
};
struct MetadataChangeEvent {
  static constexpr int id = 23;
  std::int32_t type = 0;
  std::optional<std::string> uri;
};

using EventPayload = std::variant<LifecycleEvent, RebootEvent, RtcChangeEvent, WatchdogEvent, IoErrorEvent,
                                  ControlErrorEvent, BalloonChangeEvent, DeviceRemovedEvent, DeviceAddedEvent,
                                  AgentLifecycleEvent, MetadataChangeEvent>;

struct DomainEvent {
  std::uint64_t order = 0;
  DomainRef domain;
  EventPayload payload;
};

/// virDomainEventID of a payload.
int event_id(const EventPayload& payload);

/// Called on the loop's thread while the driver is in the middle of its work: must not call back into it.
using EventHandler = std::function<void(const DomainEvent&)>;

class Events : public Capability {
 public:
  using Capability::Capability;
  /// Events of kind `event_id` (virDomainEventID), of all domains or of one. Returns the subscription's
  /// number.
  virtual Task<int> subscribe(int event_id, std::optional<DomainRef> domain, EventHandler handler) {
    return other<&Events::subscribe>(event_id, domain, handler);
  }
  virtual Task<void> unsubscribe(int subscription) { return other<&Events::unsubscribe>(subscription); }
};

}  // namespace vireo::driver
