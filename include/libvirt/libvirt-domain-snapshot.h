/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Snapshots of domains. */
#ifndef LIBVIRT_DOMAIN_SNAPSHOT_H
#define LIBVIRT_DOMAIN_SNAPSHOT_H

#include <libvirt/libvirt-domain.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _virDomainSnapshot virDomainSnapshot;
typedef virDomainSnapshot* virDomainSnapshotPtr;

/** Since 0.8.0. */
typedef enum {
  VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN = 1 << 0,
  VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY = 1 << 1, /**< since 0.9.5 */
  VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY = 1 << 2, /**< since 0.9.5 */
} virDomainSnapshotDeleteFlags;

/** Since 0.9.5. */
typedef enum {
  VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE = 1 << 0,
  VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT = 1 << 1,
  VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA = 1 << 2,
  VIR_DOMAIN_SNAPSHOT_CREATE_HALT = 1 << 3,
  VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY = 1 << 4,
  VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT = 1 << 5, /**< since 0.9.10 */
  VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE = 1 << 6,   /**< since 0.9.10 */
  VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC = 1 << 7,    /**< since 0.9.11 */
  VIR_DOMAIN_SNAPSHOT_CREATE_LIVE = 1 << 8,      /**< since 1.0.1 */
  VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE = 1 << 9,  /**< since 5.6.0 */
} virDomainSnapshotCreateFlags;

/** Since 0.9.5. */
typedef enum {
  VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS = 1 << 0, /**< since 0.9.7 */
  VIR_DOMAIN_SNAPSHOT_LIST_ROOTS = 1 << 0,
  VIR_DOMAIN_SNAPSHOT_LIST_METADATA = 1 << 1,
  VIR_DOMAIN_SNAPSHOT_LIST_LEAVES = 1 << 2,       /**< since 0.9.7 */
  VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES = 1 << 3,    /**< since 0.9.13 */
  VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA = 1 << 4,  /**< since 0.9.13 */
  VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE = 1 << 5,     /**< since 1.0.1 */
  VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE = 1 << 6,       /**< since 1.0.1 */
  VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY = 1 << 7,    /**< since 1.0.1 */
  VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL = 1 << 8,     /**< since 1.0.1 */
  VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL = 1 << 9,     /**< since 1.0.1 */
  VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL = 1 << 10, /**< since 5.2.0 */
} virDomainSnapshotListFlags;

/** Since 0.9.5. */
typedef enum {
  VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING = 1 << 0,
  VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED = 1 << 1,
  VIR_DOMAIN_SNAPSHOT_REVERT_FORCE = 1 << 2,       /**< since 0.9.7 */
  VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM = 1 << 3, /**< since 8.1.0 */
} virDomainSnapshotRevertFlags;

/** Since 5.1.0. */
typedef enum {
  VIR_DOMAIN_SNAPSHOT_XML_SECURE = VIR_DOMAIN_XML_SECURE,
} virDomainSnapshotXMLFlags;

/** Returns 1 when there is a current snapshot, 0 or -1. Since 0.8.0. */
int virDomainHasCurrentSnapshot(virDomainPtr domain, unsigned int flags);

/** Brings the domain back to a snapshot. Since 0.8.0. */
int virDomainRevertToSnapshot(virDomainSnapshotPtr snapshot, unsigned int flags);

/** Makes a snapshot from XML. Since 0.8.0. */
virDomainSnapshotPtr virDomainSnapshotCreateXML(virDomainPtr domain, const char* xmlDesc, unsigned int flags);

/** Returns the current snapshot. Since 0.8.0. */
virDomainSnapshotPtr virDomainSnapshotCurrent(virDomainPtr domain, unsigned int flags);

/** Deletes a snapshot. Since 0.8.0. */
int virDomainSnapshotDelete(virDomainSnapshotPtr snapshot, unsigned int flags);

/** Gives a reference to a snapshot handle back. Since 0.8.0. */
int virDomainSnapshotFree(virDomainSnapshotPtr snapshot);

/** Returns the XML of a snapshot; free() it. Since 0.8.0. */
char* virDomainSnapshotGetXMLDesc(virDomainSnapshotPtr snapshot, unsigned int flags);

/** Lists the names of the domain's snapshots. Since 0.8.0. */
int virDomainSnapshotListNames(virDomainPtr domain, char** names, int nameslen, unsigned int flags);

/** Finds a snapshot by its name. Since 0.8.0. */
virDomainSnapshotPtr virDomainSnapshotLookupByName(virDomainPtr domain, const char* name, unsigned int flags);

/** Counts the domain's snapshots. Since 0.8.0. */
int virDomainSnapshotNum(virDomainPtr domain, unsigned int flags);

/** Returns the connection of a snapshot, without a reference. Since 0.9.5. */
virConnectPtr virDomainSnapshotGetConnect(virDomainSnapshotPtr snapshot);

/** Returns the domain of a snapshot, without a reference. Since 0.9.5. */
virDomainPtr virDomainSnapshotGetDomain(virDomainSnapshotPtr snapshot);

/** Returns the name of a snapshot; it belongs to the handle. Since 0.9.5. */
const char* virDomainSnapshotGetName(virDomainSnapshotPtr snapshot);

/** Returns the parent of a snapshot. Since 0.9.7. */
virDomainSnapshotPtr virDomainSnapshotGetParent(virDomainSnapshotPtr snapshot, unsigned int flags);

/** Lists the names of the children of a snapshot. Since 0.9.7. */
int virDomainSnapshotListChildrenNames(virDomainSnapshotPtr snapshot, char** names, int nameslen,
                                       unsigned int flags);

/** Counts the children of a snapshot. Since 0.9.7. */
int virDomainSnapshotNumChildren(virDomainSnapshotPtr snapshot, unsigned int flags);

/** Lists the domain's snapshots. Since 0.9.13. */
int virDomainListAllSnapshots(virDomainPtr domain, virDomainSnapshotPtr** snaps, unsigned int flags);

/** Returns 1 when the snapshot is known to the daemon, 0 or -1. Since 0.9.13. */
int virDomainSnapshotHasMetadata(virDomainSnapshotPtr snapshot, unsigned int flags);

/** Returns 1 when the snapshot is the current one, 0 or -1. Since 0.9.13. */
int virDomainSnapshotIsCurrent(virDomainSnapshotPtr snapshot, unsigned int flags);

/** Lists the children of a snapshot. Since 0.9.13. */
int virDomainSnapshotListAllChildren(virDomainSnapshotPtr snapshot, virDomainSnapshotPtr** snaps,
                                     unsigned int flags);

/** Takes another reference to a snapshot handle. Since 0.9.13. */
int virDomainSnapshotRef(virDomainSnapshotPtr snapshot);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_DOMAIN_SNAPSHOT_H */
