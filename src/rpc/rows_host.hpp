// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: the connection and its machine.
#pragma once

#include "driver/host.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Host;

// clang-format off
inline constexpr Rows host_rows{
    Row<&Host::type>{3, "CONNECT_GET_TYPE", "virConnectGetType", Access::read, "connect:getattr", Priority::high},
    Row<&Host::version>{4, "CONNECT_GET_VERSION", "virConnectGetVersion", Access::read, "connect:getattr", Priority::high},
    Row<&Host::library_version>{157, "CONNECT_GET_LIB_VERSION", "virConnectGetLibVersion", Access::read, "connect:getattr", Priority::high},
    Row<&Host::hostname>{59, "CONNECT_GET_HOSTNAME", "virConnectGetHostname", Access::read, "connect:getattr", Priority::high},
    Row<&Host::uri>{110, "CONNECT_GET_URI", "virConnectGetURI", Access::read, "connect:getattr", Priority::high},
    Row<&Host::max_vcpus>{5, "CONNECT_GET_MAX_VCPUS", "virConnectGetMaxVcpus", Access::read, "connect:read", Priority::high},
    Row<&Host::node_info>{6, "NODE_GET_INFO", "virNodeGetInfo", Access::read, "connect:read", Priority::high},
    Row<&Host::capabilities>{7, "CONNECT_GET_CAPABILITIES", "virConnectGetCapabilities", Access::read, "connect:read"},
    Row<&Host::sysinfo>{203, "CONNECT_GET_SYSINFO", "virConnectGetSysinfo", Access::read, "connect:read", Priority::high},
    Row<&Host::domain_capabilities>{342, "CONNECT_GET_DOMAIN_CAPABILITIES", "virConnectGetDomainCapabilities", Access::write, "connect:write"},
    Row<&Host::is_secure>{149, "CONNECT_IS_SECURE", "virConnectIsSecure", Access::read, "none", Priority::high},
    Row<&Host::free_memory>{102, "NODE_GET_FREE_MEMORY", "virNodeGetFreeMemory", Access::read, "connect:read", Priority::high},
    Row<&Host::cells_free_memory>{101, "NODE_GET_CELLS_FREE_MEMORY", "virNodeGetCellsFreeMemory", Access::read, "connect:read", Priority::high},
    Row<&Host::cpu_stats>{227, "NODE_GET_CPU_STATS", "virNodeGetCPUStats", Access::read, "connect:read", Priority::high},
    Row<&Host::memory_stats>{228, "NODE_GET_MEMORY_STATS", "virNodeGetMemoryStats", Access::read, "connect:read", Priority::high},
    Row<&Host::cpu_map>{293, "NODE_GET_CPU_MAP", "virNodeGetCPUMap", Access::read, "connect:read"},
    Row<&Host::security_model>{122, "NODE_GET_SECURITY_MODEL", "virNodeGetSecurityModel", Access::read, "connect:read", Priority::high},
    Row<&Host::domain_xml_from_native>{135, "CONNECT_DOMAIN_XML_FROM_NATIVE", "virConnectDomainXMLFromNative", Access::write, "connect:write"},
    Row<&Host::domain_xml_to_native>{136, "CONNECT_DOMAIN_XML_TO_NATIVE", "virConnectDomainXMLToNative", Access::write, "connect:write"}
};
// clang-format on

template <>
struct RowsOf<driver::Host> {
  static constexpr const auto& rows = host_rows;
};

}  // namespace vireo::rpc
