// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: the host as a resource: memory pages, suspend, what its processors can do.
#pragma once

#include "driver/node.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Node;

// clang-format off
inline constexpr Rows node_rows{
    Row<&Node::compare_cpu>{158, "CONNECT_COMPARE_CPU", "virConnectCompareCPU", Access::read, "connect:read", Priority::high},
    Row<&Node::baseline_cpu>{162, "CONNECT_BASELINE_CPU", "virConnectBaselineCPU", Access::read, "connect:read"},
    Row<&Node::suspend_for_duration>{250, "NODE_SUSPEND_FOR_DURATION", "virNodeSuspendForDuration", Access::write, "connect:pm_control"},
    Row<&Node::set_memory_parameters>{288, "NODE_SET_MEMORY_PARAMETERS", "virNodeSetMemoryParameters", Access::write, "connect:write"},
    Row<&Node::memory_parameters>{289, "NODE_GET_MEMORY_PARAMETERS", "virNodeGetMemoryParameters", Access::read, "connect:read"},
    Row<&Node::cpu_model_names>{312, "CONNECT_GET_CPU_MODEL_NAMES", "virConnectGetCPUModelNames", Access::read, "connect:read"},
    Row<&Node::free_pages>{340, "NODE_GET_FREE_PAGES", "virNodeGetFreePages", Access::read, "connect:read", Priority::high},
    Row<&Node::alloc_pages>{347, "NODE_ALLOC_PAGES", "virNodeAllocPages", Access::write, "connect:write"},
    Row<&Node::compare_hypervisor_cpu>{393, "CONNECT_COMPARE_HYPERVISOR_CPU", "virConnectCompareHypervisorCPU", Access::write, "connect:write"},
    Row<&Node::baseline_hypervisor_cpu>{394, "CONNECT_BASELINE_HYPERVISOR_CPU", "virConnectBaselineHypervisorCPU", Access::write, "connect:write"},
    Row<&Node::sev_info>{395, "NODE_GET_SEV_INFO", "virNodeGetSEVInfo", Access::write, "connect:read"}
};
// clang-format on

template <>
struct RowsOf<driver::Node> {
  static constexpr const auto& rows = node_rows;
};

}  // namespace vireo::rpc
