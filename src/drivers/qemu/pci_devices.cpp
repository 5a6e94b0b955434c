// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/pci_devices.hpp"

#include <fmt/format.h>

#include <set>
#include <string_view>

namespace vireo::qemu {

using model::Controller;
using model::Domain;

PciChipset chipset_of(const Domain& domain) {
  for (const Controller& controller : domain.controllers)
    if (controller.type == Controller::Type::pci && controller.index == 0u) {
      if (controller.model == "pci-root") return PciChipset::i440fx;
      if (controller.model == "pcie-root") return PciChipset::q35;
    }
  return PciChipset::none;
}

namespace {

/// Collects what follows in the order in which it is called.
class Collector {
 public:
  explicit Collector(bool express) : express_(express) {}

  void conventional(model::DeviceInfo& info, std::string name, Controller* controller = nullptr) {
    add(info, PciKind::pci, std::move(name), controller);
  }
  void express(model::DeviceInfo& info, std::string name, Controller* controller = nullptr) {
    add(info, express_ ? PciKind::pcie : PciKind::pci, std::move(name), controller);
  }
  /// Virtio devices are PCI Express ones on a machine that has it, unless they must do as legacy ones.
  void virtio(model::DeviceInfo& info, bool transitional, std::string name,
              Controller* controller = nullptr) {
    if (transitional)
      conventional(info, std::move(name), controller);
    else
      express(info, std::move(name), controller);
  }
  std::vector<PciDevice> take() { return std::move(devices_); }

 private:
  void add(model::DeviceInfo& info, PciKind kind, std::string name, Controller* controller) {
    devices_.push_back({&info.address, {kind, true, false}, std::move(name), controller});
  }
  bool express_;
  std::vector<PciDevice> devices_;
};

/// The models known to be conventional PCI; what nobody knows is taken for PCI Express.
bool conventional_nic(const std::string& model) {
  static const std::set<std::string_view> models{"rtl8139", "e1000",   "netfront",  "vlance",
                                                 "vmxnet",  "vmxnet2", "vmxnet3",   "82540EM",
                                                 "82545EM", "82543GC", "Am79C970A", "Am79C973"};
  return model.empty() || models.contains(model);
}

void collect(Collector& to, model::Interface& interface) {
  if (interface.type == model::Interface::Type::hostdev || interface.model == "usb-net") return;
  const std::string name = fmt::format("interface {}", interface.mac.to_string());
  if (interface.is_virtio())
    to.virtio(interface.info, interface.model == "virtio-transitional", name);
  else if (conventional_nic(interface.model))
    to.conventional(interface.info, name);
  else
    to.express(interface.info, name);
}

void collect(Collector& to, Controller& controller) {
  const std::string& model = controller.model;
  const auto name = [&](const char* type) {
    return fmt::format("{} controller {}", type, controller.index.value_or(0));
  };
  switch (controller.type) {
    case Controller::Type::virtio_serial:
      return to.virtio(controller.info, model == "virtio-transitional", name("virtio-serial"), &controller);
    case Controller::Type::scsi:
      if (model.starts_with("virtio"))
        return to.virtio(controller.info, model == "virtio-transitional", name("scsi"), &controller);
      return to.conventional(controller.info, name("scsi"), &controller);
    case Controller::Type::usb:
      if (model == "none") return;
      if (model == "qemu-xhci" || model == "nec-xhci")
        return to.express(controller.info, name("usb"), &controller);
      return to.conventional(controller.info, name("usb"), &controller);
    case Controller::Type::ide:
    case Controller::Type::sata:
      return to.conventional(controller.info, name(controller.type == Controller::Type::ide ? "ide" : "sata"),
                             &controller);
    case Controller::Type::pci:
    case Controller::Type::fdc:
    case Controller::Type::ccid:
    case Controller::Type::xenbus:
    case Controller::Type::isa:
      return;
  }
}

void collect(Collector& to, model::Sound& sound) {
  using Model = model::Sound::Model;
  if (sound.model == Model::sb16 || sound.model == Model::pcspk || sound.model == Model::usb) return;
  to.conventional(sound.info, "sound device");
}

void collect(Collector& to, model::Input& input) {
  if (input.bus == model::Input::Bus::virtio)
    to.virtio(input.info, input.model == model::Input::Model::virtio_transitional, "input device");
}

void collect(Collector& to, model::Video& video) {
  using Type = model::Video::Type;
  if (video.type == Type::none || video.type == Type::ramfb) return;
  if (video.type == Type::virtio || video.type == Type::bochs)
    to.express(video.info, "video device");
  else
    to.conventional(video.info, "video device");
}

}  // namespace

std::vector<PciDevice> pci_controllers(Domain& domain) {
  std::vector<PciDevice> controllers;
  for (Controller& controller : domain.controllers) {
    if (controller.type != Controller::Type::pci) continue;
    if (const auto want = controller_want(controller.model))
      controllers.push_back({&controller.info.address, *want,
                             fmt::format("{} controller {}", controller.model, controller.index.value_or(0)),
                             &controller});
  }
  return controllers;
}

std::vector<PciDevice> pci_devices(Domain& domain) {
  Collector to(chipset_of(domain) == PciChipset::q35);
  for (auto& interface : domain.interfaces) collect(to, interface);
  for (auto& sound : domain.sounds) collect(to, sound);
  for (auto& controller : domain.controllers) collect(to, controller);
  for (auto& disk : domain.disks)
    if (disk.is_virtio())
      to.virtio(disk.info, disk.model == model::Disk::Model::virtio_transitional,
                fmt::format("disk {}", disk.target));
  if (domain.memory_balloon && domain.memory_balloon->model != model::MemoryBalloon::Model::none &&
      domain.memory_balloon->model != model::MemoryBalloon::Model::xen)
    to.virtio(domain.memory_balloon->info,
              domain.memory_balloon->model == model::MemoryBalloon::Model::virtio_transitional,
              "memory balloon");
  for (auto& rng : domain.rngs)
    to.virtio(rng.info, rng.model == model::Rng::Model::virtio_transitional, "random number generator");
  for (auto& watchdog : domain.watchdogs)
    if (watchdog.model == model::Watchdog::Model::i6300esb) to.conventional(watchdog.info, "watchdog");
  for (auto& video : domain.videos) collect(to, video);
  for (auto& input : domain.inputs) collect(to, input);
  for (auto& serial : domain.serials)
    if (serial.target == model::Serial::Target::pci) to.conventional(serial.info, "serial device");
  if (domain.vsock)
    to.virtio(domain.vsock->info, domain.vsock->model == model::Vsock::Model::virtio_transitional,
              "vsock device");
  return to.take();
}

}  // namespace vireo::qemu
