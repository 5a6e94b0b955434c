// SPDX-License-Identifier: LGPL-2.1-or-later
// Domains: every call goes to the daemon.
#pragma once

#include "drivers/remote/caller.hpp"

namespace vireo::remote {

class RemoteDomains final : public driver::Domains, private Caller {
 public:
  using Caller::Caller;
  Task<std::int32_t> count_active() override;
  Task<driver::List<std::int32_t, driver::domain_list_max>> active_ids(std::int32_t max) override;
  Task<std::int32_t> count_defined() override;
  Task<driver::List<std::string, driver::domain_list_max>> defined_names(std::int32_t max) override;
  Task<driver::DomainList> list(std::int32_t need_results, std::uint32_t flags) override;
  Task<driver::DomainRef> lookup_by_id(std::int32_t id) override;
  Task<driver::DomainRef> lookup_by_name(std::string name) override;
  Task<driver::DomainRef> lookup_by_uuid(Uuid uuid) override;
  Task<std::string> xml(driver::DomainRef domain, std::uint32_t flags) override;
  Task<driver::DomainInfo> info(driver::DomainRef domain) override;
  Task<driver::DomainState> state(driver::DomainRef domain, std::uint32_t flags) override;
  Task<driver::ControlInfo> control_info(driver::DomainRef domain, std::uint32_t flags) override;
  Task<std::string> os_type(driver::DomainRef domain) override;
  Task<std::uint64_t> max_memory(driver::DomainRef domain) override;
  Task<std::int32_t> max_vcpus(driver::DomainRef domain) override;
  Task<std::int32_t> vcpus(driver::DomainRef domain, std::uint32_t flags) override;
  Task<driver::Vcpus> vcpu_info(driver::DomainRef domain, std::int32_t max_info,
                                std::int32_t map_length) override;
  Task<std::int32_t> autostart(driver::DomainRef domain) override;
  Task<std::int32_t> is_active(driver::DomainRef domain) override;
  Task<std::int32_t> is_persistent(driver::DomainRef domain) override;
  Task<std::int32_t> is_updated(driver::DomainRef domain) override;
  Task<std::int32_t> has_managed_save(driver::DomainRef domain, std::uint32_t flags) override;
  Task<driver::SecurityLabel> security_label(driver::DomainRef domain) override;
  Task<std::string> hostname(driver::DomainRef domain, std::uint32_t flags) override;
  Task<std::string> metadata(driver::DomainRef domain, std::int32_t type, std::optional<std::string> uri,
                             std::uint32_t flags) override;
};

}  // namespace vireo::remote
