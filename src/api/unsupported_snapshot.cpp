// SPDX-License-Identifier: LGPL-2.1-or-later
// Snapshots and checkpoints.
#include "api/unsupported.hpp"

// clang-format off: one row a function

// <libvirt/libvirt-domain-snapshot.h>
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, int, virDomainHasCurrentSnapshot, virDomainPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, int, virDomainListAllSnapshots, virDomainPtr, virDomainSnapshotPtr**,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, int, virDomainRevertToSnapshot, virDomainSnapshotPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, virDomainSnapshotPtr, virDomainSnapshotCreateXML, virDomainPtr,
            const char*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, virDomainSnapshotPtr, virDomainSnapshotCurrent, virDomainPtr,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, int, virDomainSnapshotDelete, virDomainSnapshotPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, int, virDomainSnapshotFree, virDomainSnapshotPtr)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, virConnectPtr, virDomainSnapshotGetConnect, virDomainSnapshotPtr)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, virDomainPtr, virDomainSnapshotGetDomain, virDomainSnapshotPtr)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, const char*, virDomainSnapshotGetName, virDomainSnapshotPtr)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, virDomainSnapshotPtr, virDomainSnapshotGetParent, virDomainSnapshotPtr,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, char*, virDomainSnapshotGetXMLDesc, virDomainSnapshotPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, int, virDomainSnapshotHasMetadata, virDomainSnapshotPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, int, virDomainSnapshotIsCurrent, virDomainSnapshotPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, int, virDomainSnapshotListAllChildren, virDomainSnapshotPtr,
            virDomainSnapshotPtr**, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, int, virDomainSnapshotListChildrenNames, virDomainSnapshotPtr, char**,
            int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, int, virDomainSnapshotListNames, virDomainPtr, char**, int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, virDomainSnapshotPtr, virDomainSnapshotLookupByName, virDomainPtr,
            const char*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, int, virDomainSnapshotNum, virDomainPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, int, virDomainSnapshotNumChildren, virDomainSnapshotPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_SNAPSHOT, int, virDomainSnapshotRef, virDomainSnapshotPtr)

// <libvirt/libvirt-domain-checkpoint.h>
UNSUPPORTED(VIR_FROM_DOMAIN_CHECKPOINT, virDomainCheckpointPtr, virDomainCheckpointCreateXML, virDomainPtr,
            const char*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_CHECKPOINT, int, virDomainCheckpointDelete, virDomainCheckpointPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_CHECKPOINT, int, virDomainCheckpointFree, virDomainCheckpointPtr)
UNSUPPORTED(VIR_FROM_DOMAIN_CHECKPOINT, virConnectPtr, virDomainCheckpointGetConnect, virDomainCheckpointPtr)
UNSUPPORTED(VIR_FROM_DOMAIN_CHECKPOINT, virDomainPtr, virDomainCheckpointGetDomain, virDomainCheckpointPtr)
UNSUPPORTED(VIR_FROM_DOMAIN_CHECKPOINT, const char*, virDomainCheckpointGetName, virDomainCheckpointPtr)
UNSUPPORTED(VIR_FROM_DOMAIN_CHECKPOINT, virDomainCheckpointPtr, virDomainCheckpointGetParent,
            virDomainCheckpointPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_CHECKPOINT, char*, virDomainCheckpointGetXMLDesc, virDomainCheckpointPtr,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_CHECKPOINT, int, virDomainCheckpointListAllChildren, virDomainCheckpointPtr,
            virDomainCheckpointPtr**, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_CHECKPOINT, virDomainCheckpointPtr, virDomainCheckpointLookupByName, virDomainPtr,
            const char*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN_CHECKPOINT, int, virDomainCheckpointRef, virDomainCheckpointPtr)
UNSUPPORTED(VIR_FROM_DOMAIN_CHECKPOINT, int, virDomainListAllCheckpoints, virDomainPtr,
            virDomainCheckpointPtr**, unsigned int)

// clang-format on
