// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: what a domain has used, and what can be seen of it from outside.
#pragma once

#include "driver/statistics.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Statistics;

// clang-format off
inline constexpr Rows statistics_rows{
    Row<&Statistics::block_stats>{64, "DOMAIN_BLOCK_STATS", "virDomainBlockStats", Access::read, "domain:read"},
    Row<&Statistics::interface_stats>{65, "DOMAIN_INTERFACE_STATS", "virDomainInterfaceStats", Access::read, "domain:read", Priority::high},
    Row<&Statistics::block_peek>{103, "DOMAIN_BLOCK_PEEK", "virDomainBlockPeek", Access::write, "domain:block_read"},
    Row<&Statistics::memory_peek>{104, "DOMAIN_MEMORY_PEEK", "virDomainMemoryPeek", Access::write, "domain:mem_read"},
    Row<&Statistics::memory_stats>{159, "DOMAIN_MEMORY_STATS", "virDomainMemoryStats", Access::read, "domain:read"},
    Row<&Statistics::block_info>{194, "DOMAIN_GET_BLOCK_INFO", "virDomainGetBlockInfo", Access::read, "domain:read"},
    Row<&Statistics::block_stats_flags>{243, "DOMAIN_BLOCK_STATS_FLAGS", "virDomainBlockStatsFlags", Access::read, "domain:read"},
    Row<&Statistics::cpu_stats>{262, "DOMAIN_GET_CPU_STATS", "virDomainGetCPUStats", Access::read, "domain:read"},
    Row<&Statistics::disk_errors>{263, "DOMAIN_GET_DISK_ERRORS", "virDomainGetDiskErrors", Access::read, "domain:read"},
    Row<&Statistics::security_label_list>{278, "DOMAIN_GET_SECURITY_LABEL_LIST", "virDomainGetSecurityLabelList", Access::read, "domain:read", Priority::high},
    Row<&Statistics::all_domain_stats>{344, "CONNECT_GET_ALL_DOMAIN_STATS", "virConnectGetAllDomainStats", Access::read, "connect:search_domains"},
    Row<&Statistics::interface_addresses>{353, "DOMAIN_INTERFACE_ADDRESSES", "virDomainInterfaceAddresses", Access::read, "domain:read"},
    Row<&Statistics::launch_security_info>{396, "DOMAIN_GET_LAUNCH_SECURITY_INFO", "virDomainGetLaunchSecurityInfo", Access::write, "domain:read"},
    Row<&Statistics::messages>{426, "DOMAIN_GET_MESSAGES", "virDomainGetMessages", Access::read, "domain:read"},
    Row<&Statistics::start_dirty_rate_calc>{427, "DOMAIN_START_DIRTY_RATE_CALC", "virDomainStartDirtyRateCalc", Access::write, "domain:write"},
    Row<&Statistics::set_launch_security_state>{439, "DOMAIN_SET_LAUNCH_SECURITY_STATE", "virDomainSetLaunchSecurityState", Access::write, "domain:write"}
};
// clang-format on

template <>
struct RowsOf<driver::Statistics> {
  static constexpr const auto& rows = statistics_rows;
};

}  // namespace vireo::rpc
