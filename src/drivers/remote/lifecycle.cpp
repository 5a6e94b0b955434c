// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/lifecycle.hpp"

namespace vireo::remote {

using driver::Lifecycle;

Task<driver::DomainRef> RemoteLifecycle::define(std::string xml) {
  return call<&Lifecycle::define>(std::move(xml));
}
Task<driver::DomainRef> RemoteLifecycle::define_flags(std::string xml, std::uint32_t flags) {
  return call<&Lifecycle::define_flags>(std::move(xml), flags);
}
Task<void> RemoteLifecycle::undefine(driver::DomainRef domain) {
  return call<&Lifecycle::undefine>(std::move(domain));
}
Task<void> RemoteLifecycle::undefine_flags(driver::DomainRef domain, std::uint32_t flags) {
  return call<&Lifecycle::undefine_flags>(std::move(domain), flags);
}
Task<driver::DomainRef> RemoteLifecycle::create_xml(std::string xml, std::uint32_t flags) {
  return call<&Lifecycle::create_xml>(std::move(xml), flags);
}
Task<void> RemoteLifecycle::create(driver::DomainRef domain) {
  return call<&Lifecycle::create>(std::move(domain));
}
Task<driver::DomainRef> RemoteLifecycle::create_flags(driver::DomainRef domain, std::uint32_t flags) {
  return call<&Lifecycle::create_flags>(std::move(domain), flags);
}
Task<void> RemoteLifecycle::suspend(driver::DomainRef domain) {
  return call<&Lifecycle::suspend>(std::move(domain));
}
Task<void> RemoteLifecycle::resume(driver::DomainRef domain) {
  return call<&Lifecycle::resume>(std::move(domain));
}
Task<void> RemoteLifecycle::shutdown(driver::DomainRef domain) {
  return call<&Lifecycle::shutdown>(std::move(domain));
}
Task<void> RemoteLifecycle::shutdown_flags(driver::DomainRef domain, std::uint32_t flags) {
  return call<&Lifecycle::shutdown_flags>(std::move(domain), flags);
}
Task<void> RemoteLifecycle::reboot(driver::DomainRef domain, std::uint32_t flags) {
  return call<&Lifecycle::reboot>(std::move(domain), flags);
}
Task<void> RemoteLifecycle::reset(driver::DomainRef domain, std::uint32_t flags) {
  return call<&Lifecycle::reset>(std::move(domain), flags);
}
Task<void> RemoteLifecycle::destroy(driver::DomainRef domain) {
  return call<&Lifecycle::destroy>(std::move(domain));
}
Task<void> RemoteLifecycle::destroy_flags(driver::DomainRef domain, std::uint32_t flags) {
  return call<&Lifecycle::destroy_flags>(std::move(domain), flags);
}
Task<void> RemoteLifecycle::set_autostart(driver::DomainRef domain, std::int32_t autostart) {
  return call<&Lifecycle::set_autostart>(std::move(domain), autostart);
}
Task<std::int32_t> RemoteLifecycle::rename(driver::DomainRef domain, std::optional<std::string> name,
                                           std::uint32_t flags) {
  return call<&Lifecycle::rename>(std::move(domain), std::move(name), flags);
}

}  // namespace vireo::remote
