// SPDX-License-Identifier: LGPL-2.1-or-later
// A domain's memory and virtual CPUs.
#include <libvirt/virterror.h>

#include <climits>

#include "virsh/commands.hpp"
#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"
#include "virsh/table.hpp"

namespace vireo::virsh {
namespace {

bool affects_named(const Arguments& arguments) {
  return arguments.has("config") || arguments.has("live") || arguments.has("current");
}

unsigned long kibibytes(const Arguments& arguments) {
  return static_cast<unsigned long>(arguments.scaled("size", 1024, ULLONG_MAX).value_or(0) / 1024);
}

void setmem(Shell& shell, const Arguments& arguments) {
  unsigned flags = affect_flags(arguments);
  Domain domain = domain_of(shell, arguments);
  unsigned long size = kibibytes(arguments);
  int result = affects_named(arguments) ? virDomainSetMemoryFlags(domain.get(), size, flags)
                                        : virDomainSetMemory(domain.get(), size);
  if (result < 0) throw Failure();
}

void setmaxmem(Shell& shell, const Arguments& arguments) {
  unsigned flags = affect_flags(arguments);
  Domain domain = domain_of(shell, arguments);
  unsigned long size = kibibytes(arguments);
  int result = affects_named(arguments)
                   ? virDomainSetMemoryFlags(domain.get(), size, flags | VIR_DOMAIN_MEM_MAXIMUM)
                   : virDomainSetMaxMemory(domain.get(), size);
  if (result < 0) throw Failure("Unable to change MaxMemorySize");
}

void setvcpus(Shell& shell, const Arguments& arguments) {
  arguments.exclusive("current", "live");
  arguments.exclusive("current", "config");
  arguments.exclusive("guest", "config");
  unsigned flags = affect_flags(arguments);
  if (arguments.has("guest")) flags |= VIR_DOMAIN_VCPU_GUEST;
  if (arguments.has("maximum")) flags |= VIR_DOMAIN_VCPU_MAXIMUM;
  if (arguments.has("hotpluggable")) flags |= VIR_DOMAIN_VCPU_HOTPLUGGABLE;
  Domain domain = domain_of(shell, arguments);
  unsigned count = arguments.count("count").value_or(0);
  if (count == 0) throw Failure("Can't set 0 processors for a VM");
  bool plain = flags == 0 && !affects_named(arguments);
  int result =
      plain ? virDomainSetVcpus(domain.get(), count) : virDomainSetVcpusFlags(domain.get(), count, flags);
  if (result < 0) throw Failure();
}

void print_counts(Shell& shell, const Domain& domain) {
  struct Row {
    const char *what, *when;
    unsigned flags;
  };
  constexpr Row rows[] = {{"maximum", "config", unsigned{VIR_DOMAIN_VCPU_MAXIMUM} | VIR_DOMAIN_AFFECT_CONFIG},
                          {"maximum", "live", unsigned{VIR_DOMAIN_VCPU_MAXIMUM} | VIR_DOMAIN_AFFECT_LIVE},
                          {"current", "config", VIR_DOMAIN_AFFECT_CONFIG},
                          {"current", "live", VIR_DOMAIN_AFFECT_LIVE}};
  bool active = virDomainIsActive(domain.get()) == 1, persistent = virDomainIsPersistent(domain.get()) == 1;
  for (const Row& row : rows) {
    if ((row.flags & VIR_DOMAIN_AFFECT_LIVE) ? !active : !persistent) continue;
    int count = virDomainGetVcpusFlags(domain.get(), row.flags);
    if (count < 0) throw Failure();
    shell.print("{:<12} {:<12} {:3}\n", row.what, row.when, count);
  }
}

void vcpucount(Shell& shell, const Arguments& arguments) {
  arguments.exclusive("live", "config");
  arguments.exclusive("active", "maximum");
  arguments.exclusive("guest", "config");
  Domain domain = domain_of(shell, arguments);
  // --current once meant --active; together with --live or --config it still does.
  bool chosen_copy = arguments.has("live") || arguments.has("config");
  bool any = chosen_copy || arguments.has("current") || arguments.has("active") || arguments.has("maximum") ||
             arguments.has("guest");
  if (!any) return print_counts(shell, domain);
  if (arguments.has("current") && chosen_copy && arguments.has("maximum")) {
    arguments.exclusive("current", "maximum");
  }
  unsigned flags = 0;
  if (arguments.has("maximum")) flags |= VIR_DOMAIN_VCPU_MAXIMUM;
  if (arguments.has("live")) flags |= VIR_DOMAIN_AFFECT_LIVE;
  if (arguments.has("config")) flags |= VIR_DOMAIN_AFFECT_CONFIG;
  if (arguments.has("guest")) flags |= VIR_DOMAIN_VCPU_GUEST;
  int count = virDomainGetVcpusFlags(domain.get(), flags);
  if (count < 0) throw Failure();
  shell.print("{}\n", count);
}

std::vector<bool> bits(const unsigned char* map, int length, int cpus) {
  std::vector<bool> out;
  for (int i = 0; i < cpus && i < length * 8; ++i) out.push_back(VIR_CPU_USED(map, i));
  return out;
}

int host_cpus(Shell& shell) {
  int count = virNodeGetCPUMap(shell.connection(), nullptr, nullptr, 0);
  if (count >= 0) return count;
  shell.forget_library_error();
  virNodeInfo info{};
  if (virNodeGetInfo(shell.connection(), &info) < 0) throw Failure();
  return static_cast<int>(VIR_NODEINFO_MAXCPUS(info));
}

void vcpuinfo(Shell& shell, const Arguments& arguments) {
  static constexpr const char* states[] = {"offline", "running", "blocked"};
  Domain domain = domain_of(shell, arguments);
  int cpus = host_cpus(shell), length = VIR_CPU_MAPLEN(cpus);
  virDomainInfo info{};
  if (virDomainGetInfo(domain.get(), &info) < 0) throw Failure();
  std::vector<virVcpuInfo> vcpus(info.nrVirtCpu);
  std::vector<unsigned char> maps(info.nrVirtCpu * static_cast<size_t>(length));
  int count = virDomainGetVcpus(domain.get(), vcpus.data(), info.nrVirtCpu, maps.data(), length);
  bool live = count >= 0;
  if (!live) {
    if (virDomainIsActive(domain.get()) != 0) throw Failure();
    shell.forget_library_error();
    count =
        virDomainGetVcpuPinInfo(domain.get(), info.nrVirtCpu, maps.data(), length, VIR_DOMAIN_AFFECT_CONFIG);
    if (count < 0) throw Failure();
  }
  for (int i = 0; i < count; ++i) {
    const virVcpuInfo& vcpu = vcpus[static_cast<size_t>(i)];
    if (i) shell.print("\n");
    shell.print("{:<15} {}\n", "VCPU:", live ? static_cast<int>(vcpu.number) : i);
    shell.print("{:<15} {}\n", "CPU:", live && vcpu.cpu >= 0 ? fmt::format("{}", vcpu.cpu) : "N/A");
    shell.print("{:<15} {}\n", "State:",
                !live                               ? "N/A"
                : vcpu.state >= 0 && vcpu.state < 3 ? states[vcpu.state]
                                                    : "no state");
    if (live && vcpu.cpuTime) shell.print("{:<15} {}s\n", "CPU time:", tenths_of_seconds(vcpu.cpuTime));
    if (!live) shell.print("{:<15} {}\n", "CPU time", "N/A");
    std::vector<bool> map =
        bits(maps.data() + static_cast<size_t>(i) * static_cast<size_t>(length), length, cpus);
    shell.print(
        "{:<15} {}\n", "CPU Affinity:",
        arguments.has("pretty") ? fmt::format("{} (out of {})", cpu_ranges(map), cpus) : cpu_letters(map));
  }
}

}  // namespace

std::vector<Command> domain_resource_commands() {
  Option size = number("size", "the size; a number without unit counts KiB").needed();
  Option old_size = alias("kilobytes", "size");
  return {
      {"setmaxmem",
       "most memory of a domain",
       "Changes how much memory the domain can have.",
       {domain_option(), size, old_size, config_option(), live_option(), current_option()},
       setmaxmem},
      {"setmem",
       "memory of a domain",
       "Changes how much memory the domain has now.",
       {domain_option(), size, old_size, config_option(), live_option(), current_option()},
       setmem},
      {"setvcpus",
       "virtual CPUs of a domain",
       "Changes how many virtual CPUs the domain has.",
       {domain_option(), number("count", "how many").needed(),
        flag("maximum", "change how many it can have, at the next start"), config_option(), live_option(),
        current_option(), flag("guest", "let the guest agent take CPUs in and out of use"),
        flag("hotpluggable", "make them removable")},
       setvcpus},
      {"vcpucount",
       "count virtual CPUs",
       "Prints how many virtual CPUs the domain has and can have.",
       {domain_option(), flag("maximum", "how many it can have"), flag("active", "how many it has"),
        live_option("of the running domain"), config_option("of the stored definition"),
        current_option("of the domain as it is now"), flag("guest", "as the guest agent sees them")},
       vcpucount},
      {"vcpuinfo",
       "virtual CPUs in detail",
       "Prints where the domain's virtual CPUs run.",
       {domain_option(), flag("pretty", "CPUs as ranges of numbers")},
       vcpuinfo},
  };
}

}  // namespace vireo::virsh
