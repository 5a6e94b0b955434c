// SPDX-License-Identifier: LGPL-2.1-or-later
// Saving a domain's memory to files, and starting it from them.
#include "virsh/commands.hpp"
#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"
#include "virsh/progress.hpp"

namespace vireo::virsh {
namespace {

unsigned image_flags(const Arguments& arguments) {
  arguments.exclusive("running", "paused");
  unsigned flags = 0;
  if (arguments.has("bypass-cache")) flags |= VIR_DOMAIN_SAVE_BYPASS_CACHE;
  if (arguments.has("running")) flags |= VIR_DOMAIN_SAVE_RUNNING;
  if (arguments.has("paused")) flags |= VIR_DOMAIN_SAVE_PAUSED;
  if (arguments.has("reset-nvram")) flags |= VIR_DOMAIN_SAVE_RESET_NVRAM;
  return flags;
}

std::optional<std::string> replaced_definition(const Arguments& arguments) {
  auto file = arguments.text("xml");
  return file ? std::optional(read_file(*file)) : std::nullopt;
}

void save(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  std::string name = arguments.text_or("domain", ""), file = arguments.text_or("file", "");
  unsigned flags = image_flags(arguments);
  auto xml = replaced_definition(arguments);
  int result = run_with_progress(domain, "Save", arguments.has("verbose"), [&] {
    return flags || xml ? virDomainSaveFlags(domain.get(), file.c_str(), c_or_null(xml), flags)
                        : virDomainSave(domain.get(), file.c_str());
  });
  if (result < 0) throw failure("Failed to save domain '{}' to {}", name, file);
  shell.say("\nDomain '{}' saved to {}\n", name, file);
}

void restore(Shell& shell, const Arguments& arguments) {
  std::string file = arguments.text_or("file", "");
  unsigned flags = image_flags(arguments);
  auto xml = replaced_definition(arguments);
  int result = flags || xml ? virDomainRestoreFlags(shell.connection(), file.c_str(), c_or_null(xml), flags)
                            : virDomainRestore(shell.connection(), file.c_str());
  if (result < 0) throw failure("Failed to restore domain from {}", file);
  shell.say("Domain restored from {}\n", file);
}

void managedsave(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  std::string name = arguments.text_or("domain", "");
  unsigned flags = image_flags(arguments);
  int result = run_with_progress(domain, "Managedsave", arguments.has("verbose"),
                                 [&] { return virDomainManagedSave(domain.get(), flags); });
  if (result < 0) throw failure("Failed to save domain '{}' state", name);
  shell.say("\nDomain '{}' state saved by libvirt\n", name);
}

void managedsave_remove(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  std::string name = arguments.text_or("domain", "");
  int saved = virDomainHasManagedSaveImage(domain.get(), 0);
  if (saved < 0) throw Failure("Failed to check for domain managed save image");
  if (saved == 0) {
    shell.say("Domain '{}' has no manage save image; removal skipped", name);
    return;
  }
  if (virDomainManagedSaveRemove(domain.get(), 0) < 0) {
    throw failure("Failed to remove managed save image for domain '{}'", name);
  }
  shell.say("Removed managedsave image for domain '{}'\n", name);
}

void image_dumpxml(Shell& shell, const Arguments& arguments) {
  unsigned flags = arguments.has("security-info") ? VIR_DOMAIN_SAVE_IMAGE_XML_SECURE : 0;
  std::string file = arguments.text_or("file", "");
  print_document(shell, arguments,
                 take_string(virDomainSaveImageGetXMLDesc(shell.connection(), file.c_str(), flags)));
}

}  // namespace

std::vector<Command> domain_state_file_commands() {
  Option bypass = flag("bypass-cache", "do not fill the file cache");
  Option xml = text("xml", "a file with the definition to keep instead").completes(complete_files);
  Option running = flag("running", "let it run when it is started again");
  Option paused = flag("paused", "leave it paused when it is started again");
  Option verbose = flag("verbose", "show how far it is");
  Option active = domain_option(complete_running_domains);
  return {
      {"managedsave",
       "save a domain's state",
       "Saves the domain's memory and stops it; its next start goes on from there.",
       {active, bypass, running, paused, verbose},
       managedsave},
      {"managedsave-remove",
       "drop a saved state",
       "Drops the image made by managedsave; the next start boots.",
       {domain_option()},
       managedsave_remove},
      {"restore",
       "start a domain from a file",
       "Starts a domain with the memory that save put into a file.",
       {file_option("the file"), bypass, xml, running, paused, flag("reset-nvram", "make its NVRAM anew")},
       restore},
      {"save",
       "save a domain to a file",
       "Saves the domain's memory to a file and stops it.",
       {active, file_option("the file"), bypass, xml, running, paused, verbose},
       save},
      {"save-image-dumpxml",
       "the definition in a saved file",
       "Prints the definition a saved file holds.",
       {file_option("the file"), flag("security-info", "with its secrets"), xpath_option(), wrap_option()},
       image_dumpxml},
  };
}

}  // namespace vireo::virsh
