// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/post_parse.hpp"

#include <algorithm>
#include <random>

#include "base/error.hpp"
#include "drivers/qemu/addresses.hpp"
#include "drivers/qemu/validate.hpp"

namespace vireo::qemu {
namespace {

using model::Controller;
using model::Domain;
using model::DomainType;
using model::Input;
using model::Switch;

bool is_q35(const Domain& domain) {
  return domain.os.machine == "q35" || domain.os.machine.starts_with("pc-q35");
}
bool is_i440fx(const Domain& domain) {
  return domain.os.machine == "pc" || domain.os.machine.starts_with("pc-i440fx") ||
         domain.os.machine.starts_with("pc-0") || domain.os.machine.starts_with("pc-1");
}

void complete_machine(Domain& domain, const Emulator& emulator) {
  if (domain.emulator.empty()) domain.emulator = emulator.binary.path;
  if (domain.os.arch.empty()) domain.os.arch = emulator.arch;
  if (domain.os.machine.empty()) {
    domain.os.machine = emulator.default_machine().name;
  } else if (const qmp::MachineType* machine = emulator.machine(domain.os.machine)) {
    domain.os.machine = machine->name;
  }
}

model::Mac random_mac() {
  static std::mt19937 generator{std::random_device{}()};
  std::uniform_int_distribution<int> byte(0, 255);
  model::Mac mac;
  mac.bytes = {0x52,
               0x54,
               0x00,
               static_cast<std::uint8_t>(byte(generator)),
               static_cast<std::uint8_t>(byte(generator)),
               static_cast<std::uint8_t>(byte(generator))};
  return mac;
}

void complete_cpu(Domain& domain, const Emulator& emulator) {
  using Cpu = model::Cpu;
  const qmp::MachineType* machine = emulator.machine(domain.os.machine);
  std::string standard = machine ? emulator.default_cpu(*machine) : std::string();
  if (!domain.cpu && standard.empty()) return;
  if (!domain.cpu) domain.cpu.emplace();
  Cpu& cpu = *domain.cpu;
  if (cpu.mode == Cpu::Mode::absent) cpu.mode = Cpu::Mode::custom;
  if (cpu.mode == Cpu::Mode::custom) {
    if (cpu.model.empty()) {
      cpu.model = standard;
      cpu.fallback = Cpu::Fallback::forbid;
    }
    if (cpu.fallback == Cpu::Fallback::absent) cpu.fallback = Cpu::Fallback::allow;
    if (cpu.match == Cpu::Match::absent) cpu.match = Cpu::Match::exact;
    if (cpu.check == Cpu::Check::absent)
      cpu.check = domain.type == DomainType::kvm ? Cpu::Check::partial : Cpu::Check::none;
    return;
  }
  if (cpu.check == Cpu::Check::absent)
    cpu.check = cpu.mode == Cpu::Mode::host_model ? Cpu::Check::partial : Cpu::Check::none;
  if (cpu.migratable == Switch::absent && cpu.mode != Cpu::Mode::host_model) cpu.migratable = Switch::yes;
}

bool has_controller(const Domain& domain, Controller::Type type) {
  return std::ranges::any_of(domain.controllers,
                             [type](const Controller& each) { return each.type == type; });
}

void add_controller(Domain& domain, Controller::Type type, std::string model) {
  Controller controller;
  controller.type = type;
  controller.index = 0;
  controller.model = std::move(model);
  domain.controllers.push_back(std::move(controller));
}

void complete_controllers(Domain& domain) {
  bool q35 = is_q35(domain), pc = is_i440fx(domain);
  for (Controller& controller : domain.controllers) {
    if (controller.type == Controller::Type::usb && controller.model.empty())
      controller.model = q35 ? "qemu-xhci" : "piix3-uhci";
  }
  if (!q35 && !pc) return;
  if (!has_controller(domain, Controller::Type::usb))
    add_controller(domain, Controller::Type::usb, q35 ? "qemu-xhci" : "piix3-uhci");
  if (q35 && !has_controller(domain, Controller::Type::sata))
    add_controller(domain, Controller::Type::sata, "");
  bool rooted = std::ranges::any_of(domain.controllers, [](const Controller& each) {
    return each.type == Controller::Type::pci && each.index.value_or(0) == 0;
  });
  if (!rooted) add_controller(domain, Controller::Type::pci, q35 ? "pcie-root" : "pci-root");
}

/// The three companions of an EHCI controller share its number.
void number_companions(Domain& domain) {
  unsigned master = 0;
  for (Controller& controller : domain.controllers) {
    if (controller.type != Controller::Type::usb) continue;
    if (controller.model == "ich9-ehci1") {
      if (!controller.index) controller.index = master;
      master = *controller.index;
    } else if (controller.model.starts_with("ich9-uhci") && !controller.index) {
      controller.index = master;
    }
  }
}

void want_input(Domain& domain, Input::Type type) {
  bool there = std::ranges::any_of(domain.inputs, [type](const Input& input) {
    return input.type == type && input.bus == Input::Bus::ps2;
  });
  if (there) return;
  Input input;
  input.type = type;
  input.bus = Input::Bus::ps2;
  domain.inputs.push_back(std::move(input));
}

void complete_inputs(Domain& domain) {
  for (Input& input : domain.inputs) {
    if (input.bus != Input::Bus::absent) continue;
    input.bus = input.type == Input::Type::tablet        ? Input::Bus::usb
                : input.type == Input::Type::passthrough ? Input::Bus::virtio
                : input.type == Input::Type::evdev       ? Input::Bus::none
                                                         : Input::Bus::ps2;
  }
  if (!is_q35(domain) && !is_i440fx(domain)) return;
  want_input(domain, Input::Type::mouse);
  want_input(domain, Input::Type::keyboard);
}

void complete_interfaces(Domain& domain, const Emulator& emulator) {
  for (model::Interface& interface : domain.interfaces) {
    if (interface.mac.is_nil()) interface.mac = random_mac();
    if (interface.model.empty() && interface.type != model::Interface::Type::hostdev)
      interface.model = emulator.has("rtl8139") ? "rtl8139" : emulator.has("e1000") ? "e1000" : "virtio";
  }
}

void complete_disks(Domain& domain) {
  for (model::Disk& disk : domain.disks) {
    if (disk.driver.empty()) disk.driver = "qemu";
    if (disk.format == model::StorageFormat::absent && disk.source.type != model::StorageSource::Type::volume)
      disk.format = model::StorageFormat::raw;
    if (disk.device == model::Disk::Device::cdrom) disk.readonly = true;
  }
}

void complete_serials(Domain& domain) {
  using Serial = model::Serial;
  for (Serial& serial : domain.serials) {
    if (serial.target == Serial::Target::absent) serial.target = Serial::Target::isa;
    if (serial.model != Serial::Model::absent) continue;
    if (serial.target == Serial::Target::isa) serial.model = Serial::Model::isa_serial;
    if (serial.target == Serial::Target::usb) serial.model = Serial::Model::usb_serial;
    if (serial.target == Serial::Target::pci) serial.model = Serial::Model::pci_serial;
    if (serial.target == Serial::Target::isa_debug) serial.model = Serial::Model::isa_debugcon;
  }
}

/// Where sound goes when nothing is said: to the display that can carry it, else nowhere.
void add_audio(Domain& domain) {
  model::Audio audio;
  audio.id = 1;
  for (const model::Graphics& graphics : domain.graphics) {
    if (graphics.type == model::Graphics::Type::spice) audio.type = model::Audio::Type::spice;
    if (graphics.type == model::Graphics::Type::sdl) audio.type = model::Audio::Type::sdl;
  }
  domain.audios.push_back(std::move(audio));
}

void complete_defaults(Domain& domain, const Emulator& emulator) {
  complete_cpu(domain, emulator);
  number_companions(domain);
  complete_controllers(domain);
  complete_inputs(domain);
  complete_interfaces(domain, emulator);
  complete_disks(domain);
  complete_serials(domain);
  for (model::Sound& sound : domain.sounds)
    if (sound.model == model::Sound::Model::absent) sound.model = model::Sound::Model::ich6;
  for (model::Video& video : domain.videos)
    if (video.type == model::Video::Type::qxl && !video.vgamem) video.vgamem = 16384;
  for (model::Panic& panic : domain.panics)
    if (panic.model == model::Panic::Model::absent) panic.model = model::Panic::Model::isa;
  if (domain.audios.empty() && (is_q35(domain) || is_i440fx(domain))) add_audio(domain);
  if (!domain.memory_balloon && (is_q35(domain) || is_i440fx(domain))) domain.memory_balloon.emplace();
}

}  // namespace

void check_domain_type(const Domain& domain) {
  if (domain.type != DomainType::qemu && domain.type != DomainType::kvm && domain.type != DomainType::kqemu)
    throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_QEMU, "this driver does not support virt type '{}'",
                model::name_of(domain.type));
}

model::DomainHooks make_hooks(EmulatorPtr emulator, const Settings& /*settings*/) {
  model::DomainHooks hooks;
  hooks.first = [emulator](Domain& domain) { complete_machine(domain, *emulator); };
  hooks.defaults = [emulator](Domain& domain) { complete_defaults(domain, *emulator); };
  hooks.addresses = [](Domain& domain) {
    for (Controller& controller : domain.controllers)
      if (controller.type == Controller::Type::scsi && controller.model.empty())
        controller.model = "lsilogic";
    assign_addresses(domain);
    for (model::Panic& panic : domain.panics)
      if (panic.model == model::Panic::Model::isa && panic.info.address.type == model::Address::Type::none)
        panic.info.address = {.type = model::Address::Type::isa, .iobase = 0x505};
  };
  hooks.validate = [emulator](const Domain& domain) { validate_definition(domain, *emulator); };
  return hooks;
}

}  // namespace vireo::qemu
