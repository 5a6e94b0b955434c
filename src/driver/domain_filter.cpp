// SPDX-License-Identifier: LGPL-2.1-or-later
#include "driver/domain_filter.hpp"

#include <libvirt/libvirt.h>

namespace vireo::driver {

namespace {

bool passes(std::uint32_t flags, std::uint32_t yes, std::uint32_t no, bool fact) noexcept {
  return !(flags & (yes | no)) || (flags & (fact ? yes : no));
}

std::uint32_t state_flag(int state) noexcept {
  switch (state) {
    case VIR_DOMAIN_RUNNING:
      return VIR_CONNECT_LIST_DOMAINS_RUNNING;
    case VIR_DOMAIN_PAUSED:
      return VIR_CONNECT_LIST_DOMAINS_PAUSED;
    case VIR_DOMAIN_SHUTOFF:
      return VIR_CONNECT_LIST_DOMAINS_SHUTOFF;
    default:
      return VIR_CONNECT_LIST_DOMAINS_OTHER;
  }
}

constexpr std::uint32_t states = VIR_CONNECT_LIST_DOMAINS_RUNNING | VIR_CONNECT_LIST_DOMAINS_PAUSED |
                                 VIR_CONNECT_LIST_DOMAINS_SHUTOFF | VIR_CONNECT_LIST_DOMAINS_OTHER;

}  // namespace

bool matches(const DomainFacts& domain, std::uint32_t flags) noexcept {
  return passes(flags, VIR_CONNECT_LIST_DOMAINS_ACTIVE, VIR_CONNECT_LIST_DOMAINS_INACTIVE, domain.active) &&
         passes(flags, VIR_CONNECT_LIST_DOMAINS_PERSISTENT, VIR_CONNECT_LIST_DOMAINS_TRANSIENT,
                domain.persistent) &&
         passes(flags, VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE, VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE,
                domain.managed_save) &&
         passes(flags, VIR_CONNECT_LIST_DOMAINS_AUTOSTART, VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART,
                domain.autostart) &&
         passes(flags, VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT, VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT,
                domain.has_snapshot) &&
         passes(flags, VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT, VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT,
                domain.has_checkpoint) &&
         (!(flags & states) || (flags & state_flag(domain.state)));
}

}  // namespace vireo::driver
