// SPDX-License-Identifier: LGPL-2.1-or-later
// Statistics of many domains at once: their states, and how their I/O threads poll.
#include "driver/domain_filter.hpp"
#include "drivers/test/statistics.hpp"

namespace vireo::test_driver {

namespace {

constexpr std::uint32_t known_stats = VIR_DOMAIN_STATS_STATE | VIR_DOMAIN_STATS_IOTHREAD;
constexpr std::uint32_t known_flags =
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE | VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE |
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT | VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT |
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING | VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED |
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF | VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER;

driver::StatsRecord record(const Domain& domain, std::uint32_t stats) {
  driver::StatsRecord made{.domain = domain.ref(), .params = {}};
  auto& params = made.params;
  if (stats & VIR_DOMAIN_STATS_STATE) {
    params.push_back({"state.state", domain.state.state});
    params.push_back({"state.reason", domain.state.reason});
  }
  const auto& polling = domain.guest.polling;
  if (!(stats & VIR_DOMAIN_STATS_IOTHREAD) || !domain.active() || polling.empty()) return made;
  params.push_back({"iothread.count", static_cast<std::uint32_t>(polling.size())});
  for (const auto& [id, values] : polling) {
    params.push_back({fmt::format("iothread.{}.poll-max-ns", id), values.max_ns});
    params.push_back({fmt::format("iothread.{}.poll-grow", id), values.grow});
    params.push_back({fmt::format("iothread.{}.poll-shrink", id), values.shrink});
  }
  return made;
}

}  // namespace

Task<driver::List<driver::StatsRecord, 16384>> Statistics::all_domain_stats(
    driver::List<DomainRef, 16384> refs, std::uint32_t stats, std::uint32_t flags) {
  check_flags(flags, known_flags | VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS,
              "testConnectGetAllDomainStats");
  if (flags & VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS && stats & ~known_stats)
    throw error(VIR_ERR_ARGUMENT_UNSUPPORTED, VIR_FROM_TEST,
                "Stats types bits 0x{:x} are not supported by this daemon", stats & ~known_stats);
  if (stats == 0) stats = known_stats;
  // The flags have the values of virConnectListAllDomainsFlags.
  const auto filter = flags & known_flags;
  driver::List<driver::StatsRecord, 16384> records;
  if (refs.empty())
    for (const auto& [uuid, domain] : hypervisor_.domains())
      if (driver::matches(domain.facts(), filter)) records.push_back(record(domain, stats));
  // A domain that went away meanwhile is left out.
  for (const auto& ref : refs)
    if (auto found = hypervisor_.domains().find(ref.uuid); found != hypervisor_.domains().end())
      if (driver::matches(found->second.facts(), filter)) records.push_back(record(found->second, stats));
  co_return records;
}

}  // namespace vireo::test_driver
