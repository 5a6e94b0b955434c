// SPDX-License-Identifier: LGPL-2.1-or-later
// Statistics of the test driver: numbers that follow the clock or stand still.
#pragma once

#include "driver/statistics.hpp"
#include "drivers/test/params.hpp"

namespace vireo::test_driver {

class Statistics final : public driver::Statistics {
 public:
  using DomainRef = driver::DomainRef;
  template <std::uint32_t Max>
  using ParamList = driver::List<driver::TypedParam, Max>;

  explicit Statistics(Hypervisor& hypervisor) : hypervisor_(hypervisor) {}

  Task<driver::BlockStats> block_stats(DomainRef ref, std::string path) override;
  Task<driver::InterfaceStats> interface_stats(DomainRef ref, std::string device) override;
  Task<driver::Opaque<4194304>> memory_peek(DomainRef ref, std::uint64_t offset, std::uint32_t size,
                                            std::uint32_t flags) override;
  Task<driver::List<driver::MemoryStat, 1024>> memory_stats(DomainRef ref, std::uint32_t room,
                                                            std::uint32_t flags) override;
  Task<driver::BlockInfo> block_info(DomainRef ref, std::string path, std::uint32_t flags) override;
  Task<driver::Counted<ParamList<2048>>> cpu_stats(DomainRef ref, std::uint32_t room, std::int32_t first,
                                                   std::uint32_t count, std::uint32_t flags) override;
  Task<driver::Counted<driver::List<driver::DiskError, 256>>> disk_errors(DomainRef ref, std::uint32_t room,
                                                                          std::uint32_t flags) override;
  Task<driver::List<driver::StatsRecord, 16384>> all_domain_stats(driver::List<DomainRef, 16384> refs,
                                                                  std::uint32_t stats,
                                                                  std::uint32_t flags) override;
  Task<driver::List<driver::GuestInterface, 2048>> interface_addresses(DomainRef ref, std::uint32_t source,
                                                                       std::uint32_t flags) override;
  Task<ParamList<64>> launch_security_info(DomainRef ref, std::uint32_t flags) override;
  Task<driver::List<std::string, 2048>> messages(DomainRef ref, std::uint32_t flags) override;

 private:
  Hypervisor& hypervisor_;
};

}  // namespace vireo::test_driver
