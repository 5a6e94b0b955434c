// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: finding domains and reading their state.
#pragma once

#include <libvirt/libvirt.h>

#include "driver/domains.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Domains;

// clang-format off
inline constexpr Rows domains_rows{
    Row<&Domains::count_active>{51, "CONNECT_NUM_OF_DOMAINS", "virConnectNumOfDomains", Access::read, "connect:search_domains", Priority::high},
    Row<&Domains::active_ids>{37, "CONNECT_LIST_DOMAINS", "virConnectListDomains", Access::read, "connect:search_domains", Priority::high},
    Row<&Domains::count_defined>{25, "CONNECT_NUM_OF_DEFINED_DOMAINS", "virConnectNumOfDefinedDomains", Access::read, "connect:search_domains", Priority::high},
    Row<&Domains::defined_names>{21, "CONNECT_LIST_DEFINED_DOMAINS", "virConnectListDefinedDomains", Access::read, "connect:search_domains", Priority::high},
    Row<&Domains::list>{273, "CONNECT_LIST_ALL_DOMAINS", "virConnectListAllDomains", Access::read, "connect:search_domains", Priority::high},
    Row<&Domains::lookup_by_id>{22, "DOMAIN_LOOKUP_BY_ID", "virDomainLookupByID", Access::read, "domain:getattr", Priority::high},
    Row<&Domains::lookup_by_name>{23, "DOMAIN_LOOKUP_BY_NAME", "virDomainLookupByName", Access::read, "domain:getattr", Priority::high},
    Row<&Domains::lookup_by_uuid>{24, "DOMAIN_LOOKUP_BY_UUID", "virDomainLookupByUUID", Access::read, "domain:getattr", Priority::high},
    Row<&Domains::xml>{14, "DOMAIN_GET_XML_DESC", "virDomainGetXMLDesc", Access::read, {"domain:read", {"domain:read_secure:VIR_DOMAIN_XML_SECURE", VIR_DOMAIN_XML_SECURE}, {"domain:read_secure:VIR_DOMAIN_XML_MIGRATABLE", VIR_DOMAIN_XML_MIGRATABLE}}},
    Row<&Domains::info>{16, "DOMAIN_GET_INFO", "virDomainGetInfo", Access::read, "domain:read"},
    Row<&Domains::state>{212, "DOMAIN_GET_STATE", "virDomainGetState", Access::read, "domain:read", Priority::high},
    Row<&Domains::control_info>{229, "DOMAIN_GET_CONTROL_INFO", "virDomainGetControlInfo", Access::read, "domain:read", Priority::high},
    Row<&Domains::os_type>{19, "DOMAIN_GET_OS_TYPE", "virDomainGetOSType", Access::read, "domain:read", Priority::high},
    Row<&Domains::max_memory>{17, "DOMAIN_GET_MAX_MEMORY", "virDomainGetMaxMemory", Access::read, "domain:read", Priority::high},
    Row<&Domains::max_vcpus>{18, "DOMAIN_GET_MAX_VCPUS", "virDomainGetMaxVcpus", Access::read, "domain:read", Priority::high},
    Row<&Domains::vcpus>{200, "DOMAIN_GET_VCPUS_FLAGS", "virDomainGetVcpusFlags", Access::read, {"domain:read", {"domain:write:VIR_DOMAIN_VCPU_GUEST", VIR_DOMAIN_VCPU_GUEST}}},
    Row<&Domains::vcpu_info>{20, "DOMAIN_GET_VCPUS", "virDomainGetVcpus", Access::read, "domain:read", Priority::high},
    Row<&Domains::autostart>{15, "DOMAIN_GET_AUTOSTART", "virDomainGetAutostart", Access::read, "domain:read", Priority::high},
    Row<&Domains::is_active>{150, "DOMAIN_IS_ACTIVE", "virDomainIsActive", Access::read, "domain:read", Priority::high},
    Row<&Domains::is_persistent>{151, "DOMAIN_IS_PERSISTENT", "virDomainIsPersistent", Access::read, "domain:read", Priority::high},
    Row<&Domains::is_updated>{202, "DOMAIN_IS_UPDATED", "virDomainIsUpdated", Access::read, "domain:read", Priority::high},
    Row<&Domains::has_managed_save>{183, "DOMAIN_HAS_MANAGED_SAVE_IMAGE", "virDomainHasManagedSaveImage", Access::read, "domain:read"},
    Row<&Domains::security_label>{121, "DOMAIN_GET_SECURITY_LABEL", "virDomainGetSecurityLabel", Access::read, "domain:read", Priority::high},
    Row<&Domains::hostname>{277, "DOMAIN_GET_HOSTNAME", "virDomainGetHostname", Access::write, "domain:read"},
    Row<&Domains::metadata>{265, "DOMAIN_GET_METADATA", "virDomainGetMetadata", Access::read, "domain:read"}
};
// clang-format on

template <>
struct RowsOf<driver::Domains> {
  static constexpr const auto& rows = domains_rows;
};

}  // namespace vireo::rpc
