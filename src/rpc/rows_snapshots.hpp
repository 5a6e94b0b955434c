// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: snapshots of a domain: taking, listing, reverting to, deleting.
#pragma once

#include <libvirt/libvirt.h>

#include "driver/snapshots.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Snapshots;

// clang-format off
inline constexpr Rows snapshots_rows{
    Row<&Snapshots::create_xml>{185, "DOMAIN_SNAPSHOT_CREATE_XML", "virDomainSnapshotCreateXML", Access::write, {"domain:snapshot", {"domain:fs_freeze:VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE", VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE}}},
    Row<&Snapshots::xml>{186, "DOMAIN_SNAPSHOT_GET_XML_DESC", "virDomainSnapshotGetXMLDesc", Access::read, {"domain:read", {"domain:read_secure:VIR_DOMAIN_XML_SECURE", VIR_DOMAIN_XML_SECURE}}, Priority::high},
    Row<&Snapshots::count>{187, "DOMAIN_SNAPSHOT_NUM", "virDomainSnapshotNum", Access::read, "domain:read", Priority::high},
    Row<&Snapshots::names>{188, "DOMAIN_SNAPSHOT_LIST_NAMES", "virDomainSnapshotListNames", Access::read, "domain:read", Priority::high},
    Row<&Snapshots::lookup_by_name>{189, "DOMAIN_SNAPSHOT_LOOKUP_BY_NAME", "virDomainSnapshotLookupByName", Access::read, "domain:read", Priority::high},
    Row<&Snapshots::has_current>{190, "DOMAIN_HAS_CURRENT_SNAPSHOT", "virDomainHasCurrentSnapshot", Access::read, "domain:read"},
    Row<&Snapshots::current>{191, "DOMAIN_SNAPSHOT_CURRENT", "virDomainSnapshotCurrent", Access::read, "domain:read"},
    Row<&Snapshots::revert>{192, "DOMAIN_REVERT_TO_SNAPSHOT", "virDomainRevertToSnapshot", Access::write, "domain:snapshot"},
    Row<&Snapshots::remove>{193, "DOMAIN_SNAPSHOT_DELETE", "virDomainSnapshotDelete", Access::write, "domain:snapshot"},
    Row<&Snapshots::parent>{244, "DOMAIN_SNAPSHOT_GET_PARENT", "virDomainSnapshotGetParent", Access::read, "domain:read", Priority::high},
    Row<&Snapshots::children_count>{246, "DOMAIN_SNAPSHOT_NUM_CHILDREN", "virDomainSnapshotNumChildren", Access::read, "domain:read", Priority::high},
    Row<&Snapshots::children_names>{247, "DOMAIN_SNAPSHOT_LIST_CHILDREN_NAMES", "virDomainSnapshotListChildrenNames", Access::read, "domain:read", Priority::high},
    Row<&Snapshots::is_current>{271, "DOMAIN_SNAPSHOT_IS_CURRENT", "virDomainSnapshotIsCurrent", Access::read, "domain:read"},
    Row<&Snapshots::has_metadata>{272, "DOMAIN_SNAPSHOT_HAS_METADATA", "virDomainSnapshotHasMetadata", Access::read, "domain:read"},
    Row<&Snapshots::list>{274, "DOMAIN_LIST_ALL_SNAPSHOTS", "virDomainListAllSnapshots", Access::read, "domain:read", Priority::high},
    Row<&Snapshots::children>{275, "DOMAIN_SNAPSHOT_LIST_ALL_CHILDREN", "virDomainSnapshotListAllChildren", Access::read, "domain:read", Priority::high}
};
// clang-format on

template <>
struct RowsOf<driver::Snapshots> {
  static constexpr const auto& rows = snapshots_rows;
};

}  // namespace vireo::rpc
