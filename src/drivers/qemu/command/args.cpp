// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/command/args.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "base/error.hpp"

namespace vireo::qemu {
namespace {

using model::Address;
using model::Controller;
using model::Switch;

/// The name QEMU gives to the PCI bus of that number.
std::string pci_bus(const model::Domain& domain, unsigned index) {
  const Controller* controller = find_controller(domain, Controller::Type::pci, index);
  if (controller && controller->model == "pcie-root") return "pcie.0";
  if (controller && !controller->info.alias.empty()) return controller->info.alias;
  return fmt::format("pci.{}", index);
}

}  // namespace

void Args::add_json(std::string option, const boost::json::object& value) {
  add(std::move(option), boost::json::serialize(value));
}

std::string escape_comma(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == ',') out += ',';
    out += c;
  }
  return out;
}

void not_expressible(std::string_view what) {
  throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_QEMU, "{} is not supported by this driver", what);
}

const Controller* find_controller(const model::Domain& domain, Controller::Type type, unsigned index) {
  auto found = std::ranges::find_if(domain.controllers, [&](const Controller& controller) {
    return controller.type == type && controller.index.value_or(0) == index;
  });
  return found == domain.controllers.end() ? nullptr : &*found;
}

std::string controller_bus(const model::Domain& domain, Controller::Type type, unsigned index) {
  const Controller* controller = find_controller(domain, type, index);
  std::string alias = controller ? controller->info.alias : std::string();
  if (alias.empty()) alias = fmt::format("{}{}", type == Controller::Type::usb ? "usb" : "scsi", index);
  return alias + ".0";
}

void put_address(boost::json::object& device, const model::Domain& domain, const Address& address) {
  if (address.type == Address::Type::pci) {
    device["bus"] = pci_bus(domain, address.bus);
    if (address.multifunction == Switch::yes) device["multifunction"] = true;
    if (address.multifunction == Switch::no) device["multifunction"] = false;
    device["addr"] = address.function ? fmt::format("0x{:x}.0x{:x}", address.slot, address.function)
                                      : fmt::format("0x{:x}", address.slot);
  } else if (address.type == Address::Type::usb) {
    device["bus"] = controller_bus(domain, Controller::Type::usb, address.bus);
    if (!address.port.empty()) device["port"] = address.port;
  } else if (address.type == Address::Type::isa) {
    if (address.iobase) device["iobase"] = address.iobase;
    if (address.irq) device["irq"] = address.irq;
  } else if (address.type == Address::Type::ccid) {
    device["bus"] = fmt::format("ccid{}.0", address.controller);
  }
}

void put_rom(boost::json::object& device, const model::DeviceInfo& info) {
  if (info.rom_bar != Switch::absent) device["rombar"] = info.rom_bar == Switch::yes ? 1 : 0;
  if (info.rom_enabled == Switch::no) device["romfile"] = "";
  if (!info.rom_file.empty()) device["romfile"] = info.rom_file;
  if (info.acpi_index) device["acpi-index"] = info.acpi_index;
}

void put_switch(boost::json::object& device, std::string_view key, Switch value) {
  if (value != Switch::absent) device[key] = value == Switch::yes;
}

void put_virtio(boost::json::object& device, const model::VirtioOptions& options) {
  put_switch(device, "iommu_platform", options.iommu);
  put_switch(device, "ats", options.ats);
  put_switch(device, "packed", options.packed);
  put_switch(device, "page-per-vq", options.page_per_vq);
}

std::string virtio_name(std::string_view stem, const Address& address, int model) {
  std::string name(stem);
  switch (address.type) {
    case Address::Type::ccw:
      return name + "-ccw";
    case Address::Type::virtio_mmio:
      return name + "-device";
    default:
      break;
  }
  static constexpr std::string_view suffix[] = {"-pci", "-pci-transitional", "-pci-non-transitional"};
  return name.append(suffix[model]);
}

BootOrder::BootOrder(const model::Domain& domain) {
  unsigned place = 0;
  for (model::BootDevice device : domain.os.boot) {
    ++place;
    switch (device) {
      case model::BootDevice::disk:
        disk = place;
        break;
      case model::BootDevice::cdrom:
        cdrom = place;
        break;
      case model::BootDevice::floppy:
        floppy = place;
        break;
      case model::BootDevice::network:
        network = place;
        break;
    }
  }
}

unsigned BootOrder::of(const model::Disk& device) {
  unsigned own = device.info.boot_order;
  switch (device.device) {
    case model::Disk::Device::cdrom:
      return own ? own : std::exchange(cdrom, 0);
    case model::Disk::Device::floppy:
      return own ? own : std::exchange(floppy, 0);
    default:
      return own ? own : std::exchange(disk, 0);
  }
}

unsigned BootOrder::of(const model::Interface& interface) {
  unsigned own = interface.info.boot_order;
  return own ? own : std::exchange(network, 0);
}

}  // namespace vireo::qemu
