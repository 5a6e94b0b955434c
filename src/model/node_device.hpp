// SPDX-License-Identifier: LGPL-2.1-or-later
// A device of the host, and its XML. A capability is of one type; only that type's part means anything.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/uuid.hpp"
#include "model/types.hpp"
#include "xml/schema.hpp"

namespace vireo::model {

struct NodeCapability {
  /// In the order of VIR_CONNECT_LIST_NODE_DEVICES_CAP_…: value n is bit n - 1.
  enum class Type {
    absent,
    system,
    pci,
    usb_device,
    usb,
    net,
    scsi_host,
    scsi_target,
    scsi,
    storage,
    fc_host,
    vports,
    scsi_generic,
    drm
  };
  struct Part {
    std::string vendor, version, serial, date;
    std::optional<Uuid> uuid;
  };
  struct System {
    std::string product;
    Part hardware, firmware;
  };
  /// A number with the name it has in the list of known devices.
  struct Id {
    std::optional<unsigned> id;
    std::string name;
  };
  struct PciAddress {
    unsigned domain = 0, bus = 0, slot = 0, function = 0;
  };
  struct IommuGroup {
    unsigned number = 0;
    std::vector<PciAddress> members;
  };
  struct Pci {
    std::optional<unsigned> class_code, domain, bus, slot, function;
    Id product, vendor;
    std::optional<IommuGroup> iommu;
    std::optional<int> numa_node;
  };
  struct UsbDevice {
    std::optional<unsigned> bus, device;
    Id product, vendor;
  };
  struct Usb {
    std::optional<unsigned> number, class_code, subclass, protocol;
    std::string description;
  };
  struct Net {
    enum class State { absent, unknown, notpresent, down, lowerlayerdown, testing, dormant, up };
    enum class Kind { absent, ethernet, wireless };
    std::string interface, address;
    unsigned speed = 0;  ///< Mbit/s
    State state = State::absent;
    std::vector<std::string> features;
    Kind kind = Kind::absent;
  };
  struct ScsiHost {
    std::optional<unsigned> host, unique_id;
    bool fibre = false;  ///< a fibre channel host
    std::string wwnn, wwpn, fabric_wwn;
    bool vports = false;  ///< it can make virtual ones
    unsigned max_vports = 0, made_vports = 0;
  };
  struct ScsiTarget {
    std::string target;
  };
  struct Scsi {
    std::optional<unsigned> host, bus, target, lun;
    std::string type;
  };
  struct Storage {
    std::string block, bus, drive, model, vendor, serial;
    std::optional<std::uint64_t> size;  ///< bytes
  };
  struct Drm {
    enum class Kind { absent, primary, control, render };
    Kind kind = Kind::absent;
  };

  Type type = Type::absent;
  System system;
  Pci pci;
  UsbDevice usb_device;
  Usb usb;
  Net net;
  ScsiHost scsi_host;
  ScsiTarget scsi_target;
  Scsi scsi;
  Storage storage;
  Drm drm;
};

struct NodeDevice {
  struct Path {
    enum class Kind { absent, device, link };
    Kind kind = Kind::absent;
    std::string path;
  };

  std::string name;
  std::string sysfs;
  std::vector<Path> paths;
  std::string parent;  ///< its name, or one of those that follow say which
  std::string parent_wwnn, parent_wwpn, parent_fabric_wwn;
  std::vector<NodeCapability> capabilities;

  /// The part of a fibre channel host, if it is one.
  const NodeCapability::ScsiHost* fibre() const noexcept;
  /// Whether it has a capability of that name; "fc_host" and "vports" are those of SCSI hosts.
  bool has(std::string_view capability) const noexcept;
};

std::string_view name_of(NodeCapability::Type type);

/// `create`: the device is to be made, so it has no name and no number yet. Throws VIR_ERR_XML_ERROR, and
/// VIR_ERR_INTERNAL_ERROR for what a device of its kind must say, as the incumbent does.
NodeDevice parse_node_device(std::string_view xml, bool create = false,
                             const xml::Unknown* unknown = nullptr);
std::string format_node_device(const NodeDevice& device);

}  // namespace vireo::model
