// SPDX-License-Identifier: LGPL-2.1-or-later
#include "model/complete.hpp"

#include <algorithm>
#include <set>

namespace vireo::model {

namespace {

void call(std::function<void(Domain&)> DomainHooks::*hook, const DomainHooks* hooks, Domain& domain) {
  if (hooks != nullptr && hooks->*hook) (hooks->*hook)(domain);
}

void complete_memory(Domain& domain) {
  std::uint64_t in_cells = 0;
  if (domain.cpu) {
    for (const NumaCell& cell : domain.cpu->numa) in_cells += cell.memory;
  }
  if (in_cells != 0) domain.memory = in_cells;
  if (domain.memory == 0)
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN,
                "Memory size must be specified via <memory> or in the <numa> configuration");
  if (domain.current_memory == 0 || domain.current_memory > domain.memory)
    domain.current_memory = domain.memory;
  if ((domain.max_memory != 0) != (domain.memory_slots != 0))
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN,
                "both maximum memory size and memory slot count must be specified");
  if (domain.max_memory != 0 && domain.max_memory < domain.memory)
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN,
                "maximum memory size must be equal or greater than the actual memory size");
}

bool any_boot_order(const Domain& domain) {
  const auto ordered = [](const auto& device) { return device.info.boot_order != 0; };
  return std::ranges::any_of(domain.disks, ordered) || std::ranges::any_of(domain.interfaces, ordered) ||
         std::ranges::any_of(domain.redirected_devices, ordered);
}

void complete_boot(Domain& domain) {
  if (domain.os.type != Os::Type::hvm || domain.bootloader_given) return;
  if (any_boot_order(domain)) {
    if (!domain.os.boot.empty())
      throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_DOMAIN,
                  "per-device boot elements cannot be used together with os/boot elements");
  } else if (domain.os.boot.empty()) {
    domain.os.boot.push_back(BootDevice::disk);
  }
}

void complete_loader(Os& os) {
  if (!os.loader) return;
  const bool chosen = os.firmware != Os::Firmware::absent;
  const auto refuse = [](const char* name) {
    throw error(VIR_ERR_XML_DETAIL, VIR_FROM_DOMAIN,
                "loader attribute '{}' cannot be specified when firmware autoselection is enabled", name);
  };
  if (chosen && os.loader->readonly != Switch::absent) refuse("readonly");
  if (!os.loader->path.empty() && os.loader->type == Loader::Type::absent)
    os.loader->type = Loader::Type::rom;
  if (chosen && os.loader->type != Loader::Type::absent) refuse("type");
}

/// Only of ports that were called ISA ones: what a driver makes such later may share a number.
void check_ports(const std::vector<Serial>& serials) {
  std::set<unsigned> seen;
  for (const Serial& serial : serials) {
    if (serial.target == Serial::Target::isa && serial.port && !seen.insert(*serial.port).second)
      throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN, "target port '{}' already allocated",
                  *serial.port);
  }
}

template <class Chardev>
void number_ports(std::vector<Chardev>& devices) {
  for (std::size_t i = 0; i < devices.size(); ++i) {
    if (devices[i].port) continue;
    long most = -1;
    for (const Chardev& other : devices)
      most = std::max(most, other.port ? static_cast<long>(*other.port) : -1);
    devices[i].port = static_cast<unsigned>(most + 1);
  }
}

/// The first console of a full virtual machine is its first serial port, said twice.
void pair_console(Domain& domain) {
  if (domain.os.type != Os::Type::hvm) return;
  auto& consoles = domain.consoles;
  if (!consoles.empty() &&
      (consoles[0].target == Console::Target::serial || consoles[0].target == Console::Target::absent)) {
    if (domain.serials.empty()) {
      Serial serial;
      serial.source = consoles[0].source;
      serial.info.alias = consoles[0].info.alias;
      serial.port = 0;
      domain.serials.push_back(std::move(serial));
    }
    consoles[0].source = domain.serials[0].source;
    consoles[0].target = Console::Target::serial;
    consoles[0].port = domain.serials[0].port;
    consoles[0].info.address = {};
  } else if (consoles.empty() && !domain.serials.empty() && domain.type != DomainType::bhyve) {
    const auto target = domain.serials[0].target;
    if (target != Serial::Target::absent && target != Serial::Target::isa && target != Serial::Target::usb &&
        target != Serial::Target::pci && target != Serial::Target::spapr_vio &&
        target != Serial::Target::system && target != Serial::Target::sclp)
      return;
    Console console;
    console.source = domain.serials[0].source;
    console.target = Console::Target::serial;
    console.port = domain.serials[0].port;
    consoles.push_back(std::move(console));
  }
}

}  // namespace

void check_read(const Domain& domain, xml::Node element) {
  if (domain.name.find('/') != std::string::npos)
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "name {} cannot contain '/'{}", domain.name,
                element.where());
  if (domain.name.find('\n') != std::string::npos)
    throw error(VIR_ERR_XML_DETAIL, VIR_FROM_XML, "invalid char in name: \\n{}", element.where());
}

void complete_machine(Domain& domain) {
  if (domain.os.type == Os::Type::absent) {
    if (!domain.bootloader_given)
      throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "an os <type> must be specified");
    domain.os.type = Os::Type::xen;
  }
  if (domain.os.type == Os::Type::xen && domain.type == DomainType::xen) domain.os.type = Os::Type::linux;
  const bool emulated = domain.type == DomainType::qemu || domain.type == DomainType::kvm;
  if (domain.os.type == Os::Type::exe && domain.os.init.empty() && emulated)
    throw Error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "init binary must be specified");
  const auto by_default = [](LifecycleAction& action, LifecycleAction value) {
    if (action == LifecycleAction::absent) action = value;
  };
  by_default(domain.on_poweroff, LifecycleAction::destroy);
  by_default(domain.on_reboot, LifecycleAction::restart);
  by_default(domain.on_crash, LifecycleAction::destroy);
  if (domain.vcpus.maximum == 0) domain.vcpus.maximum = 1;
  if (domain.vcpus.current == domain.vcpus.maximum) domain.vcpus.current = 0;
  if (domain.vcpus.placement == Vcpus::Placement::absent) domain.vcpus.placement = Vcpus::Placement::static_;
  if (domain.vcpus.placement == Vcpus::Placement::auto_) domain.vcpus.cpuset.clear();
  complete_memory(domain);
  complete_boot(domain);
  complete_loader(domain.os);
  check_ports(domain.serials);
  number_ports(domain.serials);
  number_ports(domain.parallels);
  pair_console(domain);
  number_ports(domain.consoles);
}

void complete_domain(Domain& domain, const ParseOptions& options) {
  call(&DomainHooks::first, options.hooks, domain);
  complete_machine(domain);
  call(&DomainHooks::defaults, options.hooks, domain);
  complete_devices(domain);
  add_implied_devices(domain);
  call(&DomainHooks::addresses, options.hooks, domain);
  if (domain.uuid.is_nil()) domain.uuid = Uuid::generate();
  if (!options.validate) return;
  validate_domain(domain);
  if (options.hooks != nullptr && options.hooks->validate) options.hooks->validate(domain);
}

}  // namespace vireo::model
