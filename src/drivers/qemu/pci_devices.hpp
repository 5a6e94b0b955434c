// SPDX-License-Identifier: LGPL-2.1-or-later
// Which devices of a definition are PCI devices, what each wants of a bus, and the order in which they are
// given places. That order is interface: the same definition must get the same addresses on every host.
#pragma once

#include <functional>
#include <string>

#include "drivers/qemu/pci_buses.hpp"
#include "model/domain.hpp"

namespace vireo::qemu {

enum class PciChipset { none, i440fx, q35 };

/// By the PCI root controller of the definition.
PciChipset chipset_of(const model::Domain& domain);

struct PciDevice {
  model::Address* address;
  PciWant want;
  std::string name;  ///< for messages: "interface 52:54:00:…", "disk vda"
  model::Controller* controller = nullptr;
};

/// Controllers of bus kinds (bridges, ports) without the root, then all other devices, in the order of
/// assignment.
std::vector<PciDevice> pci_controllers(model::Domain& domain);
std::vector<PciDevice> pci_devices(model::Domain& domain);

}  // namespace vireo::qemu
