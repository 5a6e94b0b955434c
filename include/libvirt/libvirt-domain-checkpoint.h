/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Checkpoints: points in time from which disk changes are tracked. */
#ifndef LIBVIRT_DOMAIN_CHECKPOINT_H
#define LIBVIRT_DOMAIN_CHECKPOINT_H

#include <libvirt/libvirt-domain.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _virDomainCheckpoint virDomainCheckpoint;
typedef virDomainCheckpoint* virDomainCheckpointPtr;

/** Since 5.6.0. */
typedef enum {
  VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE = 1 << 0,
  VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE = 1 << 1,
  VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE = 1 << 2, /**< since 6.10.0 */
} virDomainCheckpointCreateFlags;

/** Since 5.6.0. */
typedef enum {
  VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN = 1 << 0,
  VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY = 1 << 1,
  VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY = 1 << 2,
} virDomainCheckpointDeleteFlags;

/** Since 5.6.0. */
typedef enum {
  VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS = 1 << 0,
  VIR_DOMAIN_CHECKPOINT_LIST_ROOTS = 1 << 0,
  VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL = 1 << 1,
  VIR_DOMAIN_CHECKPOINT_LIST_LEAVES = 1 << 2,
  VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES = 1 << 3,
} virDomainCheckpointListFlags;

/** Since 5.6.0. */
typedef enum {
  VIR_DOMAIN_CHECKPOINT_XML_SECURE = 1 << 0,
  VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN = 1 << 1,
  VIR_DOMAIN_CHECKPOINT_XML_SIZE = 1 << 2,
} virDomainCheckpointXMLFlags;

/** Makes a checkpoint from XML. Since 5.6.0. */
virDomainCheckpointPtr virDomainCheckpointCreateXML(virDomainPtr domain, const char* xmlDesc,
                                                    unsigned int flags);

/** Deletes a checkpoint. Since 5.6.0. */
int virDomainCheckpointDelete(virDomainCheckpointPtr checkpoint, unsigned int flags);

/** Gives a reference to a checkpoint handle back. Since 5.6.0. */
int virDomainCheckpointFree(virDomainCheckpointPtr checkpoint);

/** Returns the connection of a checkpoint, without a reference. Since 5.6.0. */
virConnectPtr virDomainCheckpointGetConnect(virDomainCheckpointPtr checkpoint);

/** Returns the domain of a checkpoint, without a reference. Since 5.6.0. */
virDomainPtr virDomainCheckpointGetDomain(virDomainCheckpointPtr checkpoint);

/** Returns the name of a checkpoint; it belongs to the handle. Since 5.6.0. */
const char* virDomainCheckpointGetName(virDomainCheckpointPtr checkpoint);

/** Returns the parent of a checkpoint. Since 5.6.0. */
virDomainCheckpointPtr virDomainCheckpointGetParent(virDomainCheckpointPtr checkpoint, unsigned int flags);

/** Returns the XML of a checkpoint; free() it. Since 5.6.0. */
char* virDomainCheckpointGetXMLDesc(virDomainCheckpointPtr checkpoint, unsigned int flags);

/** Lists the children of a checkpoint. Since 5.6.0. */
int virDomainCheckpointListAllChildren(virDomainCheckpointPtr checkpoint, virDomainCheckpointPtr** children,
                                       unsigned int flags);

/** Finds a checkpoint by its name. Since 5.6.0. */
virDomainCheckpointPtr virDomainCheckpointLookupByName(virDomainPtr domain, const char* name,
                                                       unsigned int flags);

/** Takes another reference to a checkpoint handle. Since 5.6.0. */
int virDomainCheckpointRef(virDomainCheckpointPtr checkpoint);

/** Lists the domain's checkpoints. Since 5.6.0. */
int virDomainListAllCheckpoints(virDomainPtr domain, virDomainCheckpointPtr** checkpoints,
                                unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_DOMAIN_CHECKPOINT_H */
