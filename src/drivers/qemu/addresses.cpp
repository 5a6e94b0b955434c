// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/addresses.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.hpp"

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

  /// Port 0 is the guest's first virtio console and nobody else's.
  Address next(Domain& domain, bool port_zero) {
    for (auto& [index, ports] : controllers_)
      for (unsigned port = port_zero ? 0 : 1; port < ports.count; ++port)
        if (!ports.used.contains(port)) return place(index, port);
    Controller added;
    added.type = Controller::Type::virtio_serial;
    added.index = controllers_.empty() ? 0 : controllers_.rbegin()->first + 1;
    controllers_[*added.index].count = virtio_serial_ports;
    domain.controllers.push_back(added);
    return place(*added.index, port_zero ? 0 : 1);
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
  std::vector<std::pair<Address*, bool>> wanting;  // address, may have port 0
  SerialPorts ports(domain);
  const auto see = [&](Address& address, bool console) {
    const bool given = address.type == Address::Type::virtio_serial;
    if (given && (address.serial_port != 0 || console))
      ports.take(address);
    else if (given || address.type == Address::Type::none)
      wanting.emplace_back(&address, console);
  };
  for (model::Console& console : domain.consoles)
    if (console.target == model::Console::Target::virtio) see(console.info.address, true);
  for (model::Channel& channel : domain.channels)
    if (channel.target == model::Channel::Target::virtio) see(channel.info.address, false);
  for (const auto& [address, console] : wanting) {
    *address = ports.next(domain, console);
    ports.take(*address);
  }
}

}  // namespace vireo::qemu
