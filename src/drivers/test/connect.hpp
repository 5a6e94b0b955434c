// SPDX-License-Identifier: LGPL-2.1-or-later
// A connection to a pretended hypervisor: its capabilities, one object each.
#pragma once

#include <memory>

#include "driver/connection.hpp"
#include "driver/registry.hpp"
#include "drivers/test/agent.hpp"
#include "drivers/test/capabilities.hpp"
#include "drivers/test/checkpoints.hpp"
#include "drivers/test/devices.hpp"
#include "drivers/test/guest.hpp"
#include "drivers/test/interfaces.hpp"
#include "drivers/test/lifecycle.hpp"
#include "drivers/test/networks.hpp"
#include "drivers/test/node_devices.hpp"
#include "drivers/test/pools.hpp"
#include "drivers/test/resources.hpp"
#include "drivers/test/saving.hpp"
#include "drivers/test/snapshots.hpp"
#include "drivers/test/state.hpp"
#include "drivers/test/statistics.hpp"
#include "drivers/test/tuning.hpp"
#include "drivers/test/volumes.hpp"

namespace vireo::test_driver {

class Connection final : public driver::Connection {
 public:
  Connection(Loop& loop, std::shared_ptr<Hypervisor> hypervisor, std::string uri);
  ~Connection() override;

  Loop& loop() noexcept override { return loop_; }

 private:
  Loop& loop_;
  std::shared_ptr<Hypervisor> hypervisor_;
  Host host_;
  Domains domains_;
  Lifecycle lifecycle_;
  Devices devices_;
  Snapshots snapshots_;
  Checkpoints checkpoints_;
  Saving saving_;
  Interfaces interfaces_;
  NodeDevices node_devices_;
  Tuning tuning_;
  Statistics statistics_;
  Agent agent_;
  Guest guest_;
  Resources resources_;
  Networks networks_;
  Pools pools_;
  Volumes volumes_;
  driver::ConnectionEvents events_;
};

/// test:///default (one hypervisor while any connection to it is open) and test:///FILE.
class Driver final : public driver::Driver {
 public:
  explicit Driver(Loop& loop) : loop_(loop) {}

  std::string_view name() const noexcept override { return "Test"; }
  bool claims(const Uri& uri) const override;
  driver::ConnectionPtr open(driver::OpenRequest request) override;

 private:
  Loop& loop_;
  std::weak_ptr<Hypervisor> default_;
};

}  // namespace vireo::test_driver
