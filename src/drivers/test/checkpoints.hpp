// SPDX-License-Identifier: LGPL-2.1-or-later
// Checkpoints of the test driver: descriptions alone, there are no blocks to track.
#pragma once

#include "driver/checkpoints.hpp"
#include "drivers/test/hypervisor.hpp"

namespace vireo::test_driver {

class Checkpoints final : public driver::Checkpoints {
 public:
  using Listed = driver::Counted<driver::List<driver::CheckpointRef, 16384>>;

  explicit Checkpoints(Hypervisor& hypervisor) : hypervisor_(hypervisor) {}

  Task<driver::CheckpointRef> create_xml(driver::DomainRef ref, std::string xml,
                                         std::uint32_t flags) override;
  Task<std::string> xml(driver::CheckpointRef ref, std::uint32_t flags) override;
  Task<Listed> list(driver::DomainRef ref, std::int32_t need_results, std::uint32_t flags) override;
  Task<Listed> children(driver::CheckpointRef ref, std::int32_t need_results, std::uint32_t flags) override;
  Task<driver::CheckpointRef> lookup_by_name(driver::DomainRef ref, std::string name,
                                             std::uint32_t flags) override;
  Task<driver::CheckpointRef> parent(driver::CheckpointRef ref, std::uint32_t flags) override;
  Task<void> remove(driver::CheckpointRef ref, std::uint32_t flags) override;

 private:
  Hypervisor& hypervisor_;
};

}  // namespace vireo::test_driver
