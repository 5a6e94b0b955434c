// SPDX-License-Identifier: LGPL-2.1-or-later
// The pretended machine's network interfaces and devices, as they are now. Part of the Hypervisor.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "model/host_interface.hpp"
#include "model/node_device.hpp"

namespace vireo::test_driver {

struct HostInterface {
  model::HostInterface definition;
  bool active = false;
};

struct HostObjects {
  std::map<std::string, HostInterface> interfaces;
  /// What to go back to, while a change of the interfaces is under way.
  std::optional<std::map<std::string, HostInterface>> before_change;
  std::map<std::string, model::NodeDevice> devices;
};

/// What a machine begins with.
struct HostDefinition {
  std::vector<model::HostInterface> interfaces;
  std::vector<model::NodeDevice> devices;

  HostObjects objects() const;
};

/// Those of test:///default.
HostDefinition default_host();

}  // namespace vireo::test_driver
