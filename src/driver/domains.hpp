// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Domains: finding domains and reading their state. Nothing here waits for a change in progress:
// every answer comes from the domain's last published snapshot.
#pragma once

#include "base/task.hpp"
#include "driver/capability.hpp"
#include "driver/types.hpp"

namespace vireo::driver {

class Domains : public Capability {
 public:
  using Capability::Capability;
  virtual Task<std::int32_t> count_active() { return other<&Domains::count_active>(); }
  virtual Task<List<std::int32_t, domain_list_max>> active_ids(std::int32_t max) {
    return other<&Domains::active_ids>(max);
  }
  virtual Task<std::int32_t> count_defined() { return other<&Domains::count_defined>(); }
  virtual Task<List<std::string, domain_list_max>> defined_names(std::int32_t max) {
    return other<&Domains::defined_names>(max);
  }
  /// `flags`: virConnectListAllDomainsFlags, already checked for validity by the driver.
  virtual Task<DomainList> list(std::int32_t need_results, std::uint32_t flags) {
    return other<&Domains::list>(need_results, flags);
  }
  virtual Task<DomainRef> lookup_by_id(std::int32_t id) { return other<&Domains::lookup_by_id>(id); }
  virtual Task<DomainRef> lookup_by_name(std::string name) { return other<&Domains::lookup_by_name>(name); }
  virtual Task<DomainRef> lookup_by_uuid(Uuid uuid) { return other<&Domains::lookup_by_uuid>(uuid); }

  virtual Task<std::string> xml(DomainRef domain, std::uint32_t flags /*virDomainXMLFlags*/) {
    return other<&Domains::xml>(domain, flags);
  }
  virtual Task<DomainInfo> info(DomainRef domain) { return other<&Domains::info>(domain); }
  virtual Task<DomainState> state(DomainRef domain, std::uint32_t flags) {
    return other<&Domains::state>(domain, flags);
  }
  virtual Task<ControlInfo> control_info(DomainRef domain, std::uint32_t flags) {
    return other<&Domains::control_info>(domain, flags);
  }
  virtual Task<std::string> os_type(DomainRef domain) { return other<&Domains::os_type>(domain); }
  virtual Task<std::uint64_t> max_memory(DomainRef domain) {
    return other<&Domains::max_memory>(domain);
  }  ///< KiB
  virtual Task<std::int32_t> max_vcpus(DomainRef domain) { return other<&Domains::max_vcpus>(domain); }
  virtual Task<std::int32_t> vcpus(DomainRef domain, std::uint32_t flags /*virDomainVcpuFlags*/) {
    return other<&Domains::vcpus>(domain, flags);
  }
  virtual Task<Vcpus> vcpu_info(DomainRef domain, std::int32_t max_info, std::int32_t map_length) {
    return other<&Domains::vcpu_info>(domain, max_info, map_length);
  }
  virtual Task<std::int32_t> autostart(DomainRef domain) { return other<&Domains::autostart>(domain); }
  virtual Task<std::int32_t> is_active(DomainRef domain) { return other<&Domains::is_active>(domain); }
  virtual Task<std::int32_t> is_persistent(DomainRef domain) {
    return other<&Domains::is_persistent>(domain);
  }
  virtual Task<std::int32_t> is_updated(DomainRef domain) { return other<&Domains::is_updated>(domain); }
  virtual Task<std::int32_t> has_managed_save(DomainRef domain, std::uint32_t flags) {
    return other<&Domains::has_managed_save>(domain, flags);
  }
  virtual Task<SecurityLabel> security_label(DomainRef domain) {
    return other<&Domains::security_label>(domain);
  }
  virtual Task<std::string> hostname(DomainRef domain, std::uint32_t flags) {
    return other<&Domains::hostname>(domain, flags);
  }
  virtual Task<std::string> metadata(DomainRef domain, std::int32_t type, std::optional<std::string> uri,
                                     std::uint32_t flags) {
    return other<&Domains::metadata>(domain, type, uri, flags);
  }
};

}  // namespace vireo::driver
