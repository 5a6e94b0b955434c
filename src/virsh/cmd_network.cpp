// SPDX-License-Identifier: LGPL-2.1-or-later
// Virtual networks.
#include <strings.h>

#include <algorithm>

#include "virsh/commands.hpp"
#include "virsh/editor.hpp"
#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"
#include "virsh/table.hpp"

namespace vireo::virsh {
namespace {

std::string name_of(const Network& network) { return virNetworkGetName(network.get()); }

void net_define(Shell& shell, const Arguments& arguments) {
  std::string file = arguments.text_or("file", ""), xml = read_file(file);
  unsigned flags = arguments.has("validate") ? VIR_NETWORK_DEFINE_VALIDATE : 0;
  Network network(flags ? virNetworkDefineXMLFlags(shell.connection(), xml.c_str(), flags)
                        : virNetworkDefineXML(shell.connection(), xml.c_str()));
  if (!network) throw failure("Failed to define network from {}", file);
  shell.say("Network {} defined from {}\n", name_of(network), file);
}

void net_create(Shell& shell, const Arguments& arguments) {
  std::string file = arguments.text_or("file", ""), xml = read_file(file);
  unsigned flags = arguments.has("validate") ? VIR_NETWORK_CREATE_VALIDATE : 0;
  Network network(flags ? virNetworkCreateXMLFlags(shell.connection(), xml.c_str(), flags)
                        : virNetworkCreateXML(shell.connection(), xml.c_str()));
  if (!network) throw failure("Failed to create network from {}", file);
  shell.say("Network {} created from {}\n", name_of(network), file);
}

void net_start(Shell& shell, const Arguments& arguments) {
  Network network = network_of(shell, arguments);
  if (virNetworkCreate(network.get()) < 0)
    throw failure("Failed to start network {}", arguments.text_or("network", ""));
  shell.say("Network {} started\n", arguments.text_or("network", ""));
}

void net_destroy(Shell& shell, const Arguments& arguments) {
  Network network = network_of(shell, arguments);
  std::string name = arguments.text_or("network", "");
  if (virNetworkDestroy(network.get()) < 0) throw failure("Failed to destroy network {}", name);
  shell.say("Network {} destroyed\n", name);
}

void net_undefine(Shell& shell, const Arguments& arguments) {
  Network network = network_of(shell, arguments);
  std::string name = arguments.text_or("network", "");
  if (virNetworkUndefine(network.get()) < 0) throw failure("Failed to undefine network {}", name);
  shell.say("Network {} has been undefined\n", name);
}

void net_autostart(Shell& shell, const Arguments& arguments) {
  Network network = network_of(shell, arguments);
  std::string name = arguments.text_or("network", "");
  bool on = !arguments.has("disable");
  if (virNetworkSetAutostart(network.get(), on) < 0) {
    throw failure("failed to {} network {} as autostarted", on ? "mark" : "unmark", name);
  }
  shell.say("Network {} {} as autostarted\n", name, on ? "marked" : "unmarked");
}

void net_dumpxml(Shell& shell, const Arguments& arguments) {
  Network network = network_of(shell, arguments);
  unsigned flags = arguments.has("inactive") ? VIR_NETWORK_XML_INACTIVE : 0;
  print_document(shell, arguments, take_string(virNetworkGetXMLDesc(network.get(), flags)));
}

void net_info(Shell& shell, const Arguments& arguments) {
  Network network = network_of(shell, arguments);
  auto row = [&](const char* title, const std::string& value) { shell.print("{:<15} {}\n", title, value); };
  row("Name:", name_of(network));
  char uuid[VIR_UUID_STRING_BUFLEN];
  if (virNetworkGetUUIDString(network.get(), uuid) == 0) row("UUID:", uuid);
  int active = virNetworkIsActive(network.get());
  if (active >= 0) row("Active:", active ? "yes" : "no");
  int persistent = virNetworkIsPersistent(network.get());
  row("Persistent:", persistent < 0 ? "unknown" : persistent ? "yes" : "no");
  int autostart = 0;
  row("Autostart:", virNetworkGetAutostart(network.get(), &autostart) < 0 ? "no autostart"
                    : autostart                                           ? "yes"
                                                                          : "no");
  if (CString bridge{virNetworkGetBridgeName(network.get())}) row("Bridge:", bridge.get());
}

void net_name(Shell& shell, const Arguments& arguments) {
  Network network = network_of(shell, arguments, by_uuid);
  shell.print("{}\n", name_of(network));
}

void net_uuid(Shell& shell, const Arguments& arguments) {
  Network network = network_of(shell, arguments, by_name);
  char uuid[VIR_UUID_STRING_BUFLEN];
  if (virNetworkGetUUIDString(network.get(), uuid) < 0) throw Failure("failed to get network UUID");
  shell.print("{}\n", uuid);
}

void net_edit(Shell& shell, const Arguments& arguments) {
  Network network = network_of(shell, arguments);
  EditSteps steps;
  steps.fetch = [&] {
    CString stored(virNetworkGetXMLDesc(network.get(), VIR_NETWORK_XML_INACTIVE));
    if (stored) return std::string(stored.get());
    if (shell.library_error_code() != VIR_ERR_INVALID_ARG) throw Failure();
    shell.forget_library_error();  // a driver with one definition only
    return take_string(virNetworkGetXMLDesc(network.get(), 0));
  };
  steps.apply = [&](const std::string& xml, bool) {
    Network edited(virNetworkDefineXML(shell.connection(), xml.c_str()));
    if (!edited) throw Failure();
    network = std::move(edited);
  };
  bool changed = edit_object(shell, steps);
  shell.say("Network {} XML configuration {}.\n", name_of(network), changed ? "edited" : "not changed");
}

unsigned list_flags(const Arguments& arguments) {
  unsigned flags = VIR_CONNECT_LIST_NETWORKS_ACTIVE;
  if (arguments.has("inactive")) flags = VIR_CONNECT_LIST_NETWORKS_INACTIVE;
  if (arguments.has("all")) flags = VIR_CONNECT_LIST_NETWORKS_ACTIVE | VIR_CONNECT_LIST_NETWORKS_INACTIVE;
  if (arguments.has("persistent")) flags |= VIR_CONNECT_LIST_NETWORKS_PERSISTENT;
  if (arguments.has("transient")) flags |= VIR_CONNECT_LIST_NETWORKS_TRANSIENT;
  if (arguments.has("autostart")) flags |= VIR_CONNECT_LIST_NETWORKS_AUTOSTART;
  if (arguments.has("no-autostart")) flags |= VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART;
  return flags;
}

// Active ones first, then by name.
bool before(const Network& a, const Network& b) {
  bool a_active = virNetworkIsActive(a.get()) == 1, b_active = virNetworkIsActive(b.get()) == 1;
  if (a_active != b_active) return a_active;
  return strcasecmp(virNetworkGetName(a.get()), virNetworkGetName(b.get())) < 0;
}

void net_list(Shell& shell, const Arguments& arguments) {
  if (arguments.has("table") + arguments.has("name") + arguments.has("uuid") > 1) {
    throw Failure("Only one argument from --table, --name and --uuid may be specified.");
  }
  virNetworkPtr* raw = nullptr;
  int count = virConnectListAllNetworks(shell.connection(), &raw, list_flags(arguments));
  if (count < 0) throw Failure("Failed to list networks");
  std::vector<Network> networks = take<Network>(raw, count);
  std::ranges::stable_sort(networks, before);
  Table table({"Name", "State", "Autostart", "Persistent"});
  for (const Network& network : networks) {
    if (arguments.has("uuid")) {
      char uuid[VIR_UUID_STRING_BUFLEN];
      if (virNetworkGetUUIDString(network.get(), uuid) < 0) throw Failure("Failed to get network's UUID");
      shell.print("{}\n", uuid);
    } else if (arguments.has("name")) {
      shell.print("{}\n", name_of(network));
    } else {
      int autostart = 0;
      bool known = virNetworkGetAutostart(network.get(), &autostart) == 0;
      table.add({name_of(network), virNetworkIsActive(network.get()) == 1 ? "active" : "inactive",
                 !known      ? "no autostart"
                 : autostart ? "yes"
                             : "no",
                 virNetworkIsPersistent(network.get()) == 1 ? "yes" : "no"});
    }
  }
  if (!arguments.has("uuid") && !arguments.has("name")) shell.write(table.render(!shell.settings().quiet));
}

}  // namespace

Group network_commands() {
  Option network = text("network", "the network's name or UUID").needed().completes(complete_networks);
  Option validate = flag("validate", "check the XML against the schema");
  Group group{"Networking", "network", {}};
  group.commands = {
      {"net-autostart",
       "start a network with the host",
       "Marks the network to be started when the host starts.",
       {network, flag("disable", "do not start it any more")},
       net_autostart},
      {"net-create",
       "start a network from an XML file",
       "Starts a network that has no stored definition.",
       {file_option("the file with its definition"), validate},
       net_create},
      {"net-define",
       "define a network from an XML file",
       "Stores a network's definition, without starting it.",
       {file_option("the file with its definition"), validate},
       net_define},
      {"net-destroy", "stop a network", "Stops the network. Its definition stays.", {network}, net_destroy},
      {"net-dumpxml",
       "a network's definition",
       "Prints the network's definition as XML.",
       {network, flag("inactive", "the stored definition"), xpath_option(), wrap_option()},
       net_dumpxml},
      {"net-edit",
       "edit a network's definition",
       "Opens the network's stored definition in an editor.",
       {network},
       net_edit},
      {"net-info", "facts about a network", "Prints basic facts about the network.", {network}, net_info},
      {"net-list",
       "list networks",
       "Lists the active networks, or those the options ask for.",
       {flag("inactive", "those that are not active"), flag("all", "active or not"),
        flag("persistent", "those with a stored definition"), flag("transient", "those without one"),
        flag("autostart", "those started with the host"),
        flag("no-autostart", "those not started with the host"), flag("uuid", "print UUIDs"),
        flag("name", "print names"), flag("table", "print a table (the default)")},
       net_list},
      {"net-name",
       "a network's name",
       "",
       {text("network", "the network's UUID").needed().completes(complete_networks)},
       net_name},
      {"net-start", "start a network", "Starts a defined network.", {network}, net_start},
      {"net-undefine",
       "undefine a network",
       "Drops the network's stored definition.",
       {network},
       net_undefine},
      {"net-uuid",
       "a network's UUID",
       "",
       {text("network", "the network's name").needed().completes(complete_networks)},
       net_uuid},
  };
  return group;
}

}  // namespace vireo::virsh
