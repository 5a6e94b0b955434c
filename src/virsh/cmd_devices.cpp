// SPDX-License-Identifier: LGPL-2.1-or-later
// Devices that come and go, and signals to the guest.
#include "virsh/commands.hpp"
#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"

namespace vireo::virsh {
namespace {

/// 0 when none of --config, --live, --current and --persistent was given.
unsigned device_flags(const Arguments& arguments, const Domain& domain) {
  arguments.exclusive("persistent", "current");
  unsigned flags = affect_flags(arguments);
  if (arguments.has("persistent")) {
    flags |= VIR_DOMAIN_AFFECT_CONFIG;
    if (virDomainIsActive(domain.get()) == 1) flags |= VIR_DOMAIN_AFFECT_LIVE;
  }
  return flags;
}

void attach_device(Shell& shell, const Arguments& arguments) {
  arguments.exclusive("persistent", "current");
  affect_flags(arguments);
  Domain domain = domain_of(shell, arguments);
  std::string file = arguments.text_or("file", "");
  unsigned flags = device_flags(arguments, domain);
  std::string xml = read_file(file);
  bool plain = flags == 0 && !arguments.has("current");
  int result = plain ? virDomainAttachDevice(domain.get(), xml.c_str())
                     : virDomainAttachDeviceFlags(domain.get(), xml.c_str(), flags);
  if (result < 0) throw failure("Failed to attach device from {}", file);
  shell.say("Device attached successfully\n");
}

void detach_device(Shell& shell, const Arguments& arguments) {
  arguments.exclusive("persistent", "current");
  affect_flags(arguments);
  Domain domain = domain_of(shell, arguments);
  std::string file = arguments.text_or("file", "");
  unsigned flags = device_flags(arguments, domain);
  std::string xml = read_file(file);
  bool plain = flags == 0 && !arguments.has("current");
  int result = plain ? virDomainDetachDevice(domain.get(), xml.c_str())
                     : virDomainDetachDeviceFlags(domain.get(), xml.c_str(), flags);
  if (result < 0) throw failure("Failed to detach device from {}", file);
  shell.say("Device detached successfully\n");
}

void detach_device_alias(Shell& shell, const Arguments& arguments) {
  unsigned flags = affect_flags(arguments);
  Domain domain = domain_of(shell, arguments);
  std::string wanted = arguments.text_or("alias", "");
  if (virDomainDetachDeviceAlias(domain.get(), wanted.c_str(), flags) < 0) {
    throw failure("Failed to detach device with alias {}", wanted);
  }
  shell.say("Device detach request sent successfully\n");
}

void update_device(Shell& shell, const Arguments& arguments) {
  arguments.exclusive("persistent", "current");
  affect_flags(arguments);
  Domain domain = domain_of(shell, arguments);
  std::string file = arguments.text_or("file", "");
  unsigned flags = device_flags(arguments, domain);
  if (arguments.has("force")) flags |= VIR_DOMAIN_DEVICE_MODIFY_FORCE;
  std::string xml = read_file(file);
  if (virDomainUpdateDeviceFlags(domain.get(), xml.c_str(), flags) < 0) {
    throw failure("Failed to update device from {}", file);
  }
  shell.say("Device updated successfully\n");
}

void inject_nmi(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  if (virDomainInjectNMI(domain.get(), 0) < 0) throw Failure();
}

void dompmsuspend(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  unsigned long long duration = arguments.unsigned_number("duration", UINT64_MAX).value_or(0);
  std::string target = arguments.text_or("target", "");
  unsigned kind = 0;
  if (target == "mem") {
    kind = VIR_NODE_SUSPEND_TARGET_MEM;
  } else if (target == "disk") {
    kind = VIR_NODE_SUSPEND_TARGET_DISK;
  } else if (target == "hybrid") {
    kind = VIR_NODE_SUSPEND_TARGET_HYBRID;
  } else {
    throw Failure("Invalid target");
  }
  std::string name = arguments.text_or("domain", "");
  if (virDomainPMSuspendForDuration(domain.get(), kind, duration, 0) < 0) {
    throw failure("Domain '{}' could not be suspended", name);
  }
  shell.say("Domain '{}' successfully suspended", name);
}

void dompmwakeup(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  std::string name = arguments.text_or("domain", "");
  if (virDomainPMWakeup(domain.get(), 0) < 0) throw failure("Domain '{}' could not be woken up", name);
  shell.say("Domain '{}' successfully woken up", name);
}

void domjobabort(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  unsigned flags = arguments.has("postcopy") ? VIR_DOMAIN_ABORT_JOB_POSTCOPY : 0;
  int result = flags ? virDomainAbortJobFlags(domain.get(), flags) : virDomainAbortJob(domain.get());
  if (result < 0) throw Failure();
}

}  // namespace

std::vector<Command> domain_device_commands() {
  Option file = file_option("the file with the device's definition");
  Option persistent = flag("persistent", "change the stored definition, and the running domain if it runs");
  Option active = domain_option(complete_running_domains);
  return {
      {"attach-device",
       "attach a device",
       "Attaches the device an XML file describes.",
       {domain_option(), file, persistent, config_option(), live_option(), current_option()},
       attach_device},
      {"detach-device",
       "detach a device",
       "Detaches the device an XML file describes.",
       {domain_option(), file, persistent, config_option(), live_option(), current_option()},
       detach_device},
      {"detach-device-alias",
       "detach a device by its alias",
       "Asks the guest to let go of the device with this alias.",
       {domain_option(), text("alias", "the device's alias").needed(), config_option(), live_option(),
        current_option()},
       detach_device_alias},
      {"domjobabort",
       "abort a domain's job",
       "Aborts the long operation that runs on the domain.",
       {active, flag("postcopy", "a migration in its post-copy phase")},
       domjobabort},
      {"dompmsuspend",
       "put a guest to sleep",
       "Asks the guest to put itself to sleep.",
       {active, text("target", "mem, disk or hybrid").needed(),
        number("duration", "for so many seconds, 0 for no end").only_named()},
       dompmsuspend},
      {"dompmwakeup", "wake a guest", "Wakes a guest that was put to sleep.", {active}, dompmwakeup},
      {"inject-nmi", "interrupt a guest", "Sends the guest a non-maskable interrupt.", {active}, inject_nmi},
      {"update-device",
       "change a device",
       "Changes a device to what an XML file describes.",
       {domain_option(), file, persistent, config_option(), live_option(), current_option(),
        flag("force", "even if the guest holds it")},
       update_device},
  };
}

}  // namespace vireo::virsh
