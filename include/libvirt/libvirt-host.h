/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Connections to hypervisors, and the machines they run on. Every function resets the last error of the
 * calling thread and sets it when it fails (virterror.h). A connection may be used by several threads at
 * once. */
#ifndef LIBVIRT_HOST_H
#define LIBVIRT_HOST_H

#include <libvirt/libvirt-common.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Handles ---------------------------------------------------------------------------------------- */

/** An open connection to a hypervisor. Counted: virConnectRef, virConnectClose. */
typedef struct _virConnect virConnect;
typedef virConnect* virConnectPtr;

/** A stream of bytes. Counted: virStreamRef, virStreamFree. */
typedef struct _virStream virStream;
typedef virStream* virStreamPtr;

/* ---- Version ---------------------------------------------------------------------------------------- */

/** Stores this library's version in `libVer`, as major * 1000000 + minor * 1000 + release. With `typeVer`,
 *  also the version of the driver for hypervisor `type` (NULL: the default); VIR_ERR_NO_CONNECT when there
 *  is none. Since 0.0.3. */
int virGetVersion(unsigned long* libVer, const char* type, unsigned long* typeVer);

/** Prepares the library. Not needed: every function does so itself. Returns 0. Since 0.1.0. */
int virInitialize(void);

/* ---- Opening and closing ---------------------------------------------------------------------------- */

/** What is asked for. Since 0.4.1. */
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

/** Flags of virConnectOpenAuth. Since 0.4.1. */
typedef enum {
  VIR_CONNECT_RO = 1 << 0,         /**< nothing may be changed through it */
  VIR_CONNECT_NO_ALIASES = 1 << 1, /**< do not expand uri_aliases; since 0.9.7 */
} virConnectFlags;

/** One question to the user; `result` is malloc'ed by the program and freed by the library. */
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

/** Answers `ncred` questions by setting `result` (malloc'ed) and `resultlen` of each. Returns 0, or -1 when
 *  the user declines. Since 0.4.1. */
typedef int (*virConnectAuthCallbackPtr)(virConnectCredentialPtr cred, unsigned int ncred, void* cbdata);

/** How a program answers questions of authentication. */
typedef struct _virConnectAuth virConnectAuth;
struct _virConnectAuth {
  int* credtype;
  unsigned int ncredtype;
  virConnectAuthCallbackPtr cb;
  void* cbdata;
};
typedef virConnectAuth* virConnectAuthPtr;

/** Told once that a connection has ended; `reason` is a virConnectCloseReason. Since 0.10.0. */
typedef void (*virConnectCloseFunc)(virConnectPtr conn, int reason, void* opaque);

/** Asks on the terminal. Since 0.4.1. */
VIR_EXPORT_VAR virConnectAuthPtr virConnectAuthPtrDefault;

/** Gives a reference back; the last one closes. Returns 0 when it did, 1 while others are left (domains,
 *  streams and event functions hold one each), or -1. Since 0.0.3. */
int virConnectClose(virConnectPtr conn);

/** Opens a connection for reading and changing. `name` is a URI, an alias of one, or NULL for the default:
 *  LIBVIRT_DEFAULT_URI, then uri_default of libvirt.conf, then the best hypervisor found. Returns a
 *  connection to be closed with virConnectClose, or NULL: VIR_ERR_NO_CONNECT when no driver knows the URI.
 *  Since 0.0.3. */
virConnectPtr virConnectOpen(const char* name);

/** As virConnectOpen, but nothing can be changed through the connection: such calls fail with
 *  VIR_ERR_OPERATION_DENIED. Since 0.0.3. */
virConnectPtr virConnectOpenReadOnly(const char* name);

/** As virConnectOpen, answering questions of authentication through `auth` (NULL: none can be answered).
 *  `flags` are virConnectFlags. Since 0.4.0. */
virConnectPtr virConnectOpenAuth(const char* name, virConnectAuthPtr auth, unsigned int flags);

/** Takes another reference. Returns 0 or -1. Since 0.6.0. */
int virConnectRef(virConnectPtr conn);

/** Has the peer asked for a sign of life after `interval` silent seconds, and the connection ended after
 *  `count` unanswered ones; interval 0 stops that. Needs an event loop. Returns 0, 1 when the peer cannot
 *  do it, or -1. Since 0.9.8. */
int virConnectSetKeepAlive(virConnectPtr conn, int interval, unsigned int count);

/** Has `cb` called from the event loop when the connection ends other than by virConnectClose. One function
 *  for each connection; it holds a reference until it is called or unregistered. `freecb` (may be NULL)
 *  frees `opaque`. Since 0.10.0. */
int virConnectRegisterCloseCallback(virConnectPtr conn, virConnectCloseFunc cb, void* opaque,
                                    virFreeCallback freecb);

/** Takes the function registered back. VIR_ERR_INVALID_ARG when `cb` is not the one. Since 0.10.0. */
int virConnectUnregisterCloseCallback(virConnectPtr conn, virConnectCloseFunc cb);

/* ---- What a connection is --------------------------------------------------------------------------- */

#define VIR_CONNECT_IDENTITY_GROUP_NAME "group-name"                           /* since 5.8.0 */
#define VIR_CONNECT_IDENTITY_PROCESS_ID "process-id"                           /* since 5.8.0 */
#define VIR_CONNECT_IDENTITY_PROCESS_TIME "process-time"                       /* since 5.8.0 */
#define VIR_CONNECT_IDENTITY_SASL_USER_NAME "sasl-user-name"                   /* since 5.8.0 */
#define VIR_CONNECT_IDENTITY_SELINUX_CONTEXT "selinux-context"                 /* since 5.8.0 */
#define VIR_CONNECT_IDENTITY_UNIX_GROUP_ID "unix-group-id"                     /* since 5.8.0 */
#define VIR_CONNECT_IDENTITY_UNIX_USER_ID "unix-user-id"                       /* since 5.8.0 */
#define VIR_CONNECT_IDENTITY_USER_NAME "user-name"                             /* since 5.8.0 */
#define VIR_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME "x509-distinguished-name" /* since 5.8.0 */

/** Returns the driver's name, such as "QEMU" or "TEST". It belongs to the connection. Since 0.0.3. */
const char* virConnectGetType(virConnectPtr conn);

/** Stores the hypervisor's version in `hvVer` (0 when unknown), as virGetVersion does. Since 0.0.3. */
int virConnectGetVersion(virConnectPtr conn, unsigned long* hvVer);

/** Returns what the machine and its hypervisor can do, as XML; free() it. Since 0.2.1. */
char* virConnectGetCapabilities(virConnectPtr conn);

/** Returns the most processors a domain of type `type` (NULL: the default) can have, or -1. Since 0.2.1. */
int virConnectGetMaxVcpus(virConnectPtr conn, const char* type);

/** Returns the name of the machine the hypervisor runs on; free() it. Since 0.3.0. */
char* virConnectGetHostname(virConnectPtr conn);

/** Returns the canonical URI of the connection; free() it. Since 0.3.0. */
char* virConnectGetURI(virConnectPtr conn);

/** Stores the version of the library at the hypervisor's side in `libVer`, as virGetVersion does. Since
 *  0.7.3. */
int virConnectGetLibVersion(virConnectPtr conn, unsigned long* libVer);

/** Returns 1 when others on the way cannot read it, 0 or -1. Since 0.7.3. */
int virConnectIsEncrypted(virConnectPtr conn);

/** Returns 1 when it is encrypted or does not leave the machine, 0 or -1. Since 0.7.3. */
int virConnectIsSecure(virConnectPtr conn);

/** Returns the machine's SMBIOS data as XML; free() it. `flags` must be 0. Since 0.8.8. */
char* virConnectGetSysinfo(virConnectPtr conn, unsigned int flags);

/** Returns 1 while the connection works, 0 when it has ended, or -1. Since 0.9.8. */
int virConnectIsAlive(virConnectPtr conn);

/** Overrides the identity that access checks use. Since 5.8.0. */
int virConnectSetIdentity(virConnectPtr conn, virTypedParameterPtr params, int nparams, unsigned int flags);

/* ---- Security --------------------------------------------------------------------------------------- */

#define VIR_SECURITY_DOI_BUFLEN (256 + 1)    /* since 0.6.1 */
#define VIR_SECURITY_LABEL_BUFLEN (4096 + 1) /* since 0.6.1 */
#define VIR_SECURITY_MODEL_BUFLEN (256 + 1)  /* since 0.6.1 */

/** The security label of a running domain. */
typedef struct _virSecurityLabel virSecurityLabel;
struct _virSecurityLabel {
  char label[VIR_SECURITY_LABEL_BUFLEN];
  int enforcing;
};
typedef virSecurityLabel* virSecurityLabelPtr;

/** The security driver of the machine. */
typedef struct _virSecurityModel virSecurityModel;
struct _virSecurityModel {
  char model[VIR_SECURITY_MODEL_BUFLEN];
  char doi[VIR_SECURITY_DOI_BUFLEN];
};
typedef virSecurityModel* virSecurityModelPtr;

/** Fills in the security driver of the machine; empty strings when there is none. Since 0.6.1. */
int virNodeGetSecurityModel(virConnectPtr conn, virSecurityModelPtr secmodel);

/* ---- The machine ------------------------------------------------------------------------------------ */

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

/** Since 0.1.4. */
#define VIR_NODEINFO_MAXCPUS(nodeinfo) \
  ((nodeinfo).nodes * (nodeinfo).sockets * (nodeinfo).cores * (nodeinfo).threads)

typedef struct _virNodeCPUStats virNodeCPUStats;
struct _virNodeCPUStats {
  char field[VIR_NODE_CPU_STATS_FIELD_LENGTH];
  unsigned long long value;
};
typedef virNodeCPUStats* virNodeCPUStatsPtr;

/** What virNodeGetInfo fills in. */
typedef struct _virNodeInfo virNodeInfo;
struct _virNodeInfo {
  char model[32];       /**< architecture */
  unsigned long memory; /**< KiB */
  unsigned int cpus;    /**< active processors */
  unsigned int mhz;     /**< 0 when unknown */
  unsigned int nodes;   /**< NUMA cells */
  unsigned int sockets; /**< in each cell */
  unsigned int cores;   /**< in each socket */
  unsigned int threads; /**< in each core */
};
typedef virNodeInfo* virNodeInfoPtr;

typedef struct _virNodeMemoryStats virNodeMemoryStats;
struct _virNodeMemoryStats {
  char field[VIR_NODE_MEMORY_STATS_FIELD_LENGTH];
  unsigned long long value;
};
typedef virNodeMemoryStats* virNodeMemoryStatsPtr;

/** Fills in what the machine has. Since 0.1.0. */
int virNodeGetInfo(virConnectPtr conn, virNodeInfoPtr info);

/** Stores the free bytes of at most `maxCells` NUMA cells from `startCell` on in `freeMems`. Returns how
 *  many, or -1. Since 0.3.3. */
int virNodeGetCellsFreeMemory(virConnectPtr conn, unsigned long long* freeMems, int startCell, int maxCells);

/** Returns the machine's free memory in bytes, or 0 on failure. Since 0.3.3. */
unsigned long long virNodeGetFreeMemory(virConnectPtr conn);

/** Stores times of processor `cpuNum` (-1: all together) in ns in `params`. With *nparams 0 only their
 *  number is stored there. Since 0.9.3. */
int virNodeGetCPUStats(virConnectPtr conn, int cpuNum, virNodeCPUStatsPtr params, int* nparams,
                       unsigned int flags);

/** Stores amounts of memory of cell `cellNum` (-1: all) in KiB in `params`. With *nparams 0 only their
 *  number is stored there. Since 0.9.3. */
int virNodeGetMemoryStats(virConnectPtr conn, int cellNum, virNodeMemoryStatsPtr params, int* nparams,
                          unsigned int flags);

/** Has the machine sleep. Since 0.9.8. */
int virNodeSuspendForDuration(virConnectPtr conn, unsigned int target, unsigned long long duration,
                              unsigned int flags);

/** Reads the machine's tunables of memory. Since 0.10.2. */
int virNodeGetMemoryParameters(virConnectPtr conn, virTypedParameterPtr params, int* nparams,
                               unsigned int flags);

/** Sets the machine's tunables of memory. Since 0.10.2. */
int virNodeSetMemoryParameters(virConnectPtr conn, virTypedParameterPtr params, int nparams,
                               unsigned int flags);

/** Stores which processors are online in a new bitmap (free() it) and their number in `online`; both may be
 *  NULL. Returns how many there are, or -1. Since 1.0.0. */
int virNodeGetCPUMap(virConnectPtr conn, unsigned char** cpumap, unsigned int* online, unsigned int flags);

/** Stores the numbers of free pages by size. Since 1.2.6. */
int virNodeGetFreePages(virConnectPtr conn, unsigned int npages, unsigned int* pages, int startCell,
                        unsigned int cellCount, unsigned long long* counts, unsigned int flags);

/** Reserves huge pages. Since 1.2.9. */
int virNodeAllocPages(virConnectPtr conn, unsigned int npages, unsigned int* pageSizes,
                      unsigned long long* pageCounts, int startCell, unsigned int cellCount,
                      unsigned int flags);

/** Stores what the machine knows of encrypted guests. Since 4.5.0. */
int virNodeGetSEVInfo(virConnectPtr conn, virTypedParameterPtr* params, int* nparams, unsigned int flags);

/* ---- Processor models ------------------------------------------------------------------------------- */

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

/** Compares a processor model with the machine's. Since 0.7.5. */
int virConnectCompareCPU(virConnectPtr conn, const char* xmlDesc, unsigned int flags);

/** Returns the processor model that all the given ones have in common; free() it. Since 0.7.7. */
char* virConnectBaselineCPU(virConnectPtr conn, const char** xmlCPUs, unsigned int ncpus, unsigned int flags);

/** Lists the known processor models of an architecture. Since 1.1.3. */
int virConnectGetCPUModelNames(virConnectPtr conn, const char* arch, char*** models, unsigned int flags);

/** Returns the processor model that guests of this hypervisor can have on all the given machines; free()
 *  it. Since 4.4.0. */
char* virConnectBaselineHypervisorCPU(virConnectPtr conn, const char* emulator, const char* arch,
                                      const char* machine, const char* virttype, const char** xmlCPUs,
                                      unsigned int ncpus, unsigned int flags);

/** Compares a processor model with what the hypervisor can offer. Since 4.4.0. */
int virConnectCompareHypervisorCPU(virConnectPtr conn, const char* emulator, const char* arch,
                                   const char* machine, const char* virttype, const char* xmlCPU,
                                   unsigned int flags);

/* ---- UUIDs ------------------------------------------------------------------------------------------ */

#define VIR_UUID_BUFLEN (16)            /* since 0.2.0 */
#define VIR_UUID_STRING_BUFLEN (36 + 1) /* since 0.2.0 */

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_HOST_H */
