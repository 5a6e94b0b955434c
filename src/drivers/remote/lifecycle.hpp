// SPDX-License-Identifier: LGPL-2.1-or-later
// Lifecycle: every call goes to the daemon.
#pragma once

#include "drivers/remote/caller.hpp"

namespace vireo::remote {

class RemoteLifecycle final : public driver::Lifecycle, private Caller {
 public:
  using Caller::Caller;
  Task<driver::DomainRef> define(std::string xml) override;
  Task<driver::DomainRef> define_flags(std::string xml, std::uint32_t flags) override;
  Task<void> undefine(driver::DomainRef domain) override;
  Task<void> undefine_flags(driver::DomainRef domain, std::uint32_t flags) override;
  Task<driver::DomainRef> create_xml(std::string xml, std::uint32_t flags) override;
  Task<void> create(driver::DomainRef domain) override;
  Task<driver::DomainRef> create_flags(driver::DomainRef domain, std::uint32_t flags) override;
  Task<void> suspend(driver::DomainRef domain) override;
  Task<void> resume(driver::DomainRef domain) override;
  Task<void> shutdown(driver::DomainRef domain) override;
  Task<void> shutdown_flags(driver::DomainRef domain, std::uint32_t flags) override;
  Task<void> reboot(driver::DomainRef domain, std::uint32_t flags) override;
  Task<void> reset(driver::DomainRef domain, std::uint32_t flags) override;
  Task<void> destroy(driver::DomainRef domain) override;
  Task<void> destroy_flags(driver::DomainRef domain, std::uint32_t flags) override;
  Task<void> set_autostart(driver::DomainRef domain, std::int32_t autostart) override;
  Task<std::int32_t> rename(driver::DomainRef domain, std::optional<std::string> name,
                            std::uint32_t flags) override;
};

}  // namespace vireo::remote
