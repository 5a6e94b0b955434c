// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/validate.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "model/domain_xml.hpp"

namespace vireo::qemu {
namespace {

using model::Controller;
using model::Disk;
using model::Domain;
using model::LifecycleAction;

template <class... Arguments>
void refuse(bool wrong, fmt::format_string<Arguments...> text, Arguments&&... arguments) {
  if (wrong)
    throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_QEMU, text, std::forward<Arguments>(arguments)...);
}

/// An emulator of 64 bits runs what its 32-bit sibling does.
bool runs(std::string_view emulator, std::string_view arch) {
  return emulator == arch || (emulator == "x86_64" && arch == "i686") ||
         (emulator == "aarch64" && arch == "armv7l") || (emulator == "ppc64" && arch == "ppc64le");
}

void check_machine(const Domain& domain, const Emulator& emulator) {
  const std::string& path = emulator.binary.path;
  refuse(domain.type == model::DomainType::kvm && !emulator.kvm,
         "Emulator '{}' does not support virt type 'kvm'", path);
  refuse(!runs(emulator.arch, domain.os.arch), "Emulator '{}' does not support arch '{}'", path,
         domain.os.arch);
  const qmp::MachineType* machine = emulator.machine(domain.os.machine);
  if (!machine)  // the incumbent misses the machine's PCI bus first, hence its code
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "Emulator '{}' does not support machine type '{}'", path,
                domain.os.machine);
  refuse(domain.vcpus.maximum > static_cast<unsigned>(machine->max_cpus),
         "Maximum CPUs greater than specified machine type limit {}", machine->max_cpus);
  if (!domain.cpu || !domain.cpu->topology) return;
  const model::CpuTopology& topology = *domain.cpu->topology;
  refuse(topology.sockets * topology.dies * topology.cores * topology.threads != domain.vcpus.maximum,
         "CPU topology doesn't match maximum vcpu count {}", domain.vcpus.maximum);
}

void check_actions(const Domain& domain) {
  for (LifecycleAction action : {domain.on_poweroff, domain.on_reboot, domain.on_crash})
    refuse(
        action == LifecycleAction::rename_restart,
        "qemu driver doesn't support the 'rename-restart' action for 'on_reboot'/'on_poweroff'/'on_crash'");
  for (LifecycleAction action : {domain.on_poweroff, domain.on_reboot})
    refuse(action == LifecycleAction::preserve,
           "qemu driver doesn't support the 'preserve' action for 'on_reboot'/'on_poweroff'");
  refuse(domain.on_poweroff == LifecycleAction::restart && domain.on_reboot == LifecycleAction::destroy,
         "qemu driver doesn't support 'destroy' for 'on_reboot' together with 'restart' for 'on_poweroff'");
}

void check_disk(const Domain& domain, const Disk& disk) {
  const bool virtio = disk.is_virtio();
  refuse(virtio && (disk.device == Disk::Device::cdrom || disk.device == Disk::Device::floppy),
         "disk type of '{}' does not support ejectable media", disk.target);
  refuse(!disk.driver.empty() && disk.driver != "qemu", "unsupported driver name '{}' for disk '{}'",
         disk.driver, disk.target);
  refuse(virtio && disk.info.address.type == model::Address::Type::drive,
         "virtio disk '{}' cannot have an address of type 'drive'", disk.target);
  if (!disk.iothread) return;
  const bool listed = std::ranges::any_of(
      domain.iothread_ids, [&](const model::IoThread& thread) { return thread.id == disk.iothread; });
  refuse(!listed && disk.iothread > domain.iothreads, "Disk iothread '{}' not defined in iothreadid",
         disk.iothread);
}

void check_ide(const Domain& domain) {
  const bool q35 = domain.os.machine.find("q35") != std::string::npos;
  for (const Disk& disk : domain.disks)
    if (!q35 && disk.bus == Disk::Bus::ide && disk.info.address.controller > 0)
      throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU,
                  "Only 1 IDE controller is supported: no place for '{}'", disk.target);
  for (const Controller& controller : domain.controllers) {
    if (controller.type != Controller::Type::ide) continue;
    refuse(q35, "IDE controllers are unsupported for this QEMU binary or machine type");
    refuse(controller.index.value_or(0) > 0,
           "Only a single IDE controller is supported for this machine type");
  }
}

void check_graphics(const model::Graphics& graphics) {
  constexpr std::size_t longest = 8;  // of the protocol
  refuse(graphics.type == model::Graphics::Type::vnc && graphics.password.size() > longest,
         "VNC password is {} characters long, only {} permitted", graphics.password.size(), longest);
}

}  // namespace

void validate_definition(const Domain& domain, const Emulator& emulator) {
  check_machine(domain, emulator);
  check_actions(domain);
  for (const Disk& disk : domain.disks) check_disk(domain, disk);
  check_ide(domain);
  std::ranges::for_each(domain.graphics, check_graphics);
  const bool modules = std::ranges::any_of(
      domain.kept, [](const model::KeptElement& element) { return element.name == "memory"; });
  refuse(modules && !domain.max_memory,
         "cannot use/hotplug a memory device when domain 'maxMemory' is not defined");
}

void validate_start(const Domain& domain, const Emulator& emulator) {
  if (!domain.cpu) return;
  using Mode = model::Cpu::Mode;
  refuse(domain.cpu->mode == Mode::host_passthrough && domain.type != model::DomainType::kvm,
         "CPU mode 'host-passthrough' for {} {} domain is not supported by hypervisor", domain.os.arch,
         model::name_of(domain.type));
  if (domain.cpu->mode != Mode::custom || domain.cpu->model.empty() || emulator.cpus.empty()) return;
  if (std::ranges::find(emulator.cpus, domain.cpu->model, &qmp::CpuModel::name) == emulator.cpus.end())
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_CPU, "Unknown CPU model {}", domain.cpu->model);
}

}  // namespace vireo::qemu
