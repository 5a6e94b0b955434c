// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/node_devices.hpp"

#include <libvirt/libvirt.h>

#include <algorithm>

#include "driver/flags.hpp"

namespace vireo::test_driver {

using driver::NodeDeviceRef;
using model::NodeDevice;

namespace {

void check(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  driver::check_flags(flags, known, function, VIR_FROM_TEST);
}

bool passes(const NodeDevice& device, const std::optional<std::string>& capability) {
  return !capability || device.has(*capability);
}

/// The flags VIR_CONNECT_LIST_NODE_DEVICES_CAP_… that a device answers to.
std::uint32_t kinds(const NodeDevice& device) {
  std::uint32_t found = 0;
  for (const auto& capability : device.capabilities) {
    found |= 1u << (static_cast<int>(capability.type) - 1);
    if (capability.type != model::NodeCapability::Type::scsi_host) continue;
    if (capability.scsi_host.fibre) found |= VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST;
    if (capability.scsi_host.vports) found |= VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS;
  }
  return found;
}

const model::NodeCapability::ScsiHost& fibre_of(const NodeDevice& device) {
  if (const auto* host = device.fibre()) return *host;
  throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NODEDEV, "Device is not a fibre channel HBA");
}

/// Whether a device is the parent that a new one names by its world wide names.
bool is_meant(const NodeDevice& device, const NodeDevice& wanted) {
  const auto* host = device.fibre();
  if (!host || !host->vports) return false;
  if (!wanted.parent_wwnn.empty())
    return host->wwnn == wanted.parent_wwnn && host->wwpn == wanted.parent_wwpn;
  return wanted.parent_fabric_wwn.empty() || host->fabric_wwn == wanted.parent_fabric_wwn;
}

const xml::Unknown& refuse_unknown() {
  static const xml::Unknown refuse = [](const xml::UnknownPart& part) {
    throw error(VIR_ERR_XML_INVALID_SCHEMA, VIR_FROM_XML, "line {}, column {}: <{}> has no '{}'",
                part.position.line, part.position.column, part.parent, part.name);
  };
  return refuse;
}

}  // namespace

const NodeDevice& NodeDevices::find(const std::string& name) const {
  if (auto found = devices_.find(name); found != devices_.end()) return found->second;
  throw error(VIR_ERR_NO_NODE_DEVICE, VIR_FROM_TEST, "no node device with matching name '{}'", name);
}

Task<std::int32_t> NodeDevices::count(std::optional<std::string> cap, std::uint32_t flags) {
  check(flags, 0, "testNodeNumOfDevices");
  std::int32_t found = 0;
  for (const auto& [name, device] : devices_) found += passes(device, cap);
  co_return found;
}

Task<driver::List<std::string, 65536>> NodeDevices::names(std::optional<std::string> cap,
                                                          std::int32_t maxnames, std::uint32_t flags) {
  check(flags, 0, "testNodeListDevices");
  driver::List<std::string, 65536> found;
  for (const auto& [name, device] : devices_)
    if (passes(device, cap) && std::cmp_less(found.size(), maxnames)) found.push_back(name);
  co_return found;
}

Task<driver::Listing<NodeDeviceRef, 65536>> NodeDevices::list(std::int32_t need_results,
                                                              std::uint32_t flags) {
  constexpr std::uint32_t all = 2 * VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD - 1;
  check(flags, all, "testConnectListAllNodeDevices");
  driver::Listing<NodeDeviceRef, 65536> found;
  for (const auto& [name, device] : devices_) {
    if (flags && !(kinds(device) & flags)) continue;
    ++found.count;
    if (need_results) found.items.push_back({name});
  }
  co_return found;
}

Task<NodeDeviceRef> NodeDevices::lookup_by_name(std::string name) {
  co_return NodeDeviceRef{find(name).name};
}

Task<std::string> NodeDevices::xml(std::string name, std::uint32_t flags) {
  check(flags, 0, "testNodeDeviceGetXMLDesc");
  co_return model::format_node_device(find(name));
}

Task<std::optional<std::string>> NodeDevices::parent(std::string name) {
  const NodeDevice& device = find(name);
  if (device.parent.empty()) throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_TEST, "no parent for this device");
  co_return device.parent;
}

Task<std::int32_t> NodeDevices::capability_count(std::string name) {
  co_return static_cast<std::int32_t>(find(name).capabilities.size());
}

Task<driver::List<std::string, 65536>> NodeDevices::capabilities(std::string name, std::int32_t maxnames) {
  driver::List<std::string, 65536> found;
  for (const auto& capability : find(name).capabilities)
    if (std::cmp_less(found.size(), maxnames)) found.emplace_back(model::name_of(capability.type));
  co_return found;
}

/// A new virtual host needs a parent that can make one.
void NodeDevices::check_parent(const NodeDevice& wanted) const {
  if (wanted.parent.empty()) {
    if (std::ranges::any_of(devices_, [&](const auto& entry) { return is_meant(entry.second, wanted); }))
      return;
  } else if (auto named = devices_.find(wanted.parent); named != devices_.end()) {
    if (named->second.has("vports")) return;
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NODEDEV,
                "Parent device {} is not capable of vport operations", wanted.parent);
  }
  throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NODEDEV, "Could not find parent device for '{}'", wanted.name);
}

/// Whatever is asked for, what appears is scsi_host12: a twin of scsi_host11 with the names that were wanted.
Task<NodeDeviceRef> NodeDevices::create_xml(std::string xml, std::uint32_t flags) {
  check(flags, VIR_NODE_DEVICE_CREATE_XML_VALIDATE, "testNodeDeviceCreateXML");
  const auto wanted = model::parse_node_device(xml, true, flags ? &refuse_unknown() : nullptr);
  const auto& names = fibre_of(wanted);
  check_parent(wanted);
  NodeDevice made = find("scsi_host11");
  made.name = "scsi_host12";
  for (auto& capability : made.capabilities) {
    capability.scsi_host.wwnn = names.wwnn;
    capability.scsi_host.wwpn = names.wwpn;
  }
  NodeDeviceRef reference{made.name};
  devices_[reference.name] = std::move(made);
  co_return reference;
}

/// Where the incumbent's test driver reports an error and yet returns success, this one fails.
Task<void> NodeDevices::destroy(std::string name) {
  const NodeDevice& device = find(name);
  fibre_of(device);
  if (!devices_.contains(device.parent))
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_TEST, "cannot find parent '{}' definition", device.parent);
  devices_.erase(name);
  co_return;
}

}  // namespace vireo::test_driver
