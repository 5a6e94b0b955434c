// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/domains.hpp"

namespace vireo::remote {

using driver::Domains;

Task<std::int32_t> RemoteDomains::count_active() { return call<&Domains::count_active>(); }
Task<driver::List<std::int32_t, driver::domain_list_max>> RemoteDomains::active_ids(std::int32_t max) {
  return call<&Domains::active_ids>(max);
}
Task<std::int32_t> RemoteDomains::count_defined() { return call<&Domains::count_defined>(); }
Task<driver::List<std::string, driver::domain_list_max>> RemoteDomains::defined_names(std::int32_t max) {
  return call<&Domains::defined_names>(max);
}
Task<driver::DomainList> RemoteDomains::list(std::int32_t need_results, std::uint32_t flags) {
  return call<&Domains::list>(need_results, flags);
}
Task<driver::DomainRef> RemoteDomains::lookup_by_id(std::int32_t id) {
  return call<&Domains::lookup_by_id>(id);
}
Task<driver::DomainRef> RemoteDomains::lookup_by_name(std::string name) {
  return call<&Domains::lookup_by_name>(std::move(name));
}
Task<driver::DomainRef> RemoteDomains::lookup_by_uuid(Uuid uuid) {
  return call<&Domains::lookup_by_uuid>(uuid);
}
Task<std::string> RemoteDomains::xml(driver::DomainRef domain, std::uint32_t flags) {
  return call<&Domains::xml>(std::move(domain), flags);
}
Task<driver::DomainInfo> RemoteDomains::info(driver::DomainRef domain) {
  return call<&Domains::info>(std::move(domain));
}
Task<driver::DomainState> RemoteDomains::state(driver::DomainRef domain, std::uint32_t flags) {
  return call<&Domains::state>(std::move(domain), flags);
}
Task<driver::ControlInfo> RemoteDomains::control_info(driver::DomainRef domain, std::uint32_t flags) {
  return call<&Domains::control_info>(std::move(domain), flags);
}
Task<std::string> RemoteDomains::os_type(driver::DomainRef domain) {
  return call<&Domains::os_type>(std::move(domain));
}
Task<std::uint64_t> RemoteDomains::max_memory(driver::DomainRef domain) {
  return call<&Domains::max_memory>(std::move(domain));
}
Task<std::int32_t> RemoteDomains::max_vcpus(driver::DomainRef domain) {
  return call<&Domains::max_vcpus>(std::move(domain));
}
Task<std::int32_t> RemoteDomains::vcpus(driver::DomainRef domain, std::uint32_t flags) {
  return call<&Domains::vcpus>(std::move(domain), flags);
}
Task<driver::Vcpus> RemoteDomains::vcpu_info(driver::DomainRef domain, std::int32_t max_info,
                                             std::int32_t map_length) {
  return call<&Domains::vcpu_info>(std::move(domain), max_info, map_length);
}
Task<std::int32_t> RemoteDomains::autostart(driver::DomainRef domain) {
  return call<&Domains::autostart>(std::move(domain));
}
Task<std::int32_t> RemoteDomains::is_active(driver::DomainRef domain) {
  return call<&Domains::is_active>(std::move(domain));
}
Task<std::int32_t> RemoteDomains::is_persistent(driver::DomainRef domain) {
  return call<&Domains::is_persistent>(std::move(domain));
}
Task<std::int32_t> RemoteDomains::is_updated(driver::DomainRef domain) {
  return call<&Domains::is_updated>(std::move(domain));
}
Task<std::int32_t> RemoteDomains::has_managed_save(driver::DomainRef domain, std::uint32_t flags) {
  return call<&Domains::has_managed_save>(std::move(domain), flags);
}
Task<driver::SecurityLabel> RemoteDomains::security_label(driver::DomainRef domain) {
  return call<&Domains::security_label>(std::move(domain));
}
Task<std::string> RemoteDomains::hostname(driver::DomainRef domain, std::uint32_t flags) {
  return call<&Domains::hostname>(std::move(domain), flags);
}
Task<std::string> RemoteDomains::metadata(driver::DomainRef domain, std::int32_t type,
                                          std::optional<std::string> uri, std::uint32_t flags) {
  return call<&Domains::metadata>(std::move(domain), type, std::move(uri), flags);
}

}  // namespace vireo::remote
