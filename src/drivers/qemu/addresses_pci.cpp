// SPDX-License-Identifier: LGPL-2.1-or-later
// PCI addresses: first what the chipset fixes and what the definition says, then the next free place for each
// other device. Where places run out, bridges or root ports are added and everything is tried again.
#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "drivers/qemu/addresses.hpp"
#include "drivers/qemu/pci_devices.hpp"
#include "model/controllers.hpp"

namespace vireo::qemu {

using model::Address;
using model::Controller;
using model::Domain;

namespace {

Address at(unsigned slot, unsigned function) {
  Address address;
  address.type = Address::Type::pci;
  address.slot = slot;
  address.function = function;
  return address;
}

/// One attempt over a definition whose controllers are fixed.
class PciPlan {
 public:
  explicit PciPlan(Domain& domain) : domain_(domain), chipset_(chipset_of(domain)) {
    for (const Controller& controller : domain.controllers)
      if (controller.type == Controller::Type::pci)
        buses_.add(controller.index.value_or(0), controller.model);
    controllers_ = pci_controllers(domain);
    devices_ = pci_devices(domain);
  }

  /// False: `wanting` says for whose sake a bus has to be added.
  bool run(PciWant& wanting) {
    buses_.take_slot(0, 0);  // the host bridge
    take_given(controllers_);
    take_given(devices_);
    if (chipset_ == PciChipset::i440fx)
      fix_i440fx();
    else
      fix_q35();
    return assign(controllers_, wanting) && assign(devices_, wanting);
  }

  const PciBuses& buses() const noexcept { return buses_; }

 private:
  void take_given(std::vector<PciDevice>& devices) {
    for (PciDevice& device : devices)
      if (!device.address->pci_wanted() && device.address->is_pci())
        buses_.take(*device.address, device.name, device.want.aggregate);
  }

  bool assign(std::vector<PciDevice>& devices, PciWant& wanting) {
    for (PciDevice& device : devices) {
      if (!device.address->pci_wanted()) continue;
      if (device.controller && place_companion(*device.controller)) continue;
      auto place = buses_.next(device.want);
      if (!place) {
        wanting = device.want;
        return false;
      }
      place->multifunction = device.address->multifunction;
      if (device.controller && device.controller->model == "ich9-ehci1")
        place->function = 7;  // before it: companions
      set(*device.address, *place, device.name, device.want.aggregate);
    }
    return true;
  }

  void set(Address& address, const Address& to, const std::string& name, bool aggregate = false) {
    buses_.take(to, name, aggregate);
    address = to;
  }

  /// The fixed place of a chipset's own device: where it is not yet said, it is there.
  void fix(Controller& controller, const Address& place, const char* what) {
    if (controller.info.address.pci_wanted())
      set(controller.info.address, place, what);
    else if (pci_text(controller.info.address) != pci_text(place))
      throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "{} must have PCI address {}", what,
                  pci_text(place));
  }

  void fix_primary_video(unsigned slot) {
    if (domain_.videos.empty()) return;
    model::Video& video = domain_.videos.front();
    using Type = model::Video::Type;
    if (video.type == Type::none || video.type == Type::ramfb || !video.info.address.pci_wanted()) return;
    if (buses_.slot_is_free(0, slot)) set(video.info.address, at(slot, 0), "primary video device");
  }

  void fix_i440fx() {
    for (Controller& controller : domain_.controllers) {
      if (controller.index != 0u) continue;
      if (controller.type == Controller::Type::ide) fix(controller, at(1, 1), "Primary IDE controller");
      const bool own = controller.model.empty() || controller.model == "piix3-uhci";
      if (controller.type == Controller::Type::usb && own && controller.info.address.pci_wanted() &&
          buses_.is_free(0, 1, 2))
        set(controller.info.address, at(1, 2), "PIIX3 USB controller");
    }
    buses_.take_slot(0, 1);  // the rest of the PIIX3
    fix_primary_video(2);
  }

  void fix_q35() {
    for (Controller& controller : domain_.controllers) {
      if (controller.type == Controller::Type::sata && controller.index == 0u)
        fix(controller, at(0x1f, 2), "Primary SATA controller");
      if (controller.type == Controller::Type::usb && controller.model == "ich9-ehci1" &&
          controller.info.address.pci_wanted())
        for (unsigned slot : {0x1du, 0x1au})
          if (controller.info.address.pci_wanted() && buses_.slot_is_free(0, slot))
            set(controller.info.address, at(slot, 7), "USB2 controller");
    }
    for (Controller& controller : domain_.controllers)
      if (controller.info.address.pci_wanted()) place_companion(controller);
    for (unsigned function : {0u, 3u})  // LPC bridge and SMBus
      if (buses_.is_free(0, 0x1f, function)) buses_.take(at(0x1f, function), "chipset");
    fix_primary_video(1);
    for (model::Sound& sound : domain_.sounds)
      if (sound.model == model::Sound::Model::ich9 && sound.info.address.pci_wanted() &&
          buses_.slot_is_free(0, 0x1b))
        set(sound.info.address, at(0x1b, 0), "ICH9 sound device");
  }

  /// A companion of an EHCI controller sits in its slot, with the function that its name says.
  bool place_companion(Controller& companion) {
    if (companion.type != Controller::Type::usb || !companion.model.starts_with("ich9-uhci")) return false;
    for (const Controller& master : domain_.controllers) {
      if (&master == &companion || master.type != Controller::Type::usb || master.index != companion.index ||
          master.model != "ich9-ehci1" || !master.info.address.is_pci() || master.info.address.pci_wanted())
        continue;
      Address place = master.info.address;
      place.function = static_cast<unsigned>(companion.model.back() - '1');
      place.multifunction = place.function == 0 ? model::Switch::yes : model::Switch::absent;
      if (!buses_.is_free(place.bus, place.slot, place.function)) return false;
      set(companion.info.address, place, companion.model);
      return true;
    }
    return false;
  }

  Domain& domain_;
  PciChipset chipset_;
  PciBuses buses_;
  std::vector<PciDevice> controllers_;
  std::vector<PciDevice> devices_;
};

unsigned highest_index(const Domain& domain) {
  unsigned highest = 0;
  for (const Controller& controller : domain.controllers)
    if (controller.type == Controller::Type::pci) highest = std::max(highest, controller.index.value_or(0));
  return highest;
}

void add_controller(Domain& domain, const char* model) {
  Controller controller;
  controller.type = Controller::Type::pci;
  controller.index = highest_index(domain) + 1;
  controller.model = model;
  model::insert_controller(domain, std::move(controller));
}

bool has_place(Domain& domain, const PciWant& want) {
  Domain copy = domain;
  PciPlan plan(copy);
  PciWant ignored;
  plan.run(ignored);
  return plan.buses().next(want).has_value();
}

/// Adds what gives `want` a place. On PCI Express each port is one place; conventional devices share a bridge
/// behind one.
void grow(Domain& domain, const PciWant& want) {
  if (chipset_of(domain) == PciChipset::i440fx) return add_controller(domain, "pci-bridge");
  if (want.kind == PciKind::pcie || want.kind == PciKind::pcie_to_pci_bridge ||
      want.kind == PciKind::upstream_port)
    return add_controller(domain, "pcie-root-port");
  if (want.kind == PciKind::pci || want.kind == PciKind::pci_bridge) {
    if (!has_place(domain, {PciKind::pcie_to_pci_bridge, true, false}))
      add_controller(domain, "pcie-root-port");
    return add_controller(domain, "pcie-to-pci-bridge");
  }
  throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "No more available PCI slots");
}

/// What QEMU must be told of each bus controller, once its address is known.
void set_options(Domain& domain) {
  std::set<unsigned> chassis;
  for (const Controller& controller : domain.controllers)
    if (controller.chassis) chassis.insert(*controller.chassis);
  for (Controller& controller : domain.controllers) {
    if (controller.type != Controller::Type::pci) continue;
    const auto model = [&](const char* name) {
      if (controller.pci_model_name.empty()) controller.pci_model_name = name;
    };
    const unsigned index = controller.index.value_or(0);
    if (controller.model == "pci-bridge") {
      model("pci-bridge");
      if (!controller.chassis_nr) controller.chassis_nr = index;
    } else if (controller.model == "pcie-to-pci-bridge") {
      model("pcie-pci-bridge");
    } else if (controller.model == "dmi-to-pci-bridge") {
      model("i82801b11-bridge");
    } else if (controller.model == "pcie-switch-upstream-port") {
      model("x3130-upstream");
    } else if (controller.model == "pcie-root-port" || controller.model == "pcie-switch-downstream-port") {
      const bool root = controller.model == "pcie-root-port";
      model(root ? "pcie-root-port" : "xio3130-downstream");
      if (!controller.chassis) {
        unsigned number = index;
        while (chassis.contains(number)) ++number;
        controller.chassis = number;
        chassis.insert(number);
      }
      const Address& address = controller.info.address;
      if (!controller.port) controller.port = (address.slot << 3) | address.function;
    }
  }
}

/// A slot of several functions says so on function 0.
void mark_multifunction(Domain& domain, const PciBuses& buses) {
  const auto mark = [&](std::vector<PciDevice> devices) {
    for (PciDevice& device : devices) {
      Address& address = *device.address;
      if (address.is_pci() && address.function == 0 && address.multifunction == model::Switch::absent &&
          !(address.bus == 0 && address.slot == 0) && buses.is_shared(address.bus, address.slot))
        address.multifunction = model::Switch::yes;
    }
  };
  mark(pci_controllers(domain));
  mark(pci_devices(domain));
}

}  // namespace

void assign_pci(Domain& domain) {
  if (chipset_of(domain) == PciChipset::none) return;
  const bool untouched = highest_index(domain) == 0;
  PciWant wanting;
  const auto fits = [&] {
    Domain attempt = domain;
    return PciPlan(attempt).run(wanting);
  };
  for (unsigned added = 0; !fits(); ++added) {
    if (added > 255) throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "No more available PCI slots");
    grow(domain, wanting);
  }
  // Who leaves the choice of buses to us gets one free port, so that one device can be plugged in later.
  if (untouched && highest_index(domain) > 0 && chipset_of(domain) == PciChipset::q35)
    if (!has_place(domain, {PciKind::pcie, true, false})) add_controller(domain, "pcie-root-port");
  PciPlan plan(domain);
  if (!plan.run(wanting)) throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "No more available PCI slots");
  mark_multifunction(domain, plan.buses());
  set_options(domain);
}

}  // namespace vireo::qemu
