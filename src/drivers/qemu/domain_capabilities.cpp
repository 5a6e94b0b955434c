// SPDX-License-Identifier: LGPL-2.1-or-later
// The document of virConnectGetDomainCapabilities: what a guest may be made of. It names what the emulator
// has and this driver can express; what only one of the two knows is not offered.
#include "drivers/qemu/domain_capabilities.hpp"

#include <libvirt/libvirt.h>

#include <algorithm>

#include "base/error.hpp"
#include "driver/flags.hpp"
#include "drivers/qemu/connect.hpp"
#include "xml/writer.hpp"

namespace vireo::qemu {
namespace {

using xml::Writer;
using Values = std::vector<std::string_view>;

/// A value that is offered when the emulator has a device of that type; nullptr: always.
struct Offer {
  std::string_view value;
  const char* type;
};

Values offered(const Emulator& emulator, std::initializer_list<Offer> offers) {
  Values values;
  for (const Offer& offer : offers)
    if (!offer.type || emulator.has(offer.type)) values.push_back(offer.value);
  return values;
}

void supported(Writer& out, std::string_view name, bool yes) {
  out.begin(name);
  out.attribute("supported", yes ? "yes" : "no");
}

void put_flag(Writer& out, std::string_view name, bool yes) {
  supported(out, name, yes);
  out.end(name);
}

void put_enum(Writer& out, std::string_view name, const Values& values) {
  out.begin("enum");
  out.attribute("name", name);
  for (std::string_view value : values) out.element("value", value);
  out.end("enum");
}

struct Enumeration {
  std::string_view name;
  Values values;
};

void put_device(Writer& out, std::string_view name, const std::vector<Enumeration>& enumerations) {
  supported(out, name, true);
  for (const Enumeration& each : enumerations) put_enum(out, each.name, each.values);
  out.end(name);
}

void put_os(Writer& out) {
  supported(out, "os", true);
  put_enum(out, "firmware", {});
  put_device(out, "loader", {{"type", {"rom"}}, {"readonly", {"yes", "no"}}, {"secure", {"no"}}});
  out.end("os");
}

/// Versions of a model, and what stands for a whole mode, are no models of their own.
bool is_model(const std::string& name) {
  if (name == "max" || name == "host" || name == "base") return false;
  const std::size_t dash = name.rfind("-v");
  return dash == std::string::npos || name.find_first_not_of("0123456789", dash + 2) != std::string::npos;
}

void put_mode(Writer& out, std::string_view name, bool yes) {
  out.begin("mode");
  out.attribute("name", name);
  out.attribute("supported", yes ? "yes" : "no");
}

void put_cpu(Writer& out, const Emulator& emulator, bool kvm) {
  out.begin("cpu");
  put_mode(out, "host-passthrough", kvm);
  if (kvm) put_enum(out, "hostPassthroughMigratable", {"on", "off"});
  out.end("mode");
  put_mode(out, "maximum", true);
  put_enum(out, "maximumMigratable", {"on", "off"});
  out.end("mode");
  put_mode(out, "host-model", true);
  out.end("mode");
  put_mode(out, "custom", !emulator.cpus.empty());
  for (const qmp::CpuModel& model : emulator.cpus) {
    if (!is_model(model.name)) continue;
    out.begin("model");
    out.attribute("usable", !model.usable ? "unknown" : *model.usable ? "yes" : "no");
    if (model.deprecated) out.attribute("deprecated", "yes");
    out.text(model.name);
    out.end("model");
  }
  out.end("mode");
  out.end("cpu");
}

void put_disk(Writer& out, const Emulator& emulator, const qmp::MachineType& machine) {
  Values buses;
  const bool pc = machine.name.find("i440fx") != std::string::npos;
  const bool q35 = machine.name.find("q35") != std::string::npos;
  if (pc) buses.push_back("ide");
  if (pc || q35) buses.push_back("fdc");
  for (std::string_view bus : offered(emulator, {{"scsi", "virtio-scsi-pci"},
                                                 {"virtio", "virtio-blk-pci"},
                                                 {"usb", "usb-storage"},
                                                 {"sata", "ich9-ahci"}}))
    buses.push_back(bus);
  put_device(
      out, "disk",
      {{"diskDevice", {"disk", "cdrom", "floppy", "lun"}},
       {"bus", buses},
       {"model", offered(emulator, {{"virtio", "virtio-blk-pci"},
                                    {"virtio-transitional", "virtio-blk-pci-transitional"},
                                    {"virtio-non-transitional", "virtio-blk-pci-non-transitional"}})}});
}

void put_devices(Writer& out, const Emulator& emulator, const qmp::MachineType& machine) {
  out.begin("devices");
  put_disk(out, emulator, machine);
  put_device(out, "graphics", {{"type", {"sdl", "vnc", "egl-headless"}}});
  put_device(out, "video",
             {{"modelType", offered(emulator, {{"vga", "VGA"},
                                               {"cirrus", "cirrus-vga"},
                                               {"vmvga", "vmware-svga"},
                                               {"qxl", "qxl"},
                                               {"virtio", "virtio-gpu-pci"},
                                               {"none", nullptr},
                                               {"bochs", "bochs-display"},
                                               {"ramfb", "ramfb"}})}});
  put_flag(out, "hostdev", false);
  put_device(out, "rng",
             {{"model", offered(emulator, {{"virtio", "virtio-rng-pci"},
                                           {"virtio-transitional", "virtio-rng-pci-transitional"},
                                           {"virtio-non-transitional", "virtio-rng-pci-non-transitional"}})},
              {"backendModel", {"random", "egd", "builtin"}}});
  put_flag(out, "filesystem", false);
  put_flag(out, "tpm", false);
  if (emulator.has("usb-redir"))
    put_device(out, "redirdev", {{"bus", {"usb"}}});
  else
    put_flag(out, "redirdev", false);
  put_device(out, "channel", {{"type", {"pty", "unix"}}});
  out.end("devices");
}

void put_features(Writer& out, const Emulator& emulator, bool kvm) {
  out.begin("features");
  put_flag(out, "gic", false);
  put_flag(out, "vmcoreinfo", emulator.has("vmcoreinfo"));
  put_flag(out, "genid", emulator.has("vmgenid"));
  put_flag(out, "backingStoreInput", true);
  put_flag(out, "backup", false);
  put_flag(out, "sev", false);
  put_flag(out, "sgx", false);
  Values enlightenments{"spinlocks", "vendor_id"};
  if (kvm)
    enlightenments = {"relaxed",         "vapic",    "spinlocks", "vpindex",   "runtime",
                      "synic",           "stimer",   "reset",     "vendor_id", "frequencies",
                      "reenlightenment", "tlbflush", "ipi",       "evmcs",     "avic"};
  put_device(out, "hyperv", {{"features", enlightenments}});
  out.end("features");
}

template <class... Arguments>
void refuse(bool wrong, fmt::format_string<Arguments...> text, Arguments&&... arguments) {
  if (wrong) throw error(VIR_ERR_INVALID_ARG, VIR_FROM_QEMU, text, std::forward<Arguments>(arguments)...);
}

}  // namespace

std::string format_domain_capabilities(const Emulator& emulator, const qmp::MachineType& machine, bool kvm) {
  Writer out;
  out.begin("domainCapabilities");
  out.element("path", emulator.binary.path);
  out.element("domain", kvm ? "kvm" : "qemu");
  out.element("machine", machine.name);
  out.element("arch", emulator.arch);
  out.begin("vcpu");
  out.attribute("max", fmt::format("{}", machine.max_cpus));
  out.end("vcpu");
  put_flag(out, "iothreads", true);
  put_os(out);
  put_cpu(out, emulator, kvm);
  put_device(out, "memoryBacking", {{"sourceType", {"anonymous", "memfd"}}});
  put_devices(out, emulator, machine);
  put_features(out, emulator, kvm);
  out.end("domainCapabilities");
  return out.take();
}

Task<std::string> QemuHost::domain_capabilities(std::optional<std::string> path,
                                                std::optional<std::string> arch,
                                                std::optional<std::string> machine_name,
                                                std::optional<std::string> virt_type, std::uint32_t flags) {
  driver::check_flags(flags, 0, "qemuConnectGetDomainCapabilities", VIR_FROM_QEMU);
  const std::string type = virt_type.value_or("");
  static constexpr std::string_view others[] = {"kqemu",     "xen",    "lxc",    "uml",  "openvz",
                                                "test",      "vmware", "hyperv", "vbox", "phyp",
                                                "parallels", "bhyve",  "vz",     "hvf",  "none"};
  refuse(
      !type.empty() && type != "qemu" && type != "kvm" && std::ranges::find(others, type) == std::end(others),
      "unknown virttype: {}", type);
  refuse(arch && !is_architecture(*arch), "unknown architecture: {}", arch.value_or(""));
  model::Domain wanted;
  wanted.emulator = path.value_or("");
  wanted.os.arch = arch.value_or("");
  EmulatorPtr emulator = co_await instance_.emulator_for(wanted);
  refuse(arch && *arch != emulator->arch,
         "architecture from emulator '{}' doesn't match given architecture '{}'", emulator->arch,
         arch.value_or(""));
  const bool kvm = type.empty() ? emulator->kvm : type == "kvm";
  refuse((kvm && !emulator->kvm) || (!kvm && !type.empty() && type != "qemu"),
         "the accel '{}' is not supported by '{}' on this host", type, emulator->binary.path);
  const qmp::MachineType* machine =
      machine_name ? emulator->machine(*machine_name) : &emulator->default_machine();
  refuse(!machine, "the machine '{}' is not supported by emulator '{}'", machine_name.value_or(""),
         emulator->binary.path);
  co_return format_domain_capabilities(*emulator, *machine, kvm);
}

}  // namespace vireo::qemu
