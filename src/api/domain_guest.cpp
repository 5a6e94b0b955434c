// SPDX-License-Identifier: LGPL-2.1-or-later
// Input to the guest and pictures of it; single devices of a domain.
#include "api/object_calls.hpp"
#include "api/params.hpp"
#include "api/stream.hpp"
#include "driver/guest.hpp"
#include "driver/hotplug.hpp"

using namespace vireo::api;
namespace driver = vireo::driver;
using driver::Guest;
using driver::Hotplug;

namespace {

constexpr unsigned codesets = VIR_KEYCODE_SET_QNUM + 1;

}  // namespace

extern "C" {

int virDomainInjectNMI(virDomainPtr domain, unsigned int flags) {
  return call(domain, Access::write, runs<&Guest::inject_nmi>(flags));
}

int virDomainSendKey(virDomainPtr domain, unsigned int codeset, unsigned int holdtime, unsigned int* keycodes,
                     int nkeycodes, unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    self.not_null(keycodes, "keycodes");
    positive(self, nkeycodes, "nkeycodes");
    if (codeset >= codesets)
      throw bad_argument(self.function, "codeset", fmt::format("Unsupported codeset '{}'", codeset));
    if (nkeycodes > VIR_DOMAIN_SEND_KEY_MAX_KEYS)
      throw bad_argument(self.function, "nkeycodes",
                         fmt::format("nkeycodes must be <= {}", VIR_DOMAIN_SEND_KEY_MAX_KEYS));
    driver::List<std::uint32_t, 16> codes;
    codes.assign(keycodes, keycodes + nkeycodes);
    self.template run<&Guest::send_key>(codeset, holdtime, std::move(codes), flags);
  });
}

int virDomainSendProcessSignal(virDomainPtr domain, long long pid_value, unsigned int signum,
                               unsigned int flags) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_zero(pid_value, "pid_value");
    check(domain, Access::write, self.function);
    self.template run<&Guest::send_process_signal>(pid_value, signum, flags);
  });
}

int virDomainPMSuspendForDuration(virDomainPtr dom, unsigned int target, unsigned long long duration,
                                  unsigned int flags) {
  return call(dom, Access::write, runs<&Guest::pm_suspend_for_duration>(target, duration, flags));
}

int virDomainPMWakeup(virDomainPtr dom, unsigned int flags) {
  return call(dom, Access::write, runs<&Guest::pm_wakeup>(flags));
}

char* virDomainScreenshot(virDomainPtr domain, virStreamPtr stream, unsigned int screen, unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    check(stream, Access::read, self.function);
    if (stream->connection.get() != domain->connection.get())
      throw bad_argument(self.function, "stream",
                         fmt::format("stream must match connection of domain '{}'", domain->name));
    auto picture = self.template run<&Guest::screenshot>(screen, flags);
    stream->open(std::move(picture.stream));
    return picture.value ? c_string(*picture.value) : nullptr;
  });
}

int virDomainAttachDevice(virDomainPtr domain, const char* xml) {
  return call(domain, Access::write, takes_xml<&Hotplug::attach_device>(xml, "xml"));
}

int virDomainAttachDeviceFlags(virDomainPtr domain, const char* xml, unsigned int flags) {
  return call(domain, Access::write, takes_xml<&Hotplug::attach_device_flags>(xml, "xml", flags));
}

int virDomainDetachDevice(virDomainPtr domain, const char* xml) {
  return call(domain, Access::write, takes_xml<&Hotplug::detach_device>(xml, "xml"));
}

int virDomainDetachDeviceFlags(virDomainPtr domain, const char* xml, unsigned int flags) {
  return call(domain, Access::write, takes_xml<&Hotplug::detach_device_flags>(xml, "xml", flags));
}

int virDomainUpdateDeviceFlags(virDomainPtr domain, const char* xml, unsigned int flags) {
  return call(domain, Access::write, takes_xml<&Hotplug::update_device_flags>(xml, "xml", flags));
}

int virDomainDetachDeviceAlias(virDomainPtr domain, const char* alias, unsigned int flags) {
  return call(domain, Access::write, takes_xml<&Hotplug::detach_device_alias>(alias, "alias", flags));
}
}
