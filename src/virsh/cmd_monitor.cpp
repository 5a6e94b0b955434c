// SPDX-License-Identifier: LGPL-2.1-or-later
// Commands that look at a domain's state and definition.
#include <algorithm>
#include <ctime>

#include "virsh/cmd_list.hpp"
#include "virsh/cmd_statistics.hpp"
#include "virsh/commands.hpp"
#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"
#include "virsh/states.hpp"
#include "virsh/table.hpp"
#include "virsh/xml_query.hpp"

namespace vireo::virsh {
namespace {

class Facts {
 public:
  explicit Facts(Shell& shell) : shell_(shell) {}
  template <class T>
  void row(const char* title, const T& value) {
    shell_.print("{:<15} {}\n", title, value);
  }

 private:
  Shell& shell_;
};

void print_security(Shell& shell, Facts& facts, const Domain& domain) {
  virSecurityModel model{};
  if (virNodeGetSecurityModel(shell.connection(), &model) < 0) {
    if (shell.library_error_code() != VIR_ERR_NO_SUPPORT) throw Failure();
    shell.forget_library_error();
    return;
  }
  if (!model.model[0]) return;
  facts.row("Security model:", model.model);
  facts.row("Security DOI:", model.doi);
  virSecurityLabel label{};
  if (virDomainGetSecurityLabel(domain.get(), &label) < 0) throw Failure();
  if (label.label[0]) {
    facts.row("Security label:",
              fmt::format("{} ({})", label.label, label.enforcing ? "enforcing" : "permissive"));
  }
}

void print_messages(Shell& shell, const Domain& domain) {
  char** raw = nullptr;
  int count = virDomainGetMessages(domain.get(), &raw, 0);
  shell.forget_library_error();
  if (count <= 0) return;
  std::vector<CString> messages;
  for (int i = 0; i < count; ++i) messages.emplace_back(raw[i]);
  std::free(raw);
  for (const CString& message : messages) {
    shell.print("{:<15} {}\n", &message == &messages.front() ? "Messages:" : "", message.get());
  }
}

void dominfo(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  Facts facts(shell);
  unsigned id = virDomainGetID(domain.get());
  facts.row("Id:", id == ~0U ? "-" : fmt::format("{}", id));
  facts.row("Name:", name_of(domain));
  char uuid[VIR_UUID_STRING_BUFLEN];
  if (virDomainGetUUIDString(domain.get(), uuid) == 0) facts.row("UUID:", uuid);
  if (CString type{virDomainGetOSType(domain.get())}) facts.row("OS Type:", type.get());
  virDomainInfo info{};
  if (virDomainGetInfo(domain.get(), &info) < 0) throw Failure();
  facts.row("State:", state_name(info.state));
  facts.row("CPU(s):", info.nrVirtCpu);
  if (info.cpuTime != 0) facts.row("CPU time:", tenths_of_seconds(info.cpuTime) + "s");
  facts.row("Max memory:", info.maxMem == ~0UL ? "no limit" : fmt::format("{} KiB", info.maxMem));
  facts.row("Used memory:", fmt::format("{} KiB", info.memory));
  int persistent = virDomainIsPersistent(domain.get());
  shell.forget_library_error();
  facts.row("Persistent:", persistent < 0 ? "unknown" : persistent ? "yes" : "no");
  int autostart = 0;
  if (virDomainGetAutostart(domain.get(), &autostart) == 0) {
    facts.row("Autostart:", autostart ? "enable" : "disable");
  }
  shell.forget_library_error();
  int saved = virDomainHasManagedSaveImage(domain.get(), 0);
  shell.forget_library_error();
  facts.row("Managed save:", saved < 0 ? "unknown" : saved ? "yes" : "no");
  print_security(shell, facts, domain);
  print_messages(shell, domain);
}

void domstate(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  int state = 0, reason = 0;
  if (virDomainGetState(domain.get(), &state, &reason, 0) < 0) throw Failure();
  if (arguments.has("reason")) {
    shell.print("{} ({})\n", state_name(state), reason_name(state, reason));
  } else {
    shell.print("{}\n", state_name(state));
  }
}

void domcontrol(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  virDomainControlInfo info{};
  if (virDomainGetControlInfo(domain.get(), &info, 0) < 0) throw Failure();
  if (info.state == VIR_DOMAIN_CONTROL_ERROR) {
    shell.print("{}: {}\n", control_state_name(info.state), control_error_name(info.details));
  } else if (info.state != VIR_DOMAIN_CONTROL_OK) {
    shell.print("{} ({:.3f}s)\n", control_state_name(info.state),
                static_cast<double>(info.stateTime) / 1000.0);
  } else {
    shell.print("{}\n", control_state_name(info.state));
  }
}

std::unique_ptr<pugi::xml_document> definition(const Domain& domain, const Arguments& arguments) {
  unsigned flags = arguments.has("inactive") ? VIR_DOMAIN_XML_INACTIVE : 0;
  return parse_xml(take_string(virDomainGetXMLDesc(domain.get(), flags)));
}

std::string attribute_or_dash(const pugi::xml_node& node, const char* path) {
  pugi::xpath_node found = node.select_node(path);
  std::string value = found.attribute() ? found.attribute().value() : "";
  return value.empty() ? "-" : value;
}

void domblklist(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  auto document = definition(domain, arguments);
  bool details = arguments.has("details");
  Table table(details ? std::vector<std::string>{"Type", "Device", "Target", "Source"}
                      : std::vector<std::string>{"Target", "Source"});
  for (const pugi::xpath_node& found : document->select_nodes("/domain/devices/disk")) {
    pugi::xml_node disk = found.node();
    std::string target = disk.child("target").attribute("dev").value();
    if (target.empty()) throw Failure("unable to query block list details");
    std::string source = attribute_or_dash(
        disk, "source/@file|source/@dev|source/@dir|source/@name|source/@volume|source/@path");
    std::string type = disk.attribute("type").value();
    if (details) {
      std::string device = disk.attribute("device").value();
      table.add({type, device.empty() ? "disk" : device, target, source});
    } else {
      table.add({target, source});
    }
  }
  shell.write(table.render(!shell.settings().quiet));
}

void domiflist(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  auto document = definition(domain, arguments);
  Table table({"Interface", "Type", "Source", "Model", "MAC"});
  for (const pugi::xpath_node& found : document->select_nodes("/domain/devices/interface")) {
    pugi::xml_node nic = found.node();
    table.add({attribute_or_dash(nic, "target/@dev"), attribute_or_dash(nic, "@type"),
               attribute_or_dash(nic, "source/@bridge|source/@dev|source/@network|source/@name|source/@path"),
               attribute_or_dash(nic, "model/@type"), attribute_or_dash(nic, "mac/@address")});
  }
  shell.write(table.render(!shell.settings().quiet));
}

void domtime(Shell& shell, const Arguments& arguments) {
  arguments.exclusive({"time", "now", "sync"});
  Domain domain = domain_of(shell, arguments);
  auto wanted = arguments.signed_number("time", 0, INT64_MAX);
  if (wanted || arguments.has("now") || arguments.has("sync")) {
    long long seconds = wanted ? *wanted : arguments.has("now") ? std::time(nullptr) : 0;
    unsigned flags = arguments.has("sync") ? VIR_DOMAIN_TIME_SYNC : 0;
    if (virDomainSetTime(domain.get(), seconds, 0, flags) < 0) throw Failure();
    return;
  }
  long long seconds = 0;
  unsigned nanoseconds = 0;
  if (virDomainGetTime(domain.get(), &seconds, &nanoseconds, 0) < 0) throw Failure();
  shell.print("Time: {}", arguments.has("pretty") ? utc_time(seconds) : fmt::format("{}", seconds));
}

}  // namespace

Group monitor_commands() {
  Group group{"Domain Monitoring", "monitor", {}};
  Option inactive = flag("inactive", "from the stored definition, not the running domain");
  group.commands = {
      {"domblklist",
       "list a domain's disks",
       "Lists target and source of each of the domain's disks.",
       {domain_option(), inactive, flag("details", "type and device as well")},
       domblklist},
      {"domcontrol",
       "state of the way to a domain",
       "Tells whether the domain can be talked to now.",
       {domain_option(complete_running_domains)},
       domcontrol},
      {"domiflist",
       "list a domain's interfaces",
       "Lists all of the domain's network interfaces.",
       {domain_option(), inactive},
       domiflist},
      {"dominfo", "facts about a domain", "Prints basic facts about the domain.", {domain_option()}, dominfo},
      {"domstate",
       "a domain's state",
       "Prints the domain's state.",
       {domain_option(), flag("reason", "why it is in this state")},
       domstate},
      {"domtime",
       "a domain's clock",
       "Prints or sets the time inside the domain.",
       {domain_option(complete_running_domains), flag("now", "set it to this host's time"),
        flag("pretty", "print a date"), flag("sync", "set it from its own hardware clock"),
        number("time", "set it to so many seconds after 1970")},
       domtime},
      list_command(),
  };
  for (Command& command : statistics_commands()) group.commands.push_back(std::move(command));
  std::ranges::sort(group.commands, {}, &Command::name);
  return group;
}

}  // namespace vireo::virsh
