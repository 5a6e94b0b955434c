// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Domains: finding domains and reading their state. Nothing here waits for a change in progress:
// every answer comes from the domain's last published snapshot.
#pragma once

#include "base/task.hpp"
#include "driver/types.hpp"
#include "driver/unsupported.hpp"

namespace vireo::driver {

class Domains {
 public:
  virtual ~Domains() = default;
  virtual Task<std::int32_t> count_active() { unsupported(); }
  virtual Task<List<std::int32_t, domain_list_max>> active_ids(std::int32_t /*max*/) { unsupported(); }
  virtual Task<std::int32_t> count_defined() { unsupported(); }
  virtual Task<List<std::string, domain_list_max>> defined_names(std::int32_t /*max*/) { unsupported(); }
  /// `flags`: virConnectListAllDomainsFlags, already checked for validity by the driver.
  virtual Task<DomainList> list(std::int32_t /*need_results*/, std::uint32_t /*flags*/) { unsupported(); }
  virtual Task<DomainRef> lookup_by_id(std::int32_t /*id*/) { unsupported(); }
  virtual Task<DomainRef> lookup_by_name(std::string /*name*/) { unsupported(); }
  virtual Task<DomainRef> lookup_by_uuid(Uuid /*uuid*/) { unsupported(); }

  virtual Task<std::string> xml(DomainRef, std::uint32_t /*flags: virDomainXMLFlags*/) { unsupported(); }
  virtual Task<DomainInfo> info(DomainRef) { unsupported(); }
  virtual Task<DomainState> state(DomainRef, std::uint32_t /*flags*/) { unsupported(); }
  virtual Task<ControlInfo> control_info(DomainRef, std::uint32_t /*flags*/) { unsupported(); }
  virtual Task<std::string> os_type(DomainRef) { unsupported(); }
  virtual Task<std::uint64_t> max_memory(DomainRef) { unsupported(); }  ///< KiB
  virtual Task<std::int32_t> max_vcpus(DomainRef) { unsupported(); }
  virtual Task<std::int32_t> vcpus(DomainRef, std::uint32_t /*flags: virDomainVcpuFlags*/) { unsupported(); }
  virtual Task<Vcpus> vcpu_info(DomainRef, std::int32_t /*max_info*/, std::int32_t /*map_length*/) {
    unsupported();
  }
  virtual Task<std::int32_t> autostart(DomainRef) { unsupported(); }
  virtual Task<std::int32_t> is_active(DomainRef) { unsupported(); }
  virtual Task<std::int32_t> is_persistent(DomainRef) { unsupported(); }
  virtual Task<std::int32_t> is_updated(DomainRef) { unsupported(); }
  virtual Task<std::int32_t> has_managed_save(DomainRef, std::uint32_t /*flags*/) { unsupported(); }
  virtual Task<SecurityLabel> security_label(DomainRef) { unsupported(); }
  virtual Task<std::string> hostname(DomainRef, std::uint32_t /*flags*/) { unsupported(); }
  virtual Task<std::string> metadata(DomainRef, std::int32_t /*type*/, std::optional<std::string> /*uri*/,
                                     std::uint32_t /*flags*/) {
    unsupported();
  }
};

}  // namespace vireo::driver
