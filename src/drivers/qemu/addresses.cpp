// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/addresses.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.hpp"
#include "model/controllers.hpp"

namespace vireo::qemu {

using model::Address;
using model::Controller;
using model::Domain;

void assign_addresses(Domain& domain) {
  assign_serial_ports(domain);
  assign_pci(domain);
  assign_usb_ports(domain);
}

namespace {

constexpr unsigned virtio_serial_ports = 31;

/// Ports taken on each virtio-serial controller.
class SerialPorts {
 public:
  explicit SerialPorts(const Domain& domain) {
    for (const Controller& controller : domain.controllers)
      if (controller.type == Controller::Type::virtio_serial)
        controllers_[controller.index.value_or(0)].count = controller.ports.value_or(virtio_serial_ports);
  }

  void take(const Address& address) {
    const auto found = controllers_.find(address.controller);
    if (found == controllers_.end())
      throw error(VIR_ERR_XML_ERROR, VIR_FROM_QEMU, "virtio serial controller {} is missing",
                  address.controller);
    if (!found->second.used.insert(address.serial_port).second)
      throw error(VIR_ERR_XML_ERROR, VIR_FROM_QEMU,
                  "virtio serial port {} on controller {} is already occupied", address.serial_port,
                  address.controller);
  }

  /// Port 0 is for consoles only.
  Address next(Domain& domain) {
    for (auto& [index, ports] : controllers_)
      for (unsigned port = 1; port < ports.count; ++port)
        if (!ports.used.contains(port)) return place(index, port);
    Controller added;
    added.type = Controller::Type::virtio_serial;
    added.index = controllers_.empty() ? 0 : controllers_.rbegin()->first + 1;
    controllers_[*added.index].count = virtio_serial_ports;
    return place(*model::insert_controller(domain, added).index, 1);
  }

 private:
  struct Ports {
    unsigned count = virtio_serial_ports;
    std::set<unsigned> used;
  };
  static Address place(unsigned controller, unsigned port) {
    Address address;
    address.type = Address::Type::virtio_serial;
    address.controller = controller;
    address.serial_port = port;
    return address;
  }
  std::map<unsigned, Ports> controllers_;
};

}  // namespace

void assign_serial_ports(Domain& domain) {
  SerialPorts ports(domain);
  // A virtio console without an address keeps none, as with the incumbent: QEMU chooses, and the first gets
  // 0.
  for (const model::Console& console : domain.consoles)
    if (console.info.address.type == Address::Type::virtio_serial) ports.take(console.info.address);
  std::vector<Address*> wanting;
  for (model::Channel& channel : domain.channels) {
    Address& address = channel.info.address;
    if (channel.target != model::Channel::Target::virtio) continue;
    if (address.type == Address::Type::virtio_serial && address.serial_port != 0)
      ports.take(address);
    else if (address.type == Address::Type::virtio_serial || address.type == Address::Type::none)
      wanting.push_back(&address);
  }
  for (Address* address : wanting) {
    *address = ports.next(domain);
    ports.take(*address);
  }
}

}  // namespace vireo::qemu
