// SPDX-License-Identifier: LGPL-2.1-or-later
// Where each device of a guest sits: PCI slots with the bridges and root ports they need, ports of
// virtio-serial and USB controllers. A definition that went through it once never moves a device again.
#pragma once

#include "model/domain.hpp"

namespace vireo::qemu {

/// Gives an address to every device that has none, and adds the controllers which that takes. Addresses that
/// are there are kept and checked: VIR_ERR_XML_ERROR for one used twice or on a bus that does not exist.
/// Wants implied controllers (pci-root, usb …) in place and indexes given.
void assign_addresses(model::Domain& domain);

/// The parts of it, in this order.
void assign_serial_ports(model::Domain& domain);
void assign_pci(model::Domain& domain);
void assign_usb_ports(model::Domain& domain);

}  // namespace vireo::qemu
