// SPDX-License-Identifier: LGPL-2.1-or-later
// Input to a pretended guest goes nowhere; its picture is always the same.
#pragma once

#include "driver/guest.hpp"
#include "drivers/test/params.hpp"

namespace vireo::test_driver {

class Guest final : public driver::Guest {
 public:
  using DomainRef = driver::DomainRef;

  explicit Guest(Hypervisor& hypervisor) : hypervisor_(hypervisor) {}

  Task<void> inject_nmi(DomainRef ref, std::uint32_t flags) override;
  Task<driver::StreamWith<std::optional<std::string>>> screenshot(DomainRef ref, std::uint32_t screen,
                                                                  std::uint32_t flags) override;
  Task<void> send_key(DomainRef ref, std::uint32_t codeset, std::uint32_t hold_time,
                      driver::List<std::uint32_t, 16> codes, std::uint32_t flags) override;
  Task<void> send_process_signal(DomainRef ref, std::int64_t pid, std::uint32_t signal,
                                 std::uint32_t flags) override;

 private:
  Hypervisor& hypervisor_;
};

}  // namespace vireo::test_driver
