// SPDX-License-Identifier: LGPL-2.1-or-later
// Commands about the host and its hypervisor.
#include <algorithm>
#include <memory>

#include "virsh/commands.hpp"
#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"
#include "virsh/text.hpp"
#include "virsh/xml_query.hpp"

namespace vireo::virsh {
namespace {

std::string dotted(unsigned long version) {
  return fmt::format("{}.{}.{}", version / 1000000, version / 1000 % 1000, version % 1000);
}

void capabilities(Shell& shell, const Arguments&) {
  shell.print("{}\n",
              take_string(virConnectGetCapabilities(shell.connection()), "failed to get capabilities"));
}

void domcapabilities(Shell& shell, const Arguments& arguments) {
  auto virttype = arguments.text("virttype"), emulator = arguments.text("emulatorbin");
  auto arch = arguments.text("arch"), machine = arguments.text("machine");
  shell.print("{}\n", take_string(virConnectGetDomainCapabilities(shell.connection(), c_or_null(emulator),
                                                                  c_or_null(arch), c_or_null(machine),
                                                                  c_or_null(virttype), 0),
                                  "failed to get emulator capabilities"));
}

void hostname(Shell& shell, const Arguments&) {
  shell.print("{}\n", take_string(virConnectGetHostname(shell.connection()), "failed to get hostname"));
}

void uri(Shell& shell, const Arguments&) {
  shell.print("{}\n", take_string(virConnectGetURI(shell.connection()), "failed to get URI"));
}

void sysinfo(Shell& shell, const Arguments&) {
  shell.print("{}", take_string(virConnectGetSysinfo(shell.connection(), 0), "failed to get sysinfo"));
}

void maxvcpus(Shell& shell, const Arguments& arguments) {
  auto type = arguments.text("type");
  // The emulator's own limit, where the driver knows it, is nearer the truth than the driver's.
  CString domain(
      virConnectGetDomainCapabilities(shell.connection(), nullptr, nullptr, nullptr, c_or_null(type), 0));
  if (domain) {
    auto document = parse_xml(domain.get());
    if (auto max = document->select_node("/domainCapabilities/vcpu/@max").attribute()) {
      shell.print("{}\n", max.value());
      return;
    }
  }
  shell.forget_library_error();
  int count = virConnectGetMaxVcpus(shell.connection(), c_or_null(type));
  if (count < 0) throw Failure();
  shell.print("{}\n", count);
}

void version(Shell& shell, const Arguments& arguments) {
  virConnectPtr connection = shell.connection();
  const char* type = virConnectGetType(connection);
  if (!type) throw Failure("failed to get hypervisor type");
  shell.print("Compiled against library: libvirt {}\n", dotted(LIBVIR_VERSION_NUMBER));
  unsigned long library = 0, api = 0, hypervisor = 0, daemon = 0;
  if (virGetVersion(&library, type, &api) < 0) throw Failure("failed to get the library version");
  shell.print("Using library: libvirt {}\n", dotted(library));
  shell.print("Using API: {} {}\n", type, dotted(api));
  if (virConnectGetVersion(connection, &hypervisor) < 0) {
    throw Failure("failed to get the hypervisor version");
  }
  if (hypervisor == 0) {
    shell.print("Cannot extract running {} hypervisor version\n", type);
  } else {
    shell.print("Running hypervisor: {} {}\n", type, dotted(hypervisor));
  }
  if (!arguments.has("daemon")) return;
  if (virConnectGetLibVersion(connection, &daemon) < 0) throw Failure("failed to get the daemon version");
  shell.print("Running against daemon: {}\n", dotted(daemon));
}

void nodeinfo(Shell& shell, const Arguments&) {
  virNodeInfo info{};
  if (virNodeGetInfo(shell.connection(), &info) < 0) throw Failure("failed to get node information");
  auto row = [&](const char* title, auto value) { shell.print("{:<20} {}\n", title, value); };
  row("CPU model:", info.model);
  row("CPU(s):", info.cpus);
  if (info.mhz) row("CPU frequency:", fmt::format("{} MHz", info.mhz));
  row("CPU socket(s):", info.sockets);
  row("Core(s) per socket:", info.cores);
  row("Thread(s) per core:", info.threads);
  row("NUMA cell(s):", info.nodes);
  row("Memory size:", fmt::format("{} KiB", info.memory));
}

void nodecpumap(Shell& shell, const Arguments& arguments) {
  unsigned char* raw = nullptr;
  unsigned online = 0;
  int present = virNodeGetCPUMap(shell.connection(), &raw, &online, 0);
  std::unique_ptr<unsigned char, Release<std::free>> map(raw);
  if (present < 0) throw Failure("Unable to get cpu map");
  std::vector<bool> cpus;
  for (int i = 0; i < present; ++i) cpus.push_back(VIR_CPU_USED(map.get(), i));
  shell.print("{:<15} {}\n{:<15} {}\n", "CPUs present:", present, "CPUs online:", online);
  shell.print("{:<15} {}\n", "CPU map:", arguments.has("pretty") ? cpu_ranges(cpus) : cpu_letters(cpus));
}

void nodememstats(Shell& shell, const Arguments& arguments) {
  int cell = arguments.integer("cell").value_or(VIR_NODE_MEMORY_STATS_ALL_CELLS);
  int count = 0;
  if (virNodeGetMemoryStats(shell.connection(), cell, nullptr, &count, 0) != 0) {
    throw Failure("Unable to get number of memory stats");
  }
  std::vector<virNodeMemoryStats> stats(static_cast<size_t>(count));
  if (count && virNodeGetMemoryStats(shell.connection(), cell, stats.data(), &count, 0) != 0) {
    throw Failure("Unable to get memory stats");
  }
  for (int i = 0; i < count; ++i) {
    const auto& stat = stats[static_cast<size_t>(i)];
    shell.print("{:<7}: {:20} KiB\n", stat.field, stat.value);
  }
}

void cpu_models(Shell& shell, const Arguments& arguments) {
  char** raw = nullptr;
  int count = virConnectGetCPUModelNames(shell.connection(), arguments.text_or("arch", "").c_str(), &raw, 0);
  if (count < 0) throw Failure("failed to get CPU model names");
  std::vector<CString> models;
  for (int i = 0; i < count; ++i) models.emplace_back(raw[i]);
  std::free(raw);
  if (models.empty()) shell.print("all CPU models are accepted\n");
  for (const CString& model : models) shell.print("{}\n", model.get());
}

}  // namespace

Group host_commands() {
  Group group{"Host and Hypervisor", "host", {}};
  group.commands = {
      {"capabilities",
       "what the hypervisor can do",
       "Prints the hypervisor's and the host's capabilities as XML.",
       {},
       capabilities},
      {"cpu-models",
       "CPU models",
       "Lists the CPU models known for an architecture.",
       {text("arch", "the architecture").needed()},
       cpu_models},
      {"domcapabilities",
       "what an emulator can do",
       "Prints what domains of one emulator and machine can have, as XML.",
       {text("virttype", "the virtualization type, as in /domain/@type"),
        text("emulatorbin", "the emulator's path, as in /domain/devices/emulator"),
        text("arch", "the architecture, as in /domain/os/type/@arch"),
        text("machine", "the machine type, as in /domain/os/type/@machine")},
       domcapabilities},
      {"hostname", "print the host's name", "", {}, hostname},
      {"maxvcpus",
       "most virtual CPUs of a domain",
       "Prints how many virtual CPUs a domain of this connection can have.",
       {text("type", "the domain type")},
       maxvcpus},
      {"nodecpumap",
       "CPUs of the host",
       "Prints which of the host's CPUs are present and online.",
       {flag("pretty", "as ranges of numbers")},
       nodecpumap},
      {"nodeinfo", "facts about the host", "Prints basic facts about the host.", {}, nodeinfo},
      {"nodememstats",
       "memory of the host",
       "Prints the host's memory figures in kilobytes.",
       {number("cell", "only this NUMA cell")},
       nodememstats},
      {"sysinfo",
       "print the host's system information",
       "Prints the host's SMBIOS information as XML, where known.",
       {},
       sysinfo},
      {"uri", "print the connection's URI", "", {}, uri},
      {"version",
       "print versions",
       "Prints the versions of library, hypervisor and, on request, daemon.",
       {flag("daemon", "the daemon's as well")},
       version},
  };
  return group;
}

}  // namespace vireo::virsh
