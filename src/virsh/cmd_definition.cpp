// SPDX-License-Identifier: LGPL-2.1-or-later
// Commands about a domain's definition and its names.
#include <libvirt/virterror.h>

#include <algorithm>

#include "virsh/commands.hpp"
#include "virsh/console.hpp"
#include "virsh/editor.hpp"
#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"
#include "virsh/undefine.hpp"

namespace vireo::virsh {
namespace {

void define(Shell& shell, const Arguments& arguments) {
  std::string file = arguments.text_or("file", "");
  unsigned flags = arguments.has("validate") ? VIR_DOMAIN_DEFINE_VALIDATE : 0;
  std::string xml = read_file(file);
  Domain domain(flags ? virDomainDefineXMLFlags(shell.connection(), xml.c_str(), flags)
                      : virDomainDefineXML(shell.connection(), xml.c_str()));
  if (!domain) throw failure("Failed to define domain from {}", file);
  shell.say("Domain '{}' defined from {}\n", name_of(domain), file);
}

void dumpxml(Shell& shell, const Arguments& arguments) {
  unsigned flags = 0;
  if (arguments.has("inactive")) flags |= VIR_DOMAIN_XML_INACTIVE;
  if (arguments.has("security-info")) flags |= VIR_DOMAIN_XML_SECURE;
  if (arguments.has("update-cpu")) flags |= VIR_DOMAIN_XML_UPDATE_CPU;
  if (arguments.has("migratable")) flags |= VIR_DOMAIN_XML_MIGRATABLE;
  Domain domain = domain_of(shell, arguments);
  print_document(shell, arguments, take_string(virDomainGetXMLDesc(domain.get(), flags)));
}

void edit(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  unsigned checks = arguments.has("skip-validate") ? 0 : VIR_DOMAIN_DEFINE_VALIDATE;
  EditSteps steps;
  steps.can_force = true;
  steps.fetch = [&] {
    return take_string(virDomainGetXMLDesc(domain.get(), VIR_DOMAIN_XML_SECURE | VIR_DOMAIN_XML_INACTIVE));
  };
  steps.apply = [&](const std::string& xml, bool force) {
    unsigned flags = force ? 0 : checks;
    Domain edited(virDomainDefineXMLFlags(shell.connection(), xml.c_str(), flags));
    if (!edited && flags &&
        (shell.library_error_code() == VIR_ERR_NO_SUPPORT ||
         shell.library_error_code() == VIR_ERR_INVALID_ARG)) {
      shell.forget_library_error();  // a driver that cannot validate
      edited.reset(virDomainDefineXML(shell.connection(), xml.c_str()));
    }
    if (!edited) throw Failure();
    domain = std::move(edited);
  };
  if (edit_object(shell, steps)) {
    shell.say("Domain '{}' XML configuration edited.\n", name_of(domain));
  } else {
    shell.say("Domain '{}' XML configuration not changed.\n", name_of(domain));
  }
}

void domrename(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  if (virDomainRename(domain.get(), arguments.text_or("new-name", "").c_str(), 0) < 0) throw Failure();
  shell.say("Domain successfully renamed\n");
}

void domid(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments, by_name | by_uuid);
  unsigned id = virDomainGetID(domain.get());
  shell.print("{}\n", id == ~0U ? "-" : fmt::format("{}", id));
}

void domname(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments, by_id | by_uuid);
  shell.print("{}\n", name_of(domain));
}

void domuuid(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments, by_name | by_id);
  char uuid[VIR_UUID_STRING_BUFLEN];
  if (virDomainGetUUIDString(domain.get(), uuid) < 0) throw Failure("failed to get domain UUID");
  shell.print("{}\n", uuid);
}

void console(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  unsigned flags = 0;
  if (arguments.has("force")) flags |= VIR_DOMAIN_CONSOLE_FORCE;
  if (arguments.has("safe")) flags |= VIR_DOMAIN_CONSOLE_SAFE;
  run_console(shell, domain, arguments.text_or("devname", ""), flags);
}

}  // namespace

std::vector<Command> domain_definition_commands() {
  return {
      {"console",
       "a domain's console",
       "Connects this terminal to one of the domain's consoles.",
       {domain_option(complete_running_domains), text("devname", "the character device's alias"),
        flag("force", "even if others must be disconnected"),
        flag("safe", "only if the driver can keep others away")},
       console},
      {"define",
       "define a domain from an XML file",
       "Stores a domain's definition, without starting it.",
       {file_option("the file with its definition"), flag("validate", "check the XML against the schema")},
       define},
      {"domid",
       "a domain's id",
       "",
       {text("domain", "the domain's name or UUID").needed().completes(complete_running_domains)},
       domid},
      {"domname",
       "a domain's name",
       "",
       {text("domain", "the domain's id or UUID").needed().completes(complete_domains)},
       domname},
      {"domrename",
       "rename a domain",
       "Gives an inactive domain another name.",
       {domain_option(complete_inactive_domains), text("new-name", "the new name").needed()},
       domrename},
      {"domuuid",
       "a domain's UUID",
       "",
       {text("domain", "the domain's name or id").needed().completes(complete_domains)},
       domuuid},
      {"dumpxml",
       "a domain's definition",
       "Prints the domain's definition as XML.",
       {domain_option(), flag("inactive", "the stored definition, not the running domain's"),
        flag("security-info", "with its secrets"),
        flag("update-cpu", "with the CPU the guest would get on this host"),
        flag("migratable", "in a form another host accepts"), xpath_option(), wrap_option()},
       dumpxml},
      {"edit",
       "edit a domain's definition",
       "Opens the domain's stored definition in an editor.",
       {domain_option(), flag("skip-validate", "do not check the XML against the schema")},
       edit},
      undefine_command(),
  };
}

Group domain_commands() {
  Group group{"Domain Management", "domain", {}};
  for (auto make :
       {domain_lifecycle_commands, domain_definition_commands, domain_text_commands, domain_resource_commands,
        domain_display_commands, domain_device_commands, domain_state_file_commands}) {
    for (Command& command : make()) group.commands.push_back(std::move(command));
  }
  std::ranges::sort(group.commands, {}, &Command::name);
  return group;
}

}  // namespace vireo::virsh
