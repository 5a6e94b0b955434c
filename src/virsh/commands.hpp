// SPDX-License-Identifier: LGPL-2.1-or-later
// The groups of commands, each made in a file of its own, and the option rows many commands share.
#pragma once

#include "virsh/option.hpp"

namespace vireo::virsh {

Group domain_commands();
Group monitor_commands();
Group event_commands();
Group host_commands();
Group network_commands();
Group pool_commands();
Group volume_commands();
Group self_commands();

// Parts of the domain group, in the order of its list.
std::vector<Command> domain_lifecycle_commands();
std::vector<Command> domain_definition_commands();
std::vector<Command> domain_text_commands();
std::vector<Command> domain_resource_commands();
std::vector<Command> domain_display_commands();
std::vector<Command> domain_device_commands();
std::vector<Command> domain_state_file_commands();

std::vector<std::string> complete_domains(Shell& shell, const Arguments& arguments);
std::vector<std::string> complete_running_domains(Shell& shell, const Arguments& arguments);
std::vector<std::string> complete_inactive_domains(Shell& shell, const Arguments& arguments);
std::vector<std::string> complete_networks(Shell& shell, const Arguments& arguments);
std::vector<std::string> complete_pools(Shell& shell, const Arguments& arguments);
std::vector<std::string> complete_commands(Shell& shell, const Arguments& arguments);
/// Marks a value that is a file name.
std::vector<std::string> complete_files(Shell& shell, const Arguments& arguments);

inline Option domain_option(Completer completer = complete_domains) {
  return text("domain", "the domain's name, id or UUID").needed().completes(completer);
}
inline Option domain_filter_option() {
  return text("domain", "only this domain, by name, id or UUID").completes(complete_domains);
}
inline Option file_option(std::string_view help) {
  return text("file", help).needed().completes(complete_files);
}
inline Option config_option(std::string_view help = "change what the next start uses") {
  return flag("config", help);
}
inline Option live_option(std::string_view help = "change the running domain") { return flag("live", help); }
inline Option current_option(std::string_view help = "change the domain as it is now") {
  return flag("current", help);
}
inline Option xpath_option() {
  return text("xpath", "show only the nodes this XPath expression selects").only_named();
}
inline Option wrap_option() { return flag("wrap", "put the selected nodes into one root element"); }

/// Prints a document as `dumpxml` does, through --xpath and --wrap when given.
void print_document(Shell& shell, const Arguments& arguments, const std::string& document);

}  // namespace vireo::virsh
