// SPDX-License-Identifier: LGPL-2.1-or-later
// What libvirt-qemu.so.0 and libvirt-lxc.so.0 forward to. No driver serves these yet: each checks what it is
// given and then is not supported.
#include <libvirt/libvirt-lxc.h>
#include <libvirt/libvirt-qemu.h>

#include "api/call_of.hpp"

using namespace vireo::api;

namespace {

/// The two libraries' errors have no domain, and name a bad argument before a read-only connection.
template <class R, class H, class Check>
R refused(H* handle, const char* function, Check check_arguments) {
  return call_of<VIR_FROM_NONE>(
      handle, Access::read,
      [=](auto& self) -> R {
        check_arguments(self);
        check(&self.handle, Access::write, function);
        vireo::driver::unsupported();
      },
      function);
}

constexpr auto nothing_else = [](auto&) {};

}  // namespace

extern "C" {

int vireo_virDomainQemuMonitorCommand(virDomainPtr domain, const char*, char** result, unsigned int) {
  return refused<int>(domain, "virDomainQemuMonitorCommand",
                      [=](auto& self) { self.not_null(result, "result"); });
}

int vireo_virDomainQemuMonitorCommandWithFiles(virDomainPtr domain, const char* cmd, unsigned int, int*,
                                               unsigned int*, int**, char** result, unsigned int) {
  return refused<int>(domain, "virDomainQemuMonitorCommandWithFiles", [=](auto& self) {
    self.not_null(cmd, "cmd");
    self.not_null(result, "result");
  });
}

char* vireo_virDomainQemuAgentCommand(virDomainPtr domain, const char*, int, unsigned int) {
  return refused<char*>(domain, "virDomainQemuAgentCommand", nothing_else);
}

virDomainPtr vireo_virDomainQemuAttach(virConnectPtr conn, unsigned int pid, unsigned int) {
  return refused<virDomainPtr>(conn, "virDomainQemuAttach",
                               [=](auto& self) { self.not_zero(pid, "pid_value"); });
}

int vireo_virConnectDomainQemuMonitorEventRegister(virConnectPtr conn, virDomainPtr, const char*,
                                                   virConnectDomainQemuMonitorEventCallback cb, void*,
                                                   virFreeCallback, unsigned int) {
  return refused<int>(conn, "virConnectDomainQemuMonitorEventRegister", [=](auto& self) {
    if (!cb) self.refuse("cb", "must not be NULL");
  });
}

int vireo_virConnectDomainQemuMonitorEventDeregister(virConnectPtr conn, int id) {
  return refused<int>(conn, "virConnectDomainQemuMonitorEventDeregister",
                      [=](auto& self) { self.not_negative(id, "callbackID"); });
}

int vireo_virDomainLxcOpenNamespace(virDomainPtr domain, int** fdlist, unsigned int) {
  return refused<int>(domain, "virDomainLxcOpenNamespace",
                      [=](auto& self) { self.not_null(fdlist, "fdlist"); });
}

int vireo_virDomainLxcEnterNamespace(virDomainPtr domain, unsigned int, int*, unsigned int*, int**,
                                     unsigned int) {
  return refused<int>(domain, "virDomainLxcEnterNamespace", nothing_else);
}

int vireo_virDomainLxcEnterCGroup(virDomainPtr domain, unsigned int) {
  return refused<int>(domain, "virDomainLxcEnterCGroup", nothing_else);
}

int vireo_virDomainLxcEnterSecurityLabel(virSecurityModelPtr, virSecurityLabelPtr, virSecurityLabelPtr,
                                         unsigned int) {
  reset_last_error();
  report(vireo::Error(VIR_ERR_NO_SUPPORT, VIR_FROM_NONE, "virDomainLxcEnterSecurityLabel").data(), nullptr);
  return -1;
}
}
