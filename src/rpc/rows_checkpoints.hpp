// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: checkpoints of a domain, and the backups that start from them.
#pragma once

#include <libvirt/libvirt.h>

#include "driver/checkpoints.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Checkpoints;

// clang-format off
inline constexpr Rows checkpoints_rows{
    Row<&Checkpoints::create_xml>{411, "DOMAIN_CHECKPOINT_CREATE_XML", "virDomainCheckpointCreateXML", Access::write, {"domain:checkpoint", {"domain:fs_freeze:VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE", VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE}}},
    Row<&Checkpoints::xml>{412, "DOMAIN_CHECKPOINT_GET_XML_DESC", "virDomainCheckpointGetXMLDesc", Access::read, {"domain:read", {"domain:read_secure:VIR_DOMAIN_CHECKPOINT_XML_SECURE", VIR_DOMAIN_CHECKPOINT_XML_SECURE}}},
    Row<&Checkpoints::list>{413, "DOMAIN_LIST_ALL_CHECKPOINTS", "virDomainListAllCheckpoints", Access::read, "domain:read"},
    Row<&Checkpoints::children>{414, "DOMAIN_CHECKPOINT_LIST_ALL_CHILDREN", "virDomainCheckpointListAllChildren", Access::read, "domain:read"},
    Row<&Checkpoints::lookup_by_name>{415, "DOMAIN_CHECKPOINT_LOOKUP_BY_NAME", "virDomainCheckpointLookupByName", Access::read, "domain:read"},
    Row<&Checkpoints::parent>{416, "DOMAIN_CHECKPOINT_GET_PARENT", "virDomainCheckpointGetParent", Access::read, "domain:read"},
    Row<&Checkpoints::remove>{417, "DOMAIN_CHECKPOINT_DELETE", "virDomainCheckpointDelete", Access::write, "domain:checkpoint"},
    Row<&Checkpoints::backup_begin>{421, "DOMAIN_BACKUP_BEGIN", "virDomainBackupBegin", Access::write, {"domain:checkpoint", "domain:block_write"}},
    Row<&Checkpoints::backup_xml>{422, "DOMAIN_BACKUP_GET_XML_DESC", "virDomainBackupGetXMLDesc", Access::read, "domain:read"}
};
// clang-format on

template <>
struct RowsOf<driver::Checkpoints> {
  static constexpr const auto& rows = checkpoints_rows;
};

}  // namespace vireo::rpc
