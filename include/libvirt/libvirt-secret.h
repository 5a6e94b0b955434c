/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef LIBVIRT_SECRET_H
#define LIBVIRT_SECRET_H

#include <libvirt/libvirt-host.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- The handle ------------------------------------------------------------------------------------------
 */

typedef struct _virSecret virSecret;
typedef virSecret* virSecretPtr;

/* ---- Secrets ---------------------------------------------------------------------------------------------
 */

/** Since 0.7.1. */
typedef enum {
  VIR_SECRET_USAGE_TYPE_NONE = 0,
  VIR_SECRET_USAGE_TYPE_VOLUME = 1,
  VIR_SECRET_USAGE_TYPE_CEPH = 2,  /**< since 0.9.7 */
  VIR_SECRET_USAGE_TYPE_ISCSI = 3, /**< since 1.0.4 */
  VIR_SECRET_USAGE_TYPE_TLS = 4,   /**< since 2.3.0 */
  VIR_SECRET_USAGE_TYPE_VTPM = 5,  /**< since 5.6.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_SECRET_USAGE_TYPE_LAST = 6,
#endif
} virSecretUsageType;

/** Since 0.10.2. */
typedef enum {
  VIR_CONNECT_LIST_SECRETS_EPHEMERAL = 1 << 0,
  VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL = 1 << 1,
  VIR_CONNECT_LIST_SECRETS_PRIVATE = 1 << 2,
  VIR_CONNECT_LIST_SECRETS_NO_PRIVATE = 1 << 3,
} virConnectListAllSecretsFlags;

/** Since 7.7.0. */
typedef enum {
  VIR_SECRET_DEFINE_VALIDATE = 1 << 0,
} virSecretDefineFlags;

/** Since 0.7.1. */
int virConnectListSecrets(virConnectPtr conn, char** uuids, int maxuuids);

/** Since 0.7.1. */
int virConnectNumOfSecrets(virConnectPtr conn);

/** Since 0.7.1. */
virSecretPtr virSecretDefineXML(virConnectPtr conn, const char* xml, unsigned int flags);

/** Since 0.7.1. */
int virSecretFree(virSecretPtr secret);

/** Since 0.7.1. */
virConnectPtr virSecretGetConnect(virSecretPtr secret);

/** Since 0.7.1. */
int virSecretGetUUID(virSecretPtr secret, unsigned char* uuid);

/** Since 0.7.1. */
int virSecretGetUUIDString(virSecretPtr secret, char* buf);

/** Since 0.7.1. */
const char* virSecretGetUsageID(virSecretPtr secret);

/** Since 0.7.1. */
int virSecretGetUsageType(virSecretPtr secret);

/** Since 0.7.1. */
unsigned char* virSecretGetValue(virSecretPtr secret, size_t* value_size, unsigned int flags);

/** Since 0.7.1. */
char* virSecretGetXMLDesc(virSecretPtr secret, unsigned int flags);

/** Since 0.7.1. */
virSecretPtr virSecretLookupByUUID(virConnectPtr conn, const unsigned char* uuid);

/** Since 0.7.1. */
virSecretPtr virSecretLookupByUUIDString(virConnectPtr conn, const char* uuidstr);

/** Since 0.7.1. */
virSecretPtr virSecretLookupByUsage(virConnectPtr conn, int usageType, const char* usageID);

/** Since 0.7.1. */
int virSecretRef(virSecretPtr secret);

/** Since 0.7.1. */
int virSecretSetValue(virSecretPtr secret, const unsigned char* value, size_t value_size, unsigned int flags);

/** Since 0.7.1. */
int virSecretUndefine(virSecretPtr secret);

/** Since 0.10.2. */
int virConnectListAllSecrets(virConnectPtr conn, virSecretPtr** secrets, unsigned int flags);

/* ---- Events ----------------------------------------------------------------------------------------------
 */

/** Since 3.0.0. */
typedef enum {
  VIR_SECRET_EVENT_ID_LIFECYCLE = 0,
  VIR_SECRET_EVENT_ID_VALUE_CHANGED = 1,
#ifdef VIR_ENUM_SENTINELS
  VIR_SECRET_EVENT_ID_LAST = 2,
#endif
} virSecretEventID;

/** Since 3.0.0. */
typedef enum {
  VIR_SECRET_EVENT_DEFINED = 0,
  VIR_SECRET_EVENT_UNDEFINED = 1,
#ifdef VIR_ENUM_SENTINELS
  VIR_SECRET_EVENT_LAST = 2,
#endif
} virSecretEventLifecycleType;

#define VIR_SECRET_EVENT_CALLBACK(cb) ((virConnectSecretEventGenericCallback)(cb)) /* since 3.0.0 */

/** Since 3.0.0. */
typedef void (*virConnectSecretEventGenericCallback)(virConnectPtr conn, virSecretPtr secret, void* opaque);

/** Since 3.0.0. */
typedef void (*virConnectSecretEventLifecycleCallback)(virConnectPtr conn, virSecretPtr secret, int event,
                                                       int detail, void* opaque);

/** Since 3.0.0. */
int virConnectSecretEventDeregisterAny(virConnectPtr conn, int callbackID);

/** Since 3.0.0. */
int virConnectSecretEventRegisterAny(virConnectPtr conn, virSecretPtr secret, int eventID,
                                     virConnectSecretEventGenericCallback cb, void* opaque,
                                     virFreeCallback freecb);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_SECRET_H */
