// SPDX-License-Identifier: LGPL-2.1-or-later
// The PCI buses of one guest and which of their places are taken. Pure bookkeeping: it knows what each kind
// of bus accepts and finds the next free place; it neither sees nor changes a definition.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/address.hpp"

namespace vireo::qemu {

/// What wants a place, as bits: a bus accepts some of them.
enum class PciKind : unsigned {
  pci = 1,  ///< conventional device
  pcie = 2,
  root_port = 4,
  pci_bridge = 8,
  pcie_to_pci_bridge = 16,
  dmi_to_pci_bridge = 32,
  upstream_port = 64,
  downstream_port = 128,
  expander = 256,       ///< pci-expander-bus
  pcie_expander = 512,  ///< pcie-expander-bus
};

struct PciWant {
  PciKind kind = PciKind::pci;
  bool hotplug = true;     ///< only buses on which devices can be plugged later
  bool aggregate = false;  ///< may share its slot with others of its sort, a function each
};

class PciBuses {
 public:
  /// `model`: of the controller that makes the bus ("pci-root", "pcie-root-port" …). Throws
  /// VIR_ERR_CONFIG_UNSUPPORTED for an unknown one. Bus numbers may have gaps; those have no places.
  void add(unsigned index, std::string_view model);
  unsigned count() const noexcept { return static_cast<unsigned>(buses_.size()); }
  bool exists(unsigned bus) const noexcept { return bus < buses_.size() && buses_[bus].has_value(); }

  /// Takes one function. `who` is named when it is taken already (VIR_ERR_XML_ERROR), when the bus is not
  /// there or when it has no such slot.
  void take(const model::Address& address, std::string_view who, bool aggregate = false);
  /// Takes all eight functions of a slot that belongs to the chipset or to one device.
  void take_slot(unsigned bus, unsigned slot);
  bool is_free(unsigned bus, unsigned slot, unsigned function) const;
  bool slot_is_free(unsigned bus, unsigned slot) const;
  /// Does anything beside function 0 live in the slot?
  bool is_shared(unsigned bus, unsigned slot) const;

  /// The next free place that suits, not taken yet; nullopt when there is none.
  std::optional<model::Address> next(const PciWant& want) const;

  /// Does the bus let this kind in? (Explicit addresses may ignore the hotplug wish.)
  bool accepts(unsigned bus, PciKind kind) const;

 private:
  struct Slot {
    std::uint8_t functions = 0;  ///< bit n: function n is taken
    bool aggregate = false;
  };
  struct Bus {
    unsigned kinds = 0;
    unsigned first = 0, last = 31;
    bool hotplug = true;
    std::array<Slot, 32> slots{};
  };
  static Bus bus_of(std::string_view model);

  std::vector<std::optional<Bus>> buses_;
};

/// What the controller of this model wants on the bus above it; nullopt for the root buses.
std::optional<PciWant> controller_want(std::string_view model);

/// "0000:00:1f.2"
std::string pci_text(const model::Address& address);

}  // namespace vireo::qemu
