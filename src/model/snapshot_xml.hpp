// SPDX-License-Identifier: LGPL-2.1-or-later
// <domainsnapshot> and <domaincheckpoint> from and to XML, and their disks matched with the domain's.
// Errors: VIR_ERR_XML_ERROR and the incumbent's other codes, in VIR_FROM_DOMAIN_SNAPSHOT or …_CHECKPOINT.
#pragma once

#include <functional>

#include "model/snapshot.hpp"
#include "xml/schema.hpp"

namespace vireo::model {

/// Reads the <domain> inside, as the driver completes its definitions.
using DomainReader = std::function<Domain(xml::Node)>;

/// Of a snapshot to be taken: what its maker decides himself (state, time, parent, domain) is not looked at.
Snapshot parse_snapshot_request(std::string_view xml);
/// Of a snapshot that exists, whole.
Snapshot parse_snapshot(std::string_view xml, const DomainReader& read_domain);
std::string format_snapshot(const Snapshot& snapshot, bool secure = false);

/// One entry for each disk of the domain, in its order. What nobody chose is `fallback`; with `match` nobody
/// may choose otherwise. Files of external snapshots are named after the snapshot where none was given.
void align_disks(Snapshot& snapshot, const Domain& domain, Disk::Snapshot fallback, bool match);

Checkpoint parse_checkpoint_request(std::string_view xml);
Checkpoint parse_checkpoint(std::string_view xml, const DomainReader& read_domain);
std::string format_checkpoint(const Checkpoint& checkpoint, bool secure = false);
/// The same for checkpoints: a bitmap named like the checkpoint for every disk that is written to, or, when
/// some were chosen, for these alone.
void align_disks(Checkpoint& checkpoint, const Domain& domain);

const xml::Struct& snapshot_struct();
const xml::Struct& checkpoint_struct();

}  // namespace vireo::model
