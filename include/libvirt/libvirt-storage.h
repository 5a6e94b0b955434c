/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Storage pools and their volumes. Sizes are in bytes. */
#ifndef LIBVIRT_STORAGE_H
#define LIBVIRT_STORAGE_H

#include <libvirt/libvirt-host.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Handles ---------------------------------------------------------------------------------------- */

typedef struct _virStoragePool virStoragePool;
typedef virStoragePool* virStoragePoolPtr;

typedef struct _virStorageVol virStorageVol;
typedef virStorageVol* virStorageVolPtr;

/* ---- Pools ------------------------------------------------------------------------------------------ */

/** Since 0.4.1. */
typedef enum {
  VIR_STORAGE_POOL_BUILD_NEW = 0,
  VIR_STORAGE_POOL_BUILD_REPAIR = 1 << 0,
  VIR_STORAGE_POOL_BUILD_RESIZE = 1 << 1,
  VIR_STORAGE_POOL_BUILD_NO_OVERWRITE = 1 << 2, /**< since 0.9.5 */
  VIR_STORAGE_POOL_BUILD_OVERWRITE = 1 << 3,    /**< since 0.9.5 */
} virStoragePoolBuildFlags;

/** Since 0.4.1. */
typedef enum {
  VIR_STORAGE_POOL_DELETE_NORMAL = 0,
  VIR_STORAGE_POOL_DELETE_ZEROED = 1 << 0,
} virStoragePoolDeleteFlags;

/** Since 0.4.1. */
typedef enum {
  VIR_STORAGE_POOL_INACTIVE = 0,
  VIR_STORAGE_POOL_BUILDING = 1,
  VIR_STORAGE_POOL_RUNNING = 2,
  VIR_STORAGE_POOL_DEGRADED = 3,
  VIR_STORAGE_POOL_INACCESSIBLE = 4, /**< since 0.8.2 */
#ifdef VIR_ENUM_SENTINELS
  VIR_STORAGE_POOL_STATE_LAST = 5,
#endif
} virStoragePoolState;

/** Since 0.10.2. */
typedef enum {
  VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE = 1 << 0,
  VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE = 1 << 1,
  VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT = 1 << 2,
  VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT = 1 << 3,
  VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART = 1 << 4,
  VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART = 1 << 5,
  VIR_CONNECT_LIST_STORAGE_POOLS_DIR = 1 << 6,
  VIR_CONNECT_LIST_STORAGE_POOLS_FS = 1 << 7,
  VIR_CONNECT_LIST_STORAGE_POOLS_NETFS = 1 << 8,
  VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL = 1 << 9,
  VIR_CONNECT_LIST_STORAGE_POOLS_DISK = 1 << 10,
  VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI = 1 << 11,
  VIR_CONNECT_LIST_STORAGE_POOLS_SCSI = 1 << 12,
  VIR_CONNECT_LIST_STORAGE_POOLS_MPATH = 1 << 13,
  VIR_CONNECT_LIST_STORAGE_POOLS_RBD = 1 << 14,
  VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG = 1 << 15,
  VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER = 1 << 16,      /**< since 1.2.1 */
  VIR_CONNECT_LIST_STORAGE_POOLS_ZFS = 1 << 17,          /**< since 1.2.8 */
  VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE = 1 << 18,     /**< since 3.1.0 */
  VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT = 1 << 19, /**< since 5.6.0 */
} virConnectListAllStoragePoolsFlags;

/** Since 1.3.1. */
typedef enum {
  VIR_STORAGE_POOL_CREATE_NORMAL = 0,
  VIR_STORAGE_POOL_CREATE_WITH_BUILD = 1 << 0,
  VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE = 1 << 1,
  VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE = 1 << 2,
} virStoragePoolCreateFlags;

/** Since 7.7.0. */
typedef enum {
  VIR_STORAGE_POOL_DEFINE_VALIDATE = 1 << 0,
} virStoragePoolDefineFlags;

typedef struct _virStoragePoolInfo virStoragePoolInfo;
struct _virStoragePoolInfo {
  int state;
  unsigned long long capacity;
  unsigned long long allocation;
  unsigned long long available;
};
typedef virStoragePoolInfo* virStoragePoolInfoPtr;

/** Lists the names of storage pools that are defined and not active. Since 0.4.1. */
int virConnectListDefinedStoragePools(virConnectPtr conn, char** const names, int maxnames);

/** Lists the names of storage pools. Since 0.4.1. */
int virConnectListStoragePools(virConnectPtr conn, char** const names, int maxnames);

/** Counts storage pools that are defined and not active. Since 0.4.1. */
int virConnectNumOfDefinedStoragePools(virConnectPtr conn);

/** Counts storage pools. Since 0.4.1. */
int virConnectNumOfStoragePools(virConnectPtr conn);

/** Prepares a pool's target. Since 0.4.1. */
int virStoragePoolBuild(virStoragePoolPtr pool, unsigned int flags);

/** Starts a storage pool. Since 0.4.1. */
int virStoragePoolCreate(virStoragePoolPtr pool, unsigned int flags);

/** Makes a storage pool from XML. Since 0.4.1. */
virStoragePoolPtr virStoragePoolCreateXML(virConnectPtr conn, const char* xmlDesc, unsigned int flags);

/** Defines a storage pool from XML. Since 0.4.1. */
virStoragePoolPtr virStoragePoolDefineXML(virConnectPtr conn, const char* xml, unsigned int flags);

/** Deletes a storage pool. Since 0.4.1. */
int virStoragePoolDelete(virStoragePoolPtr pool, unsigned int flags);

/** Stops a storage pool. Since 0.4.1. */
int virStoragePoolDestroy(virStoragePoolPtr pool);

/** Gives a reference to a storage pool handle back. Since 0.4.1. */
int virStoragePoolFree(virStoragePoolPtr pool);

/** Stores 1 when a storage pool starts with the daemon, else 0. Since 0.4.1. */
int virStoragePoolGetAutostart(virStoragePoolPtr pool, int* autostart);

/** Returns the connection of a storage pool, without a reference. Since 0.4.1. */
virConnectPtr virStoragePoolGetConnect(virStoragePoolPtr pool);

/** Fills in the state of a storage pool. Since 0.4.1. */
int virStoragePoolGetInfo(virStoragePoolPtr pool, virStoragePoolInfoPtr info);

/** Returns the name of a storage pool; it belongs to the handle. Since 0.4.1. */
const char* virStoragePoolGetName(virStoragePoolPtr pool);

/** Stores the 16 bytes of the UUID of a storage pool. Since 0.4.1. */
int virStoragePoolGetUUID(virStoragePoolPtr pool, unsigned char* uuid);

/** Stores the UUID of a storage pool as text. Since 0.4.1. */
int virStoragePoolGetUUIDString(virStoragePoolPtr pool, char* buf);

/** Returns the XML of a storage pool; free() it. Since 0.4.1. */
char* virStoragePoolGetXMLDesc(virStoragePoolPtr pool, unsigned int flags);

/** Lists the names of the volumes of a pool. Since 0.4.1. */
int virStoragePoolListVolumes(virStoragePoolPtr pool, char** const names, int maxnames);

/** Finds a storage pool by its name. Since 0.4.1. */
virStoragePoolPtr virStoragePoolLookupByName(virConnectPtr conn, const char* name);

/** Finds a storage pool by the 16 bytes of its UUID. Since 0.4.1. */
virStoragePoolPtr virStoragePoolLookupByUUID(virConnectPtr conn, const unsigned char* uuid);

/** Finds a storage pool by its UUID as text. Since 0.4.1. */
virStoragePoolPtr virStoragePoolLookupByUUIDString(virConnectPtr conn, const char* uuidstr);

/** Finds the storage pool of a volume. Since 0.4.1. */
virStoragePoolPtr virStoragePoolLookupByVolume(virStorageVolPtr vol);

/** Counts the volumes of a pool. Since 0.4.1. */
int virStoragePoolNumOfVolumes(virStoragePoolPtr pool);

/** Reads a pool's volumes again. Since 0.4.1. */
int virStoragePoolRefresh(virStoragePoolPtr pool, unsigned int flags);

/** Has a storage pool started with the daemon, or not. Since 0.4.1. */
int virStoragePoolSetAutostart(virStoragePoolPtr pool, int autostart);

/** Removes the definition of a storage pool. Since 0.4.1. */
int virStoragePoolUndefine(virStoragePoolPtr pool);

/** Returns XML of sources that pools of a type could have; free() it. Since 0.4.5. */
char* virConnectFindStoragePoolSources(virConnectPtr conn, const char* type, const char* srcSpec,
                                       unsigned int flags);

/** Takes another reference to a storage pool handle. Since 0.6.0. */
int virStoragePoolRef(virStoragePoolPtr pool);

/** Returns 1 when a storage pool is active, 0 or -1. Since 0.7.3. */
int virStoragePoolIsActive(virStoragePoolPtr pool);

/** Returns 1 when a storage pool is defined, 0 or -1. Since 0.7.3. */
int virStoragePoolIsPersistent(virStoragePoolPtr pool);

/** Lists storage pools that pass a filter. Since 0.10.2. */
int virConnectListAllStoragePools(virConnectPtr conn, virStoragePoolPtr** pools, unsigned int flags);

/** Lists the volumes of a pool. Since 0.10.2. */
int virStoragePoolListAllVolumes(virStoragePoolPtr pool, virStorageVolPtr** vols, unsigned int flags);

/** Finds a storage pool by the path of its target. Since 4.1.0. */
virStoragePoolPtr virStoragePoolLookupByTargetPath(virConnectPtr conn, const char* path);

/** Returns what pools there can be, as XML; free() it. Since 5.2.0. */
char* virConnectGetStoragePoolCapabilities(virConnectPtr conn, unsigned int flags);

/* ---- Volumes ---------------------------------------------------------------------------------------- */

/** Since 0.4.1. */
typedef enum {
  VIR_STORAGE_VOL_DELETE_NORMAL = 0,
  VIR_STORAGE_VOL_DELETE_ZEROED = 1 << 0,
  VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS = 1 << 1, /**< since 1.2.21 */
} virStorageVolDeleteFlags;

/** Since 0.4.1. */
typedef enum {
  VIR_STORAGE_VOL_FILE = 0,
  VIR_STORAGE_VOL_BLOCK = 1,
  VIR_STORAGE_VOL_DIR = 2,     /**< since 0.9.5 */
  VIR_STORAGE_VOL_NETWORK = 3, /**< since 0.9.13 */
  VIR_STORAGE_VOL_NETDIR = 4,  /**< since 1.2.0 */
  VIR_STORAGE_VOL_PLOOP = 5,   /**< since 1.3.4 */
#ifdef VIR_ENUM_SENTINELS
  VIR_STORAGE_VOL_LAST = 6,
#endif
} virStorageVolType;

/** Since 0.9.10. */
typedef enum {
  VIR_STORAGE_VOL_RESIZE_ALLOCATE = 1 << 0,
  VIR_STORAGE_VOL_RESIZE_DELTA = 1 << 1,
  VIR_STORAGE_VOL_RESIZE_SHRINK = 1 << 2,
} virStorageVolResizeFlags;

/** Since 0.9.10. */
typedef enum {
  VIR_STORAGE_VOL_WIPE_ALG_ZERO = 0,
  VIR_STORAGE_VOL_WIPE_ALG_NNSA = 1,
  VIR_STORAGE_VOL_WIPE_ALG_DOD = 2,
  VIR_STORAGE_VOL_WIPE_ALG_BSI = 3,
  VIR_STORAGE_VOL_WIPE_ALG_GUTMANN = 4,
  VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER = 5,
  VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7 = 6,
  VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33 = 7,
  VIR_STORAGE_VOL_WIPE_ALG_RANDOM = 8,
  VIR_STORAGE_VOL_WIPE_ALG_TRIM = 9, /**< since 1.3.2 */
#ifdef VIR_ENUM_SENTINELS
  VIR_STORAGE_VOL_WIPE_ALG_LAST = 10,
#endif
} virStorageVolWipeAlgorithm;

/** Since 0.9.13. */
typedef enum {
  VIR_STORAGE_XML_INACTIVE = 1 << 0,
} virStorageXMLFlags;

/** Since 1.0.1. */
typedef enum {
  VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA = 1 << 0,
  VIR_STORAGE_VOL_CREATE_REFLINK = 1 << 1,  /**< since 1.2.13 */
  VIR_STORAGE_VOL_CREATE_VALIDATE = 1 << 2, /**< since 8.10.0 */
} virStorageVolCreateFlags;

/** Since 3.0.0. */
typedef enum {
  VIR_STORAGE_VOL_USE_ALLOCATION = 0,
  VIR_STORAGE_VOL_GET_PHYSICAL = 1 << 0,
} virStorageVolInfoFlags;

/** Since 3.4.0. */
typedef enum {
  VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM = 1 << 0,
} virStorageVolDownloadFlags;

/** Since 3.4.0. */
typedef enum {
  VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM = 1 << 0,
} virStorageVolUploadFlags;

typedef struct _virStorageVolInfo virStorageVolInfo;
struct _virStorageVolInfo {
  int type;
  unsigned long long capacity;
  unsigned long long allocation;
};
typedef virStorageVolInfo* virStorageVolInfoPtr;

/** Makes a volume from XML. Since 0.4.1. */
virStorageVolPtr virStorageVolCreateXML(virStoragePoolPtr pool, const char* xmlDesc, unsigned int flags);

/** Deletes a volume. Since 0.4.1. */
int virStorageVolDelete(virStorageVolPtr vol, unsigned int flags);

/** Gives a reference to a volume handle back. Since 0.4.1. */
int virStorageVolFree(virStorageVolPtr vol);

/** Returns the connection of a volume, without a reference. Since 0.4.1. */
virConnectPtr virStorageVolGetConnect(virStorageVolPtr vol);

/** Fills in the state of a volume. Since 0.4.1. */
int virStorageVolGetInfo(virStorageVolPtr vol, virStorageVolInfoPtr info);

/** Returns a volume's key; it belongs to the handle. Since 0.4.1. */
const char* virStorageVolGetKey(virStorageVolPtr vol);

/** Returns the name of a volume; it belongs to the handle. Since 0.4.1. */
const char* virStorageVolGetName(virStorageVolPtr vol);

/** Returns a volume's path; free() it. Since 0.4.1. */
char* virStorageVolGetPath(virStorageVolPtr vol);

/** Returns the XML of a volume; free() it. Since 0.4.1. */
char* virStorageVolGetXMLDesc(virStorageVolPtr vol, unsigned int flags);

/** Finds a volume by its key. Since 0.4.1. */
virStorageVolPtr virStorageVolLookupByKey(virConnectPtr conn, const char* key);

/** Finds a volume by its name. Since 0.4.1. */
virStorageVolPtr virStorageVolLookupByName(virStoragePoolPtr pool, const char* name);

/** Finds a volume by its path. Since 0.4.1. */
virStorageVolPtr virStorageVolLookupByPath(virConnectPtr conn, const char* path);

/** Takes another reference to a volume handle. Since 0.6.0. */
int virStorageVolRef(virStorageVolPtr vol);

/** Makes a volume as a copy of another. Since 0.6.4. */
virStorageVolPtr virStorageVolCreateXMLFrom(virStoragePoolPtr pool, const char* xmlDesc,
                                            virStorageVolPtr clonevol, unsigned int flags);

/** Overwrites a volume. Since 0.8.0. */
int virStorageVolWipe(virStorageVolPtr vol, unsigned int flags);

/** Opens a stream with a volume's content. Since 0.9.0. */
int virStorageVolDownload(virStorageVolPtr vol, virStreamPtr stream, unsigned long long offset,
                          unsigned long long length, unsigned int flags);

/** Opens a stream for a volume's content. Since 0.9.0. */
int virStorageVolUpload(virStorageVolPtr vol, virStreamPtr stream, unsigned long long offset,
                        unsigned long long length, unsigned int flags);

/** Changes a volume's size. Since 0.9.10. */
int virStorageVolResize(virStorageVolPtr vol, unsigned long long capacity, unsigned int flags);

/** Overwrites a volume in a chosen way. Since 0.9.10. */
int virStorageVolWipePattern(virStorageVolPtr vol, unsigned int algorithm, unsigned int flags);

/** Fills in a volume's sizes, as flags say. Since 3.0.0. */
int virStorageVolGetInfoFlags(virStorageVolPtr vol, virStorageVolInfoPtr info, unsigned int flags);

/* ---- Events ----------------------------------------------------------------------------------------- */

/** Since 2.0.0. */
typedef enum {
  VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE = 0,
  VIR_STORAGE_POOL_EVENT_ID_REFRESH = 1,
#ifdef VIR_ENUM_SENTINELS
  VIR_STORAGE_POOL_EVENT_ID_LAST = 2,
#endif
} virStoragePoolEventID;

/** Since 2.0.0. */
typedef enum {
  VIR_STORAGE_POOL_EVENT_DEFINED = 0,
  VIR_STORAGE_POOL_EVENT_UNDEFINED = 1,
  VIR_STORAGE_POOL_EVENT_STARTED = 2,
  VIR_STORAGE_POOL_EVENT_STOPPED = 3,
  VIR_STORAGE_POOL_EVENT_CREATED = 4, /**< since 3.8.0 */
  VIR_STORAGE_POOL_EVENT_DELETED = 5, /**< since 3.8.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_STORAGE_POOL_EVENT_LAST = 6,
#endif
} virStoragePoolEventLifecycleType;

/** Since 2.0.0. */
#define VIR_STORAGE_POOL_EVENT_CALLBACK(cb) ((virConnectStoragePoolEventGenericCallback)(void (*)(void))(cb))

/** Told of an event of storage pools. Since 2.0.0. */
typedef void (*virConnectStoragePoolEventGenericCallback)(virConnectPtr conn, virStoragePoolPtr pool,
                                                          void* opaque);

/** Told of an event of storage pools. Since 2.0.0. */
typedef void (*virConnectStoragePoolEventLifecycleCallback)(virConnectPtr conn, virStoragePoolPtr pool,
                                                            int event, int detail, void* opaque);

/** Takes that function back. Since 2.0.0. */
int virConnectStoragePoolEventDeregisterAny(virConnectPtr conn, int callbackID);

/** Has a function called at events of storage pools. Since 2.0.0. */
int virConnectStoragePoolEventRegisterAny(virConnectPtr conn, virStoragePoolPtr pool, int eventID,
                                          virConnectStoragePoolEventGenericCallback cb, void* opaque,
                                          virFreeCallback freecb);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_STORAGE_H */
