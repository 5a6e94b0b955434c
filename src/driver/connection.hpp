// SPDX-License-Identifier: LGPL-2.1-or-later
// An open connection to a hypervisor: a set of capabilities and the loop on which they run.
// Owned by whoever opened it (a virConnect, an RPC session); everything it handed out must be gone before it.
#pragma once

#include <functional>
#include <memory>
#include <tuple>

#include "base/loop.hpp"
#include "driver/capability.hpp"

namespace vireo::driver {

// Each in a header of its own, which those include who call it.
class Agent;
class Blocks;
class Checkpoints;
class Console;
class Devices;
class Domains;
class Events;
class FilterBindings;
class Filters;
class Guest;
class Host;
class Hotplug;
class Interfaces;
class Jobs;
class Lifecycle;
class Migration;
class NetworkPorts;
class Networks;
class Node;
class NodeDevices;
class Pools;
class Saving;
class Secrets;
class Snapshots;
class Statistics;
class Tuning;
class Volumes;

/// Every capability there is; a driver offers those it has.
using CapabilitySet = std::tuple<Host*, Domains*, Lifecycle*, Devices*, Console*, Events*, Agent*, Blocks*,
                                 Checkpoints*, FilterBindings*, Filters*, Guest*, Hotplug*, Interfaces*,
                                 Jobs*, Migration*, NetworkPorts*, Networks*, Node*, NodeDevices*, Pools*,
                                 Saving*, Secrets*, Snapshots*, Statistics*, Tuning*, Volumes*>;

/// Why a connection ended: virConnectCloseReason.
using CloseHandler = std::function<void(int reason)>;

class Connection {
 public:
  virtual ~Connection() = default;

  /// Where this connection's tasks run: connection.loop().run(connection.get<Lifecycle>().create(dom)).
  virtual Loop& loop() noexcept = 0;

  /// The capability, or throws VIR_ERR_NO_SUPPORT.
  template <class C>
  C& get() const {
    C* capability = std::get<C*>(capabilities_);
    if (!capability) unsupported();
    return *capability;
  }
  template <class C>
  bool has() const noexcept {
    return std::get<C*>(capabilities_) != nullptr;
  }

  /// VIR_DRV_FEATURE number (wire.md) → does the hypervisor side have it?
  virtual Task<std::int32_t> supports_feature(std::int32_t /*feature*/) { co_return 0; }
  virtual bool is_alive() const noexcept { return true; }
  virtual bool is_encrypted() const noexcept { return false; }
  virtual bool is_secure() const noexcept { return true; }
  /// Called once when the connection ends other than by our closing it. Empty to stop.
  virtual void on_close(CloseHandler) {}
  /// Seconds between pings and how many may stay unanswered; false when the peer does not do keepalive.
  virtual bool set_keepalive(int /*interval*/, unsigned /*count*/) { unsupported(); }

 protected:
  template <class C>
  void offer(C& capability) noexcept {
    std::get<C*>(capabilities_) = &capability;
  }

 private:
  CapabilitySet capabilities_{};
};

using ConnectionPtr = std::unique_ptr<Connection>;

}  // namespace vireo::driver
