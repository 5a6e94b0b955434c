// SPDX-License-Identifier: LGPL-2.1-or-later
// Checks of devices that span elements, with the incumbent's codes.
#include <algorithm>
#include <set>

#include "model/complete.hpp"

namespace vireo::model {

namespace {

template <class... Args>
[[noreturn]] void unsupported(fmt::format_string<Args...> format, Args&&... args) {
  throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_DOMAIN, format, std::forward<Args>(args)...);
}

/// Disks on these buses sit at a place of their controller, not at one of the machine's.
bool takes_drive_address(Disk::Bus bus) {
  return bus == Disk::Bus::ide || bus == Disk::Bus::fdc || bus == Disk::Bus::scsi || bus == Disk::Bus::sata;
}

/// What a source's protocol calls the secret it takes; empty: any will do.
std::string_view wanted_secret(const StorageSource& source) {
  if (source.type != StorageSource::Type::network) return "";
  return source.protocol == "iscsi" ? "iscsi" : source.protocol == "rbd" ? "ceph" : "";
}

void validate_secrets(const Disk& disk) {
  if (disk.auth && disk.source.auth) unsupported("an <auth> definition already found for disk source");
  if (disk.encryption && disk.source.encryption)
    unsupported("an <encryption> definition already found for disk source");
  const auto& auth = disk.auth ? disk.auth : disk.source.auth;
  const auto wanted = wanted_secret(disk.source);
  if (auth && !wanted.empty() && !auth->secret.type.empty() && auth->secret.type != wanted)
    unsupported("invalid secret type '{}'", auth->secret.type);
}

void validate_disk(const Disk& disk) {
  if (disk.target.empty()) throw Error(VIR_ERR_NO_TARGET, VIR_FROM_DOMAIN, disk.source.path);
  const bool removable = disk.device == Disk::Device::cdrom || disk.device == Disk::Device::floppy;
  if (disk.source.empty() && !removable) throw Error(VIR_ERR_NO_SOURCE, VIR_FROM_DOMAIN, disk.target);
  if (disk.device == Disk::Device::floppy && disk.bus != Disk::Bus::fdc && disk.bus != Disk::Bus::usb)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN, "Invalid bus type '{}' for floppy disk",
                name_of(disk.bus));
  if (disk.device == Disk::Device::floppy && disk.bus == Disk::Bus::fdc && !disk.target.starts_with("fd"))
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN, "Invalid floppy device name: {}", disk.target);
  if (disk.device == Disk::Device::disk && disk_index(disk.target) < 0 && !disk.target.starts_with("mmcblk"))
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN, "Invalid harddisk device name: {}", disk.target);
  validate_secrets(disk);
  const auto type = disk.info.address.type;
  if (takes_drive_address(disk.bus) && type != Address::Type::none && type != Address::Type::drive &&
      type != Address::Type::unassigned)
    unsupported("Invalid address type '{}' for the disk '{}' with the bus type '{}'", name_of(type),
                disk.target, name_of(disk.bus));
}

/// Two disks of one bus in one place.
void validate_places(const std::vector<Disk>& disks) {
  for (std::size_t i = 0; i < disks.size(); ++i) {
    const Address& here = disks[i].info.address;
    for (std::size_t j = 0; j < i && here.type == Address::Type::drive; ++j) {
      if (disks[i].bus == disks[j].bus && disks[j].info.address == here)
        throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_DOMAIN,
                    "Found duplicate drive address for disk with target name '{}' controller='{}' bus='{}' "
                    "target='{}' unit='{}'",
                    disks[i].target, here.controller, here.bus, here.target, here.unit);
    }
  }
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

void validate_usb(const Domain& domain) {
  bool disabled = false, enabled = false, master = false;
  for (const Controller& controller : domain.controllers) {
    if (controller.type != Controller::Type::usb) continue;
    const bool none = controller.model == "none";
    if (disabled || (none && enabled))
      throw Error(VIR_ERR_XML_DETAIL, VIR_FROM_DOMAIN,
                  "Can't add another USB controller: USB is disabled for this domain");
    (none ? disabled : enabled) = true;
    master = master || !controller.usb_master_port;
  }
  if (enabled && !master)
    throw Error(VIR_ERR_XML_DETAIL, VIR_FROM_DOMAIN, "No master USB controller specified");
  if (disabled && !domain.hubs.empty()) unsupported("Can't add USB hub: USB is disabled for this domain");
  if (disabled && std::ranges::any_of(domain.inputs, [](const Input& i) { return i.bus == Input::Bus::usb; }))
    unsupported("Can't add USB input device. USB bus is disabled");
  if (!enabled && !domain.redirected_devices.empty())
    unsupported("cannot add redirected USB device: USB is disabled for this domain");
}

bool known_model(const Controller& controller) {
  using Models = std::set<std::string_view>;
  static const Models scsi{"auto",
                           "buslogic",
                           "lsilogic",
                           "lsisas1068",
                           "vmpvscsi",
                           "ibmvscsi",
                           "virtio-scsi",
                           "lsisas1078",
                           "ncr53c90",
                           "dc390",
                           "am53c974",
                           "virtio-transitional",
                           "virtio-non-transitional"};
  static const Models usb{"piix3-uhci", "piix4-uhci", "ehci",      "ich9-ehci1", "ich9-uhci1",
                          "ich9-uhci2", "ich9-uhci3", "nec-xhci",  "pci-ohci",   "vt82c686b-uhci",
                          "qusb1",      "qusb2",      "qemu-xhci", "none"};
  static const Models pci{"pci-root",           "pcie-root",        "pci-bridge",
                          "dmi-to-pci-bridge",  "pcie-root-port",   "pcie-switch-upstream-port",
                          "pcie-to-pci-bridge", "pci-expander-bus", "pcie-switch-downstream-port",
                          "pcie-expander-bus"};
  switch (controller.type) {
    case Controller::Type::scsi:
      return scsi.contains(controller.model);
    case Controller::Type::usb:
      return usb.contains(controller.model);
    case Controller::Type::pci:
      return pci.contains(controller.model);
    default:
      return true;
  }
}

void validate_controllers(const std::vector<Controller>& controllers) {
  std::set<std::pair<Controller::Type, unsigned>> seen;
  for (const Controller& controller : controllers) {
    if (!controller.model.empty() && !known_model(controller))
      unsupported("Unknown model type '{}'", controller.model);
    const bool companion =
        controller.usb_master_port.has_value();  // of an EHCI controller, whose index it shares
    if (controller.index && !companion && !seen.emplace(controller.type, *controller.index).second)
      throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "Multiple '{}' controllers with index '{}'",
                  name_of(controller.type), *controller.index);
    const bool first = controller.index == 0u;
    if (controller.target_index && first != (*controller.target_index == 0))
      unsupported("Only the PCI controller with index 0 can have target index 0, and vice versa");
    if (controller.numa_node && first)
      unsupported("The PCI controller with index=0 can't be associated with a NUMA node");
  }
}

void validate_interfaces(const std::vector<Interface>& interfaces) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  for (const Interface& interface : interfaces)
    if (interface.model.find_first_not_of(allowed) != std::string::npos)
      throw error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "Model name contains invalid characters: '{}'",
                  interface.model);
}

void validate_inputs(const Domain& domain) {
  if (domain.os.type != Os::Type::hvm) return;
  for (const Input& input : domain.inputs)
    if (input.bus == Input::Bus::xen || input.bus == Input::Bus::parallels)
      throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN, "unsupported input bus {}",
                  input.bus == Input::Bus::xen ? "xen" : "parallels");
}

/// "YYYY-MM-DDTHH:MM:SS"
bool is_time(const std::string& text) {
  constexpr std::string_view pattern = "0000-00-00T00:00:00";
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i)
    if (pattern[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != pattern[i]) return false;
  return true;
}

void validate_graphics(const std::vector<Graphics>& graphics) {
  for (const Graphics& each : graphics)
    if (each.password_valid_to && !is_time(*each.password_valid_to))
      throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN,
                  "cannot parse password validity time '{}', expect YYYY-MM-DDTHH:MM:SS",
                  *each.password_valid_to);
}

void validate_source(const CharSource& source) {
  if (source.type == CharSource::Type::unix_ && source.path.empty())
    throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN, "Missing source path attribute for char device");
}

/// Only a channel's socket is made up by the driver.
void validate_sources(const Domain& domain) {
  for (const Serial& serial : domain.serials) validate_source(serial.source);
  for (const Parallel& parallel : domain.parallels) validate_source(parallel.source);
  for (const Console& console : domain.consoles) validate_source(console.source);
  for (const RedirectedDevice& device : domain.redirected_devices) validate_source(device.source);
  for (const Rng& rng : domain.rngs)
    if (rng.backend == Rng::Backend::egd) validate_source(rng.source);
}

/// s390's name of what to boot from a device.
void validate_loadparm(const std::string& text) {
  constexpr std::size_t longest = 8;
  if (text.size() > longest)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN,
                "loadparm value '{}' must be between 1 and {} characters", text, longest);
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == ' ';
  };
  if (!std::ranges::all_of(text, allowed))
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN,
                "invalid loadparm value '{}', expecting chars in set of [a-zA-Z0-9.] and blank spaces", text);
}

void validate_boot_order(const Domain& domain) {
  std::set<unsigned> seen;
  const auto look = [&](const DeviceInfo& info) {
    validate_loadparm(info.loadparm);
    if (info.boot_order != 0 && !seen.insert(info.boot_order).second)
      unsupported("boot order '{}' used for more than one device", info.boot_order);
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

void validate_devices(const Domain& domain) {
  for (const Disk& disk : domain.disks) validate_disk(disk);
  validate_targets(domain.disks);
  validate_places(domain.disks);
  validate_interfaces(domain.interfaces);
  validate_inputs(domain);
  validate_graphics(domain.graphics);
  for (const Channel& channel : domain.channels)
    if (channel.target == Channel::Target::absent)
      throw Error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "target type must be specified for channel device");
  validate_usb(domain);
  validate_controllers(domain.controllers);
  validate_sources(domain);
  if (domain.watchdogs.size() > 1)
    throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN, "only a single watchdog device is supported");
  validate_boot_order(domain);
  validate_aliases(domain);
}

}  // namespace vireo::model
