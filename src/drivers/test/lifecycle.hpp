// SPDX-License-Identifier: LGPL-2.1-or-later
// Lifecycle of the test driver: everything happens at once.
#pragma once

#include "driver/lifecycle.hpp"
#include "drivers/test/hypervisor.hpp"

namespace vireo::test_driver {

class Lifecycle final : public driver::Lifecycle {
 public:
  explicit Lifecycle(Hypervisor& hypervisor) : hypervisor_(hypervisor) {}

  Task<driver::DomainRef> define(std::string xml) override;
  Task<driver::DomainRef> define_flags(std::string xml, std::uint32_t flags) override;
  Task<void> undefine(driver::DomainRef ref) override;
  Task<void> undefine_flags(driver::DomainRef ref, std::uint32_t flags) override;
  Task<driver::DomainRef> create_xml(std::string xml, std::uint32_t flags) override;
  Task<void> create(driver::DomainRef ref) override;
  Task<driver::DomainRef> create_flags(driver::DomainRef ref, std::uint32_t flags) override;
  Task<void> suspend(driver::DomainRef ref) override;
  Task<void> resume(driver::DomainRef ref) override;
  Task<void> shutdown(driver::DomainRef ref) override;
  Task<void> shutdown_flags(driver::DomainRef ref, std::uint32_t flags) override;
  Task<void> reboot(driver::DomainRef ref, std::uint32_t flags) override;
  Task<void> reset(driver::DomainRef ref, std::uint32_t flags) override;
  Task<void> destroy(driver::DomainRef ref) override;
  Task<void> destroy_flags(driver::DomainRef ref, std::uint32_t flags) override;
  Task<void> set_autostart(driver::DomainRef ref, std::int32_t autostart) override;
  Task<std::int32_t> rename(driver::DomainRef ref, std::optional<std::string> name,
                            std::uint32_t flags) override;

 private:
  Hypervisor& hypervisor_;
};

}  // namespace vireo::test_driver
