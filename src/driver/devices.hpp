// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Devices: memory, processors and metadata of a domain, live or configured.
#pragma once

#include "base/task.hpp"
#include "driver/types.hpp"
#include "driver/unsupported.hpp"

namespace vireo::driver {

class Devices {
 public:
  virtual ~Devices() = default;
  virtual Task<void> set_max_memory(DomainRef, std::uint64_t /*KiB*/) { unsupported(); }
  virtual Task<void> set_memory(DomainRef, std::uint64_t /*KiB*/) { unsupported(); }
  virtual Task<void> set_memory_flags(DomainRef, std::uint64_t /*KiB*/, std::uint32_t /*flags*/) {
    unsupported();
  }
  virtual Task<void> set_vcpus(DomainRef, std::uint32_t) { unsupported(); }
  virtual Task<void> set_vcpus_flags(DomainRef, std::uint32_t, std::uint32_t /*flags*/) { unsupported(); }
  virtual Task<void> set_metadata(DomainRef, std::int32_t /*type*/, std::optional<std::string> /*metadata*/,
                                  std::optional<std::string> /*key*/, std::optional<std::string> /*uri*/,
                                  std::uint32_t /*flags*/) {
    unsupported();
  }
};

}  // namespace vireo::driver
