// SPDX-License-Identifier: LGPL-2.1-or-later
// Checks that span elements, with the incumbent's codes.
#include <algorithm>
#include <set>

#include "model/complete.hpp"

namespace vireo::model {

namespace {

void validate_disk(const Disk& disk) {
  if (disk.target.empty()) throw Error(VIR_ERR_NO_TARGET, VIR_FROM_DOMAIN, disk.source.path);
  const bool removable = disk.device == Disk::Device::cdrom || disk.device == Disk::Device::floppy;
  if (disk.source.empty() && !removable) throw Error(VIR_ERR_NO_SOURCE, VIR_FROM_DOMAIN, disk.target);
  if (disk.device == Disk::Device::floppy && disk.bus == Disk::Bus::fdc && !disk.target.starts_with("fd"))
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN, "Invalid floppy device name: {}", disk.target);
  if (disk.device == Disk::Device::disk && disk_index(disk.target) < 0 && !disk.target.starts_with("mmcblk"))
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN, "Invalid harddisk device name: {}", disk.target);
}

void validate_targets(const std::vector<Disk>& disks) {
  for (std::size_t i = 0; i < disks.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (disks[i].target == disks[j].target)
        throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN,
                    "target '{}' duplicated for disk sources '{}' and '{}'", disks[i].target,
                    disks[j].source.path, disks[i].source.path);
    }
  }
}

void validate_controllers(const std::vector<Controller>& controllers) {
  std::set<std::pair<Controller::Type, unsigned>> seen;
  for (const Controller& controller : controllers) {
    const bool companion =
        controller.usb_master_port.has_value();  // of an EHCI controller, whose index it shares
    if (controller.index && !companion && !seen.emplace(controller.type, *controller.index).second)
      throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "Multiple '{}' controllers with index '{}'",
                  name_of(controller.type), *controller.index);
  }
}

void validate_boot_order(const Domain& domain) {
  std::set<unsigned> seen;
  const auto look = [&](const DeviceInfo& info) {
    if (info.boot_order != 0 && !seen.insert(info.boot_order).second)
      throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "boot order '{}' used for more than one device",
                  info.boot_order);
  };
  for (const Disk& disk : domain.disks) look(disk.info);
  for (const Interface& interface : domain.interfaces) look(interface.info);
  for (const RedirectedDevice& device : domain.redirected_devices) look(device.info);
}

void validate_aliases(const Domain& domain) {
  std::set<std::string> seen;
  const auto look = [&](const auto& devices) {
    for (const auto& device : devices) {
      if (device.info.alias.starts_with("ua-") && !seen.insert(device.info.alias).second)
        throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "non unique alias detected: {}", device.info.alias);
    }
  };
  look(domain.disks);
  look(domain.controllers);
  look(domain.interfaces);
  look(domain.serials);
  look(domain.parallels);
  look(domain.channels);
  look(domain.inputs);
  look(domain.sounds);
  look(domain.videos);
  look(domain.rngs);
}

}  // namespace

void validate_domain(const Domain& domain) {
  for (const Disk& disk : domain.disks) validate_disk(disk);
  validate_targets(domain.disks);
  validate_controllers(domain.controllers);
  validate_boot_order(domain);
  validate_aliases(domain);
  if (domain.vcpus.current > domain.vcpus.maximum)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN,
                "maxvcpus must not be less than current vcpus ({} < {})", domain.vcpus.maximum,
                domain.vcpus.current);
}

}  // namespace vireo::model
