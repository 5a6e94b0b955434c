// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: long-running changes of a domain's disks.
#pragma once

#include "driver/blocks.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Blocks;

// clang-format off
inline constexpr Rows blocks_rows{
    Row<&Blocks::block_job_abort>{237, "DOMAIN_BLOCK_JOB_ABORT", "virDomainBlockJobAbort", Access::write, "domain:write"},
    Row<&Blocks::block_job_info>{238, "DOMAIN_GET_BLOCK_JOB_INFO", "virDomainGetBlockJobInfo", Access::read, "domain:read"},
    Row<&Blocks::block_job_set_speed>{239, "DOMAIN_BLOCK_JOB_SET_SPEED", "virDomainBlockJobSetSpeed", Access::write, "domain:write"},
    Row<&Blocks::block_pull>{240, "DOMAIN_BLOCK_PULL", "virDomainBlockPull", Access::write, "domain:block_write"},
    Row<&Blocks::block_resize>{251, "DOMAIN_BLOCK_RESIZE", "virDomainBlockResize", Access::write, "domain:block_write"},
    Row<&Blocks::block_rebase>{266, "DOMAIN_BLOCK_REBASE", "virDomainBlockRebase", Access::write, "domain:block_write"},
    Row<&Blocks::block_commit>{290, "DOMAIN_BLOCK_COMMIT", "virDomainBlockCommit", Access::write, "domain:block_write"},
    Row<&Blocks::block_copy>{345, "DOMAIN_BLOCK_COPY", "virDomainBlockCopy", Access::write, "domain:block_write"}
};
// clang-format on

template <>
struct RowsOf<driver::Blocks> {
  static constexpr const auto& rows = blocks_rows;
};

}  // namespace vireo::rpc
