// SPDX-License-Identifier: LGPL-2.1-or-later
// Domains of the test driver: look-up and reading of state.
#pragma once

#include "driver/domains.hpp"
#include "drivers/test/hypervisor.hpp"

namespace vireo::test_driver {

class Domains final : public driver::Domains {
 public:
  explicit Domains(Hypervisor& hypervisor) : hypervisor_(hypervisor) {}

  Task<std::int32_t> count_active() override;
  Task<driver::List<std::int32_t, driver::domain_list_max>> active_ids(std::int32_t max) override;
  Task<std::int32_t> count_defined() override;
  Task<driver::List<std::string, driver::domain_list_max>> defined_names(std::int32_t max) override;
  Task<driver::DomainList> list(std::int32_t need_results, std::uint32_t flags) override;
  Task<driver::DomainRef> lookup_by_id(std::int32_t id) override;
  Task<driver::DomainRef> lookup_by_name(std::string name) override;
  Task<driver::DomainRef> lookup_by_uuid(Uuid uuid) override;

  Task<std::string> xml(driver::DomainRef ref, std::uint32_t flags) override;
  Task<driver::DomainInfo> info(driver::DomainRef ref) override;
  Task<driver::DomainState> state(driver::DomainRef ref, std::uint32_t flags) override;
  Task<driver::ControlInfo> control_info(driver::DomainRef ref, std::uint32_t flags) override;
  Task<std::string> os_type(driver::DomainRef ref) override;
  Task<std::uint64_t> max_memory(driver::DomainRef ref) override;
  Task<std::int32_t> max_vcpus(driver::DomainRef ref) override;
  Task<std::int32_t> vcpus(driver::DomainRef ref, std::uint32_t flags) override;
  Task<driver::Vcpus> vcpu_info(driver::DomainRef ref, std::int32_t max_info,
                                std::int32_t map_length) override;
  Task<std::int32_t> autostart(driver::DomainRef ref) override;
  Task<std::int32_t> is_active(driver::DomainRef ref) override;
  Task<std::int32_t> is_persistent(driver::DomainRef ref) override;
  Task<std::int32_t> is_updated(driver::DomainRef ref) override;
  Task<std::int32_t> has_managed_save(driver::DomainRef ref, std::uint32_t flags) override;
  Task<driver::SecurityLabel> security_label(driver::DomainRef ref) override;
  Task<std::string> hostname(driver::DomainRef ref, std::uint32_t flags) override;
  Task<std::string> metadata(driver::DomainRef ref, std::int32_t type, std::optional<std::string> uri,
                             std::uint32_t flags) override;

 private:
  Hypervisor& hypervisor_;
};

}  // namespace vireo::test_driver
