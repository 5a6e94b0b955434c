// SPDX-License-Identifier: LGPL-2.1-or-later
// Devices of the test driver: memory, processors and metadata are numbers and texts in the definition.
#pragma once

#include "driver/devices.hpp"
#include "drivers/test/hypervisor.hpp"

namespace vireo::test_driver {

/// Processors a pretended domain may have.
inline constexpr unsigned max_vcpus = 32;

class Devices final : public driver::Devices {
 public:
  explicit Devices(Hypervisor& hypervisor) : hypervisor_(hypervisor) {}

  Task<void> set_max_memory(driver::DomainRef ref, std::uint64_t memory) override;
  Task<void> set_memory(driver::DomainRef ref, std::uint64_t memory) override;
  Task<void> set_memory_flags(driver::DomainRef ref, std::uint64_t memory, std::uint32_t flags) override;
  Task<void> set_vcpus(driver::DomainRef ref, std::uint32_t count) override;
  Task<void> set_vcpus_flags(driver::DomainRef ref, std::uint32_t count, std::uint32_t flags) override;
  Task<void> set_metadata(driver::DomainRef ref, std::int32_t type, std::optional<std::string> metadata,
                          std::optional<std::string> key, std::optional<std::string> uri,
                          std::uint32_t flags) override;

 private:
  Hypervisor& hypervisor_;
};

}  // namespace vireo::test_driver
