// SPDX-License-Identifier: LGPL-2.1-or-later
// USB: a device has a bus (the controller's index) and a port path, "2" or "2.1" behind a hub.
#include <algorithm>
#include <map>
#include <set>

#include "base/error.hpp"
#include "drivers/qemu/addresses.hpp"

namespace vireo::qemu {

using model::Address;
using model::Controller;
using model::Domain;

namespace {

constexpr unsigned hub_ports = 8;

unsigned controller_ports(const Controller& controller) {
  const std::string& model = controller.model;
  if (model == "qemu-xhci" || model == "nec-xhci") return controller.ports.value_or(4);
  if (model == "ehci" || model.starts_with("ich9-ehci")) return 6;
  if (model == "pci-ohci") return 3;
  return 2;  // the UHCI family
}

struct Hub {
  unsigned ports;
  std::set<unsigned> used;
};

/// Hubs of each bus by their path; "" is the controller's own.
class UsbPorts {
 public:
  explicit UsbPorts(const Domain& domain) {
    for (const Controller& controller : domain.controllers)
      if (controller.type == Controller::Type::usb && !controller.usb_master_port &&
          controller.model != "none")
        buses_[controller.index.value_or(0)].emplace("", Hub{controller_ports(controller), {}});
  }
  bool any() const noexcept { return !buses_.empty(); }

  void add_hub(const Address& address) { buses_[address.bus].emplace(address.port, Hub{hub_ports, {}}); }

  void take(const Address& address) {
    const auto dot = address.port.rfind('.');
    const std::string above = dot == std::string::npos ? "" : address.port.substr(0, dot);
    const auto number =
        static_cast<unsigned>(std::atoi(address.port.c_str() + (dot == std::string::npos ? 0 : dot + 1)));
    const auto bus = buses_.find(address.bus);
    if (bus == buses_.end() || !bus->second.contains(above))
      throw error(VIR_ERR_XML_ERROR, VIR_FROM_QEMU, "no USB controller or hub for port {} of bus {}",
                  address.port, address.bus);
    Hub& hub = bus->second.at(above);
    if (number == 0 || number > hub.ports)
      throw error(VIR_ERR_XML_ERROR, VIR_FROM_QEMU, "USB port {} of bus {} does not exist: there are {}",
                  address.port, address.bus, hub.ports);
    if (!hub.used.insert(number).second)
      throw error(VIR_ERR_XML_ERROR, VIR_FROM_QEMU, "Duplicate USB address bus {} port {}", address.bus,
                  address.port);
  }

  std::optional<Address> next(std::optional<unsigned> only_bus = {}) const {
    for (const auto& [bus, hubs] : buses_) {
      if (only_bus && bus != *only_bus) continue;
      for (const auto& [path, hub] : hubs)
        for (unsigned port = 1; port <= hub.ports; ++port)
          if (!hub.used.contains(port)) return place(bus, path, port);
    }
    return std::nullopt;
  }

  std::size_t free_ports() const {
    std::size_t count = 0;
    for (const auto& [bus, hubs] : buses_)
      for (const auto& [path, hub] : hubs) count += hub.ports - hub.used.size();
    return count;
  }

 private:
  static Address place(unsigned bus, const std::string& path, unsigned port) {
    Address address;
    address.type = Address::Type::usb;
    address.bus = bus;
    address.port = path.empty() ? std::to_string(port) : fmt::format("{}.{}", path, port);
    return address;
  }
  // Controllers' own ports first, then hubs near the root: the order of their paths.
  std::map<unsigned, std::map<std::string, Hub>> buses_;
};

template <class F>
void each_usb_device(Domain& domain, F f) {
  for (auto& disk : domain.disks)
    if (disk.bus == model::Disk::Bus::usb) f(disk.info.address);
  for (auto& input : domain.inputs)
    if (input.bus == model::Input::Bus::usb) f(input.info.address);
  for (auto& serial : domain.serials)
    if (serial.target == model::Serial::Target::usb) f(serial.info.address);
  for (auto& sound : domain.sounds)
    if (sound.model == model::Sound::Model::usb) f(sound.info.address);
  for (auto& redirected : domain.redirected_devices) f(redirected.info.address);
}

/// No port, or only the bus said.
bool wanting(const Address& address) {
  return address.type == Address::Type::none || (address.type == Address::Type::usb && address.port.empty());
}

void place(Address& address, UsbPorts& ports) {
  const bool bus_said = address.type == Address::Type::usb;
  const auto found = ports.next(bus_said ? std::optional<unsigned>(address.bus) : std::nullopt);
  if (!found) throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "No free USB ports");
  address = *found;
  ports.take(address);
}

}  // namespace

void assign_usb_ports(Domain& domain) {
  UsbPorts ports(domain);
  if (!ports.any()) return;
  std::vector<Address*> given, missing;
  for (auto& hub : domain.hubs) (wanting(hub.info.address) ? missing : given).push_back(&hub.info.address);
  const std::size_t hubs_missing = missing.size();
  // A hub deeper in the tree needs the one above it first.
  std::sort(given.begin(), given.end(), [](auto* a, auto* b) { return a->port.size() < b->port.size(); });
  for (Address* hub : given) {
    ports.take(*hub);
    ports.add_hub(*hub);
  }
  each_usb_device(domain, [&](Address& address) {
    if (wanting(address))
      missing.push_back(&address);
    else if (address.type == Address::Type::usb)
      ports.take(address);
  });
  for (std::size_t i = 0; i < hubs_missing; ++i) {
    place(*missing[i], ports);
    ports.add_hub(*missing[i]);
  }
  missing.erase(missing.begin(), missing.begin() + static_cast<std::ptrdiff_t>(hubs_missing));
  while (ports.free_ports() < missing.size() &&
         ports.free_ports() > 0) {  // each hub takes one and gives eight
    model::Hub hub;
    place(hub.info.address, ports);
    ports.add_hub(hub.info.address);
    domain.hubs.push_back(hub);
  }
  for (Address* address : missing) place(*address, ports);
}

}  // namespace vireo::qemu
