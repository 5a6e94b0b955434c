/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Secrets: pass phrases and keys that guests' disks and networks need. */
#ifndef LIBVIRT_SECRET_H
#define LIBVIRT_SECRET_H

#include <libvirt/libvirt-host.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- The handle ------------------------------------------------------------------------------------- */

typedef struct _virSecret virSecret;
typedef virSecret* virSecretPtr;

/* ---- Secrets ---------------------------------------------------------------------------------------- */

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

/** Lists the names of secrets. Since 0.7.1. */
int virConnectListSecrets(virConnectPtr conn, char** uuids, int maxuuids);

/** Counts secrets. Since 0.7.1. */
int virConnectNumOfSecrets(virConnectPtr conn);

/** Defines a secret from XML. Since 0.7.1. */
virSecretPtr virSecretDefineXML(virConnectPtr conn, const char* xml, unsigned int flags);

/** Gives a reference to a secret handle back. Since 0.7.1. */
int virSecretFree(virSecretPtr secret);

/** Returns the connection of a secret, without a reference. Since 0.7.1. */
virConnectPtr virSecretGetConnect(virSecretPtr secret);

/** Stores the 16 bytes of the UUID of a secret. Since 0.7.1. */
int virSecretGetUUID(virSecretPtr secret, unsigned char* uuid);

/** Stores the UUID of a secret as text. Since 0.7.1. */
int virSecretGetUUIDString(virSecretPtr secret, char* buf);

/** Returns what the secret is for; it belongs to the handle. Since 0.7.1. */
const char* virSecretGetUsageID(virSecretPtr secret);

/** Returns the kind of thing the secret is for. Since 0.7.1. */
int virSecretGetUsageType(virSecretPtr secret);

/** Returns the secret's bytes; free() them. Since 0.7.1. */
unsigned char* virSecretGetValue(virSecretPtr secret, size_t* value_size, unsigned int flags);

/** Returns the XML of a secret; free() it. Since 0.7.1. */
char* virSecretGetXMLDesc(virSecretPtr secret, unsigned int flags);

/** Finds a secret by the 16 bytes of its UUID. Since 0.7.1. */
virSecretPtr virSecretLookupByUUID(virConnectPtr conn, const unsigned char* uuid);

/** Finds a secret by its UUID as text. Since 0.7.1. */
virSecretPtr virSecretLookupByUUIDString(virConnectPtr conn, const char* uuidstr);

/** Finds a secret by what it is for. Since 0.7.1. */
virSecretPtr virSecretLookupByUsage(virConnectPtr conn, int usageType, const char* usageID);

/** Takes another reference to a secret handle. Since 0.7.1. */
int virSecretRef(virSecretPtr secret);

/** Sets the secret's bytes. Since 0.7.1. */
int virSecretSetValue(virSecretPtr secret, const unsigned char* value, size_t value_size, unsigned int flags);

/** Removes the definition of a secret. Since 0.7.1. */
int virSecretUndefine(virSecretPtr secret);

/** Lists secrets that pass a filter. Since 0.10.2. */
int virConnectListAllSecrets(virConnectPtr conn, virSecretPtr** secrets, unsigned int flags);

/* ---- Events ----------------------------------------------------------------------------------------- */

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

/** Since 3.0.0. */
#define VIR_SECRET_EVENT_CALLBACK(cb) ((virConnectSecretEventGenericCallback)(void (*)(void))(cb))

/** Told of an event of secrets. Since 3.0.0. */
typedef void (*virConnectSecretEventGenericCallback)(virConnectPtr conn, virSecretPtr secret, void* opaque);

/** Told of an event of secrets. Since 3.0.0. */
typedef void (*virConnectSecretEventLifecycleCallback)(virConnectPtr conn, virSecretPtr secret, int event,
                                                       int detail, void* opaque);

/** Takes that function back. Since 3.0.0. */
int virConnectSecretEventDeregisterAny(virConnectPtr conn, int callbackID);

/** Has a function called at events of secrets. Since 3.0.0. */
int virConnectSecretEventRegisterAny(virConnectPtr conn, virSecretPtr secret, int eventID,
                                     virConnectSecretEventGenericCallback cb, void* opaque,
                                     virFreeCallback freecb);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_SECRET_H */
