// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Devices: memory, processors and metadata of a domain, live or configured.
#pragma once

#include "base/task.hpp"
#include "driver/capability.hpp"
#include "driver/types.hpp"

namespace vireo::driver {

class Devices : public Capability {
 public:
  using Capability::Capability;
  virtual Task<void> set_max_memory(DomainRef domain, std::uint64_t kib) {
    return other<&Devices::set_max_memory>(domain, kib);
  }
  virtual Task<void> set_memory(DomainRef domain, std::uint64_t kib) {
    return other<&Devices::set_memory>(domain, kib);
  }
  virtual Task<void> set_memory_flags(DomainRef domain, std::uint64_t kib, std::uint32_t flags) {
    return other<&Devices::set_memory_flags>(domain, kib, flags);
  }
  virtual Task<void> set_vcpus(DomainRef domain, std::uint32_t count) {
    return other<&Devices::set_vcpus>(domain, count);
  }
  virtual Task<void> set_vcpus_flags(DomainRef domain, std::uint32_t count, std::uint32_t flags) {
    return other<&Devices::set_vcpus_flags>(domain, count, flags);
  }
  virtual Task<void> set_metadata(DomainRef domain, std::int32_t type, std::optional<std::string> metadata,
                                  std::optional<std::string> key, std::optional<std::string> uri,
                                  std::uint32_t flags) {
    return other<&Devices::set_metadata>(domain, type, metadata, key, uri, flags);
  }
};

}  // namespace vireo::driver
