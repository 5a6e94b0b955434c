// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/cmd_statistics.hpp"

#include <memory>

#include "virsh/commands.hpp"
#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"
#include "virsh/table.hpp"
#include "virsh/text.hpp"
#include "virsh/typed_parameter.hpp"
#include "virsh/xml_query.hpp"

namespace vireo::virsh {
namespace {

void dommemstat(Shell& shell, const Arguments& arguments) {
  unsigned flags = affect_flags(arguments);
  Domain domain = domain_of(shell, arguments);
  if (auto period = arguments.signed_number("period", INT32_MIN, INT32_MAX)) {
    if (*period < 0) throw failure("Invalid collection period value '{}'", *period);
    if (virDomainSetMemoryStatsPeriod(domain.get(), static_cast<int>(*period), flags) < 0) {
      throw Failure("Unable to change balloon collection period.");
    }
    return;
  }
  static constexpr const char* names[] = {
      "swap_in", "swap_out", "major_fault", "minor_fault", "unused",          "available",     "actual",
      "rss",     "usable",   "last_update", "disk_caches", "hugetlb_pgalloc", "hugetlb_pgfail"};
  constexpr unsigned most = 32;  // more than any driver has
  virDomainMemoryStatStruct stats[most];
  int count = virDomainMemoryStats(domain.get(), stats, most, 0);
  if (count < 0) throw failure("Failed to get memory statistics for domain {}", name_of(domain));
  for (int i = 0; i < count; ++i) {
    if (stats[i].tag >= 0 && static_cast<size_t>(stats[i].tag) < std::size(names)) {
      shell.print("{} {}\n", names[stats[i].tag], stats[i].val);
    }
  }
}

std::string disk_size(unsigned long long bytes, bool human) {
  if (!human) return fmt::format("{}", bytes);
  Size size = readable_size(bytes);
  return fmt::format("{:.3f} {}", size.value, size.unit);
}

void all_disks(Shell& shell, const Domain& domain, bool human) {
  Table table({"Target", "Capacity", "Allocation", "Physical"});
  auto document = parse_xml(take_string(virDomainGetXMLDesc(domain.get(), 0)));
  for (const pugi::xpath_node& found : document->select_nodes("/domain/devices/disk")) {
    std::string target = found.node().child("target").attribute("dev").value();
    virDomainBlockInfo info{};
    if (!found.node().child("source") || virDomainGetBlockInfo(domain.get(), target.c_str(), &info, 0) < 0) {
      shell.forget_library_error();  // an empty drive, or one this host cannot look into
      table.add({target, "-", "-", "-"});
      continue;
    }
    table.add({target, disk_size(info.capacity, human), disk_size(info.allocation, human),
               disk_size(info.physical, human)});
  }
  shell.write(table.render(!shell.settings().quiet));
}

void domblkinfo(Shell& shell, const Arguments& arguments) {
  bool human = arguments.has("human");
  if (!arguments.has("all") && !arguments.has("device")) {
    throw Failure("command 'domblkinfo' requires <device> option");
  }
  Domain domain = domain_of(shell, arguments);
  if (arguments.has("all")) return all_disks(shell, domain, human);
  virDomainBlockInfo info{};
  if (virDomainGetBlockInfo(domain.get(), arguments.text_or("device", "").c_str(), &info, 0) < 0)
    throw Failure();
  shell.print("{:<15} {}\n", "Capacity:", disk_size(info.capacity, human));
  shell.print("{:<15} {}\n", "Allocation:", disk_size(info.allocation, human));
  shell.print("{:<15} {}\n", "Physical:", disk_size(info.physical, human));
}

void domifstat(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  std::string device = arguments.text_or("interface", "");
  virDomainInterfaceStatsStruct stats{};
  if (virDomainInterfaceStats(domain.get(), device.c_str(), &stats, sizeof stats) < 0) {
    throw failure("Failed to get interface stats {} {}", arguments.text_or("domain", ""), device);
  }
  auto row = [&](const char* name, long long value) {
    if (value >= 0) shell.print("{} {} {}\n", device, name, value);
  };
  row("rx_bytes", stats.rx_bytes);
  row("rx_packets", stats.rx_packets);
  row("rx_errs", stats.rx_errs);
  row("rx_drop", stats.rx_drop);
  row("tx_bytes", stats.tx_bytes);
  row("tx_packets", stats.tx_packets);
  row("tx_errs", stats.tx_errs);
  row("tx_drop", stats.tx_drop);
}

struct Choice {
  const char* option;
  unsigned flag;
};
constexpr Choice kinds[] = {
    {"state", VIR_DOMAIN_STATS_STATE},
    {"cpu-total", VIR_DOMAIN_STATS_CPU_TOTAL},
    {"balloon", VIR_DOMAIN_STATS_BALLOON},
    {"vcpu", VIR_DOMAIN_STATS_VCPU},
    {"interface", VIR_DOMAIN_STATS_INTERFACE},
    {"block", VIR_DOMAIN_STATS_BLOCK},
    {"perf", VIR_DOMAIN_STATS_PERF},
    {"iothread", VIR_DOMAIN_STATS_IOTHREAD},
    {"memory", VIR_DOMAIN_STATS_MEMORY},
    {"dirtyrate", VIR_DOMAIN_STATS_DIRTYRATE},
    {"vm", VIR_DOMAIN_STATS_VM},
};
constexpr Choice selections[] = {
    {"list-active", VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE},
    {"list-inactive", VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE},
    {"list-persistent", VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT},
    {"list-transient", VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT},
    {"list-running", VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING},
    {"list-paused", VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED},
    {"list-shutoff", VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF},
    {"list-other", VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER},
    {"enforce", VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS},
    {"backing", VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING},
    {"nowait", VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT},
};

template <size_t n>
unsigned chosen(const Arguments& arguments, const Choice (&choices)[n]) {
  unsigned flags = 0;
  for (const Choice& choice : choices) {
    if (arguments.has(choice.option)) flags |= choice.flag;
  }
  return flags;
}

using Records = std::unique_ptr<virDomainStatsRecordPtr, Release<virDomainStatsRecordListFree>>;

void domstats(Shell& shell, const Arguments& arguments) {
  unsigned stats = chosen(arguments, kinds), flags = chosen(arguments, selections);
  std::vector<Domain> domains;
  for (const std::string& name : arguments.all("domain")) {
    if (name.empty()) throw failure("failed to get domain '{}'", name);
    domains.push_back(find_domain(shell, name));
  }
  virDomainStatsRecordPtr* raw = nullptr;
  if (domains.empty()) {
    if (virConnectGetAllDomainStats(shell.connection(), stats, &raw, flags) < 0) throw Failure();
  } else {
    std::vector<virDomainPtr> wanted;
    for (const Domain& domain : domains) wanted.push_back(domain.get());
    wanted.push_back(nullptr);
    if (virDomainListGetStats(wanted.data(), stats, &raw, flags) < 0) throw Failure();
  }
  Records records(raw);
  for (virDomainStatsRecordPtr* record = raw; record && *record; ++record) {
    if (record != raw) shell.print("\n");
    shell.print("Domain: '{}'\n", virDomainGetName((*record)->dom));
    for (int i = 0; i < (*record)->nparams; ++i) {
      const virTypedParameter& parameter = (*record)->params[i];
      shell.print("  {}={}\n", parameter.field, parameter_text(parameter));
    }
  }
}

}  // namespace

std::vector<Command> statistics_commands() {
  std::vector<Option> all;
  auto add = [&](const char* name, const char* help) { all.push_back(flag(name, help)); };
  add("state", "state and its reason");
  add("cpu-total", "use of physical CPUs");
  add("balloon", "memory balloon");
  add("vcpu", "virtual CPUs");
  add("interface", "network interfaces");
  add("block", "disks");
  add("perf", "perf events");
  add("iothread", "I/O threads");
  add("memory", "memory bandwidth");
  add("dirtyrate", "rate at which memory is written");
  add("vm", "what only this hypervisor counts");
  add("list-active", "of active domains");
  add("list-inactive", "of inactive domains");
  add("list-persistent", "of persistent domains");
  add("list-transient", "of transient domains");
  add("list-running", "of running domains");
  add("list-paused", "of paused domains");
  add("list-shutoff", "of domains that are shut off");
  add("list-other", "of domains in other states");
  add("raw", "numbers as they are");
  add("enforce", "fail when a wanted group is unknown");
  add("backing", "the disks' backing chains too");
  add("nowait", "only what is known at once");
  all.push_back(rest("domain", "the domains; without any: all").completes(complete_domains));
  return {
      {"domblkinfo",
       "size of a domain's disk",
       "Prints capacity and use of one of the domain's disks.",
       {
           domain_option(),
           text("device", "the disk's target or source"),
           flag("human", "sizes in readable units"),
           flag("all", "all disks, as a table"),
       },
       domblkinfo},
      {"domifstat",
       "counters of an interface",
       "Prints the counters of one of a running domain's interfaces.",
       {domain_option(complete_running_domains),
        text("interface", "the interface's target or MAC address").needed()},
       domifstat},
      {"dommemstat",
       "memory counters",
       "Prints what is known of a running domain's memory.",
       {domain_option(complete_running_domains),
        number("period", "collect them every so many seconds").only_named(), config_option(), live_option(),
        current_option()},
       dommemstat},
      {"domstats", "counters of domains", "Prints the counters of one, several or all domains.",
       std::move(all), domstats},
  };
}

}  // namespace vireo::virsh
