// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: memory, processors and metadata of a domain.
#pragma once

#include <libvirt/libvirt.h>

#include "driver/devices.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Devices;

// clang-format off
inline constexpr Rows devices_rows{
    Row<&Devices::set_max_memory>{30, "DOMAIN_SET_MAX_MEMORY", "virDomainSetMaxMemory", Access::write, "domain:write", Priority::high},
    Row<&Devices::set_memory>{31, "DOMAIN_SET_MEMORY", "virDomainSetMemory", Access::write, "domain:write"},
    Row<&Devices::set_memory_flags>{204, "DOMAIN_SET_MEMORY_FLAGS", "virDomainSetMemoryFlags", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Devices::set_vcpus>{32, "DOMAIN_SET_VCPUS", "virDomainSetVcpus", Access::write, "domain:write"},
    Row<&Devices::set_vcpus_flags>{199, "DOMAIN_SET_VCPUS_FLAGS", "virDomainSetVcpusFlags", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}, {"domain:write:VIR_DOMAIN_VCPU_GUEST", VIR_DOMAIN_VCPU_GUEST}}},
    Row<&Devices::set_metadata>{264, "DOMAIN_SET_METADATA", "virDomainSetMetadata", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}}
};
// clang-format on

template <>
struct RowsOf<driver::Devices> {
  static constexpr const auto& rows = devices_rows;
};

}  // namespace vireo::rpc
