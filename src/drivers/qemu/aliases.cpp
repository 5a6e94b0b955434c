// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/aliases.hpp"

#include <fmt/format.h>

#include "drivers/qemu/command/args.hpp"
#include "model/domain_xml.hpp"

namespace vireo::qemu {
namespace {

using model::Controller;
using model::Disk;

/// "vdb" → 1: the letters behind the two of the bus, as a number of base 26.
unsigned target_index(const std::string& target) {
  unsigned index = 0;
  std::size_t begin = target.starts_with("xvd") || target.starts_with("ubd") ? 3 : 2;
  for (std::size_t i = begin; i < target.size() && target[i] >= 'a' && target[i] <= 'z'; ++i)
    index = (index + (i > begin ? 1 : 0)) * 26 + static_cast<unsigned>(target[i] - 'a');
  return index;
}

std::string disk_alias(const model::Domain& domain, const Disk& disk) {
  const model::Address& address = disk.info.address;
  std::string prefix(model::name_of(disk.bus));
  switch (disk.bus) {
    case Disk::Bus::scsi: {
      const Controller* controller = find_controller(domain, Controller::Type::scsi, address.controller);
      if (controller && controller->model == "lsilogic")
        return fmt::format("scsi{}-{}-{}", address.controller, address.bus, address.unit);
      return fmt::format("scsi{}-{}-{}-{}", address.controller, address.bus, address.target, address.unit);
    }
    case Disk::Bus::ide:
    case Disk::Bus::sata:
    case Disk::Bus::fdc:
      return fmt::format("{}{}-{}-{}", prefix, address.controller, address.bus, address.unit);
    default:
      return fmt::format("{}-disk{}", prefix, target_index(disk.target));
  }
}

std::string controller_alias(const model::Domain& domain, const Controller& controller) {
  unsigned index = controller.index.value_or(0);
  bool q35 = domain.os.machine.find("q35") != std::string::npos;
  switch (controller.type) {
    case Controller::Type::pci:
      return controller.model == "pcie-root" ? "pcie.0" : fmt::format("pci.{}", index);
    case Controller::Type::usb:
      return index == 0 ? "usb" : fmt::format("usb{}", index);
    case Controller::Type::ide:
      return index == 0 && !q35 ? "ide" : fmt::format("ide{}", index);
    case Controller::Type::sata:
      return index == 0 && q35 ? "ide" : fmt::format("sata{}", index);
    default:
      return fmt::format("{}{}", model::name_of(controller.type), index);
  }
}

void put(model::DeviceInfo& info, std::string alias) {
  if (!info.alias.starts_with("ua-")) info.alias = std::move(alias);
}

template <class Devices>
void number(Devices& devices, std::string_view stem) {
  std::size_t index = 0;
  for (auto& device : devices) put(device.info, fmt::format("{}{}", stem, index++));
}

}  // namespace

void assign_aliases(model::Domain& domain) {
  for (Controller& controller : domain.controllers)
    put(controller.info, controller_alias(domain, controller));
  for (Disk& disk : domain.disks) put(disk.info, disk_alias(domain, disk));
  number(domain.interfaces, "net");
  number(domain.serials, "serial");
  number(domain.parallels, "parallel");
  number(domain.channels, "channel");
  number(domain.inputs, "input");
  number(domain.sounds, "sound");
  number(domain.videos, "video");
  number(domain.redirected_devices, "redir");
  number(domain.hubs, "hub");
  number(domain.watchdogs, "watchdog");
  number(domain.rngs, "rng");
  number(domain.panics, "panic");
  if (domain.memory_balloon && domain.memory_balloon->model != model::MemoryBalloon::Model::none)
    put(domain.memory_balloon->info, "balloon0");
  if (domain.vsock) put(domain.vsock->info, "vsock0");
  std::size_t index = 0;
  for (model::Console& console : domain.consoles) {
    bool twin = index == 0 && console.target == model::Console::Target::serial && !domain.serials.empty();
    put(console.info, twin ? domain.serials.front().info.alias : fmt::format("console{}", index));
    ++index;
  }
}

}  // namespace vireo::qemu
