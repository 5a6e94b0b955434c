// SPDX-License-Identifier: LGPL-2.1-or-later
// The agent of a pretended guest: two file systems on its first disk, a clock that stands, any password.
#pragma once

#include "driver/agent.hpp"
#include "drivers/test/params.hpp"

namespace vireo::test_driver {

class Agent final : public driver::Agent {
 public:
  using DomainRef = driver::DomainRef;
  using Mountpoints = driver::List<std::string, 256>;

  explicit Agent(Hypervisor& hypervisor) : hypervisor_(hypervisor) {}

  Task<void> fstrim(DomainRef ref, std::optional<std::string> mountpoint, std::uint64_t minimum,
                    std::uint32_t flags) override;
  Task<std::int32_t> fsfreeze(DomainRef ref, Mountpoints mountpoints, std::uint32_t flags) override;
  Task<std::int32_t> fsthaw(DomainRef ref, Mountpoints mountpoints, std::uint32_t flags) override;
  Task<driver::Listing<driver::FileSystemInfo, 256>> fsinfo(DomainRef ref, std::uint32_t flags) override;
  Task<driver::GuestTime> time(DomainRef ref, std::uint32_t flags) override;
  Task<void> set_time(DomainRef ref, std::int64_t seconds, std::uint32_t nanoseconds,
                      std::uint32_t flags) override;
  Task<void> set_user_password(DomainRef ref, std::optional<std::string> user,
                               std::optional<std::string> password, std::uint32_t flags) override;

 private:
  Hypervisor& hypervisor_;
};

}  // namespace vireo::test_driver
