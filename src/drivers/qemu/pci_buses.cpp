// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/pci_buses.hpp"

#include "base/error.hpp"

namespace vireo::qemu {

namespace {

constexpr unsigned bit(PciKind kind) { return static_cast<unsigned>(kind); }

constexpr unsigned conventional = bit(PciKind::pci) | bit(PciKind::pci_bridge);

}  // namespace

PciBuses::Bus PciBuses::bus_of(std::string_view model) {
  if (model == "pci-root") return {conventional | bit(PciKind::expander), 1, 31, true, {}};
  if (model == "pci-bridge") return {conventional, 1, 31, true, {}};
  if (model == "pcie-to-pci-bridge") return {conventional, 1, 31, true, {}};
  if (model == "dmi-to-pci-bridge") return {conventional, 0, 31, false, {}};
  if (model == "pci-expander-bus") return {conventional, 0, 31, true, {}};
  if (model == "pcie-root")
    return {bit(PciKind::pcie) | bit(PciKind::root_port) | bit(PciKind::dmi_to_pci_bridge) |
                bit(PciKind::pcie_to_pci_bridge) | bit(PciKind::pcie_expander),
            1,
            31,
            false,
            {}};
  if (model == "pcie-root-port" || model == "pcie-switch-downstream-port")
    return {
        bit(PciKind::pcie) | bit(PciKind::upstream_port) | bit(PciKind::pcie_to_pci_bridge), 0, 0, true, {}};
  if (model == "pcie-switch-upstream-port") return {bit(PciKind::downstream_port), 0, 31, false, {}};
  if (model == "pcie-expander-bus")
    return {bit(PciKind::root_port) | bit(PciKind::dmi_to_pci_bridge), 0, 0, false, {}};
  throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_QEMU, "there is no PCI controller model '{}'", model);
}

void PciBuses::add(unsigned index, std::string_view model) {
  if (index > 255)
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "PCI controller index {} is beyond the last bus, 255",
                index);
  if (buses_.size() <= index) buses_.resize(index + 1);
  buses_[index] = bus_of(model);
}

void PciBuses::take(const model::Address& address, std::string_view who, bool aggregate) {
  if (address.domain != 0)
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "{}: only PCI domain 0 is available, not {}", who,
                address.domain);
  if (!exists(address.bus))
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "{}: no PCI bus {} for its address {}", who, address.bus,
                pci_text(address));
  Bus& bus = *buses_[address.bus];
  if (address.slot < bus.first || address.slot > bus.last)
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN,
                "{}: invalid PCI address {}, slots of this bus go from {} to {}", who, pci_text(address),
                bus.first, bus.last);
  Slot& slot = bus.slots[address.slot];
  const auto mask = static_cast<std::uint8_t>(1u << address.function);
  if (slot.functions & mask)
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "Attempted double use of PCI Address {} by {}",
                pci_text(address), who);
  slot.aggregate = slot.functions == 0 ? aggregate : slot.aggregate && aggregate;
  slot.functions |= mask;
}

void PciBuses::take_slot(unsigned bus, unsigned slot) {
  if (exists(bus)) buses_[bus]->slots[slot].functions = 0xff;
}

bool PciBuses::is_free(unsigned bus, unsigned slot, unsigned function) const {
  return exists(bus) && !(buses_[bus]->slots[slot].functions & 1u << function);
}

bool PciBuses::slot_is_free(unsigned bus, unsigned slot) const {
  return exists(bus) && buses_[bus]->slots[slot].functions == 0;
}

bool PciBuses::is_shared(unsigned bus, unsigned slot) const {
  return exists(bus) && (buses_[bus]->slots[slot].functions & ~1u) != 0;
}

bool PciBuses::accepts(unsigned bus, PciKind kind) const {
  return exists(bus) && (buses_[bus]->kinds & bit(kind));
}

std::optional<model::Address> PciBuses::next(const PciWant& want) const {
  for (unsigned index = 0; index < buses_.size(); ++index) {
    if (!accepts(index, want.kind)) continue;
    const Bus& bus = *buses_[index];
    if (want.hotplug && !bus.hotplug) continue;
    for (unsigned number = bus.first; number <= bus.last; ++number) {
      const Slot& slot = bus.slots[number];
      const bool joins = want.aggregate && slot.aggregate && slot.functions != 0xff;
      if (slot.functions != 0 && !joins) continue;
      unsigned function = 0;
      while (slot.functions & 1u << function) ++function;
      model::Address address;
      address.type = model::Address::Type::pci;
      address.bus = index;
      address.slot = number;
      address.function = function;
      return address;
    }
  }
  return std::nullopt;
}

std::optional<PciWant> controller_want(std::string_view model) {
  if (model == "pci-root" || model == "pcie-root") return std::nullopt;
  if (model == "pcie-root-port") return PciWant{PciKind::root_port, false, true};
  if (model == "pci-bridge") return PciWant{PciKind::pci_bridge, false, false};
  if (model == "pcie-to-pci-bridge") return PciWant{PciKind::pcie_to_pci_bridge, true, false};
  if (model == "dmi-to-pci-bridge") return PciWant{PciKind::dmi_to_pci_bridge, false, false};
  if (model == "pcie-switch-upstream-port") return PciWant{PciKind::upstream_port, false, false};
  if (model == "pcie-switch-downstream-port") return PciWant{PciKind::downstream_port, false, false};
  if (model == "pci-expander-bus") return PciWant{PciKind::expander, false, false};
  return PciWant{PciKind::pcie_expander, false, false};
}

std::string pci_text(const model::Address& address) {
  return fmt::format("{:04x}:{:02x}:{:02x}.{:x}", address.domain, address.bus, address.slot,
                     address.function);
}

}  // namespace vireo::qemu
