// SPDX-License-Identifier: LGPL-2.1-or-later
// Defining domains and moving them from state to state.
#include "api/call.hpp"
#include "driver/lifecycle.hpp"

using namespace vireo::api;
using vireo::driver::Lifecycle;

namespace {

/// A method that takes an XML text and makes a domain of it.
template <auto Method, class... Args>
auto makes(const char* xml, const char* argument, Args... args) {
  return [=](auto& self) {
    self.not_null(xml, argument);
    return self.template run<Method>(xml, args...);
  };
}

/// A method after which the domain does not run.
template <auto Method, class... Args>
auto ends(Args... args) {
  return [=](auto& self) {
    self.template run<Method>(args...);
    self.handle.id = -1;
  };
}

}  // namespace

extern "C" {

virDomainPtr virDomainDefineXML(virConnectPtr conn, const char* xml) {
  return call(conn, Access::write, makes<&Lifecycle::define>(xml, "xml"));
}

virDomainPtr virDomainDefineXMLFlags(virConnectPtr conn, const char* xml, unsigned int flags) {
  return call(conn, Access::write, makes<&Lifecycle::define_flags>(xml, "xml", flags));
}

virDomainPtr virDomainCreateXML(virConnectPtr conn, const char* xmlDesc, unsigned int flags) {
  return call(conn, Access::write, makes<&Lifecycle::create_xml>(xmlDesc, "xmlDesc", flags));
}

virDomainPtr virDomainCreateLinux(virConnectPtr conn, const char* xmlDesc, unsigned int flags) {
  return call(conn, Access::write, makes<&Lifecycle::create_xml>(xmlDesc, "xmlDesc", flags));
}

int virDomainCreate(virDomainPtr domain) {
  return call(domain, Access::write, [](auto& self) {
    self.template run<&Lifecycle::create>();
    self.handle.id = _virDomain::unknown_id;
  });
}

int virDomainCreateWithFlags(virDomainPtr domain, unsigned int flags) {
  return call(domain, Access::write,
              [=](auto& self) { self.handle.id = self.template run<&Lifecycle::create_flags>(flags).id; });
}

int virDomainUndefine(virDomainPtr domain) {
  return call(domain, Access::write, runs<&Lifecycle::undefine>());
}

int virDomainUndefineFlags(virDomainPtr domain, unsigned int flags) {
  return call(domain, Access::write, runs<&Lifecycle::undefine_flags>(flags));
}

int virDomainSuspend(virDomainPtr domain) { return call(domain, Access::write, runs<&Lifecycle::suspend>()); }

int virDomainResume(virDomainPtr domain) { return call(domain, Access::write, runs<&Lifecycle::resume>()); }

int virDomainShutdown(virDomainPtr domain) {
  return call(domain, Access::write, runs<&Lifecycle::shutdown>());
}

int virDomainShutdownFlags(virDomainPtr domain, unsigned int flags) {
  return call(domain, Access::write, runs<&Lifecycle::shutdown_flags>(flags));
}

int virDomainReboot(virDomainPtr domain, unsigned int flags) {
  return call(domain, Access::write, runs<&Lifecycle::reboot>(flags));
}

int virDomainReset(virDomainPtr domain, unsigned int flags) {
  return call(domain, Access::write, runs<&Lifecycle::reset>(flags));
}

int virDomainDestroy(virDomainPtr domain) { return call(domain, Access::write, ends<&Lifecycle::destroy>()); }

int virDomainDestroyFlags(virDomainPtr domain, unsigned int flags) {
  return call(domain, Access::write, ends<&Lifecycle::destroy_flags>(flags));
}

int virDomainSetAutostart(virDomainPtr domain, int autostart) {
  return call(domain, Access::write, runs<&Lifecycle::set_autostart>(autostart));
}

int virDomainRename(virDomainPtr domain, const char* new_name, unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    self.not_null(new_name, "new_name");
    return self.template run<&Lifecycle::rename>(new_name, flags);
  });
}
}
