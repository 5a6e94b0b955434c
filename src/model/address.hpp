// SPDX-License-Identifier: LGPL-2.1-or-later
// Where a device sits in the guest, and what every device has: alias, boot order, option ROM.
#pragma once

#include "model/types.hpp"

namespace vireo::model {

/// Only the members of the `type` at hand mean something; the others stay at their defaults.
struct Address {
  enum class Type {
    none,
    pci,
    drive,
    virtio_serial,
    ccid,
    usb,
    spapr_vio,
    virtio_s390,
    ccw,
    virtio_mmio,
    isa,
    dimm,
    unassigned
  };
  Type type = Type::none;
  // pci
  unsigned domain = 0;
  unsigned bus = 0;   ///< also drive, virtio-serial and usb
  unsigned slot = 0;  ///< also ccid and dimm
  unsigned function = 0;
  Switch multifunction = Switch::absent;
  std::optional<unsigned> zpci_uid;
  std::optional<unsigned> zpci_fid;
  // drive, virtio-serial, ccid
  unsigned controller = 0;
  unsigned target = 0;
  unsigned unit = 0;
  unsigned serial_port = 0;          ///< virtio-serial; 0 is not yet assigned, a console's own port 0 too
  std::string port;                  ///< usb: "1", "1.2"
  std::optional<std::uint64_t> reg;  ///< spapr-vio
  // ccw
  std::optional<unsigned> cssid;
  std::optional<unsigned> ssid;
  std::optional<unsigned> devno;
  // isa
  unsigned iobase = 0;
  unsigned irq = 0;
  std::uint64_t base = 0;  ///< dimm
  bool operator==(const Address&) const = default;

  bool is_pci() const noexcept { return type == Type::pci; }
  /// The two values that stand for "to be chosen": no address element, or <address type='pci'/>.
  bool pci_wanted() const noexcept {
    return type == Type::none || (type == Type::pci && domain == 0 && bus == 0 && slot == 0 && function == 0);
  }
};

struct DeviceInfo {
  unsigned boot_order = 0;  ///< 0: not said
  std::string loadparm;
  std::string alias;  ///< "ua-…" when the user chose it; others exist only while the guest runs
  Address address;
  // PCI option ROM
  Switch rom_enabled = Switch::absent;
  Switch rom_bar = Switch::absent;
  std::string rom_file;
  unsigned acpi_index = 0;
  bool operator==(const DeviceInfo&) const = default;
};

/// <driver iommu=… ats=… packed=… page_per_vq=…/> of virtio devices.
struct VirtioOptions {
  Switch iommu = Switch::absent;
  Switch ats = Switch::absent;
  Switch packed = Switch::absent;
  Switch page_per_vq = Switch::absent;
  bool operator==(const VirtioOptions&) const = default;
};

}  // namespace vireo::model
