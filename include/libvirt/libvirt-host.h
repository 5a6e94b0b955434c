/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef LIBVIRT_HOST_H
#define LIBVIRT_HOST_H

#include <libvirt/libvirt-common.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Handles ---------------------------------------------------------------------------------------------
 */

typedef struct _virConnect virConnect;
typedef virConnect* virConnectPtr;

typedef struct _virStream virStream;
typedef virStream* virStreamPtr;

/* ---- Version ---------------------------------------------------------------------------------------------
 */

/** Since 0.0.3. */
int virGetVersion(unsigned long* libVer, const char* type, unsigned long* typeVer);

/** Since 0.1.0. */
int virInitialize(void);

/* ---- Opening and closing ---------------------------------------------------------------------------------
 */

/** Since 0.4.1. */
typedef enum {
  VIR_CRED_USERNAME = 1,
  VIR_CRED_AUTHNAME = 2,
  VIR_CRED_LANGUAGE = 3,
  VIR_CRED_CNONCE = 4,
  VIR_CRED_PASSPHRASE = 5,
  VIR_CRED_ECHOPROMPT = 6,
  VIR_CRED_NOECHOPROMPT = 7,
  VIR_CRED_REALM = 8,
  VIR_CRED_EXTERNAL = 9,
#ifdef VIR_ENUM_SENTINELS
  VIR_CRED_LAST = 10,
#endif
} virConnectCredentialType;

/** Since 0.4.1. */
typedef enum {
  VIR_CONNECT_RO = 1 << 0,
  VIR_CONNECT_NO_ALIASES = 1 << 1, /**< since 0.9.7 */
} virConnectFlags;

typedef struct _virConnectCredential virConnectCredential;
struct _virConnectCredential {
  int type;
  const char* prompt;
  const char* challenge;
  const char* defresult;
  char* result;
  unsigned int resultlen;
};
typedef virConnectCredential* virConnectCredentialPtr;

/** Since 0.4.1. */
typedef int (*virConnectAuthCallbackPtr)(virConnectCredentialPtr cred, unsigned int ncred, void* cbdata);

typedef struct _virConnectAuth virConnectAuth;
struct _virConnectAuth {
  int* credtype;
  unsigned int ncredtype;
  virConnectAuthCallbackPtr cb;
  void* cbdata;
};
typedef virConnectAuth* virConnectAuthPtr;

/** Since 0.10.0. */
typedef void (*virConnectCloseFunc)(virConnectPtr conn, int reason, void* opaque);

/** Since 0.4.1. */
VIR_EXPORT_VAR virConnectAuthPtr virConnectAuthPtrDefault;

/** Since 0.0.3. */
int virConnectClose(virConnectPtr conn);

/** Since 0.0.3. */
virConnectPtr virConnectOpen(const char* name);

/** Since 0.0.3. */
virConnectPtr virConnectOpenReadOnly(const char* name);

/** Since 0.4.0. */
virConnectPtr virConnectOpenAuth(const char* name, virConnectAuthPtr auth, unsigned int flags);

/** Since 0.6.0. */
int virConnectRef(virConnectPtr conn);

/** Since 0.9.8. */
int virConnectSetKeepAlive(virConnectPtr conn, int interval, unsigned int count);

/** Since 0.10.0. */
int virConnectRegisterCloseCallback(virConnectPtr conn, virConnectCloseFunc cb, void* opaque,
                                    virFreeCallback freecb);

/** Since 0.10.0. */
int virConnectUnregisterCloseCallback(virConnectPtr conn, virConnectCloseFunc cb);

/* ---- What a connection is --------------------------------------------------------------------------------
 */

#define VIR_CONNECT_IDENTITY_GROUP_NAME "group-name"                           /* since 5.8.0 */
#define VIR_CONNECT_IDENTITY_PROCESS_ID "process-id"                           /* since 5.8.0 */
#define VIR_CONNECT_IDENTITY_PROCESS_TIME "process-time"                       /* since 5.8.0 */
#define VIR_CONNECT_IDENTITY_SASL_USER_NAME "sasl-user-name"                   /* since 5.8.0 */
#define VIR_CONNECT_IDENTITY_SELINUX_CONTEXT "selinux-context"                 /* since 5.8.0 */
#define VIR_CONNECT_IDENTITY_UNIX_GROUP_ID "unix-group-id"                     /* since 5.8.0 */
#define VIR_CONNECT_IDENTITY_UNIX_USER_ID "unix-user-id"                       /* since 5.8.0 */
#define VIR_CONNECT_IDENTITY_USER_NAME "user-name"                             /* since 5.8.0 */
#define VIR_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME "x509-distinguished-name" /* since 5.8.0 */

/** Since 0.0.3. */
const char* virConnectGetType(virConnectPtr conn);

/** Since 0.0.3. */
int virConnectGetVersion(virConnectPtr conn, unsigned long* hvVer);

/** Since 0.2.1. */
char* virConnectGetCapabilities(virConnectPtr conn);

/** Since 0.2.1. */
int virConnectGetMaxVcpus(virConnectPtr conn, const char* type);

/** Since 0.3.0. */
char* virConnectGetHostname(virConnectPtr conn);

/** Since 0.3.0. */
char* virConnectGetURI(virConnectPtr conn);

/** Since 0.7.3. */
int virConnectGetLibVersion(virConnectPtr conn, unsigned long* libVer);

/** Since 0.7.3. */
int virConnectIsEncrypted(virConnectPtr conn);

/** Since 0.7.3. */
int virConnectIsSecure(virConnectPtr conn);

/** Since 0.8.8. */
char* virConnectGetSysinfo(virConnectPtr conn, unsigned int flags);

/** Since 0.9.8. */
int virConnectIsAlive(virConnectPtr conn);

/** Since 5.8.0. */
int virConnectSetIdentity(virConnectPtr conn, virTypedParameterPtr params, int nparams, unsigned int flags);

/* ---- Security --------------------------------------------------------------------------------------------
 */

#define VIR_SECURITY_DOI_BUFLEN (256 + 1)    /* since 0.6.1 */
#define VIR_SECURITY_LABEL_BUFLEN (4096 + 1) /* since 0.6.1 */
#define VIR_SECURITY_MODEL_BUFLEN (256 + 1)  /* since 0.6.1 */

typedef struct _virSecurityLabel virSecurityLabel;
struct _virSecurityLabel {
  char label[VIR_SECURITY_LABEL_BUFLEN];
  int enforcing;
};
typedef virSecurityLabel* virSecurityLabelPtr;

typedef struct _virSecurityModel virSecurityModel;
struct _virSecurityModel {
  char model[VIR_SECURITY_MODEL_BUFLEN];
  char doi[VIR_SECURITY_DOI_BUFLEN];
};
typedef virSecurityModel* virSecurityModelPtr;

/** Since 0.6.1. */
int virNodeGetSecurityModel(virConnectPtr conn, virSecurityModelPtr secmodel);

/* ---- The machine -----------------------------------------------------------------------------------------
 */

/** Since 0.9.3. */
typedef enum {
  VIR_NODE_CPU_STATS_ALL_CPUS = -1,
} virNodeGetCPUStatsAllCPUs;

/** Since 0.9.3. */
typedef enum {
  VIR_NODE_MEMORY_STATS_ALL_CELLS = -1,
} virNodeGetMemoryStatsAllCells;

/** Since 0.9.8. */
typedef enum {
  VIR_NODE_SUSPEND_TARGET_MEM = 0,
  VIR_NODE_SUSPEND_TARGET_DISK = 1,
  VIR_NODE_SUSPEND_TARGET_HYBRID = 2,
#ifdef VIR_ENUM_SENTINELS
  VIR_NODE_SUSPEND_TARGET_LAST = 3,
#endif
} virNodeSuspendTarget;

/** Since 1.2.9. */
typedef enum {
  VIR_NODE_ALLOC_PAGES_ADD = 0,
  VIR_NODE_ALLOC_PAGES_SET = 1 << 0,
} virNodeAllocPagesFlags;

#define VIR_NODE_CPU_STATS_FIELD_LENGTH 80                                 /* since 0.9.3 */
#define VIR_NODE_CPU_STATS_IDLE "idle"                                     /* since 0.9.3 */
#define VIR_NODE_CPU_STATS_IOWAIT "iowait"                                 /* since 0.9.3 */
#define VIR_NODE_CPU_STATS_KERNEL "kernel"                                 /* since 0.9.3 */
#define VIR_NODE_CPU_STATS_USER "user"                                     /* since 0.9.3 */
#define VIR_NODE_CPU_STATS_UTILIZATION "utilization"                       /* since 0.9.3 */
#define VIR_NODE_CPU_STATS_INTR "intr"                                     /* since 1.2.2 */
#define VIR_NODE_MEMORY_SHARED_FULL_SCANS "shm_full_scans"                 /* since 0.10.2 */
#define VIR_NODE_MEMORY_SHARED_PAGES_SHARED "shm_pages_shared"             /* since 0.10.2 */
#define VIR_NODE_MEMORY_SHARED_PAGES_SHARING "shm_pages_sharing"           /* since 0.10.2 */
#define VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN "shm_pages_to_scan"           /* since 0.10.2 */
#define VIR_NODE_MEMORY_SHARED_PAGES_UNSHARED "shm_pages_unshared"         /* since 0.10.2 */
#define VIR_NODE_MEMORY_SHARED_PAGES_VOLATILE "shm_pages_volatile"         /* since 0.10.2 */
#define VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS "shm_sleep_millisecs"       /* since 0.10.2 */
#define VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES "shm_merge_across_nodes" /* since 1.0.0 */
#define VIR_NODE_MEMORY_STATS_BUFFERS "buffers"                            /* since 0.9.3 */
#define VIR_NODE_MEMORY_STATS_CACHED "cached"                              /* since 0.9.3 */
#define VIR_NODE_MEMORY_STATS_FIELD_LENGTH 80                              /* since 0.9.3 */
#define VIR_NODE_MEMORY_STATS_FREE "free"                                  /* since 0.9.3 */
#define VIR_NODE_MEMORY_STATS_TOTAL "total"                                /* since 0.9.3 */
#define VIR_NODE_SEV_CBITPOS "cbitpos"                                     /* since 4.5.0 */
#define VIR_NODE_SEV_CERT_CHAIN "cert-chain"                               /* since 4.5.0 */
#define VIR_NODE_SEV_CPU0_ID "cpu0-id"                                     /* since 8.4.0 */
#define VIR_NODE_SEV_MAX_ES_GUESTS "max-es-guests"                         /* since 8.0.0 */
#define VIR_NODE_SEV_MAX_GUESTS "max-guests"                               /* since 8.0.0 */
#define VIR_NODE_SEV_PDH "pdh"                                             /* since 4.5.0 */
#define VIR_NODE_SEV_REDUCED_PHYS_BITS "reduced-phys-bits"                 /* since 4.5.0 */
#define VIR_NODEINFO_MAXCPUS(nodeinfo) \
  ((nodeinfo).nodes * (nodeinfo).sockets * (nodeinfo).cores * (nodeinfo).threads) /* since 0.1.4 */

typedef struct _virNodeCPUStats virNodeCPUStats;
struct _virNodeCPUStats {
  char field[VIR_NODE_CPU_STATS_FIELD_LENGTH];
  unsigned long long value;
};
typedef virNodeCPUStats* virNodeCPUStatsPtr;

typedef struct _virNodeInfo virNodeInfo;
struct _virNodeInfo {
  char model[32];
  unsigned long memory;
  unsigned int cpus;
  unsigned int mhz;
  unsigned int nodes;
  unsigned int sockets;
  unsigned int cores;
  unsigned int threads;
};
typedef virNodeInfo* virNodeInfoPtr;

typedef struct _virNodeMemoryStats virNodeMemoryStats;
struct _virNodeMemoryStats {
  char field[VIR_NODE_MEMORY_STATS_FIELD_LENGTH];
  unsigned long long value;
};
typedef virNodeMemoryStats* virNodeMemoryStatsPtr;

/** Since 0.1.0. */
int virNodeGetInfo(virConnectPtr conn, virNodeInfoPtr info);

/** Since 0.3.3. */
int virNodeGetCellsFreeMemory(virConnectPtr conn, unsigned long long* freeMems, int startCell, int maxCells);

/** Since 0.3.3. */
unsigned long long virNodeGetFreeMemory(virConnectPtr conn);

/** Since 0.9.3. */
int virNodeGetCPUStats(virConnectPtr conn, int cpuNum, virNodeCPUStatsPtr params, int* nparams,
                       unsigned int flags);

/** Since 0.9.3. */
int virNodeGetMemoryStats(virConnectPtr conn, int cellNum, virNodeMemoryStatsPtr params, int* nparams,
                          unsigned int flags);

/** Since 0.9.8. */
int virNodeSuspendForDuration(virConnectPtr conn, unsigned int target, unsigned long long duration,
                              unsigned int flags);

/** Since 0.10.2. */
int virNodeGetMemoryParameters(virConnectPtr conn, virTypedParameterPtr params, int* nparams,
                               unsigned int flags);

/** Since 0.10.2. */
int virNodeSetMemoryParameters(virConnectPtr conn, virTypedParameterPtr params, int nparams,
                               unsigned int flags);

/** Since 1.0.0. */
int virNodeGetCPUMap(virConnectPtr conn, unsigned char** cpumap, unsigned int* online, unsigned int flags);

/** Since 1.2.6. */
int virNodeGetFreePages(virConnectPtr conn, unsigned int npages, unsigned int* pages, int startCell,
                        unsigned int cellCount, unsigned long long* counts, unsigned int flags);

/** Since 1.2.9. */
int virNodeAllocPages(virConnectPtr conn, unsigned int npages, unsigned int* pageSizes,
                      unsigned long long* pageCounts, int startCell, unsigned int cellCount,
                      unsigned int flags);

/** Since 4.5.0. */
int virNodeGetSEVInfo(virConnectPtr conn, virTypedParameterPtr* params, int* nparams, unsigned int flags);

/* ---- Processor models ------------------------------------------------------------------------------------
 */

/** Since 0.7.5. */
typedef enum {
  VIR_CPU_COMPARE_ERROR = -1,
  VIR_CPU_COMPARE_INCOMPATIBLE = 0,
  VIR_CPU_COMPARE_IDENTICAL = 1,
  VIR_CPU_COMPARE_SUPERSET = 2,
#ifdef VIR_ENUM_SENTINELS
  VIR_CPU_COMPARE_LAST = 3,
#endif
} virCPUCompareResult;

/** Since 1.1.2. */
typedef enum {
  VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES = 1 << 0,
  VIR_CONNECT_BASELINE_CPU_MIGRATABLE = 1 << 1, /**< since 1.2.14 */
} virConnectBaselineCPUFlags;

/** Since 1.2.6. */
typedef enum {
  VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE = 1 << 0,
  VIR_CONNECT_COMPARE_CPU_VALIDATE_XML = 1 << 1, /**< since 6.9.0 */
} virConnectCompareCPUFlags;

/** Since 0.7.5. */
int virConnectCompareCPU(virConnectPtr conn, const char* xmlDesc, unsigned int flags);

/** Since 0.7.7. */
char* virConnectBaselineCPU(virConnectPtr conn, const char** xmlCPUs, unsigned int ncpus, unsigned int flags);

/** Since 1.1.3. */
int virConnectGetCPUModelNames(virConnectPtr conn, const char* arch, char*** models, unsigned int flags);

/** Since 4.4.0. */
char* virConnectBaselineHypervisorCPU(virConnectPtr conn, const char* emulator, const char* arch,
                                      const char* machine, const char* virttype, const char** xmlCPUs,
                                      unsigned int ncpus, unsigned int flags);

/** Since 4.4.0. */
int virConnectCompareHypervisorCPU(virConnectPtr conn, const char* emulator, const char* arch,
                                   const char* machine, const char* virttype, const char* xmlCPU,
                                   unsigned int flags);

/* ---- UUIDs -----------------------------------------------------------------------------------------------
 */

#define VIR_UUID_BUFLEN (16)            /* since 0.2.0 */
#define VIR_UUID_STRING_BUFLEN (36 + 1) /* since 0.2.0 */

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_HOST_H */
