// SPDX-License-Identifier: LGPL-2.1-or-later
// The capabilities document and the rest of Host.
#include <libvirt/libvirt.h>

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "driver/flags.hpp"
#include "drivers/qemu/aliases.hpp"
#include "drivers/qemu/command/command.hpp"
#include "drivers/qemu/connect.hpp"
#include "xml/writer.hpp"

namespace vireo::qemu {
namespace {

using xml::Writer;

template <class T>
std::string text(const T& value) {
  return fmt::format("{}", value);
}

void leaf(Writer& out, std::string_view name,
          std::initializer_list<std::pair<std::string_view, std::string>> attributes) {
  out.begin(name);
  for (const auto& [key, value] : attributes) out.attribute(key, value);
  out.end(name);
}

/// Kernel flags that libvirt names otherwise.
constexpr std::pair<std::string_view, std::string_view> renamed_flags[] = {
    {"pclmulqdq", "pclmuldq"},
    {"sse4_1", "sse4.1"},
    {"sse4_2", "sse4.2"},
    {"tsc_deadline_timer", "tsc-deadline"},
    {"sha_ni", "sha-ni"},
    {"avx512_vbmi2", "avx512vbmi2"},
    {"avx512_vnni", "avx512vnni"},
    {"avx512_bitalg", "avx512bitalg"},
    {"avx512_vpopcntdq", "avx512-vpopcntdq"},
    {"avx512_bf16", "avx512-bf16"},
    {"sse4a", "sse4a"}};

/// What the model "kvm64" has by itself.
constexpr std::string_view in_kvm64[] = {
    "apic", "clflush", "cmov", "cx16", "cx8", "de",  "fpu", "fxsr",  "lm",  "mca", "mce",  "mmx",     "msr",
    "mtrr", "nx",      "pae",  "pat",  "pge", "pni", "pse", "pse36", "sep", "sse", "sse2", "syscall", "tsc"};

constexpr std::string_view known_flags[] = {
    "vme",        "ht",           "pclmulqdq",     "ssse3",
    "fma",        "pcid",         "sse4_1",        "sse4_2",
    "x2apic",     "movbe",        "popcnt",        "tsc_deadline_timer",
    "aes",        "xsave",        "osxsave",       "avx",
    "f16c",       "rdrand",       "hypervisor",    "arat",
    "fsgsbase",   "tsc_adjust",   "bmi1",          "hle",
    "avx2",       "smep",         "bmi2",          "erms",
    "invpcid",    "rtm",          "avx512f",       "avx512dq",
    "rdseed",     "adx",          "smap",          "avx512ifma",
    "clflushopt", "clwb",         "avx512cd",      "sha_ni",
    "avx512bw",   "avx512vl",     "avx512vbmi",    "umip",
    "pku",        "avx512_vbmi2", "gfni",          "vaes",
    "vpclmulqdq", "avx512_vnni",  "avx512_bitalg", "avx512_vpopcntdq",
    "rdpid",      "fsrm",         "avx512_bf16",   "xsaveopt",
    "xsavec",     "xgetbv1",      "xsaves",        "mmxext",
    "fxsr_opt",   "pdpe1gb",      "rdtscp",        "lahf_lm",
    "cmp_legacy", "svm",          "cr8_legacy",    "abm",
    "sse4a",      "misalignsse",  "3dnowprefetch", "osvw",
    "topoext",    "perfctr_core", "clzero",        "xsaveerptr",
    "wbnoinvd",   "npt",          "nrip_save",     "vmx",
    "dtes64",     "monitor",      "ds_cpl",        "smx",
    "est",        "tm2",          "xtpr",          "pdcm",
    "dca",        "ss",           "acpi",          "ds",
    "pbe"};

std::string feature_of(std::string_view flag) {
  if (flag == "cr8_legacy") return "cr8legacy";
  for (const auto& [kernel, libvirt] : renamed_flags)
    if (kernel == flag) return std::string(libvirt);
  std::string name(flag);
  if (name == "nrip_save") return "nrip-save";
  return name;
}

void put_cpu(Writer& out, const Machine& machine, const std::vector<std::string>& flags) {
  out.begin("cpu");
  out.element("arch", machine.arch);
  auto has = [&](std::string_view flag) { return std::ranges::find(flags, flag) != flags.end(); };
  bool x86 = machine.arch == "x86_64" || machine.arch == "i686";
  if (x86) {
    out.element("model", std::ranges::all_of(in_kvm64, has) ? "kvm64" : "qemu64");
    if (!machine.vendor.empty()) out.element("vendor", machine.vendor);
    if (machine.microcode) leaf(out, "microcode", {{"version", text(*machine.microcode)}});
    leaf(out, "signature",
         {{"family", text(machine.family)},
          {"model", text(machine.model)},
          {"stepping", text(machine.stepping)}});
  }
  leaf(out, "topology",
       {{"sockets", text(machine.sockets)},
        {"dies", "1"},
        {"cores", text(machine.cores)},
        {"threads", text(machine.threads)}});
  if (x86)
    for (std::string_view flag : known_flags)
      if (has(flag)) leaf(out, "feature", {{"name", feature_of(flag)}});
  for (std::uint64_t size : machine.page_sizes) leaf(out, "pages", {{"unit", "KiB"}, {"size", text(size)}});
  out.end("cpu");
}

void put_cell(Writer& out, const HostCell& cell) {
  out.begin("cell");
  out.attribute("id", text(cell.id));
  out.begin("memory");
  out.attribute("unit", "KiB");
  out.text(text(cell.memory));
  out.end("memory");
  for (const HostPages& pages : cell.pages) {
    out.begin("pages");
    out.attribute("unit", "KiB");
    out.attribute("size", text(pages.size));
    out.text(text(pages.count));
    out.end("pages");
  }
  if (!cell.distances.empty()) {
    out.begin("distances");
    for (const auto& [other, distance] : cell.distances)
      leaf(out, "sibling", {{"id", text(other)}, {"value", text(distance)}});
    out.end("distances");
  }
  out.begin("cpus");
  out.attribute("num", text(cell.cpus.size()));
  for (const HostCpu& cpu : cell.cpus)
    leaf(out, "cpu",
         {{"id", text(cpu.id)},
          {"socket_id", text(cpu.socket)},
          {"die_id", text(cpu.die)},
          {"core_id", text(cpu.core)},
          {"siblings", cpu.siblings}});
  out.end("cpus");
  out.end("cell");
}

void put_topology(Writer& out, const Machine& machine) {
  out.begin("topology");
  out.begin("cells");
  out.attribute("num", text(machine.cells.size()));
  for (const HostCell& cell : machine.cells) put_cell(out, cell);
  out.end("cells");
  out.end("topology");
  if (machine.caches.empty()) return;
  out.begin("cache");
  for (const HostCache& cache : machine.caches) {
    bool mib = cache.size % 1024 == 0 && cache.size > 0;
    leaf(out, "bank",
         {{"id", text(cache.id)},
          {"level", text(cache.level)},
          {"type", cache.type},
          {"size", text(mib ? cache.size / 1024 : cache.size)},
          {"unit", mib ? "MiB" : "KiB"},
          {"cpus", cache.cpus}});
  }
  out.end("cache");
}

void put_security(Writer& out, const std::optional<Credentials>& credentials) {
  out.begin("secmodel");
  out.element("model", "none");
  out.element("doi", "0");
  out.end("secmodel");
  if (!credentials) return;
  out.begin("secmodel");
  out.element("model", "dac");
  out.element("doi", "0");
  for (const char* type : {"kvm", "qemu"}) {
    out.begin("baselabel");
    out.attribute("type", type);
    out.text(fmt::format("+{}:+{}", credentials->uid, credentials->gid));
    out.end("baselabel");
  }
  out.end("secmodel");
}

void put_machine(Writer& out, const qmp::MachineType& machine) {
  auto one = [&](const std::string& name, bool alias) {
    out.begin("machine");
    if (alias) out.attribute("canonical", machine.name);
    if (machine.max_cpus) out.attribute("maxCpus", text(machine.max_cpus));
    if (machine.deprecated) out.attribute("deprecated", "yes");
    out.text(name);
    out.end("machine");
  };
  one(machine.name, false);
  if (!machine.alias.empty()) one(machine.alias, true);
}

void put_guest(Writer& out, const Emulator& emulator) {
  bool x86 = emulator.arch == "x86_64" || emulator.arch == "i686";
  bool wide = emulator.arch.ends_with("64") || emulator.arch == "s390x";
  out.begin("guest");
  out.element("os_type", "hvm");
  out.begin("arch");
  out.attribute("name", emulator.arch);
  out.element("wordsize", wide ? "64" : "32");
  out.element("emulator", emulator.binary.path);
  for (bool standard : {true, false})
    for (const qmp::MachineType& machine : emulator.machines)
      if (machine.is_default == standard && machine.name != "none") put_machine(out, machine);
  leaf(out, "domain", {{"type", "qemu"}});
  if (emulator.kvm) leaf(out, "domain", {{"type", "kvm"}});
  out.end("arch");
  out.begin("features");
  if (emulator.arch == "i686") {
    leaf(out, "pae", {});
    leaf(out, "nonpae", {});
  }
  if (x86) {
    leaf(out, "acpi", {{"default", "on"}, {"toggle", "yes"}});
    leaf(out, "apic", {{"default", "on"}, {"toggle", "no"}});
  }
  leaf(out, "cpuselection", {});
  leaf(out, "deviceboot", {});
  leaf(out, "disksnapshot", {{"default", "on"}, {"toggle", "no"}});
  out.end("features");
  out.end("guest");
}

/// The flags of the first processor.
std::vector<std::string> kernel_flags(const fs::path& root) {
  std::vector<std::string> flags;
  std::string info = read_file_if_exists(root / "proc/cpuinfo").value_or("");
  std::size_t at = info.find("\nflags");
  if (at == std::string::npos) return flags;
  std::size_t begin = info.find(':', at), end = info.find('\n', at + 1);
  std::string_view list = std::string_view(info).substr(begin + 1, end - begin - 1);
  while (!list.empty()) {
    std::size_t space = list.find(' ');
    if (space != 0) flags.emplace_back(list.substr(0, space));
    list = space == std::string_view::npos ? std::string_view() : list.substr(space + 1);
  }
  return flags;
}

/// The machine's own UUID: SMBIOS's, else one made from the machine id, so that it stays the same.
std::string host_uuid(const fs::path& root) {
  for (const char* path : {"sys/class/dmi/id/product_uuid", "etc/machine-id"}) {
    std::optional<std::string> read;
    try {
      read = read_file_if_exists(root / path);
    } catch (const Error&) {
      continue;
    }
    if (!read) continue;
    while (read->ends_with('\n')) read->pop_back();
    if (std::optional<Uuid> uuid = Uuid::parse(*read)) return uuid->to_string();
  }
  return {};
}

}  // namespace

std::string format_capabilities(const Machine& machine, const std::vector<EmulatorPtr>& emulators,
                                const std::optional<Credentials>& credentials, const std::string& uuid,
                                const std::vector<std::string>& flags) {
  Writer out;
  out.begin("capabilities");
  out.begin("host");
  if (!uuid.empty()) out.element("uuid", uuid);
  put_cpu(out, machine, flags);
  leaf(out, "power_management", {});
  leaf(out, "iommu", {{"support", "no"}});
  put_topology(out, machine);
  put_security(out, credentials);
  out.end("host");
  for (const EmulatorPtr& emulator : emulators) put_guest(out, *emulator);
  out.end("capabilities");
  return out.take();
}

Task<std::string> QemuHost::type() { co_return "QEMU"; }

Task<std::uint64_t> QemuHost::version() {
  const model::Domain unspecified;
  EmulatorPtr emulator = co_await instance_.emulator_for(unspecified);
  co_return emulator->version;
}

Task<std::string> QemuHost::uri() { co_return uri_; }

Task<std::int32_t> QemuHost::max_vcpus(std::optional<std::string> type) {
  std::string name = type.value_or("qemu");
  if (name == "qemu" || name == "kqemu") co_return 16;
  if (name == "kvm") co_return static_cast<std::int32_t>(vireo::cpu_map().size());
  throw error(VIR_ERR_INVALID_ARG, VIR_FROM_QEMU, "unknown type '{}'", name);
}

Task<std::string> QemuHost::capabilities() {
  std::vector<EmulatorPtr> emulators = co_await instance_.emulators.all();
  co_return format_capabilities(machine(), emulators, instance_.settings.credentials, host_uuid(root()),
                                kernel_flags(root()));
}

Task<std::string> QemuHost::sysinfo(std::uint32_t flags) {
  driver::check_flags(flags, 0, "qemuConnectGetSysinfo", VIR_FROM_QEMU);
  static constexpr std::array<std::array<const char*, 3>, 12> entries{
      {{"bios", "vendor", "bios_vendor"},
       {"bios", "version", "bios_version"},
       {"bios", "date", "bios_date"},
       {"bios", "release", "bios_release"},
       {"system", "manufacturer", "sys_vendor"},
       {"system", "product", "product_name"},
       {"system", "version", "product_version"},
       {"system", "serial", "product_serial"},
       {"system", "uuid", "product_uuid"},
       {"system", "sku", "product_sku"},
       {"system", "family", "product_family"},
       {"baseBoard", "product", "board_name"}}};
  Writer out;
  out.begin("sysinfo");
  out.attribute("type", "smbios");
  std::string section;
  bool any = false;
  for (const auto& [wanted, name, file] : entries) {
    std::optional<std::string> value = read_file_if_exists(root() / "sys/class/dmi/id" / file);
    while (value && (value->ends_with('\n') || value->ends_with(' '))) value->pop_back();
    if (!value || value->empty()) continue;
    if (section != wanted) {
      if (!section.empty()) out.end(section);
      section = wanted;
      out.begin(section);
    }
    any = true;
    out.begin("entry");
    out.attribute("name", name);
    out.text(*value);
    out.end("entry");
  }
  if (!any)
    throw Error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_QEMU, "Host SMBIOS information is not available");
  out.end(section);
  out.end("sysinfo");
  co_return out.take();
}

Task<std::int32_t> QemuHost::is_secure() { co_return 1; }

Task<driver::SecurityModel> QemuHost::security_model() {
  auto chars = [](std::string_view word) {
    std::vector<char> list(word.begin(), word.end());
    list.push_back('\0');
    return list;
  };
  co_return driver::SecurityModel{.model = {chars("none")}, .doi = {chars("0")}};
}

Task<std::string> QemuHost::domain_xml_to_native(std::string format, std::string xml, std::uint32_t flags) {
  driver::check_flags(flags, 0, "qemuConnectDomainXMLToNative", VIR_FROM_QEMU);
  if (format != "qemu-argv")
    throw error(VIR_ERR_INVALID_ARG, VIR_FROM_QEMU, "unsupported config type {}", format);
  model::Domain domain = co_await instance_.parse(std::move(xml), false);
  assign_aliases(domain);
  Runtime runtime{.state_directory =
                      (instance_.dirs.lib / ("domain--1-" + domain.name.substr(0, 20))).string()};
  runtime.monitor_path = runtime.state_directory + "/monitor.sock";
  for (const model::Interface& interface : domain.interfaces) runtime.tap_fds[interface.info.alias] = {3};
  for (model::Graphics& graphics : domain.graphics)
    if (graphics.port <= 0) graphics.port = 5900;
  EmulatorPtr emulator = co_await instance_.emulator_for(domain);
  std::string line;
  for (const std::string& variable : build_environment(domain, runtime)) line += variable + " ";
  for (const std::string& argument : build_command(domain, *emulator, runtime)) {
    bool plain = argument.find_first_of(" {}\"'$&;()") == std::string::npos;
    line += (plain ? argument : "'" + argument + "'") + " ";
  }
  line.back() = '\n';
  co_return line;
}

}  // namespace vireo::qemu
