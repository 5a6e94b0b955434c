// SPDX-License-Identifier: LGPL-2.1-or-later
// The filter of virConnectListAllDomains: groups of flags, each group an "or", the groups an "and".
#pragma once

#include <cstdint>

namespace vireo::driver {

/// What the filter looks at; a driver fills it in from its snapshot of a domain.
struct DomainFacts {
  bool active = false;
  bool persistent = false;
  bool managed_save = false;
  bool autostart = false;
  bool has_snapshot = false;
  bool has_checkpoint = false;
  int state = 0;  ///< virDomainState
};

/// All flags a driver accepts (virConnectListAllDomainsFlags).
inline constexpr std::uint32_t domain_filter_flags = 0xffff;

/// A group of which no flag is set lets everything pass.
bool matches(const DomainFacts& domain, std::uint32_t flags) noexcept;

}  // namespace vireo::driver
