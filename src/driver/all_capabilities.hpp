// SPDX-License-Identifier: LGPL-2.1-or-later
// One of each capability there is, all served by one proxy: for connections that pass everything on.
#pragma once

#include "driver/agent.hpp"
#include "driver/blocks.hpp"
#include "driver/checkpoints.hpp"
#include "driver/connection.hpp"
#include "driver/devices.hpp"
#include "driver/domains.hpp"
#include "driver/events.hpp"
#include "driver/filter_bindings.hpp"
#include "driver/filters.hpp"
#include "driver/guest.hpp"
#include "driver/host.hpp"
#include "driver/hotplug.hpp"
#include "driver/interfaces.hpp"
#include "driver/jobs.hpp"
#include "driver/lifecycle.hpp"
#include "driver/migration.hpp"
#include "driver/network_ports.hpp"
#include "driver/networks.hpp"
#include "driver/node.hpp"
#include "driver/node_devices.hpp"
#include "driver/pools.hpp"
#include "driver/saving.hpp"
#include "driver/secrets.hpp"
#include "driver/snapshots.hpp"
#include "driver/statistics.hpp"
#include "driver/stream.hpp"
#include "driver/tuning.hpp"
#include "driver/volumes.hpp"

namespace vireo::driver {

template <class Set>
class ProxiedCapabilities;
template <class... C>
class ProxiedCapabilities<std::tuple<C*...>> {
 public:
  explicit ProxiedCapabilities(Proxy& proxy) : all_(C(&proxy)...) {}
  /// Calls `f` with each of them.
  template <class F>
  void each(F f) {
    std::apply([&f](C&... capability) { (f(capability), ...); }, all_);
  }

 private:
  std::tuple<C...> all_;
};

using AllCapabilities = ProxiedCapabilities<CapabilitySet>;

}  // namespace vireo::driver
