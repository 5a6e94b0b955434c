// SPDX-License-Identifier: LGPL-2.1-or-later
// Commands that start and stop domains.
#include <libvirt/virterror.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>

#include "virsh/commands.hpp"
#include "virsh/console.hpp"
#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"
#include "virsh/text.hpp"

namespace vireo::virsh {
namespace {

std::vector<int> descriptors(const Arguments& arguments) {
  std::vector<int> list;
  auto given = arguments.text("pass-fds");
  if (!given) return list;
  for (const std::string& part : split_commas(*given)) {
    char* end = nullptr;
    errno = 0;
    long number = std::strtol(part.c_str(), &end, 10);
    if (errno || part.empty() || *end || number < INT32_MIN || number > INT32_MAX) {
      throw failure("Unable to parse FD number '{}'", part);
    }
    list.push_back(static_cast<int>(number));
  }
  return list;
}

unsigned start_flags(const Arguments& arguments) {
  unsigned flags = 0;
  if (arguments.has("paused")) flags |= VIR_DOMAIN_START_PAUSED;
  if (arguments.has("autodestroy")) flags |= VIR_DOMAIN_START_AUTODESTROY;
  if (arguments.has("bypass-cache")) flags |= VIR_DOMAIN_START_BYPASS_CACHE;
  if (arguments.has("force-boot")) flags |= VIR_DOMAIN_START_FORCE_BOOT;
  if (arguments.has("validate")) flags |= VIR_DOMAIN_START_VALIDATE;
  if (arguments.has("reset-nvram")) flags |= VIR_DOMAIN_START_RESET_NVRAM;
  return flags;
}

// The domain is up even when its console cannot be shown: that is said, but is no failure of the command.
void console_after_start(Shell& shell, const Arguments& arguments, const Domain& domain) {
  if (!arguments.has("console")) return;
  try {
    run_console(shell, domain, "", 0);
  } catch (const Failure& failed) {
    for (const std::string& line : failed.lines()) shell.error(line);
    if (failed.lines().empty()) shell.report_library_error();
  }
}

void create(Shell& shell, const Arguments& arguments) {
  std::string file = arguments.text_or("file", "");
  std::string xml = read_file(file);
  std::vector<int> fds = descriptors(arguments);
  unsigned flags = start_flags(arguments);
  virConnectPtr connection = shell.connection();
  Domain domain(fds.empty()
                    ? virDomainCreateXML(connection, xml.c_str(), flags)
                    : virDomainCreateXMLWithFiles(connection, xml.c_str(), static_cast<unsigned>(fds.size()),
                                                  fds.data(), flags));
  if (!domain) throw failure("Failed to create domain from {}", file);
  shell.say("Domain '{}' created from {}\n", name_of(domain), file);
  console_after_start(shell, arguments, domain);
}

// Messages call the domain what the user called it.
std::string named(const Arguments& arguments) { return arguments.text_or("domain", ""); }

bool start_from_save_discarded(Shell& shell, const Domain& domain, unsigned& flags) {
  if (!(flags & VIR_DOMAIN_START_FORCE_BOOT)) return true;
  // Drivers that do not know the flag lose the saved image by hand.
  flags &= ~static_cast<unsigned>(VIR_DOMAIN_START_FORCE_BOOT);
  int saved = virDomainHasManagedSaveImage(domain.get(), 0);
  if (saved < 0) {
    shell.forget_library_error();
    return true;
  }
  return saved == 0 || virDomainManagedSaveRemove(domain.get(), 0) == 0;
}

int start_once(const Domain& domain, std::vector<int>& fds, unsigned flags) {
  if (!fds.empty()) {
    return virDomainCreateWithFiles(domain.get(), static_cast<unsigned>(fds.size()), fds.data(), flags);
  }
  return flags ? virDomainCreateWithFlags(domain.get(), flags) : virDomainCreate(domain.get());
}

void start(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments, by_name | by_uuid);
  if (virDomainGetID(domain.get()) != ~0U) throw Failure("Domain is already active");
  shell.forget_library_error();
  std::vector<int> fds = descriptors(arguments);
  unsigned flags = start_flags(arguments);
  int result = start_once(domain, fds, flags);
  if (result < 0 && (flags & VIR_DOMAIN_START_FORCE_BOOT) &&
      (shell.library_error_code() == VIR_ERR_NO_SUPPORT ||
       shell.library_error_code() == VIR_ERR_INVALID_ARG)) {
    shell.forget_library_error();
    if (start_from_save_discarded(shell, domain, flags)) result = start_once(domain, fds, flags);
  }
  if (result < 0) throw failure("Failed to start domain '{}'", name_of(domain));
  shell.say("Domain '{}' started\n", name_of(domain));
  console_after_start(shell, arguments, domain);
}

struct Mode {
  const char* name;
  unsigned shutdown, reboot;
};
constexpr Mode modes[] = {
    {"acpi", VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN, VIR_DOMAIN_REBOOT_ACPI_POWER_BTN},
    {"agent", VIR_DOMAIN_SHUTDOWN_GUEST_AGENT, VIR_DOMAIN_REBOOT_GUEST_AGENT},
    {"initctl", VIR_DOMAIN_SHUTDOWN_INITCTL, VIR_DOMAIN_REBOOT_INITCTL},
    {"signal", VIR_DOMAIN_SHUTDOWN_SIGNAL, VIR_DOMAIN_REBOOT_SIGNAL},
    {"paravirt", VIR_DOMAIN_SHUTDOWN_PARAVIRT, VIR_DOMAIN_REBOOT_PARAVIRT},
};

unsigned mode_flags(const Arguments& arguments, unsigned Mode::*member, const char* last_separator) {
  unsigned flags = 0;
  auto given = arguments.text("mode");
  if (!given) return flags;
  for (const std::string& wanted : split_commas(*given)) {
    bool known = false;
    for (const Mode& mode : modes) {
      if (wanted != mode.name) continue;
      flags |= mode.*member;
      known = true;
    }
    if (!known) {
      throw failure("Unknown mode {} value, expecting 'acpi', 'agent', 'initctl', 'signal'{} 'paravirt'",
                    wanted, last_separator);
    }
  }
  return flags;
}

void shutdown(Shell& shell, const Arguments& arguments) {
  unsigned flags = mode_flags(arguments, &Mode::shutdown, ", or");
  Domain domain = domain_of(shell, arguments);
  int result = flags ? virDomainShutdownFlags(domain.get(), flags) : virDomainShutdown(domain.get());
  if (result < 0) throw failure("Failed to shutdown domain '{}'", named(arguments));
  shell.say("Domain '{}' is being shutdown\n", named(arguments));
}

void reboot(Shell& shell, const Arguments& arguments) {
  unsigned flags = mode_flags(arguments, &Mode::reboot, " or");
  Domain domain = domain_of(shell, arguments);
  if (virDomainReboot(domain.get(), flags) < 0)
    throw failure("Failed to reboot domain '{}'", named(arguments));
  shell.say("Domain '{}' is being rebooted\n", named(arguments));
}

void reset(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  if (virDomainReset(domain.get(), 0) < 0) throw failure("Failed to reset domain '{}'", named(arguments));
  shell.say("Domain '{}' was reset\n", named(arguments));
}

void destroy(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  unsigned flags = 0;
  if (arguments.has("graceful")) flags |= VIR_DOMAIN_DESTROY_GRACEFUL;
  if (arguments.has("remove-logs")) flags |= VIR_DOMAIN_DESTROY_REMOVE_LOGS;
  int result = flags ? virDomainDestroyFlags(domain.get(), flags) : virDomainDestroy(domain.get());
  if (result < 0) throw failure("Failed to destroy domain '{}'", named(arguments));
  shell.say("Domain '{}' destroyed\n", named(arguments));
}

void suspend(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  if (virDomainSuspend(domain.get()) < 0) throw failure("Failed to suspend domain '{}'", named(arguments));
  shell.say("Domain '{}' suspended\n", named(arguments));
}

void resume(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  if (virDomainResume(domain.get()) < 0) throw failure("Failed to resume domain '{}'", named(arguments));
  shell.say("Domain '{}' resumed\n", named(arguments));
}

void autostart(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  bool on = !arguments.has("disable");
  if (virDomainSetAutostart(domain.get(), on) < 0) {
    throw failure("Failed to {} domain '{}' as autostarted", on ? "mark" : "unmark", named(arguments));
  }
  shell.say("Domain '{}' {} as autostarted\n", named(arguments), on ? "marked" : "unmarked");
}

std::vector<std::string> complete_modes(Shell&, const Arguments&) {
  std::vector<std::string> names;
  for (const Mode& mode : modes) names.emplace_back(mode.name);
  return names;
}

}  // namespace

std::vector<Command> domain_lifecycle_commands() {
  Option mode = text("mode", "how to ask: acpi, agent, initctl, signal, paravirt, or several with commas")
                    .completes(complete_modes);
  Option console = flag("console", "then attach to its console");
  Option paused = flag("paused", "leave it paused");
  Option autodestroy = flag("autodestroy", "destroy it when this shell disconnects");
  Option fds = text("pass-fds", "hand it the open descriptors N,M,...");
  Option nvram = flag("reset-nvram", "make its NVRAM anew from the template");
  Option active = domain_option(complete_running_domains);
  return {
      {"autostart",
       "start a domain with the host",
       "Marks the domain to be started when the host starts.",
       {domain_option(), flag("disable", "do not start it any more")},
       autostart},
      {"create",
       "start a domain from an XML file",
       "Starts a domain that has no stored definition.",
       {file_option("the file with its definition"), console, paused, autodestroy, fds,
        flag("validate", "check the XML against the schema"), nvram},
       create},
      {"destroy",
       "stop a domain at once",
       "Stops the domain as if its plug were pulled. Its definition and disks stay.",
       {active, flag("graceful", "only if it can be stopped without force"),
        flag("remove-logs", "and remove its log files")},
       destroy},
      {"reboot", "reboot a domain", "Asks the domain to reboot.", {active, mode}, reboot},
      {"reset", "reset a domain", "Resets the domain as if its reset button were pressed.", {active}, reset},
      {"resume", "let a suspended domain run", "Lets a suspended domain run on.", {active}, resume},
      {"shutdown", "shut a domain down", "Asks the domain to shut itself down.", {active, mode}, shutdown},
      {"start",
       "start a defined domain",
       "Starts a domain, from its managed save image if there is one.",
       {text("domain", "the domain's name or UUID")
            .needed()
            .completes(complete_inactive_domains)
            .may_be_empty(),
        console, paused, autodestroy, flag("bypass-cache", "read the image past the file cache"),
        flag("force-boot", "drop the managed save image and boot"), fds, nvram},
       start},
      {"suspend",
       "suspend a domain",
       "Stops the domain's CPUs; its memory stays as it is.",
       {active},
       suspend},
  };
}

}  // namespace vireo::virsh
