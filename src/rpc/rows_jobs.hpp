// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: what a domain is busy with.
#pragma once

#include "driver/jobs.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Jobs;

// clang-format off
inline constexpr Rows jobs_rows{
    Row<&Jobs::job_info>{163, "DOMAIN_GET_JOB_INFO", "virDomainGetJobInfo", Access::read, "domain:read"},
    Row<&Jobs::abort_job>{164, "DOMAIN_ABORT_JOB", "virDomainAbortJob", Access::write, "domain:write"},
    Row<&Jobs::job_stats>{298, "DOMAIN_GET_JOB_STATS", "virDomainGetJobStats", Access::read, "domain:read"},
    Row<&Jobs::abort_job_flags>{442, "DOMAIN_ABORT_JOB_FLAGS", "virDomainAbortJobFlags", Access::write, "domain:write"}
};
// clang-format on

template <>
struct RowsOf<driver::Jobs> {
  static constexpr const auto& rows = jobs_rows;
};

}  // namespace vireo::rpc
