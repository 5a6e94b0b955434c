// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Guest: input to the guest and pictures of it.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"
#include "driver/stream.hpp"

namespace vireo::driver {

class Guest : public Capability {
 public:
  using Capability::Capability;
  virtual Task<void> inject_nmi(DomainRef domain, std::uint32_t flags) {
    return other<&Guest::inject_nmi>(domain, flags);
  }
  /// A picture of the screen, and its MIME type.
  virtual Task<StreamWith<std::optional<std::string>>> screenshot(DomainRef domain, std::uint32_t screen,
                                                                  std::uint32_t flags) {
    return other<&Guest::screenshot>(domain, screen, flags);
  }
  virtual Task<void> send_key(DomainRef domain, std::uint32_t codeset, std::uint32_t holdtime,
                              List<std::uint32_t, 16> keycodes, std::uint32_t flags) {
    return other<&Guest::send_key>(domain, codeset, holdtime, keycodes, flags);
  }
  virtual Task<void> pm_suspend_for_duration(DomainRef domain, std::uint32_t target, std::uint64_t duration,
                                             std::uint32_t flags) {
    return other<&Guest::pm_suspend_for_duration>(domain, target, duration, flags);
  }
  virtual Task<void> pm_wakeup(DomainRef domain, std::uint32_t flags) {
    return other<&Guest::pm_wakeup>(domain, flags);
  }
  virtual Task<void> send_process_signal(DomainRef domain, std::int64_t pid_value, std::uint32_t signum,
                                         std::uint32_t flags) {
    return other<&Guest::send_process_signal>(domain, pid_value, signum, flags);
  }
};

}  // namespace vireo::driver
