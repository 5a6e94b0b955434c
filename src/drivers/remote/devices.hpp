// SPDX-License-Identifier: LGPL-2.1-or-later
// Devices: every call goes to the daemon.
#pragma once

#include "drivers/remote/caller.hpp"

namespace vireo::remote {

class RemoteDevices final : public driver::Devices, private Caller {
 public:
  using Caller::Caller;
  Task<void> set_max_memory(driver::DomainRef domain, std::uint64_t kib) override;
  Task<void> set_memory(driver::DomainRef domain, std::uint64_t kib) override;
  Task<void> set_memory_flags(driver::DomainRef domain, std::uint64_t kib, std::uint32_t flags) override;
  Task<void> set_vcpus(driver::DomainRef domain, std::uint32_t count) override;
  Task<void> set_vcpus_flags(driver::DomainRef domain, std::uint32_t count, std::uint32_t flags) override;
  Task<void> set_metadata(driver::DomainRef domain, std::int32_t type, std::optional<std::string> metadata,
                          std::optional<std::string> key, std::optional<std::string> uri,
                          std::uint32_t flags) override;
};

}  // namespace vireo::remote
