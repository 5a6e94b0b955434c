/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Domains: guests, running or only defined. A virDomainPtr names a domain and belongs to a connection; it
 * stays valid, though calls with it fail, when the domain is gone. Strings and arrays that functions return
 * are the caller's to free() unless said otherwise. Functions return -1 or NULL on failure unless said
 * otherwise. Memory is in KiB. */
#ifndef LIBVIRT_DOMAIN_H
#define LIBVIRT_DOMAIN_H

#include <libvirt/libvirt-host.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- The handle ------------------------------------------------------------------------------------- */

/** A domain of a connection. Counted: virDomainRef, virDomainFree; holds its connection. */
typedef struct _virDomain virDomain;
typedef virDomain* virDomainPtr;

/** Gives a reference back; the domain itself is not touched. Returns 0 or -1. Since 0.0.3. */
int virDomainFree(virDomainPtr domain);

/** Returns the id of a running domain, or (unsigned)-1. Since 0.0.3. */
unsigned int virDomainGetID(virDomainPtr domain);

/** Returns the name, which belongs to the handle. Since 0.0.3. */
const char* virDomainGetName(virDomainPtr domain);

/** Returns the type of its operating system, such as "hvm"; free() it. Since 0.0.3. */
char* virDomainGetOSType(virDomainPtr domain);

/** Stores the 16 bytes of the UUID (VIR_UUID_BUFLEN). Since 0.0.5. */
int virDomainGetUUID(virDomainPtr domain, unsigned char* uuid);

/** Stores the UUID as text (VIR_UUID_STRING_BUFLEN bytes). Since 0.1.1. */
int virDomainGetUUIDString(virDomainPtr domain, char* buf);

/** Returns the connection without taking a reference: it lives as long as the domain's handle. Since 0.3.0.
 */
virConnectPtr virDomainGetConnect(virDomainPtr dom);

/** Takes another reference. Returns 0 or -1. Since 0.6.0. */
int virDomainRef(virDomainPtr domain);

/* ---- Which configuration a change affects ----------------------------------------------------------- */

/** Which configuration is read or changed; LIVE and CONFIG may be combined where a function says so. Since
 *  0.9.2. */
typedef enum {
  VIR_DOMAIN_AFFECT_CURRENT = 0,     /**< live when it runs, else the definition */
  VIR_DOMAIN_AFFECT_LIVE = 1 << 0,   /**< the running domain */
  VIR_DOMAIN_AFFECT_CONFIG = 1 << 1, /**< the definition, from the next start on */
} virDomainModificationImpact;

/* ---- State ------------------------------------------------------------------------------------------ */

/** What a domain does. Since 0.0.1. */
typedef enum {
  VIR_DOMAIN_NOSTATE = 0,     /**< unknown */
  VIR_DOMAIN_RUNNING = 1,     /**< runs */
  VIR_DOMAIN_BLOCKED = 2,     /**< waits for something */
  VIR_DOMAIN_PAUSED = 3,      /**< stopped, in memory */
  VIR_DOMAIN_SHUTDOWN = 4,    /**< goes down */
  VIR_DOMAIN_SHUTOFF = 5,     /**< does not run */
  VIR_DOMAIN_CRASHED = 6,     /**< has crashed; since 0.0.2 */
  VIR_DOMAIN_PMSUSPENDED = 7, /**< asleep by its own power management; since 0.9.11 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_LAST = 8,
#endif
} virDomainState;

/** Reasons of VIR_DOMAIN_BLOCKED. Since 0.9.2. */
typedef enum {
  VIR_DOMAIN_BLOCKED_UNKNOWN = 0,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_BLOCKED_LAST = 1,
#endif
} virDomainBlockedReason;

/** Reasons of VIR_DOMAIN_CRASHED. Since 0.9.2. */
typedef enum {
  VIR_DOMAIN_CRASHED_UNKNOWN = 0,
  VIR_DOMAIN_CRASHED_PANICKED = 1, /**< since 1.1.1 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_CRASHED_LAST = 2,
#endif
} virDomainCrashedReason;

/** Reasons of VIR_DOMAIN_NOSTATE. Since 0.9.2. */
typedef enum {
  VIR_DOMAIN_NOSTATE_UNKNOWN = 0,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_NOSTATE_LAST = 1,
#endif
} virDomainNostateReason;

/** Reasons of VIR_DOMAIN_PAUSED. Since 0.9.2. */
typedef enum {
  VIR_DOMAIN_PAUSED_UNKNOWN = 0,
  VIR_DOMAIN_PAUSED_USER = 1,
  VIR_DOMAIN_PAUSED_MIGRATION = 2,
  VIR_DOMAIN_PAUSED_SAVE = 3,
  VIR_DOMAIN_PAUSED_DUMP = 4,
  VIR_DOMAIN_PAUSED_IOERROR = 5,
  VIR_DOMAIN_PAUSED_WATCHDOG = 6,
  VIR_DOMAIN_PAUSED_FROM_SNAPSHOT = 7,
  VIR_DOMAIN_PAUSED_SHUTTING_DOWN = 8,    /**< since 0.9.5 */
  VIR_DOMAIN_PAUSED_SNAPSHOT = 9,         /**< since 1.0.1 */
  VIR_DOMAIN_PAUSED_CRASHED = 10,         /**< since 1.1.1 */
  VIR_DOMAIN_PAUSED_STARTING_UP = 11,     /**< since 1.2.14 */
  VIR_DOMAIN_PAUSED_POSTCOPY = 12,        /**< since 1.3.3 */
  VIR_DOMAIN_PAUSED_POSTCOPY_FAILED = 13, /**< since 1.3.3 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_PAUSED_LAST = 14,
#endif
} virDomainPausedReason;

/** Reasons of VIR_DOMAIN_RUNNING. Since 0.9.2. */
typedef enum {
  VIR_DOMAIN_RUNNING_UNKNOWN = 0,
  VIR_DOMAIN_RUNNING_BOOTED = 1,
  VIR_DOMAIN_RUNNING_MIGRATED = 2,
  VIR_DOMAIN_RUNNING_RESTORED = 3,
  VIR_DOMAIN_RUNNING_FROM_SNAPSHOT = 4,
  VIR_DOMAIN_RUNNING_UNPAUSED = 5,
  VIR_DOMAIN_RUNNING_MIGRATION_CANCELED = 6,
  VIR_DOMAIN_RUNNING_SAVE_CANCELED = 7,
  VIR_DOMAIN_RUNNING_WAKEUP = 8,           /**< since 0.9.11 */
  VIR_DOMAIN_RUNNING_CRASHED = 9,          /**< since 1.1.1 */
  VIR_DOMAIN_RUNNING_POSTCOPY = 10,        /**< since 1.3.3 */
  VIR_DOMAIN_RUNNING_POSTCOPY_FAILED = 11, /**< since 8.5.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_RUNNING_LAST = 12,
#endif
} virDomainRunningReason;

/** Reasons of VIR_DOMAIN_SHUTDOWN: the guest is going down. Since 0.9.2. */
typedef enum {
  VIR_DOMAIN_SHUTDOWN_UNKNOWN = 0,
  VIR_DOMAIN_SHUTDOWN_USER = 1,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_SHUTDOWN_LAST = 2,
#endif
} virDomainShutdownReason;

/** Reasons of VIR_DOMAIN_SHUTOFF: it does not run. Since 0.9.2. */
typedef enum {
  VIR_DOMAIN_SHUTOFF_UNKNOWN = 0,
  VIR_DOMAIN_SHUTOFF_SHUTDOWN = 1,
  VIR_DOMAIN_SHUTOFF_DESTROYED = 2,
  VIR_DOMAIN_SHUTOFF_CRASHED = 3,
  VIR_DOMAIN_SHUTOFF_MIGRATED = 4,
  VIR_DOMAIN_SHUTOFF_SAVED = 5,
  VIR_DOMAIN_SHUTOFF_FAILED = 6,
  VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT = 7,
  VIR_DOMAIN_SHUTOFF_DAEMON = 8, /**< since 4.10.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_SHUTOFF_LAST = 9,
#endif
} virDomainShutoffReason;

/** Whether the hypervisor answers for a domain. Since 0.9.3. */
typedef enum {
  VIR_DOMAIN_CONTROL_OK = 0,
  VIR_DOMAIN_CONTROL_JOB = 1,
  VIR_DOMAIN_CONTROL_OCCUPIED = 2,
  VIR_DOMAIN_CONTROL_ERROR = 3,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_CONTROL_LAST = 4,
#endif
} virDomainControlState;

/** Reasons of VIR_DOMAIN_PMSUSPENDED. Since 0.9.11. */
typedef enum {
  VIR_DOMAIN_PMSUSPENDED_UNKNOWN = 0,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_PMSUSPENDED_LAST = 1,
#endif
} virDomainPMSuspendedReason;

/** Since 1.0.0. */
typedef enum {
  VIR_DOMAIN_PMSUSPENDED_DISK_UNKNOWN = 0,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_PMSUSPENDED_DISK_LAST = 1,
#endif
} virDomainPMSuspendedDiskReason;

/** Since 1.2.14. */
typedef enum {
  VIR_DOMAIN_CONTROL_ERROR_REASON_NONE = 0,
  VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN = 1,
  VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR = 2,
  VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL = 3,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_CONTROL_ERROR_REASON_LAST = 4,
#endif
} virDomainControlErrorReason;

/** Since 7.1.0. */
typedef enum {
  VIR_DOMAIN_MESSAGE_DEPRECATION = 1,
  VIR_DOMAIN_MESSAGE_TAINTING = 2,
} virDomainMessageType;

/** What virDomainGetControlInfo fills in. */
typedef struct _virDomainControlInfo virDomainControlInfo;
struct _virDomainControlInfo {
  unsigned int state;           /**< virDomainControlState */
  unsigned int details;         /**< virDomainControlErrorReason in state ERROR */
  unsigned long long stateTime; /**< ms since that state began */
};
typedef virDomainControlInfo* virDomainControlInfoPtr;

/** What virDomainGetInfo fills in. */
typedef struct _virDomainInfo virDomainInfo;
struct _virDomainInfo {
  unsigned char state;        /**< virDomainState */
  unsigned long maxMem;       /**< KiB */
  unsigned long memory;       /**< KiB in use */
  unsigned short nrVirtCpu;   /**< processors */
  unsigned long long cpuTime; /**< ns used */
};
typedef virDomainInfo* virDomainInfoPtr;

/** Fills in state, memory and time used. Does not wait for a change in progress. Since 0.0.3. */
int virDomainGetInfo(virDomainPtr domain, virDomainInfoPtr info);

/** Returns 1 when it runs, 0 or -1. Since 0.7.3. */
int virDomainIsActive(virDomainPtr dom);

/** Returns 1 when it is defined and so outlives its run, 0 or -1. Since 0.7.3. */
int virDomainIsPersistent(virDomainPtr dom);

/** Returns 1 when its definition was changed since it was started, 0 or -1. Since 0.8.6. */
int virDomainIsUpdated(virDomainPtr dom);

/** Stores the state (virDomainState) and, unless NULL, its reason. `flags` must be 0. Does not wait for a
 *  change in progress. Since 0.9.2. */
int virDomainGetState(virDomainPtr domain, int* state, int* reason, unsigned int flags);

/** Fills in whether the hypervisor answers for the domain. Since 0.9.3. */
int virDomainGetControlInfo(virDomainPtr domain, virDomainControlInfoPtr info, unsigned int flags);

/** Lists warnings about the domain. Since 7.1.0. */
int virDomainGetMessages(virDomainPtr domain, char*** msgs, unsigned int flags);

/* ---- Finding domains -------------------------------------------------------------------------------- */

/** Filters in groups; a domain passes when it matches one bit of every group that has any. Since 0.9.13. */
typedef enum {
  VIR_CONNECT_LIST_DOMAINS_ACTIVE = 1 << 0,
  VIR_CONNECT_LIST_DOMAINS_INACTIVE = 1 << 1,
  VIR_CONNECT_LIST_DOMAINS_PERSISTENT = 1 << 2,
  VIR_CONNECT_LIST_DOMAINS_TRANSIENT = 1 << 3,
  VIR_CONNECT_LIST_DOMAINS_RUNNING = 1 << 4,
  VIR_CONNECT_LIST_DOMAINS_PAUSED = 1 << 5,
  VIR_CONNECT_LIST_DOMAINS_SHUTOFF = 1 << 6,
  VIR_CONNECT_LIST_DOMAINS_OTHER = 1 << 7,
  VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE = 1 << 8,
  VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE = 1 << 9,
  VIR_CONNECT_LIST_DOMAINS_AUTOSTART = 1 << 10,
  VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART = 1 << 11,
  VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT = 1 << 12,
  VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT = 1 << 13,
  VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT = 1 << 14, /**< since 5.6.0 */
  VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT = 1 << 15,  /**< since 5.6.0 */
} virConnectListAllDomainsFlags;

/** Stores the ids of at most `maxids` running domains. Returns how many, or -1. Since 0.0.3. */
int virConnectListDomains(virConnectPtr conn, int* ids, int maxids);

/** Returns how many domains run, or -1. Since 0.0.3. */
int virConnectNumOfDomains(virConnectPtr conn);

/** Finds a running domain. VIR_ERR_NO_DOMAIN when there is none. Since 0.0.3. */
virDomainPtr virDomainLookupByID(virConnectPtr conn, int id);

/** Finds a domain. VIR_ERR_NO_DOMAIN when there is none. Since 0.0.3. */
virDomainPtr virDomainLookupByName(virConnectPtr conn, const char* name);

/** Finds a domain by the 16 bytes of its UUID. VIR_ERR_NO_DOMAIN when there is none. Since 0.0.5. */
virDomainPtr virDomainLookupByUUID(virConnectPtr conn, const unsigned char* uuid);

/** Stores the names of at most `maxnames` domains that are defined and do not run; free() each. Returns how
 *  many, or -1. Since 0.1.1. */
int virConnectListDefinedDomains(virConnectPtr conn, char** const names, int maxnames);

/** Finds a domain by its UUID as text, with or without dashes. VIR_ERR_NO_DOMAIN when there is none. Since
 *  0.1.1. */
virDomainPtr virDomainLookupByUUIDString(virConnectPtr conn, const char* uuidstr);

/** Returns how many domains are defined and do not run, or -1. Since 0.1.5. */
int virConnectNumOfDefinedDomains(virConnectPtr conn);

/** Stores a new array of the domains that pass the filter `flags` in `domains`, ended by NULL:
 *  virDomainFree each and free() it. With `domains` NULL they are only counted. Returns how many, or -1.
 *  Since 0.9.13. */
int virConnectListAllDomains(virConnectPtr conn, virDomainPtr** domains, unsigned int flags);

/* ---- Definition ------------------------------------------------------------------------------------- */

/** What virDomainGetXMLDesc writes. Since 0.3.3. */
typedef enum {
  VIR_DOMAIN_XML_SECURE = 1 << 0,     /**< with pass phrases; needs a writable connection */
  VIR_DOMAIN_XML_INACTIVE = 1 << 1,   /**< the definition of the next start */
  VIR_DOMAIN_XML_UPDATE_CPU = 1 << 2, /**< the processor as the guest would see it; since 0.8.0 */
  VIR_DOMAIN_XML_MIGRATABLE = 1 << 3, /**< what another host understands; since 1.0.0 */
} virDomainXMLFlags;

/** What to remove or keep with the definition. Since 0.9.4. */
typedef enum {
  VIR_DOMAIN_UNDEFINE_MANAGED_SAVE = 1 << 0,
  VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA = 1 << 1,   /**< since 0.9.5 */
  VIR_DOMAIN_UNDEFINE_NVRAM = 1 << 2,                /**< since 1.2.9 */
  VIR_DOMAIN_UNDEFINE_KEEP_NVRAM = 1 << 3,           /**< since 2.3.0 */
  VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA = 1 << 4, /**< since 5.6.0 */
  VIR_DOMAIN_UNDEFINE_TPM = 1 << 5,                  /**< since 8.9.0 */
  VIR_DOMAIN_UNDEFINE_KEEP_TPM = 1 << 6,             /**< since 8.9.0 */
} virDomainUndefineFlagsValues;

/** Kinds of metadata. Since 0.9.10. */
typedef enum {
  VIR_DOMAIN_METADATA_DESCRIPTION = 0,
  VIR_DOMAIN_METADATA_TITLE = 1,
  VIR_DOMAIN_METADATA_ELEMENT = 2,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_METADATA_LAST = 3,
#endif
} virDomainMetadataType;

/** Flags of virDomainDefineXMLFlags. Since 1.2.12. */
typedef enum {
  VIR_DOMAIN_DEFINE_VALIDATE = 1 << 0, /**< refuse XML that its schema does not allow */
} virDomainDefineFlags;

/** Since 3.9.0. */
typedef enum {
  VIR_DOMAIN_LIFECYCLE_POWEROFF = 0,
  VIR_DOMAIN_LIFECYCLE_REBOOT = 1,
  VIR_DOMAIN_LIFECYCLE_CRASH = 2,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_LIFECYCLE_LAST = 3,
#endif
} virDomainLifecycle;

/** Since 3.9.0. */
typedef enum {
  VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY = 0,
  VIR_DOMAIN_LIFECYCLE_ACTION_RESTART = 1,
  VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME = 2,
  VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE = 3,
  VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY = 4,
  VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART = 5,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_LIFECYCLE_ACTION_LAST = 6,
#endif
} virDomainLifecycleAction;

/** Returns its description; free() it. `flags` are virDomainXMLFlags; VIR_ERR_OPERATION_DENIED for SECURE
 *  on a read-only connection. Since 0.0.3. */
char* virDomainGetXMLDesc(virDomainPtr domain, unsigned int flags);

/** Defines a domain, or changes the definition of the one with the same name and UUID. VIR_ERR_XML_ERROR
 *  says line and element. Since 0.1.1. */
virDomainPtr virDomainDefineXML(virConnectPtr conn, const char* xml);

/** Removes the definition; a running domain runs on and is gone when it ends. Since 0.1.1. */
int virDomainUndefine(virDomainPtr domain);

/** Stores 1 when it starts with the daemon, else 0. Since 0.2.1. */
int virDomainGetAutostart(virDomainPtr domain, int* autostart);

/** Has it started with the daemon, or not. It must be defined. Since 0.2.1. */
int virDomainSetAutostart(virDomainPtr domain, int autostart);

/** Returns `nativeConfig`, a configuration in the hypervisor's own format, as domain XML; free() it. Since
 *  0.6.4. */
char* virConnectDomainXMLFromNative(virConnectPtr conn, const char* nativeFormat, const char* nativeConfig,
                                    unsigned int flags);

/** Returns domain XML in the hypervisor's own format; free() it. Since 0.6.4. */
char* virConnectDomainXMLToNative(virConnectPtr conn, const char* nativeFormat, const char* domainXml,
                                  unsigned int flags);

/** As virDomainUndefine; `flags` (virDomainUndefineFlagsValues) say what goes and stays with it. Since
 *  0.9.4. */
int virDomainUndefineFlags(virDomainPtr domain, unsigned int flags);

/** Returns title, description or the element of the namespace `uri`; free() it. VIR_ERR_NO_DOMAIN_METADATA
 *  when there is none. `type` is a virDomainMetadataType. Since 0.9.10. */
char* virDomainGetMetadata(virDomainPtr domain, int type, const char* uri, unsigned int flags);

/** Sets title, description or the element of the namespace `uri`, with the prefix `key`; NULL removes it. A
 *  title is one line. Since 0.9.10. */
int virDomainSetMetadata(virDomainPtr domain, int type, const char* metadata, const char* key,
                         const char* uri, unsigned int flags);

/** Returns what domains of this emulator, architecture, machine and type can have, as XML; free() it. Each
 *  may be NULL. Since 1.2.7. */
char* virConnectGetDomainCapabilities(virConnectPtr conn, const char* emulatorbin, const char* arch,
                                      const char* machine, const char* virttype, unsigned int flags);

/** As virDomainDefineXML, with virDomainDefineFlags. Since 1.2.12. */
virDomainPtr virDomainDefineXMLFlags(virConnectPtr conn, const char* xml, unsigned int flags);

/** Gives a domain that does not run a new name. `flags` must be 0. Since 1.2.19. */
int virDomainRename(virDomainPtr dom, const char* new_name, unsigned int flags);

/** Sets what happens at poweroff, reboot or crash. Since 3.9.0. */
int virDomainSetLifecycleAction(virDomainPtr domain, unsigned int type, unsigned int action,
                                unsigned int flags);

/* ---- Life cycle ------------------------------------------------------------------------------------- */

/** How a domain starts. Since 0.0.1. */
typedef enum {
  VIR_DOMAIN_NONE = 0,
  VIR_DOMAIN_START_PAUSED = 1 << 0,       /**< its processors do not run yet; since 0.8.2 */
  VIR_DOMAIN_START_AUTODESTROY = 1 << 1,  /**< ends with the connection; since 0.9.3 */
  VIR_DOMAIN_START_BYPASS_CACHE = 1 << 2, /**< read a saved image past the page cache; since 0.9.4 */
  VIR_DOMAIN_START_FORCE_BOOT = 1 << 3,   /**< throw a saved image away; since 0.9.5 */
  VIR_DOMAIN_START_VALIDATE = 1 << 4,     /**< refuse XML that its schema does not allow; since 1.2.12 */
  VIR_DOMAIN_START_RESET_NVRAM = 1 << 5,  /**< begin with fresh firmware variables; since 8.1.0 */
} virDomainCreateFlags;

/** Flags of virDomainDestroyFlags. Since 0.9.10. */
typedef enum {
  VIR_DOMAIN_DESTROY_DEFAULT = 0,
  VIR_DOMAIN_DESTROY_GRACEFUL = 1 << 0,    /**< give the hypervisor time to write its caches */
  VIR_DOMAIN_DESTROY_REMOVE_LOGS = 1 << 1, /**< since 8.3.0 */
} virDomainDestroyFlagsValues;

/** Which ways of asking the guest to reboot may be tried; 0 leaves it to the hypervisor. Since 0.9.10. */
typedef enum {
  VIR_DOMAIN_REBOOT_DEFAULT = 0,
  VIR_DOMAIN_REBOOT_ACPI_POWER_BTN = 1 << 0,
  VIR_DOMAIN_REBOOT_GUEST_AGENT = 1 << 1,
  VIR_DOMAIN_REBOOT_INITCTL = 1 << 2,  /**< since 1.0.1 */
  VIR_DOMAIN_REBOOT_SIGNAL = 1 << 3,   /**< since 1.0.1 */
  VIR_DOMAIN_REBOOT_PARAVIRT = 1 << 4, /**< since 1.2.5 */
} virDomainRebootFlagValues;

/** Which ways of asking the guest to shut down may be tried; 0 leaves it to the hypervisor. Since 0.9.10. */
typedef enum {
  VIR_DOMAIN_SHUTDOWN_DEFAULT = 0,
  VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN = 1 << 0,
  VIR_DOMAIN_SHUTDOWN_GUEST_AGENT = 1 << 1,
  VIR_DOMAIN_SHUTDOWN_INITCTL = 1 << 2,  /**< since 1.0.1 */
  VIR_DOMAIN_SHUTDOWN_SIGNAL = 1 << 3,   /**< since 1.0.1 */
  VIR_DOMAIN_SHUTDOWN_PARAVIRT = 1 << 4, /**< since 1.2.5 */
} virDomainShutdownFlagValues;

/** Since 9.0.0. */
typedef enum {
  VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE = 1 << 0,
  VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE = 1 << 1,
} virDomainFDAssociateFlags;

/** Old name of virDomainCreateXML. Since 0.0.3. */
virDomainPtr virDomainCreateLinux(virConnectPtr conn, const char* xmlDesc, unsigned int flags);

/** Ends a running domain at once, as pulling the plug would. Since 0.0.3. */
int virDomainDestroy(virDomainPtr domain);

/** Lets its processors run again. Since 0.0.3. */
int virDomainResume(virDomainPtr domain);

/** Asks the guest to shut down and returns at once; the guest may refuse. Since 0.0.3. */
int virDomainShutdown(virDomainPtr domain);

/** Stops its processors; it stays in memory. Since 0.0.3. */
int virDomainSuspend(virDomainPtr domain);

/** Asks the guest to reboot and returns at once. `flags` are virDomainRebootFlagValues. Since 0.1.0. */
int virDomainReboot(virDomainPtr domain, unsigned int flags);

/** Starts a defined domain. VIR_ERR_OPERATION_INVALID when it runs. Since 0.1.1. */
int virDomainCreate(virDomainPtr domain);

/** Starts a domain without defining it: it is gone when it ends. `flags` are virDomainCreateFlags. Since
 *  0.5.0. */
virDomainPtr virDomainCreateXML(virConnectPtr conn, const char* xmlDesc, unsigned int flags);

/** Starts a defined domain with virDomainCreateFlags. Since 0.8.2. */
int virDomainCreateWithFlags(virDomainPtr domain, unsigned int flags);

/** As virDomainDestroy, with virDomainDestroyFlagsValues. Since 0.9.4. */
int virDomainDestroyFlags(virDomainPtr domain, unsigned int flags);

/** Presses the reset button. `flags` must be 0. Since 0.9.7. */
int virDomainReset(virDomainPtr domain, unsigned int flags);

/** Has the guest sleep. Since 0.9.10. */
int virDomainPMSuspendForDuration(virDomainPtr dom, unsigned int target, unsigned long long duration,
                                  unsigned int flags);

/** As virDomainShutdown, in the ways that `flags` allow. Since 0.9.10. */
int virDomainShutdownFlags(virDomainPtr domain, unsigned int flags);

/** Wakes a sleeping guest. Since 0.9.11. */
int virDomainPMWakeup(virDomainPtr dom, unsigned int flags);

/** Starts a defined domain that inherits descriptors. Since 1.1.1. */
int virDomainCreateWithFiles(virDomainPtr domain, unsigned int nfiles, int* files, unsigned int flags);

/** Starts a domain from XML that inherits descriptors. Since 1.1.1. */
virDomainPtr virDomainCreateXMLWithFiles(virConnectPtr conn, const char* xmlDesc, unsigned int nfiles,
                                         int* files, unsigned int flags);

/** Gives a named group of descriptors to a domain. Since 9.0.0. */
int virDomainFDAssociate(virDomainPtr domain, const char* name, unsigned int nfds, int* fds,
                         unsigned int flags);

/* ---- Save and restore ------------------------------------------------------------------------------- */

/** Since 0.9.4. */
typedef enum {
  VIR_DOMAIN_SAVE_BYPASS_CACHE = 1 << 0,
  VIR_DOMAIN_SAVE_RUNNING = 1 << 1,     /**< since 0.9.5 */
  VIR_DOMAIN_SAVE_PAUSED = 1 << 2,      /**< since 0.9.5 */
  VIR_DOMAIN_SAVE_RESET_NVRAM = 1 << 3, /**< since 8.1.0 */
} virDomainSaveRestoreFlags;

/** Since 5.1.0. */
typedef enum {
  VIR_DOMAIN_SAVE_IMAGE_XML_SECURE = VIR_DOMAIN_XML_SECURE,
} virDomainSaveImageXMLFlags;

#define VIR_DOMAIN_SAVE_PARAM_DXML "dxml" /* since 8.4.0 */
#define VIR_DOMAIN_SAVE_PARAM_FILE "file" /* since 8.4.0 */

/** Starts a domain from a saved image. Since 0.0.3. */
int virDomainRestore(virConnectPtr conn, const char* from);

/** Saves it to a file and ends it. Since 0.0.3. */
int virDomainSave(virDomainPtr domain, const char* to);

/** Returns 1 when its next start restores a saved image, 0 or -1. `flags` must be 0. Since 0.8.0. */
int virDomainHasManagedSaveImage(virDomainPtr dom, unsigned int flags);

/** Saves it to a file of the daemon's, from which its next start restores. Since 0.8.0. */
int virDomainManagedSave(virDomainPtr dom, unsigned int flags);

/** Removes the saved image. Since 0.8.0. */
int virDomainManagedSaveRemove(virDomainPtr dom, unsigned int flags);

/** Starts a domain from a saved image, with flags. Since 0.9.4. */
int virDomainRestoreFlags(virConnectPtr conn, const char* from, const char* dxml, unsigned int flags);

/** Saves it to a file and ends it, with flags. Since 0.9.4. */
int virDomainSaveFlags(virDomainPtr domain, const char* to, const char* dxml, unsigned int flags);

/** Changes the description in a saved image. Since 0.9.4. */
int virDomainSaveImageDefineXML(virConnectPtr conn, const char* file, const char* dxml, unsigned int flags);

/** Returns the description in a saved image; free() it. Since 0.9.4. */
char* virDomainSaveImageGetXMLDesc(virConnectPtr conn, const char* file, unsigned int flags);

/** Changes the description in the saved image. Since 3.7.0. */
int virDomainManagedSaveDefineXML(virDomainPtr domain, const char* dxml, unsigned int flags);

/** Returns the description in the saved image; free() it. Since 3.7.0. */
char* virDomainManagedSaveGetXMLDesc(virDomainPtr domain, unsigned int flags);

/** Starts a domain from a saved image, with typed parameters. Since 8.4.0. */
int virDomainRestoreParams(virConnectPtr conn, virTypedParameterPtr params, int nparams, unsigned int flags);

/** Saves it to a file and ends it, with typed parameters. Since 8.4.0. */
int virDomainSaveParams(virDomainPtr domain, virTypedParameterPtr params, int nparams, unsigned int flags);

/* ---- Core dumps and screenshots --------------------------------------------------------------------- */

/** Since 0.7.5. */
typedef enum {
  VIR_DUMP_CRASH = 1 << 0,
  VIR_DUMP_LIVE = 1 << 1,
  VIR_DUMP_BYPASS_CACHE = 1 << 2, /**< since 0.9.4 */
  VIR_DUMP_RESET = 1 << 3,        /**< since 0.9.7 */
  VIR_DUMP_MEMORY_ONLY = 1 << 4,  /**< since 0.9.13 */
} virDomainCoreDumpFlags;

/** Since 1.2.3. */
typedef enum {
  VIR_DOMAIN_CORE_DUMP_FORMAT_RAW = 0,
  VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB = 1,
  VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO = 2,
  VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY = 3,
  VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP = 4, /**< since 7.4.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_CORE_DUMP_FORMAT_LAST = 5,
#endif
} virDomainCoreDumpFormat;

/** Writes the guest's memory to a file. Since 0.1.9. */
int virDomainCoreDump(virDomainPtr domain, const char* to, unsigned int flags);

/** Opens a stream with a picture of its display; returns the MIME type. Since 0.9.2. */
char* virDomainScreenshot(virDomainPtr domain, virStreamPtr stream, unsigned int screen, unsigned int flags);

/** Writes the guest's memory to a file of a chosen format. Since 1.2.3. */
int virDomainCoreDumpWithFormat(virDomainPtr domain, const char* to, unsigned int dumpformat,
                                unsigned int flags);

/* ---- Consoles, channels, graphics and keys ---------------------------------------------------------- */

/** Since 0.9.3. */
typedef enum {
  VIR_KEYCODE_SET_LINUX = 0,
  VIR_KEYCODE_SET_XT = 1,
  VIR_KEYCODE_SET_ATSET1 = 2,
  VIR_KEYCODE_SET_ATSET2 = 3,
  VIR_KEYCODE_SET_ATSET3 = 4,
  VIR_KEYCODE_SET_OSX = 5,    /**< since 0.9.4 */
  VIR_KEYCODE_SET_XT_KBD = 6, /**< since 0.9.4 */
  VIR_KEYCODE_SET_USB = 7,    /**< since 0.9.4 */
  VIR_KEYCODE_SET_WIN32 = 8,  /**< since 0.9.4 */
  VIR_KEYCODE_SET_QNUM = 9,   /**< since 4.2.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_KEYCODE_SET_LAST = 10,
#endif
} virKeycodeSet;

/** Since 0.9.7. */
typedef enum {
  VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH = 1 << 0,
} virDomainOpenGraphicsFlags;

/** Flags of virDomainOpenConsole. Since 0.9.11. */
typedef enum {
  VIR_DOMAIN_CONSOLE_FORCE = 1 << 0, /**< take it from whoever has it */
  VIR_DOMAIN_CONSOLE_SAFE = 1 << 1,  /**< only when exclusive use is certain */
} virDomainConsoleFlags;

/** Since 1.0.1. */
typedef enum {
  VIR_DOMAIN_PROCESS_SIGNAL_NOP = 0,
  VIR_DOMAIN_PROCESS_SIGNAL_HUP = 1,
  VIR_DOMAIN_PROCESS_SIGNAL_INT = 2,
  VIR_DOMAIN_PROCESS_SIGNAL_QUIT = 3,
  VIR_DOMAIN_PROCESS_SIGNAL_ILL = 4,
  VIR_DOMAIN_PROCESS_SIGNAL_TRAP = 5,
  VIR_DOMAIN_PROCESS_SIGNAL_ABRT = 6,
  VIR_DOMAIN_PROCESS_SIGNAL_BUS = 7,
  VIR_DOMAIN_PROCESS_SIGNAL_FPE = 8,
  VIR_DOMAIN_PROCESS_SIGNAL_KILL = 9,
  VIR_DOMAIN_PROCESS_SIGNAL_USR1 = 10,
  VIR_DOMAIN_PROCESS_SIGNAL_SEGV = 11,
  VIR_DOMAIN_PROCESS_SIGNAL_USR2 = 12,
  VIR_DOMAIN_PROCESS_SIGNAL_PIPE = 13,
  VIR_DOMAIN_PROCESS_SIGNAL_ALRM = 14,
  VIR_DOMAIN_PROCESS_SIGNAL_TERM = 15,
  VIR_DOMAIN_PROCESS_SIGNAL_STKFLT = 16,
  VIR_DOMAIN_PROCESS_SIGNAL_CHLD = 17,
  VIR_DOMAIN_PROCESS_SIGNAL_CONT = 18,
  VIR_DOMAIN_PROCESS_SIGNAL_STOP = 19,
  VIR_DOMAIN_PROCESS_SIGNAL_TSTP = 20,
  VIR_DOMAIN_PROCESS_SIGNAL_TTIN = 21,
  VIR_DOMAIN_PROCESS_SIGNAL_TTOU = 22,
  VIR_DOMAIN_PROCESS_SIGNAL_URG = 23,
  VIR_DOMAIN_PROCESS_SIGNAL_XCPU = 24,
  VIR_DOMAIN_PROCESS_SIGNAL_XFSZ = 25,
  VIR_DOMAIN_PROCESS_SIGNAL_VTALRM = 26,
  VIR_DOMAIN_PROCESS_SIGNAL_PROF = 27,
  VIR_DOMAIN_PROCESS_SIGNAL_WINCH = 28,
  VIR_DOMAIN_PROCESS_SIGNAL_POLL = 29,
  VIR_DOMAIN_PROCESS_SIGNAL_PWR = 30,
  VIR_DOMAIN_PROCESS_SIGNAL_SYS = 31,
  VIR_DOMAIN_PROCESS_SIGNAL_RT0 = 32,
  VIR_DOMAIN_PROCESS_SIGNAL_RT1 = 33,
  VIR_DOMAIN_PROCESS_SIGNAL_RT2 = 34,
  VIR_DOMAIN_PROCESS_SIGNAL_RT3 = 35,
  VIR_DOMAIN_PROCESS_SIGNAL_RT4 = 36,
  VIR_DOMAIN_PROCESS_SIGNAL_RT5 = 37,
  VIR_DOMAIN_PROCESS_SIGNAL_RT6 = 38,
  VIR_DOMAIN_PROCESS_SIGNAL_RT7 = 39,
  VIR_DOMAIN_PROCESS_SIGNAL_RT8 = 40,
  VIR_DOMAIN_PROCESS_SIGNAL_RT9 = 41,
  VIR_DOMAIN_PROCESS_SIGNAL_RT10 = 42,
  VIR_DOMAIN_PROCESS_SIGNAL_RT11 = 43,
  VIR_DOMAIN_PROCESS_SIGNAL_RT12 = 44,
  VIR_DOMAIN_PROCESS_SIGNAL_RT13 = 45,
  VIR_DOMAIN_PROCESS_SIGNAL_RT14 = 46,
  VIR_DOMAIN_PROCESS_SIGNAL_RT15 = 47,
  VIR_DOMAIN_PROCESS_SIGNAL_RT16 = 48,
  VIR_DOMAIN_PROCESS_SIGNAL_RT17 = 49,
  VIR_DOMAIN_PROCESS_SIGNAL_RT18 = 50,
  VIR_DOMAIN_PROCESS_SIGNAL_RT19 = 51,
  VIR_DOMAIN_PROCESS_SIGNAL_RT20 = 52,
  VIR_DOMAIN_PROCESS_SIGNAL_RT21 = 53,
  VIR_DOMAIN_PROCESS_SIGNAL_RT22 = 54,
  VIR_DOMAIN_PROCESS_SIGNAL_RT23 = 55,
  VIR_DOMAIN_PROCESS_SIGNAL_RT24 = 56,
  VIR_DOMAIN_PROCESS_SIGNAL_RT25 = 57,
  VIR_DOMAIN_PROCESS_SIGNAL_RT26 = 58,
  VIR_DOMAIN_PROCESS_SIGNAL_RT27 = 59,
  VIR_DOMAIN_PROCESS_SIGNAL_RT28 = 60,
  VIR_DOMAIN_PROCESS_SIGNAL_RT29 = 61,
  VIR_DOMAIN_PROCESS_SIGNAL_RT30 = 62,
  VIR_DOMAIN_PROCESS_SIGNAL_RT31 = 63,
  VIR_DOMAIN_PROCESS_SIGNAL_RT32 = 64,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_PROCESS_SIGNAL_LAST = 65,
#endif
} virDomainProcessSignal;

/** Flags of virDomainOpenChannel. Since 1.0.2. */
typedef enum {
  VIR_DOMAIN_CHANNEL_FORCE = 1 << 0, /**< take it from whoever has it */
} virDomainChannelFlags;

#define VIR_DOMAIN_SEND_KEY_MAX_KEYS 16          /* since 0.9.3 */
#define VIR_KEYCODE_SET_RFB VIR_KEYCODE_SET_QNUM /* since 0.9.5 */

/** Opens a stream to the serial or parallel device with alias `dev_name`, or the first console when NULL.
 *  `flags` are virDomainConsoleFlags. Since 0.8.6. */
int virDomainOpenConsole(virDomainPtr dom, const char* dev_name, virStreamPtr st, unsigned int flags);

/** Sends a non-maskable interrupt. Since 0.9.2. */
int virDomainInjectNMI(virDomainPtr domain, unsigned int flags);

/** Presses keys. Since 0.9.3. */
int virDomainSendKey(virDomainPtr domain, unsigned int codeset, unsigned int holdtime, unsigned int* keycodes,
                     int nkeycodes, unsigned int flags);

/** Connects a socket to its display. Since 0.9.7. */
int virDomainOpenGraphics(virDomainPtr dom, unsigned int idx, int fd, unsigned int flags);

/** Sends a signal to a process of the guest. Since 1.0.1. */
int virDomainSendProcessSignal(virDomainPtr domain, long long pid_value, unsigned int signum,
                               unsigned int flags);

/** Opens a stream to the channel `name`, or the first when NULL. Since 1.0.2. */
int virDomainOpenChannel(virDomainPtr dom, const char* name, virStreamPtr st, unsigned int flags);

/** Returns a socket connected to its display. Since 1.2.8. */
int virDomainOpenGraphicsFD(virDomainPtr dom, unsigned int idx, unsigned int flags);

/* ---- Tunable parameters of the scheduler ------------------------------------------------------------ */

/** Since 0.2.3. */
typedef enum {
  VIR_DOMAIN_SCHED_FIELD_INT = VIR_TYPED_PARAM_INT,
  VIR_DOMAIN_SCHED_FIELD_UINT = VIR_TYPED_PARAM_UINT,
  VIR_DOMAIN_SCHED_FIELD_LLONG = VIR_TYPED_PARAM_LLONG,
  VIR_DOMAIN_SCHED_FIELD_ULLONG = VIR_TYPED_PARAM_ULLONG,
  VIR_DOMAIN_SCHED_FIELD_DOUBLE = VIR_TYPED_PARAM_DOUBLE,
  VIR_DOMAIN_SCHED_FIELD_BOOLEAN = VIR_TYPED_PARAM_BOOLEAN,
} virSchedParameterType;

#define VIR_DOMAIN_SCHED_FIELD_LENGTH VIR_TYPED_PARAM_FIELD_LENGTH /* since 0.2.3 */
#define VIR_DOMAIN_SCHEDULER_CAP "cap"                             /* since 0.9.7 */
#define VIR_DOMAIN_SCHEDULER_CPU_SHARES "cpu_shares"               /* since 0.9.7 */
#define VIR_DOMAIN_SCHEDULER_EMULATOR_PERIOD "emulator_period"     /* since 0.10.0 */
#define VIR_DOMAIN_SCHEDULER_EMULATOR_QUOTA "emulator_quota"       /* since 0.10.0 */
#define VIR_DOMAIN_SCHEDULER_GLOBAL_PERIOD "global_period"         /* since 1.3.3 */
#define VIR_DOMAIN_SCHEDULER_GLOBAL_QUOTA "global_quota"           /* since 1.3.3 */
#define VIR_DOMAIN_SCHEDULER_IOTHREAD_PERIOD "iothread_period"     /* since 2.2.0 */
#define VIR_DOMAIN_SCHEDULER_IOTHREAD_QUOTA "iothread_quota"       /* since 2.2.0 */
#define VIR_DOMAIN_SCHEDULER_LIMIT "limit"                         /* since 0.9.7 */
#define VIR_DOMAIN_SCHEDULER_RESERVATION "reservation"             /* since 0.9.7 */
#define VIR_DOMAIN_SCHEDULER_SHARES "shares"                       /* since 0.9.7 */
#define VIR_DOMAIN_SCHEDULER_VCPU_PERIOD "vcpu_period"             /* since 0.9.7 */
#define VIR_DOMAIN_SCHEDULER_VCPU_QUOTA "vcpu_quota"               /* since 0.9.7 */
#define VIR_DOMAIN_SCHEDULER_WEIGHT "weight"                       /* since 0.9.7 */

#define _virSchedParameter _virTypedParameter
typedef struct _virTypedParameter virSchedParameter;
typedef virSchedParameter* virSchedParameterPtr;

/** Reads the tunables of its scheduler. Since 0.2.3. */
int virDomainGetSchedulerParameters(virDomainPtr domain, virTypedParameterPtr params, int* nparams);

/** Returns the name of its scheduler; free() it. Since 0.2.3. */
char* virDomainGetSchedulerType(virDomainPtr domain, int* nparams);

/** Sets the tunables of its scheduler. Since 0.2.3. */
int virDomainSetSchedulerParameters(virDomainPtr domain, virTypedParameterPtr params, int nparams);

/** Reads the tunables of its scheduler, live or configured. Since 0.9.2. */
int virDomainGetSchedulerParametersFlags(virDomainPtr domain, virTypedParameterPtr params, int* nparams,
                                         unsigned int flags);

/** Sets the tunables of its scheduler, live or configured. Since 0.9.2. */
int virDomainSetSchedulerParametersFlags(virDomainPtr domain, virTypedParameterPtr params, int nparams,
                                         unsigned int flags);

/* ---- Tunable parameters of block input and output --------------------------------------------------- */

/** Since 0.9.0. */
typedef enum {
  VIR_DOMAIN_BLKIO_PARAM_INT = VIR_TYPED_PARAM_INT,
  VIR_DOMAIN_BLKIO_PARAM_UINT = VIR_TYPED_PARAM_UINT,
  VIR_DOMAIN_BLKIO_PARAM_LLONG = VIR_TYPED_PARAM_LLONG,
  VIR_DOMAIN_BLKIO_PARAM_ULLONG = VIR_TYPED_PARAM_ULLONG,
  VIR_DOMAIN_BLKIO_PARAM_DOUBLE = VIR_TYPED_PARAM_DOUBLE,
  VIR_DOMAIN_BLKIO_PARAM_BOOLEAN = VIR_TYPED_PARAM_BOOLEAN,
} virBlkioParameterType;

#define VIR_DOMAIN_BLKIO_DEVICE_WEIGHT "device_weight"             /* since 0.9.8 */
#define VIR_DOMAIN_BLKIO_DEVICE_READ_BPS "device_read_bytes_sec"   /* since 1.2.2 */
#define VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS "device_read_iops_sec"   /* since 1.2.2 */
#define VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS "device_write_bytes_sec" /* since 1.2.2 */
#define VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS "device_write_iops_sec" /* since 1.2.2 */
#define VIR_DOMAIN_BLKIO_FIELD_LENGTH VIR_TYPED_PARAM_FIELD_LENGTH /* since 0.9.0 */
#define VIR_DOMAIN_BLKIO_WEIGHT "weight"                           /* since 0.9.0 */

#define _virBlkioParameter _virTypedParameter
typedef struct _virTypedParameter virBlkioParameter;
typedef virBlkioParameter* virBlkioParameterPtr;

/** Reads the tunables of block input and output. Since 0.9.0. */
int virDomainGetBlkioParameters(virDomainPtr domain, virTypedParameterPtr params, int* nparams,
                                unsigned int flags);

/** Sets the tunables of block input and output. Since 0.9.0. */
int virDomainSetBlkioParameters(virDomainPtr domain, virTypedParameterPtr params, int nparams,
                                unsigned int flags);

/* ---- Memory ----------------------------------------------------------------------------------------- */

/** Since 0.4.4. */
typedef enum {
  VIR_MEMORY_VIRTUAL = 1 << 0,
  VIR_MEMORY_PHYSICAL = 1 << 1, /**< since 0.7.0 */
} virDomainMemoryFlags;

/** Since 0.9.9. */
typedef enum {
  VIR_DOMAIN_NUMATUNE_MEM_STRICT = 0,
  VIR_DOMAIN_NUMATUNE_MEM_PREFERRED = 1,
  VIR_DOMAIN_NUMATUNE_MEM_INTERLEAVE = 2,
  VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE = 3, /**< since 7.3.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_NUMATUNE_MEM_LAST = 4,
#endif
} virDomainNumatuneMemMode;

/** Since 0.7.5. */
typedef enum {
  VIR_DOMAIN_MEMORY_STAT_SWAP_IN = 0,
  VIR_DOMAIN_MEMORY_STAT_SWAP_OUT = 1,
  VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT = 2,
  VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT = 3,
  VIR_DOMAIN_MEMORY_STAT_UNUSED = 4,
  VIR_DOMAIN_MEMORY_STAT_AVAILABLE = 5,
  VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON = 6,   /**< since 0.9.3 */
  VIR_DOMAIN_MEMORY_STAT_RSS = 7,              /**< since 0.9.10 */
  VIR_DOMAIN_MEMORY_STAT_USABLE = 8,           /**< since 2.1.0 */
  VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE = 9,      /**< since 2.1.0 */
  VIR_DOMAIN_MEMORY_STAT_DISK_CACHES = 10,     /**< since 4.6.0 */
  VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC = 11, /**< since 5.4.0 */
  VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL = 12,  /**< since 5.4.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_MEMORY_STAT_NR = 13,
#endif
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_MEMORY_STAT_LAST = VIR_DOMAIN_MEMORY_STAT_NR,
#endif
} virDomainMemoryStatTags;

/** Since 0.8.5. */
typedef enum {
  VIR_DOMAIN_MEMORY_PARAM_INT = VIR_TYPED_PARAM_INT,
  VIR_DOMAIN_MEMORY_PARAM_UINT = VIR_TYPED_PARAM_UINT,
  VIR_DOMAIN_MEMORY_PARAM_LLONG = VIR_TYPED_PARAM_LLONG,
  VIR_DOMAIN_MEMORY_PARAM_ULLONG = VIR_TYPED_PARAM_ULLONG,
  VIR_DOMAIN_MEMORY_PARAM_DOUBLE = VIR_TYPED_PARAM_DOUBLE,
  VIR_DOMAIN_MEMORY_PARAM_BOOLEAN = VIR_TYPED_PARAM_BOOLEAN,
} virMemoryParameterType;

/** Which amount of memory is meant. Since 0.9.0. */
typedef enum {
  VIR_DOMAIN_MEM_CURRENT = VIR_DOMAIN_AFFECT_CURRENT, /**< since 0.9.1 */
  VIR_DOMAIN_MEM_LIVE = VIR_DOMAIN_AFFECT_LIVE,
  VIR_DOMAIN_MEM_CONFIG = VIR_DOMAIN_AFFECT_CONFIG,
  VIR_DOMAIN_MEM_MAXIMUM = 1 << 2, /**< since 0.9.1 */
} virDomainMemoryModFlags;

#define VIR_DOMAIN_MEMORY_FIELD_LENGTH VIR_TYPED_PARAM_FIELD_LENGTH /* since 0.8.5 */
#define VIR_DOMAIN_MEMORY_HARD_LIMIT "hard_limit"                   /* since 0.8.5 */
#define VIR_DOMAIN_MEMORY_MIN_GUARANTEE "min_guarantee"             /* since 0.8.5 */
#define VIR_DOMAIN_MEMORY_PARAM_UNLIMITED 9007199254740991LL        /* since 0.8.8 */
#define VIR_DOMAIN_MEMORY_SOFT_LIMIT "soft_limit"                   /* since 0.8.5 */
#define VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT "swap_hard_limit"         /* since 0.8.5 */
#define VIR_DOMAIN_NUMA_MODE "numa_mode"                            /* since 0.9.9 */
#define VIR_DOMAIN_NUMA_NODESET "numa_nodeset"                      /* since 0.9.9 */

typedef struct _virDomainMemoryStat virDomainMemoryStatStruct;
struct _virDomainMemoryStat {
  int tag;
  unsigned long long val;
};
typedef virDomainMemoryStatStruct* virDomainMemoryStatPtr;

#define _virMemoryParameter _virTypedParameter
typedef struct _virTypedParameter virMemoryParameter;
typedef virMemoryParameter* virMemoryParameterPtr;

/** Returns the most memory it can have, in KiB, or 0 on failure. Since 0.0.3. */
unsigned long virDomainGetMaxMemory(virDomainPtr domain);

/** Sets the most memory it can have, in KiB. Since 0.0.3. */
int virDomainSetMaxMemory(virDomainPtr domain, unsigned long memory);

/** Sets the memory it has, in KiB, of the running domain. Since 0.1.1. */
int virDomainSetMemory(virDomainPtr domain, unsigned long memory);

/** Reads the guest's memory. Since 0.4.2. */
int virDomainMemoryPeek(virDomainPtr dom, unsigned long long start, size_t size, void* buffer,
                        unsigned int flags);

/** Stores its memory counters. Since 0.7.5. */
int virDomainMemoryStats(virDomainPtr dom, virDomainMemoryStatPtr stats, unsigned int nr_stats,
                         unsigned int flags);

/** Reads the limits of memory. Since 0.8.5. */
int virDomainGetMemoryParameters(virDomainPtr domain, virTypedParameterPtr params, int* nparams,
                                 unsigned int flags);

/** Sets the limits of memory. Since 0.8.5. */
int virDomainSetMemoryParameters(virDomainPtr domain, virTypedParameterPtr params, int nparams,
                                 unsigned int flags);

/** Sets memory in KiB; `flags` are virDomainMemoryModFlags. Since 0.9.0. */
int virDomainSetMemoryFlags(virDomainPtr domain, unsigned long memory, unsigned int flags);

/** Reads where its memory may come from. Since 0.9.9. */
int virDomainGetNumaParameters(virDomainPtr domain, virTypedParameterPtr params, int* nparams,
                               unsigned int flags);

/** Sets where its memory may come from. Since 0.9.9. */
int virDomainSetNumaParameters(virDomainPtr domain, virTypedParameterPtr params, int nparams,
                               unsigned int flags);

/** Sets how often the guest reports its memory counters, in seconds. Since 1.1.1. */
int virDomainSetMemoryStatsPeriod(virDomainPtr domain, int period, unsigned int flags);

/* ---- Processors ------------------------------------------------------------------------------------- */

/** Since 0.1.4. */
typedef enum {
  VIR_VCPU_OFFLINE = 0,
  VIR_VCPU_RUNNING = 1,
  VIR_VCPU_BLOCKED = 2,
#ifdef VIR_ENUM_SENTINELS
  VIR_VCPU_LAST = 3,
#endif
} virVcpuState;

/** Since 6.10.0. */
typedef enum {
  VIR_VCPU_INFO_CPU_UNAVAILABLE = -2,
  VIR_VCPU_INFO_CPU_OFFLINE = -1,
} virVcpuHostCpuState;

/** Which number of processors is meant. Since 0.8.5. */
typedef enum {
  VIR_DOMAIN_VCPU_CURRENT = VIR_DOMAIN_AFFECT_CURRENT, /**< since 0.9.4 */
  VIR_DOMAIN_VCPU_LIVE = VIR_DOMAIN_AFFECT_LIVE,
  VIR_DOMAIN_VCPU_CONFIG = VIR_DOMAIN_AFFECT_CONFIG,
  VIR_DOMAIN_VCPU_MAXIMUM = 1 << 2,
  VIR_DOMAIN_VCPU_GUEST = 1 << 3,        /**< since 1.1.0 */
  VIR_DOMAIN_VCPU_HOTPLUGGABLE = 1 << 4, /**< since 2.4.0 */
} virDomainVcpuFlags;

#define VIR_DOMAIN_CPU_STATS_CPUTIME "cpu_time"       /* since 0.9.10 */
#define VIR_DOMAIN_CPU_STATS_SYSTEMTIME "system_time" /* since 0.9.11 */
#define VIR_DOMAIN_CPU_STATS_USERTIME "user_time"     /* since 0.9.11 */
#define VIR_DOMAIN_CPU_STATS_VCPUTIME "vcpu_time"     /* since 0.9.13 */

/** Since 0.1.4. */
#define VIR_COPY_CPUMAP(cpumaps, maplen, vcpu, cpumap) \
  memcpy(cpumap, VIR_GET_CPUMAP(cpumaps, maplen, vcpu), maplen)

/** Since 0.1.4. */
#define VIR_CPU_MAPLEN(cpu) (((cpu) + 7) / 8)

/** Since 0.1.4. */
#define VIR_CPU_USABLE(cpumaps, maplen, vcpu, cpu) VIR_CPU_USED(VIR_GET_CPUMAP(cpumaps, maplen, vcpu), cpu)

/** Since 1.0.0. */
#define VIR_CPU_USED(cpumap, cpu) ((cpumap)[(cpu) / 8] & (1 << ((cpu) % 8)))

/** Since 0.1.4. */
#define VIR_GET_CPUMAP(cpumaps, maplen, vcpu) (&((cpumaps)[(vcpu) * (maplen)]))

/** Since 0.1.4. */
#define VIR_UNUSE_CPU(cpumap, cpu) ((cpumap)[(cpu) / 8] &= ~(1 << ((cpu) % 8)))

/** Since 0.1.4. */
#define VIR_USE_CPU(cpumap, cpu) ((cpumap)[(cpu) / 8] |= (1 << ((cpu) % 8)))

/** One processor of a domain, by virDomainGetVcpus. */
typedef struct _virVcpuInfo virVcpuInfo;
struct _virVcpuInfo {
  unsigned int number;        /**< from 0 */
  int state;                  /**< virVcpuState */
  unsigned long long cpuTime; /**< ns used */
  int cpu;                    /**< host processor it runs on, or virVcpuHostCpuState */
};
typedef virVcpuInfo* virVcpuInfoPtr;

/** Fills in at most `maxinfo` processors and, unless NULL, the host processors each may use: one map of
 *  `maplen` bytes for each in `cpumaps`. Returns how many, or -1. Since 0.1.4. */
int virDomainGetVcpus(virDomainPtr domain, virVcpuInfoPtr info, int maxinfo, unsigned char* cpumaps,
                      int maplen);

/** Sets the host processors one of its processors may use. Since 0.1.4. */
int virDomainPinVcpu(virDomainPtr domain, unsigned int vcpu, unsigned char* cpumap, int maplen);

/** Sets the number of processors of the running domain. Since 0.1.4. */
int virDomainSetVcpus(virDomainPtr domain, unsigned int nvcpus);

/** Returns the most processors it can have, or -1. Since 0.2.1. */
int virDomainGetMaxVcpus(virDomainPtr domain);

/** Returns the number of processors that `flags` (virDomainVcpuFlags) mean, or -1. Since 0.8.5. */
int virDomainGetVcpusFlags(virDomainPtr domain, unsigned int flags);

/** Sets the number of processors that `flags` (virDomainVcpuFlags) mean. Since 0.8.5. */
int virDomainSetVcpusFlags(virDomainPtr domain, unsigned int nvcpus, unsigned int flags);

/** Stores the host processors each of its processors may use. Since 0.9.3. */
int virDomainGetVcpuPinInfo(virDomainPtr domain, int ncpumaps, unsigned char* cpumaps, int maplen,
                            unsigned int flags);

/** Sets the host processors one of its processors may use, live or configured. Since 0.9.3. */
int virDomainPinVcpuFlags(virDomainPtr domain, unsigned int vcpu, unsigned char* cpumap, int maplen,
                          unsigned int flags);

/** Stores the times used on host processors. Since 0.9.10. */
int virDomainGetCPUStats(virDomainPtr domain, virTypedParameterPtr params, unsigned int nparams,
                         int start_cpu, unsigned int ncpus, unsigned int flags);

/** Stores the host processors the emulator may use. Since 0.10.0. */
int virDomainGetEmulatorPinInfo(virDomainPtr domain, unsigned char* cpumap, int maplen, unsigned int flags);

/** Sets the host processors the emulator may use. Since 0.10.0. */
int virDomainPinEmulator(virDomainPtr domain, unsigned char* cpumap, int maplen, unsigned int flags);

/** Stores which processors the guest uses. Since 2.0.0. */
int virDomainGetGuestVcpus(virDomainPtr domain, virTypedParameterPtr* params, unsigned int* nparams,
                           unsigned int flags);

/** Has the guest use processors or not. Since 2.0.0. */
int virDomainSetGuestVcpus(virDomainPtr domain, const char* cpumap, int state, unsigned int flags);

/** Switches single processors. Since 3.1.0. */
int virDomainSetVcpu(virDomainPtr domain, const char* vcpumap, int state, unsigned int flags);

/* ---- Threads for block input and output ------------------------------------------------------------- */

#define VIR_DOMAIN_IOTHREAD_POLL_GROW "poll_grow"             /* since 4.10.0 */
#define VIR_DOMAIN_IOTHREAD_POLL_MAX_NS "poll_max_ns"         /* since 4.10.0 */
#define VIR_DOMAIN_IOTHREAD_POLL_SHRINK "poll_shrink"         /* since 4.10.0 */
#define VIR_DOMAIN_IOTHREAD_THREAD_POOL_MAX "thread_pool_max" /* since 8.5.0 */
#define VIR_DOMAIN_IOTHREAD_THREAD_POOL_MIN "thread_pool_min" /* since 8.5.0 */

typedef struct _virDomainIOThreadInfo virDomainIOThreadInfo;
struct _virDomainIOThreadInfo {
  unsigned int iothread_id;
  unsigned char* cpumap;
  int cpumaplen;
};
typedef virDomainIOThreadInfo* virDomainIOThreadInfoPtr;

/** Lists the threads for block input and output. Since 1.2.14. */
int virDomainGetIOThreadInfo(virDomainPtr dom, virDomainIOThreadInfoPtr** info, unsigned int flags);

/** Frees a structure made by virDomainGetIOThreadInfo. Since 1.2.14. */
void virDomainIOThreadInfoFree(virDomainIOThreadInfoPtr info);

/** Sets the host processors of a thread for block input and output. Since 1.2.14. */
int virDomainPinIOThread(virDomainPtr domain, unsigned int iothread_id, unsigned char* cpumap, int maplen,
                         unsigned int flags);

/** Adds a thread for block input and output. Since 1.2.15. */
int virDomainAddIOThread(virDomainPtr domain, unsigned int iothread_id, unsigned int flags);

/** Removes a thread for block input and output. Since 1.2.15. */
int virDomainDelIOThread(virDomainPtr domain, unsigned int iothread_id, unsigned int flags);

/** Sets the tunables of a thread for block input and output. Since 4.10.0. */
int virDomainSetIOThreadParams(virDomainPtr domain, unsigned int iothread_id, virTypedParameterPtr params,
                               int nparams, unsigned int flags);

/* ---- Devices ---------------------------------------------------------------------------------------- */

/** Since 0.7.7. */
typedef enum {
  VIR_DOMAIN_DEVICE_MODIFY_CURRENT = VIR_DOMAIN_AFFECT_CURRENT,
  VIR_DOMAIN_DEVICE_MODIFY_LIVE = VIR_DOMAIN_AFFECT_LIVE,
  VIR_DOMAIN_DEVICE_MODIFY_CONFIG = VIR_DOMAIN_AFFECT_CONFIG,
  VIR_DOMAIN_DEVICE_MODIFY_FORCE = 1 << 2, /**< since 0.8.6 */
} virDomainDeviceModifyFlags;

/** Adds a device, described in XML, to the running domain. Since 0.1.9. */
int virDomainAttachDevice(virDomainPtr domain, const char* xml);

/** Removes a device from the running domain. Since 0.1.9. */
int virDomainDetachDevice(virDomainPtr domain, const char* xml);

/** Adds a device, described in XML. Since 0.7.7. */
int virDomainAttachDeviceFlags(virDomainPtr domain, const char* xml, unsigned int flags);

/** Removes a device. Since 0.7.7. */
int virDomainDetachDeviceFlags(virDomainPtr domain, const char* xml, unsigned int flags);

/** Changes a device. Since 0.8.0. */
int virDomainUpdateDeviceFlags(virDomainPtr domain, const char* xml, unsigned int flags);

/** Removes a device by its alias. Since 4.4.0. */
int virDomainDetachDeviceAlias(virDomainPtr domain, const char* alias, unsigned int flags);

/* ---- Block devices ---------------------------------------------------------------------------------- */

/** Since 0.9.4. */
typedef enum {
  VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN = 0,
  VIR_DOMAIN_BLOCK_JOB_TYPE_PULL = 1,
  VIR_DOMAIN_BLOCK_JOB_TYPE_COPY = 2,          /**< since 0.9.12 */
  VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT = 3,        /**< since 0.10.2 */
  VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT = 4, /**< since 1.2.6 */
  VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP = 5,        /**< since 6.0.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_BLOCK_JOB_TYPE_LAST = 6,
#endif
} virDomainBlockJobType;

/** Since 0.9.10. */
typedef enum {
  VIR_DOMAIN_DISK_ERROR_NONE = 0,
  VIR_DOMAIN_DISK_ERROR_UNSPEC = 1,
  VIR_DOMAIN_DISK_ERROR_NO_SPACE = 2,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_DISK_ERROR_LAST = 3,
#endif
} virDomainDiskErrorCode;

/** Since 0.9.11. */
typedef enum {
  VIR_DOMAIN_BLOCK_RESIZE_BYTES = 1 << 0,
} virDomainBlockResizeFlags;

/** Since 0.9.12. */
typedef enum {
  VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC = 1 << 0,
  VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT = 1 << 1,
} virDomainBlockJobAbortFlags;

/** Since 0.9.12. */
typedef enum {
  VIR_DOMAIN_BLOCK_REBASE_SHALLOW = 1 << 0,
  VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT = 1 << 1,
  VIR_DOMAIN_BLOCK_REBASE_COPY_RAW = 1 << 2,
  VIR_DOMAIN_BLOCK_REBASE_COPY = 1 << 3,
  VIR_DOMAIN_BLOCK_REBASE_RELATIVE = 1 << 4,        /**< since 1.2.7 */
  VIR_DOMAIN_BLOCK_REBASE_COPY_DEV = 1 << 5,        /**< since 1.2.9 */
  VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES = 1 << 6, /**< since 1.2.9 */
} virDomainBlockRebaseFlags;

/** Since 0.10.2. */
typedef enum {
  VIR_DOMAIN_BLOCK_COMMIT_SHALLOW = 1 << 0,
  VIR_DOMAIN_BLOCK_COMMIT_DELETE = 1 << 1,
  VIR_DOMAIN_BLOCK_COMMIT_ACTIVE = 1 << 2,          /**< since 1.2.6 */
  VIR_DOMAIN_BLOCK_COMMIT_RELATIVE = 1 << 3,        /**< since 1.2.7 */
  VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES = 1 << 4, /**< since 1.2.9 */
} virDomainBlockCommitFlags;

/** Since 1.2.8. */
typedef enum {
  VIR_DOMAIN_BLOCK_COPY_SHALLOW = 1 << 0,
  VIR_DOMAIN_BLOCK_COPY_REUSE_EXT = 1 << 1,
  VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB = 1 << 2,      /**< since 3.5.0 */
  VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES = 1 << 3, /**< since 8.0.0 */
} virDomainBlockCopyFlags;

/** Since 1.2.9. */
typedef enum {
  VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES = 1 << 0,
} virDomainBlockJobInfoFlags;

/** Since 1.2.9. */
typedef enum {
  VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES = 1 << 0,
} virDomainBlockJobSetSpeedFlags;

/** Since 1.2.9. */
typedef enum {
  VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES = 1 << 6,
} virDomainBlockPullFlags;

#define VIR_DOMAIN_BLOCK_COPY_BANDWIDTH "bandwidth"                                     /* since 1.2.8 */
#define VIR_DOMAIN_BLOCK_COPY_BUF_SIZE "buf-size"                                       /* since 1.2.8 */
#define VIR_DOMAIN_BLOCK_COPY_GRANULARITY "granularity"                                 /* since 1.2.8 */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC "read_bytes_sec"                         /* since 0.9.8 */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC "read_iops_sec"                           /* since 0.9.8 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC "total_bytes_sec"                       /* since 0.9.8 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC "total_iops_sec"                         /* since 0.9.8 */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC "write_bytes_sec"                       /* since 0.9.8 */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC "write_iops_sec"                         /* since 0.9.8 */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX "read_bytes_sec_max"                 /* since 1.2.11 */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX "read_iops_sec_max"                   /* since 1.2.11 */
#define VIR_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC "size_iops_sec"                           /* since 1.2.11 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX "total_bytes_sec_max"               /* since 1.2.11 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX "total_iops_sec_max"                 /* since 1.2.11 */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX "write_bytes_sec_max"               /* since 1.2.11 */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX "write_iops_sec_max"                 /* since 1.2.11 */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH "read_bytes_sec_max_length"   /* since 2.4.0 */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH "read_iops_sec_max_length"     /* since 2.4.0 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH "total_bytes_sec_max_length" /* since 2.4.0 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH "total_iops_sec_max_length"   /* since 2.4.0 */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH "write_bytes_sec_max_length" /* since 2.4.0 */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH "write_iops_sec_max_length"   /* since 2.4.0 */
#define VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME "group_name"                                 /* since 3.0.0 */
#define VIR_DOMAIN_BLOCK_STATS_ERRS "errs"                                              /* since 0.9.5 */
#define VIR_DOMAIN_BLOCK_STATS_FIELD_LENGTH VIR_TYPED_PARAM_FIELD_LENGTH                /* since 0.9.5 */
#define VIR_DOMAIN_BLOCK_STATS_FLUSH_REQ "flush_operations"                             /* since 0.9.5 */
#define VIR_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES "flush_total_times"                    /* since 0.9.5 */
#define VIR_DOMAIN_BLOCK_STATS_READ_BYTES "rd_bytes"                                    /* since 0.9.5 */
#define VIR_DOMAIN_BLOCK_STATS_READ_REQ "rd_operations"                                 /* since 0.9.5 */
#define VIR_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES "rd_total_times"                        /* since 0.9.5 */
#define VIR_DOMAIN_BLOCK_STATS_WRITE_BYTES "wr_bytes"                                   /* since 0.9.5 */
#define VIR_DOMAIN_BLOCK_STATS_WRITE_REQ "wr_operations"                                /* since 0.9.5 */
#define VIR_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES "wr_total_times"                       /* since 0.9.5 */

typedef unsigned long long virDomainBlockJobCursor;

typedef struct _virDomainBlockInfo virDomainBlockInfo;
struct _virDomainBlockInfo {
  unsigned long long capacity;
  unsigned long long allocation;
  unsigned long long physical;
};
typedef virDomainBlockInfo* virDomainBlockInfoPtr;

typedef struct _virDomainBlockJobInfo virDomainBlockJobInfo;
struct _virDomainBlockJobInfo {
  int type;
  unsigned long bandwidth;
  virDomainBlockJobCursor cur;
  virDomainBlockJobCursor end;
};
typedef virDomainBlockJobInfo* virDomainBlockJobInfoPtr;

typedef struct _virDomainBlockStats virDomainBlockStatsStruct;
struct _virDomainBlockStats {
  long long rd_req;
  long long rd_bytes;
  long long wr_req;
  long long wr_bytes;
  long long errs;
};
typedef virDomainBlockStatsStruct* virDomainBlockStatsPtr;

typedef struct _virDomainDiskError virDomainDiskError;
struct _virDomainDiskError {
  char* disk;
  int error;
};
typedef virDomainDiskError* virDomainDiskErrorPtr;

/** Told of a block job event. Since 0.9.4. */
typedef void (*virConnectDomainEventBlockJobCallback)(virConnectPtr conn, virDomainPtr dom, const char* disk,
                                                      int type, int status, void* opaque);

/** Fills in the counters of a disk. Since 0.3.2. */
int virDomainBlockStats(virDomainPtr dom, const char* disk, virDomainBlockStatsPtr stats, size_t size);

/** Reads bytes of a disk. Since 0.4.2. */
int virDomainBlockPeek(virDomainPtr dom, const char* disk, unsigned long long offset, size_t size,
                       void* buffer, unsigned int flags);

/** Fills in the sizes of a disk. Since 0.8.1. */
int virDomainGetBlockInfo(virDomainPtr domain, const char* disk, virDomainBlockInfoPtr info,
                          unsigned int flags);

/** Ends the job of a disk. Since 0.9.4. */
int virDomainBlockJobAbort(virDomainPtr dom, const char* disk, unsigned int flags);

/** Limits the speed of a disk's job. Since 0.9.4. */
int virDomainBlockJobSetSpeed(virDomainPtr dom, const char* disk, unsigned long bandwidth,
                              unsigned int flags);

/** Starts to fill a disk from its backing image. Since 0.9.4. */
int virDomainBlockPull(virDomainPtr dom, const char* disk, unsigned long bandwidth, unsigned int flags);

/** Fills in the progress of a disk's job. Since 0.9.4. */
int virDomainGetBlockJobInfo(virDomainPtr dom, const char* disk, virDomainBlockJobInfoPtr info,
                             unsigned int flags);

/** Stores the counters of a disk as typed parameters. Since 0.9.5. */
int virDomainBlockStatsFlags(virDomainPtr dom, const char* disk, virTypedParameterPtr params, int* nparams,
                             unsigned int flags);

/** Changes the size of a disk. Since 0.9.8. */
int virDomainBlockResize(virDomainPtr dom, const char* disk, unsigned long long size, unsigned int flags);

/** Reads the limits of a disk. Since 0.9.8. */
int virDomainGetBlockIoTune(virDomainPtr dom, const char* disk, virTypedParameterPtr params, int* nparams,
                            unsigned int flags);

/** Sets the limits of a disk. Since 0.9.8. */
int virDomainSetBlockIoTune(virDomainPtr dom, const char* disk, virTypedParameterPtr params, int nparams,
                            unsigned int flags);

/** Starts to fill a disk from part of its chain, or to copy it. Since 0.9.10. */
int virDomainBlockRebase(virDomainPtr dom, const char* disk, const char* base, unsigned long bandwidth,
                         unsigned int flags);

/** Lists disks that stopped with an error. Since 0.9.10. */
int virDomainGetDiskErrors(virDomainPtr dom, virDomainDiskErrorPtr errors, unsigned int maxerrors,
                           unsigned int flags);

/** Starts to move data of overlays down into their backing image. Since 0.10.2. */
int virDomainBlockCommit(virDomainPtr dom, const char* disk, const char* base, const char* top,
                         unsigned long bandwidth, unsigned int flags);

/** Starts to copy a disk to another place. Since 1.2.8. */
int virDomainBlockCopy(virDomainPtr dom, const char* disk, const char* destxml, virTypedParameterPtr params,
                       int nparams, unsigned int flags);

/** Has an event published when a disk has written that far. Since 3.1.0. */
int virDomainSetBlockThreshold(virDomainPtr domain, const char* dev, unsigned long long threshold,
                               unsigned int flags);

/* ---- Network interfaces ----------------------------------------------------------------------------- */

/** Since 1.2.14. */
typedef enum {
  VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE = 0,
  VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT = 1,
  VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP = 2, /**< since 4.2.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LAST = 3,
#endif
} virDomainInterfaceAddressesSource;

#define VIR_DOMAIN_BANDWIDTH_IN_AVERAGE "inbound.average"         /* since 0.9.9 */
#define VIR_DOMAIN_BANDWIDTH_IN_BURST "inbound.burst"             /* since 0.9.9 */
#define VIR_DOMAIN_BANDWIDTH_IN_PEAK "inbound.peak"               /* since 0.9.9 */
#define VIR_DOMAIN_BANDWIDTH_IN_FLOOR "inbound.floor"             /* since 1.2.19 */
#define VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE "outbound.average"       /* since 0.9.9 */
#define VIR_DOMAIN_BANDWIDTH_OUT_BURST "outbound.burst"           /* since 0.9.9 */
#define VIR_DOMAIN_BANDWIDTH_OUT_PEAK "outbound.peak"             /* since 0.9.9 */
#define VIR_MIGRATE_PARAM_BANDWIDTH "bandwidth"                   /* since 1.1.0 */
#define VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY "bandwidth.postcopy" /* since 5.1.0 */

typedef struct _virDomainInterfaceIPAddress virDomainIPAddress;
struct _virDomainInterfaceIPAddress {
  int type;
  char* addr;
  unsigned int prefix;
};
typedef virDomainIPAddress* virDomainIPAddressPtr;

typedef struct _virDomainInterface virDomainInterface;
struct _virDomainInterface {
  char* name;
  char* hwaddr;
  unsigned int naddrs;
  virDomainIPAddressPtr addrs;
};
typedef virDomainInterface* virDomainInterfacePtr;

typedef struct _virDomainInterfaceStats virDomainInterfaceStatsStruct;
struct _virDomainInterfaceStats {
  long long rx_bytes;
  long long rx_packets;
  long long rx_errs;
  long long rx_drop;
  long long tx_bytes;
  long long tx_packets;
  long long tx_errs;
  long long tx_drop;
};
typedef virDomainInterfaceStatsStruct* virDomainInterfaceStatsPtr;

/** Fills in the counters of a network interface. Since 0.3.2. */
int virDomainInterfaceStats(virDomainPtr dom, const char* device, virDomainInterfaceStatsPtr stats,
                            size_t size);

/** Reads the tunables of a network interface. Since 0.9.9. */
int virDomainGetInterfaceParameters(virDomainPtr domain, const char* device, virTypedParameterPtr params,
                                    int* nparams, unsigned int flags);

/** Sets the tunables of a network interface. Since 0.9.9. */
int virDomainSetInterfaceParameters(virDomainPtr domain, const char* device, virTypedParameterPtr params,
                                    int nparams, unsigned int flags);

/** Lists the guest's network interfaces and their addresses. Since 1.2.14. */
int virDomainInterfaceAddresses(virDomainPtr dom, virDomainInterfacePtr** ifaces, unsigned int source,
                                unsigned int flags);

/** Frees a structure made by virDomainInterfaceAddresses. Since 1.2.14. */
void virDomainInterfaceFree(virDomainInterfacePtr iface);

/* ---- Statistics ------------------------------------------------------------------------------------- */

/** Since 1.2.8. */
typedef enum {
  VIR_DOMAIN_STATS_STATE = 1 << 0,
  VIR_DOMAIN_STATS_CPU_TOTAL = 1 << 1, /**< since 1.2.9 */
  VIR_DOMAIN_STATS_BALLOON = 1 << 2,   /**< since 1.2.9 */
  VIR_DOMAIN_STATS_VCPU = 1 << 3,      /**< since 1.2.9 */
  VIR_DOMAIN_STATS_INTERFACE = 1 << 4, /**< since 1.2.9 */
  VIR_DOMAIN_STATS_BLOCK = 1 << 5,     /**< since 1.2.9 */
  VIR_DOMAIN_STATS_PERF = 1 << 6,      /**< since 1.3.3 */
  VIR_DOMAIN_STATS_IOTHREAD = 1 << 7,  /**< since 4.10.0 */
  VIR_DOMAIN_STATS_MEMORY = 1 << 8,    /**< since 6.0.0 */
  VIR_DOMAIN_STATS_DIRTYRATE = 1 << 9, /**< since 7.2.0 */
  VIR_DOMAIN_STATS_VM = 1 << 10,       /**< since 8.9.0 */
} virDomainStatsTypes;

/** Since 1.2.9. */
typedef enum {
  VIR_DOMAIN_JOB_STATS_COMPLETED = 1 << 0,
  VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED = 1 << 1, /**< since 6.0.0 */
} virDomainGetJobStatsFlags;

/** Since 1.2.8. */
VIR_WIDE_ENUM typedef enum {
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE = VIR_CONNECT_LIST_DOMAINS_ACTIVE,
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE = VIR_CONNECT_LIST_DOMAINS_INACTIVE,
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT = VIR_CONNECT_LIST_DOMAINS_PERSISTENT,
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT = VIR_CONNECT_LIST_DOMAINS_TRANSIENT,
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING = VIR_CONNECT_LIST_DOMAINS_RUNNING,
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED = VIR_CONNECT_LIST_DOMAINS_PAUSED,
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF = VIR_CONNECT_LIST_DOMAINS_SHUTOFF,
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER = VIR_CONNECT_LIST_DOMAINS_OTHER,
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT = 1 << 29,  /**< since 4.5.0 */
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING = 1 << 30, /**< since 1.2.12 */
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS = 1u << 31,
} virConnectGetAllDomainStatsFlags;

#define VIR_PERF_PARAM_ALIGNMENT_FAULTS "alignment_faults"               /* since 3.2.0 */
#define VIR_PERF_PARAM_BRANCH_INSTRUCTIONS "branch_instructions"         /* since 3.0.0 */
#define VIR_PERF_PARAM_BRANCH_MISSES "branch_misses"                     /* since 3.0.0 */
#define VIR_PERF_PARAM_BUS_CYCLES "bus_cycles"                           /* since 3.0.0 */
#define VIR_PERF_PARAM_CACHE_MISSES "cache_misses"                       /* since 2.3.0 */
#define VIR_PERF_PARAM_CACHE_REFERENCES "cache_references"               /* since 2.3.0 */
#define VIR_PERF_PARAM_CMT "cmt"                                         /* since 1.3.3 */
#define VIR_PERF_PARAM_CONTEXT_SWITCHES "context_switches"               /* since 3.2.0 */
#define VIR_PERF_PARAM_CPU_CYCLES "cpu_cycles"                           /* since 2.3.0 */
#define VIR_PERF_PARAM_CPU_CLOCK "cpu_clock"                             /* since 3.2.0 */
#define VIR_PERF_PARAM_CPU_MIGRATIONS "cpu_migrations"                   /* since 3.2.0 */
#define VIR_PERF_PARAM_EMULATION_FAULTS "emulation_faults"               /* since 3.2.0 */
#define VIR_PERF_PARAM_INSTRUCTIONS "instructions"                       /* since 2.3.0 */
#define VIR_PERF_PARAM_MBML "mbml"                                       /* since 1.3.5 */
#define VIR_PERF_PARAM_MBMT "mbmt"                                       /* since 1.3.5 */
#define VIR_PERF_PARAM_PAGE_FAULTS "page_faults"                         /* since 3.2.0 */
#define VIR_PERF_PARAM_PAGE_FAULTS_MAJ "page_faults_maj"                 /* since 3.2.0 */
#define VIR_PERF_PARAM_PAGE_FAULTS_MIN "page_faults_min"                 /* since 3.2.0 */
#define VIR_PERF_PARAM_REF_CPU_CYCLES "ref_cpu_cycles"                   /* since 3.0.0 */
#define VIR_PERF_PARAM_STALLED_CYCLES_BACKEND "stalled_cycles_backend"   /* since 3.0.0 */
#define VIR_PERF_PARAM_STALLED_CYCLES_FRONTEND "stalled_cycles_frontend" /* since 3.0.0 */
#define VIR_PERF_PARAM_TASK_CLOCK "task_clock"                           /* since 3.2.0 */

typedef struct _virDomainStatsRecord virDomainStatsRecord;
struct _virDomainStatsRecord {
  virDomainPtr dom;
  virTypedParameterPtr params;
  int nparams;
};
typedef virDomainStatsRecord* virDomainStatsRecordPtr;

/** Stores the progress of the long job as typed parameters. Since 1.0.3. */
int virDomainGetJobStats(virDomainPtr domain, int* type, virTypedParameterPtr* params, int* nparams,
                         unsigned int flags);

/** Lists statistics of the domains that pass a filter. Since 1.2.8. */
int virConnectGetAllDomainStats(virConnectPtr conn, unsigned int stats, virDomainStatsRecordPtr** retStats,
                                unsigned int flags);

/** Lists statistics of given domains. Since 1.2.8. */
int virDomainListGetStats(virDomainPtr* doms, unsigned int stats, virDomainStatsRecordPtr** retStats,
                          unsigned int flags);

/** Frees a list made by virConnectGetAllDomainStats or virDomainListGetStats. Since 1.2.8. */
void virDomainStatsRecordListFree(virDomainStatsRecordPtr* stats);

/** Reads which performance counters are on. Since 1.3.3. */
int virDomainGetPerfEvents(virDomainPtr domain, virTypedParameterPtr* params, int* nparams,
                           unsigned int flags);

/** Switches performance counters. Since 1.3.3. */
int virDomainSetPerfEvents(virDomainPtr domain, virTypedParameterPtr params, int nparams, unsigned int flags);

/* ---- The guest agent -------------------------------------------------------------------------------- */

/** Since 1.2.5. */
typedef enum {
  VIR_DOMAIN_TIME_SYNC = 1 << 0,
} virDomainSetTimeFlags;

/** Since 1.2.16. */
typedef enum {
  VIR_DOMAIN_PASSWORD_ENCRYPTED = 1 << 0,
} virDomainSetUserPasswordFlags;

/** Since 5.7.0. */
typedef enum {
  VIR_DOMAIN_GUEST_INFO_USERS = 1 << 0,
  VIR_DOMAIN_GUEST_INFO_OS = 1 << 1,
  VIR_DOMAIN_GUEST_INFO_TIMEZONE = 1 << 2,
  VIR_DOMAIN_GUEST_INFO_HOSTNAME = 1 << 3,
  VIR_DOMAIN_GUEST_INFO_FILESYSTEM = 1 << 4,
  VIR_DOMAIN_GUEST_INFO_DISKS = 1 << 5,      /**< since 7.0.0 */
  VIR_DOMAIN_GUEST_INFO_INTERFACES = 1 << 6, /**< since 7.10.0 */
} virDomainGuestInfoTypes;

/** Since 5.10.0. */
typedef enum {
  VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK = -2,
  VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT = -1,
  VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT = 0,
} virDomainAgentResponseTimeoutValues;

/** Since 6.1.0. */
typedef enum {
  VIR_DOMAIN_GET_HOSTNAME_LEASE = 1 << 0,
  VIR_DOMAIN_GET_HOSTNAME_AGENT = 1 << 1,
} virDomainGetHostnameFlags;

/** Since 6.10.0. */
typedef enum {
  VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND = 1 << 0,
  VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE = 1 << 1,
} virDomainAuthorizedSSHKeysSetFlags;

typedef struct _virDomainFSInfo virDomainFSInfo;
struct _virDomainFSInfo {
  char* mountpoint;
  char* name;
  char* fstype;
  size_t ndevAlias;
  char** devAlias;
};
typedef virDomainFSInfo* virDomainFSInfoPtr;

/** Returns the guest's own host name; free() it. VIR_ERR_NO_HOSTNAME when nobody knows it. Since 0.10.0. */
char* virDomainGetHostname(virDomainPtr domain, unsigned int flags);

/** Has the guest discard unused blocks. Since 1.0.1. */
int virDomainFSTrim(virDomainPtr dom, const char* mountPoint, unsigned long long minimum, unsigned int flags);

/** Freezes file systems of the guest. Since 1.2.5. */
int virDomainFSFreeze(virDomainPtr dom, const char** mountpoints, unsigned int nmountpoints,
                      unsigned int flags);

/** Thaws file systems of the guest. Since 1.2.5. */
int virDomainFSThaw(virDomainPtr dom, const char** mountpoints, unsigned int nmountpoints,
                    unsigned int flags);

/** Stores the guest's clock. Since 1.2.5. */
int virDomainGetTime(virDomainPtr dom, long long* seconds, unsigned int* nseconds, unsigned int flags);

/** Sets the guest's clock. Since 1.2.5. */
int virDomainSetTime(virDomainPtr dom, long long seconds, unsigned int nseconds, unsigned int flags);

/** Frees a structure made by virDomainGetFSInfo. Since 1.2.11. */
void virDomainFSInfoFree(virDomainFSInfoPtr info);

/** Lists the guest's mounted file systems. Since 1.2.11. */
int virDomainGetFSInfo(virDomainPtr dom, virDomainFSInfoPtr** info, unsigned int flags);

/** Sets the password of a user of the guest. Since 1.2.16. */
int virDomainSetUserPassword(virDomainPtr dom, const char* user, const char* password, unsigned int flags);

/** Stores what the guest agent knows as typed parameters. Since 5.7.0. */
int virDomainGetGuestInfo(virDomainPtr domain, unsigned int types, virTypedParameterPtr* params, int* nparams,
                          unsigned int flags);

/** Sets how many seconds the guest agent may take to answer. Since 5.10.0. */
int virDomainAgentSetResponseTimeout(virDomainPtr domain, int timeout, unsigned int flags);

/** Lists the SSH keys that let a user of the guest in. Since 6.10.0. */
int virDomainAuthorizedSSHKeysGet(virDomainPtr domain, const char* user, char*** keys, unsigned int flags);

/** Sets the SSH keys that let a user of the guest in. Since 6.10.0. */
int virDomainAuthorizedSSHKeysSet(virDomainPtr domain, const char* user, const char** keys,
                                  unsigned int nkeys, unsigned int flags);

/* ---- Jobs ------------------------------------------------------------------------------------------- */

/** Since 0.7.7. */
typedef enum {
  VIR_DOMAIN_JOB_NONE = 0,
  VIR_DOMAIN_JOB_BOUNDED = 1,
  VIR_DOMAIN_JOB_UNBOUNDED = 2,
  VIR_DOMAIN_JOB_COMPLETED = 3,
  VIR_DOMAIN_JOB_FAILED = 4,
  VIR_DOMAIN_JOB_CANCELLED = 5,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_JOB_LAST = 6,
#endif
} virDomainJobType;

/** Since 3.3.0. */
typedef enum {
  VIR_DOMAIN_JOB_OPERATION_UNKNOWN = 0,
  VIR_DOMAIN_JOB_OPERATION_START = 1,
  VIR_DOMAIN_JOB_OPERATION_SAVE = 2,
  VIR_DOMAIN_JOB_OPERATION_RESTORE = 3,
  VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN = 4,
  VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT = 5,
  VIR_DOMAIN_JOB_OPERATION_SNAPSHOT = 6,
  VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT = 7,
  VIR_DOMAIN_JOB_OPERATION_DUMP = 8,
  VIR_DOMAIN_JOB_OPERATION_BACKUP = 9,           /**< since 6.0.0 */
  VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE = 10, /**< since 9.0.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_JOB_OPERATION_LAST = 11,
#endif
} virDomainJobOperation;

/** Since 8.5.0. */
typedef enum {
  VIR_DOMAIN_ABORT_JOB_POSTCOPY = 1 << 0,
} virDomainAbortJobFlagsValues;

#define VIR_DOMAIN_JOB_AUTO_CONVERGE_THROTTLE "auto_converge_throttle"     /* since 2.0.0 */
#define VIR_DOMAIN_JOB_COMPRESSION_BYTES "compression_bytes"               /* since 1.0.3 */
#define VIR_DOMAIN_JOB_COMPRESSION_CACHE "compression_cache"               /* since 1.0.3 */
#define VIR_DOMAIN_JOB_COMPRESSION_CACHE_MISSES "compression_cache_misses" /* since 1.0.3 */
#define VIR_DOMAIN_JOB_COMPRESSION_OVERFLOW "compression_overflow"         /* since 1.0.3 */
#define VIR_DOMAIN_JOB_COMPRESSION_PAGES "compression_pages"               /* since 1.0.3 */
#define VIR_DOMAIN_JOB_DATA_PROCESSED "data_processed"                     /* since 1.0.3 */
#define VIR_DOMAIN_JOB_DATA_REMAINING "data_remaining"                     /* since 1.0.3 */
#define VIR_DOMAIN_JOB_DATA_TOTAL "data_total"                             /* since 1.0.3 */
#define VIR_DOMAIN_JOB_DISK_PROCESSED "disk_processed"                     /* since 1.0.3 */
#define VIR_DOMAIN_JOB_DISK_REMAINING "disk_remaining"                     /* since 1.0.3 */
#define VIR_DOMAIN_JOB_DISK_TOTAL "disk_total"                             /* since 1.0.3 */
#define VIR_DOMAIN_JOB_DISK_BPS "disk_bps"                                 /* since 1.2.9 */
#define VIR_DOMAIN_JOB_DISK_TEMP_TOTAL "disk_temp_total"                   /* since 6.0.0 */
#define VIR_DOMAIN_JOB_DISK_TEMP_USED "disk_temp_used"                     /* since 6.0.0 */
#define VIR_DOMAIN_JOB_DOWNTIME "downtime"                                 /* since 1.0.3 */
#define VIR_DOMAIN_JOB_DOWNTIME_NET "downtime_net"                         /* since 1.2.15 */
#define VIR_DOMAIN_JOB_ERRMSG "errmsg"                                     /* since 6.3.0 */
#define VIR_DOMAIN_JOB_MEMORY_CONSTANT "memory_constant"                   /* since 1.0.3 */
#define VIR_DOMAIN_JOB_MEMORY_NORMAL "memory_normal"                       /* since 1.0.3 */
#define VIR_DOMAIN_JOB_MEMORY_NORMAL_BYTES "memory_normal_bytes"           /* since 1.0.3 */
#define VIR_DOMAIN_JOB_MEMORY_PROCESSED "memory_processed"                 /* since 1.0.3 */
#define VIR_DOMAIN_JOB_MEMORY_REMAINING "memory_remaining"                 /* since 1.0.3 */
#define VIR_DOMAIN_JOB_MEMORY_TOTAL "memory_total"                         /* since 1.0.3 */
#define VIR_DOMAIN_JOB_MEMORY_BPS "memory_bps"                             /* since 1.2.9 */
#define VIR_DOMAIN_JOB_MEMORY_DIRTY_RATE "memory_dirty_rate"               /* since 1.3.1 */
#define VIR_DOMAIN_JOB_MEMORY_ITERATION "memory_iteration"                 /* since 1.3.1 */
#define VIR_DOMAIN_JOB_MEMORY_PAGE_SIZE "memory_page_size"                 /* since 3.9.0 */
#define VIR_DOMAIN_JOB_MEMORY_POSTCOPY_REQS "memory_postcopy_requests"     /* since 5.0.0 */
#define VIR_DOMAIN_JOB_OPERATION "operation"                               /* since 3.3.0 */
#define VIR_DOMAIN_JOB_SETUP_TIME "setup_time"                             /* since 1.2.9 */
#define VIR_DOMAIN_JOB_SUCCESS "success"                                   /* since 6.0.0 */
#define VIR_DOMAIN_JOB_TIME_ELAPSED "time_elapsed"                         /* since 1.0.3 */
#define VIR_DOMAIN_JOB_TIME_REMAINING "time_remaining"                     /* since 1.0.3 */
#define VIR_DOMAIN_JOB_TIME_ELAPSED_NET "time_elapsed_net"                 /* since 1.2.15 */

typedef struct _virDomainJobInfo virDomainJobInfo;
struct _virDomainJobInfo {
  int type;
  unsigned long long timeElapsed;
  unsigned long long timeRemaining;
  unsigned long long dataTotal;
  unsigned long long dataProcessed;
  unsigned long long dataRemaining;
  unsigned long long memTotal;
  unsigned long long memProcessed;
  unsigned long long memRemaining;
  unsigned long long fileTotal;
  unsigned long long fileProcessed;
  unsigned long long fileRemaining;
};
typedef virDomainJobInfo* virDomainJobInfoPtr;

/** Ends the domain's long job. Since 0.7.7. */
int virDomainAbortJob(virDomainPtr domain);

/** Fills in the progress of the long job. Since 0.7.7. */
int virDomainGetJobInfo(virDomainPtr domain, virDomainJobInfoPtr info);

/** Ends the domain's long job, with flags. Since 8.5.0. */
int virDomainAbortJobFlags(virDomainPtr domain, unsigned int flags);

/* ---- Migration -------------------------------------------------------------------------------------- */

/** Since 0.3.2. */
typedef enum {
  VIR_MIGRATE_LIVE = 1 << 0,
  VIR_MIGRATE_PEER2PEER = 1 << 1,                      /**< since 0.7.2 */
  VIR_MIGRATE_TUNNELLED = 1 << 2,                      /**< since 0.7.2 */
  VIR_MIGRATE_PERSIST_DEST = 1 << 3,                   /**< since 0.7.3 */
  VIR_MIGRATE_UNDEFINE_SOURCE = 1 << 4,                /**< since 0.7.3 */
  VIR_MIGRATE_PAUSED = 1 << 5,                         /**< since 0.7.5 */
  VIR_MIGRATE_NON_SHARED_DISK = 1 << 6,                /**< since 0.8.2 */
  VIR_MIGRATE_NON_SHARED_INC = 1 << 7,                 /**< since 0.8.2 */
  VIR_MIGRATE_CHANGE_PROTECTION = 1 << 8,              /**< since 0.9.4 */
  VIR_MIGRATE_UNSAFE = 1 << 9,                         /**< since 0.9.11 */
  VIR_MIGRATE_OFFLINE = 1 << 10,                       /**< since 1.0.1 */
  VIR_MIGRATE_COMPRESSED = 1 << 11,                    /**< since 1.0.3 */
  VIR_MIGRATE_ABORT_ON_ERROR = 1 << 12,                /**< since 1.1.0 */
  VIR_MIGRATE_AUTO_CONVERGE = 1 << 13,                 /**< since 1.2.3 */
  VIR_MIGRATE_RDMA_PIN_ALL = 1 << 14,                  /**< since 1.2.9 */
  VIR_MIGRATE_POSTCOPY = 1 << 15,                      /**< since 1.3.3 */
  VIR_MIGRATE_TLS = 1 << 16,                           /**< since 3.2.0 */
  VIR_MIGRATE_PARALLEL = 1 << 17,                      /**< since 5.2.0 */
  VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES = 1 << 18, /**< since 8.0.0 */
  VIR_MIGRATE_POSTCOPY_RESUME = 1 << 19,               /**< since 8.5.0 */
  VIR_MIGRATE_ZEROCOPY = 1 << 20,                      /**< since 8.5.0 */
} virDomainMigrateFlags;

/** Since 5.1.0. */
typedef enum {
  VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY = 1 << 0,
} virDomainMigrateMaxSpeedFlags;

#define VIR_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT "auto_converge.increment"   /* since 2.0.0 */
#define VIR_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL "auto_converge.initial"       /* since 2.0.0 */
#define VIR_MIGRATE_PARAM_COMPRESSION "compression"                           /* since 1.3.4 */
#define VIR_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS "compression.mt.dthreads"   /* since 1.3.4 */
#define VIR_MIGRATE_PARAM_COMPRESSION_MT_LEVEL "compression.mt.level"         /* since 1.3.4 */
#define VIR_MIGRATE_PARAM_COMPRESSION_MT_THREADS "compression.mt.threads"     /* since 1.3.4 */
#define VIR_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE "compression.xbzrle.cache" /* since 1.3.4 */
#define VIR_MIGRATE_PARAM_DEST_NAME "destination_name"                        /* since 1.1.0 */
#define VIR_MIGRATE_PARAM_DEST_XML "destination_xml"                          /* since 1.1.0 */
#define VIR_MIGRATE_PARAM_DISKS_PORT "disks_port"                             /* since 1.3.3 */
#define VIR_MIGRATE_PARAM_DISKS_URI "disks_uri"                               /* since 6.8.0 */
#define VIR_MIGRATE_PARAM_GRAPHICS_URI "graphics_uri"                         /* since 1.1.0 */
#define VIR_MIGRATE_PARAM_LISTEN_ADDRESS "listen_address"                     /* since 1.1.4 */
#define VIR_MIGRATE_PARAM_MIGRATE_DISKS "migrate_disks"                       /* since 1.2.17 */
#define VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS "parallel.connections"         /* since 5.2.0 */
#define VIR_MIGRATE_PARAM_PERSIST_XML "persistent_xml"                        /* since 1.3.4 */
#define VIR_MIGRATE_PARAM_TLS_DESTINATION "tls.destination"                   /* since 6.0.0 */
#define VIR_MIGRATE_PARAM_URI "migrate_uri"                                   /* since 1.1.0 */

/** Moves it to another connection. Since 0.3.2. */
virDomainPtr virDomainMigrate(virDomainPtr domain, virConnectPtr dconn, unsigned long flags,
                              const char* dname, const char* uri, unsigned long bandwidth);

/** Has it moved to another machine. Since 0.7.2. */
int virDomainMigrateToURI(virDomainPtr domain, const char* duri, unsigned long flags, const char* dname,
                          unsigned long bandwidth);

/** Sets how many ms it may stand still at a migration's end. Since 0.8.0. */
int virDomainMigrateSetMaxDowntime(virDomainPtr domain, unsigned long long downtime, unsigned int flags);

/** Sets the limit of migration speed in MiB/s. Since 0.9.0. */
int virDomainMigrateSetMaxSpeed(virDomainPtr domain, unsigned long bandwidth, unsigned int flags);

/** Moves it to another connection with another description. Since 0.9.2. */
virDomainPtr virDomainMigrate2(virDomainPtr domain, virConnectPtr dconn, const char* dxml,
                               unsigned long flags, const char* dname, const char* uri,
                               unsigned long bandwidth);

/** Has it moved to another machine with another description. Since 0.9.2. */
int virDomainMigrateToURI2(virDomainPtr domain, const char* dconnuri, const char* miguri, const char* dxml,
                           unsigned long flags, const char* dname, unsigned long bandwidth);

/** Stores the limit of migration speed in MiB/s. Since 0.9.5. */
int virDomainMigrateGetMaxSpeed(virDomainPtr domain, unsigned long* bandwidth, unsigned int flags);

/** Stores the size of the migration cache in bytes. Since 1.0.3. */
int virDomainMigrateGetCompressionCache(virDomainPtr domain, unsigned long long* cacheSize,
                                        unsigned int flags);

/** Sets the size of the migration cache in bytes. Since 1.0.3. */
int virDomainMigrateSetCompressionCache(virDomainPtr domain, unsigned long long cacheSize,
                                        unsigned int flags);

/** Moves it to another connection, with typed parameters. Since 1.1.0. */
virDomainPtr virDomainMigrate3(virDomainPtr domain, virConnectPtr dconn, virTypedParameterPtr params,
                               unsigned int nparams, unsigned int flags);

/** Has it moved to another machine, with typed parameters. Since 1.1.0. */
int virDomainMigrateToURI3(virDomainPtr domain, const char* dconnuri, virTypedParameterPtr params,
                           unsigned int nparams, unsigned int flags);

/** Runs it at the destination before all memory is there. Since 1.3.3. */
int virDomainMigrateStartPostCopy(virDomainPtr domain, unsigned int flags);

/** Stores how many ms it may stand still at a migration's end. Since 3.7.0. */
int virDomainMigrateGetMaxDowntime(virDomainPtr domain, unsigned long long* downtime, unsigned int flags);

/* ---- Backup ----------------------------------------------------------------------------------------- */

/** Since 6.0.0. */
typedef enum {
  VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL = 1 << 0,
} virDomainBackupBeginFlags;

/** Starts a backup of disks. Since 6.0.0. */
int virDomainBackupBegin(virDomainPtr domain, const char* backupXML, const char* checkpointXML,
                         unsigned int flags);

/** Returns the XML of the running backup; free() it. Since 6.0.0. */
char* virDomainBackupGetXMLDesc(virDomainPtr domain, unsigned int flags);

/* ---- Security --------------------------------------------------------------------------------------- */

#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_MEASUREMENT "sev-measurement"               /* since 4.5.0 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MAJOR "sev-api-major"                   /* since 8.0.0 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MINOR "sev-api-minor"                   /* since 8.0.0 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_BUILD_ID "sev-build-id"                     /* since 8.0.0 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_POLICY "sev-policy"                         /* since 8.0.0 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET "sev-secret"                         /* since 8.0.0 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER "sev-secret-header"           /* since 8.0.0 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS "sev-secret-set-address" /* since 8.0.0 */

/** Fills in the label of the running domain; an empty one when there is none. Since 0.6.1. */
int virDomainGetSecurityLabel(virDomainPtr domain, virSecurityLabelPtr seclabel);

/** Lists its labels of all security drivers. Since 0.10.0. */
int virDomainGetSecurityLabelList(virDomainPtr domain, virSecurityLabelPtr* seclabels);

/** Stores what an encrypted guest measured at its launch. Since 4.5.0. */
int virDomainGetLaunchSecurityInfo(virDomainPtr domain, virTypedParameterPtr* params, int* nparams,
                                   unsigned int flags);

/** Gives an encrypted guest its secret. Since 8.0.0. */
int virDomainSetLaunchSecurityState(virDomainPtr domain, virTypedParameterPtr params, int nparams,
                                    unsigned int flags);

/* ---- Dirty memory rate ------------------------------------------------------------------------------ */

/** Since 7.2.0. */
typedef enum {
  VIR_DOMAIN_DIRTYRATE_UNSTARTED = 0,
  VIR_DOMAIN_DIRTYRATE_MEASURING = 1,
  VIR_DOMAIN_DIRTYRATE_MEASURED = 2,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_DIRTYRATE_LAST = 3,
#endif
} virDomainDirtyRateStatus;

/** Since 8.1.0. */
typedef enum {
  VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING = 0,
  VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP = 1 << 0,
  VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING = 1 << 1,
} virDomainDirtyRateCalcFlags;

/** Starts to measure how fast memory is written. Since 7.2.0. */
int virDomainStartDirtyRateCalc(virDomainPtr domain, int seconds, unsigned int flags);

/* ---- Events ----------------------------------------------------------------------------------------- */

/** Since 0.5.0. */
typedef enum {
  VIR_DOMAIN_EVENT_DEFINED_ADDED = 0,
  VIR_DOMAIN_EVENT_DEFINED_UPDATED = 1,
  VIR_DOMAIN_EVENT_DEFINED_RENAMED = 2,       /**< since 1.2.19 */
  VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT = 3, /**< since 1.3.3 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_DEFINED_LAST = 4,
#endif
} virDomainEventDefinedDetailType;

/** Since 0.5.0. */
typedef enum {
  VIR_DOMAIN_EVENT_RESUMED_UNPAUSED = 0,
  VIR_DOMAIN_EVENT_RESUMED_MIGRATED = 1,
  VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT = 2,   /**< since 0.9.5 */
  VIR_DOMAIN_EVENT_RESUMED_POSTCOPY = 3,        /**< since 1.3.3 */
  VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED = 4, /**< since 8.5.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_RESUMED_LAST = 5,
#endif
} virDomainEventResumedDetailType;

/** Since 0.5.0. */
typedef enum {
  VIR_DOMAIN_EVENT_STARTED_BOOTED = 0,
  VIR_DOMAIN_EVENT_STARTED_MIGRATED = 1,
  VIR_DOMAIN_EVENT_STARTED_RESTORED = 2,
  VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT = 3, /**< since 0.8.0 */
  VIR_DOMAIN_EVENT_STARTED_WAKEUP = 4,        /**< since 0.9.11 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_STARTED_LAST = 5,
#endif
} virDomainEventStartedDetailType;

/** Since 0.5.0. */
typedef enum {
  VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN = 0,
  VIR_DOMAIN_EVENT_STOPPED_DESTROYED = 1,
  VIR_DOMAIN_EVENT_STOPPED_CRASHED = 2,
  VIR_DOMAIN_EVENT_STOPPED_MIGRATED = 3,
  VIR_DOMAIN_EVENT_STOPPED_SAVED = 4,
  VIR_DOMAIN_EVENT_STOPPED_FAILED = 5,
  VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT = 6, /**< since 0.8.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_STOPPED_LAST = 7,
#endif
} virDomainEventStoppedDetailType;

/** Since 0.5.0. */
typedef enum {
  VIR_DOMAIN_EVENT_SUSPENDED_PAUSED = 0,
  VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED = 1,
  VIR_DOMAIN_EVENT_SUSPENDED_IOERROR = 2,         /**< since 0.8.0 */
  VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG = 3,        /**< since 0.8.0 */
  VIR_DOMAIN_EVENT_SUSPENDED_RESTORED = 4,        /**< since 0.9.5 */
  VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT = 5,   /**< since 0.9.5 */
  VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR = 6,       /**< since 1.0.1 */
  VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY = 7,        /**< since 1.3.3 */
  VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED = 8, /**< since 1.3.3 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_SUSPENDED_LAST = 9,
#endif
} virDomainEventSuspendedDetailType;

/** Kinds of life-cycle events; each has its details. Since 0.5.0. */
typedef enum {
  VIR_DOMAIN_EVENT_DEFINED = 0,
  VIR_DOMAIN_EVENT_UNDEFINED = 1,
  VIR_DOMAIN_EVENT_STARTED = 2,
  VIR_DOMAIN_EVENT_SUSPENDED = 3,
  VIR_DOMAIN_EVENT_RESUMED = 4,
  VIR_DOMAIN_EVENT_STOPPED = 5,
  VIR_DOMAIN_EVENT_SHUTDOWN = 6,    /**< since 0.9.8 */
  VIR_DOMAIN_EVENT_PMSUSPENDED = 7, /**< since 0.10.2 */
  VIR_DOMAIN_EVENT_CRASHED = 8,     /**< since 1.1.1 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_LAST = 9,
#endif
} virDomainEventType;

/** Since 0.5.0. */
typedef enum {
  VIR_DOMAIN_EVENT_UNDEFINED_REMOVED = 0,
  VIR_DOMAIN_EVENT_UNDEFINED_RENAMED = 1, /**< since 1.2.19 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_UNDEFINED_LAST = 2,
#endif
} virDomainEventUndefinedDetailType;

/** Since 0.8.0. */
typedef enum {
  VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4 = 0,
  VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6 = 1,
  VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX = 2, /**< since 0.9.7 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_LAST = 3,
#endif
} virDomainEventGraphicsAddressType;

/** Since 0.8.0. */
typedef enum {
  VIR_DOMAIN_EVENT_GRAPHICS_CONNECT = 0,
  VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE = 1,
  VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT = 2,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_GRAPHICS_LAST = 3,
#endif
} virDomainEventGraphicsPhase;

/** Kinds of events for virConnectDomainEventRegisterAny. Since 0.8.0. */
typedef enum {
  VIR_DOMAIN_EVENT_ID_LIFECYCLE = 0,
  VIR_DOMAIN_EVENT_ID_REBOOT = 1,
  VIR_DOMAIN_EVENT_ID_RTC_CHANGE = 2,
  VIR_DOMAIN_EVENT_ID_WATCHDOG = 3,
  VIR_DOMAIN_EVENT_ID_IO_ERROR = 4,
  VIR_DOMAIN_EVENT_ID_GRAPHICS = 5,
  VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON = 6,            /**< since 0.8.1 */
  VIR_DOMAIN_EVENT_ID_CONTROL_ERROR = 7,              /**< since 0.9.2 */
  VIR_DOMAIN_EVENT_ID_BLOCK_JOB = 8,                  /**< since 0.9.4 */
  VIR_DOMAIN_EVENT_ID_DISK_CHANGE = 9,                /**< since 0.9.7 */
  VIR_DOMAIN_EVENT_ID_TRAY_CHANGE = 10,               /**< since 0.9.11 */
  VIR_DOMAIN_EVENT_ID_PMWAKEUP = 11,                  /**< since 0.9.11 */
  VIR_DOMAIN_EVENT_ID_PMSUSPEND = 12,                 /**< since 0.9.11 */
  VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE = 13,            /**< since 0.10.0 */
  VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK = 14,            /**< since 1.0.0 */
  VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED = 15,            /**< since 1.1.1 */
  VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2 = 16,               /**< since 1.2.6 */
  VIR_DOMAIN_EVENT_ID_TUNABLE = 17,                   /**< since 1.2.9 */
  VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE = 18,           /**< since 1.2.11 */
  VIR_DOMAIN_EVENT_ID_DEVICE_ADDED = 19,              /**< since 1.2.15 */
  VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION = 20,       /**< since 1.3.2 */
  VIR_DOMAIN_EVENT_ID_JOB_COMPLETED = 21,             /**< since 1.3.3 */
  VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED = 22,     /**< since 1.3.4 */
  VIR_DOMAIN_EVENT_ID_METADATA_CHANGE = 23,           /**< since 3.0.0 */
  VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD = 24,           /**< since 3.2.0 */
  VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE = 25,            /**< since 6.9.0 */
  VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE = 26, /**< since 7.9.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_ID_LAST = 27,
#endif
} virDomainEventID;

/** Since 0.8.0. */
typedef enum {
  VIR_DOMAIN_EVENT_IO_ERROR_NONE = 0,
  VIR_DOMAIN_EVENT_IO_ERROR_PAUSE = 1,
  VIR_DOMAIN_EVENT_IO_ERROR_REPORT = 2,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_IO_ERROR_LAST = 3,
#endif
} virDomainEventIOErrorAction;

/** Since 0.8.0. */
typedef enum {
  VIR_DOMAIN_EVENT_WATCHDOG_NONE = 0,
  VIR_DOMAIN_EVENT_WATCHDOG_PAUSE = 1,
  VIR_DOMAIN_EVENT_WATCHDOG_RESET = 2,
  VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF = 3,
  VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN = 4,
  VIR_DOMAIN_EVENT_WATCHDOG_DEBUG = 5,
  VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI = 6, /**< since 1.2.17 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_WATCHDOG_LAST = 7,
#endif
} virDomainEventWatchdogAction;

/** Since 0.9.4. */
typedef enum {
  VIR_DOMAIN_BLOCK_JOB_COMPLETED = 0,
  VIR_DOMAIN_BLOCK_JOB_FAILED = 1,
  VIR_DOMAIN_BLOCK_JOB_CANCELED = 2, /**< since 0.9.12 */
  VIR_DOMAIN_BLOCK_JOB_READY = 3,    /**< since 1.0.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_BLOCK_JOB_LAST = 4,
#endif
} virConnectDomainEventBlockJobStatus;

/** Since 0.9.7. */
typedef enum {
  VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START = 0,
  VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START = 1, /**< since 1.1.2 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_DISK_CHANGE_LAST = 2,
#endif
} virConnectDomainEventDiskChangeReason;

/** Since 0.9.8. */
typedef enum {
  VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED = 0,
  VIR_DOMAIN_EVENT_SHUTDOWN_GUEST = 1, /**< since 3.4.0 */
  VIR_DOMAIN_EVENT_SHUTDOWN_HOST = 2,  /**< since 3.4.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_SHUTDOWN_LAST = 3,
#endif
} virDomainEventShutdownDetailType;

/** Since 0.9.11. */
typedef enum {
  VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN = 0,
  VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE = 1,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_TRAY_CHANGE_LAST = 2,
#endif
} virDomainEventTrayChangeReason;

/** Since 0.10.2. */
typedef enum {
  VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY = 0,
  VIR_DOMAIN_EVENT_PMSUSPENDED_DISK = 1, /**< since 1.0.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_PMSUSPENDED_LAST = 2,
#endif
} virDomainEventPMSuspendedDetailType;

/** Since 1.1.1. */
typedef enum {
  VIR_DOMAIN_EVENT_CRASHED_PANICKED = 0,
  VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED = 1, /**< since 6.1.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_CRASHED_LAST = 2,
#endif
} virDomainEventCrashedDetailType;

/** Since 1.2.11. */
typedef enum {
  VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN = 0,
  VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
  VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL = 2,
#ifdef VIR_ENUM_SENTINELS
  VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_LAST = 3,
#endif
} virConnectDomainEventAgentLifecycleReason;

/** Since 1.2.11. */
typedef enum {
  VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED = 1,
  VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED = 2,
#ifdef VIR_ENUM_SENTINELS
  VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_LAST = 3,
#endif
} virConnectDomainEventAgentLifecycleState;

/** Since 6.9.0. */
typedef enum {
  VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE = 0,
  VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT = 1,
  VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL = 2,
  VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET = 3,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_LAST = 4,
#endif
} virDomainMemoryFailureActionType;

/** Since 6.9.0. */
typedef enum {
  VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED = 1 << 0,
  VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE = 1 << 1,
} virDomainMemoryFailureFlags;

/** Since 6.9.0. */
typedef enum {
  VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR = 0,
  VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST = 1,
#ifdef VIR_ENUM_SENTINELS
  VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_LAST = 2,
#endif
} virDomainMemoryFailureRecipientType;

#define VIR_DOMAIN_TUNABLE_BLKDEV_DISK "blkdeviotune.disk"                               /* since 1.2.9 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC "blkdeviotune.read_bytes_sec"           /* since 1.2.9 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC "blkdeviotune.read_iops_sec"             /* since 1.2.9 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC "blkdeviotune.total_bytes_sec"         /* since 1.2.9 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC "blkdeviotune.total_iops_sec"           /* since 1.2.9 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC "blkdeviotune.write_bytes_sec"         /* since 1.2.9 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC "blkdeviotune.write_iops_sec"           /* since 1.2.9 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX "blkdeviotune.read_bytes_sec_max"   /* since 1.2.11 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX "blkdeviotune.read_iops_sec_max"     /* since 1.2.11 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_SIZE_IOPS_SEC "blkdeviotune.size_iops_sec"             /* since 1.2.11 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX "blkdeviotune.total_bytes_sec_max" /* since 1.2.11 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX "blkdeviotune.total_iops_sec_max"   /* since 1.2.11 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX "blkdeviotune.write_bytes_sec_max" /* since 1.2.11 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX "blkdeviotune.write_iops_sec_max"   /* since 1.2.11 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX_LENGTH \
  "blkdeviotune.read_bytes_sec_max_length" /* since 2.4.0 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX_LENGTH \
  "blkdeviotune.read_iops_sec_max_length" /* since 2.4.0 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX_LENGTH \
  "blkdeviotune.total_bytes_sec_max_length" /* since 2.4.0 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX_LENGTH \
  "blkdeviotune.total_iops_sec_max_length" /* since 2.4.0 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX_LENGTH \
  "blkdeviotune.write_bytes_sec_max_length" /* since 2.4.0 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX_LENGTH \
  "blkdeviotune.write_iops_sec_max_length"                               /* since 2.4.0 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_GROUP_NAME "blkdeviotune.group_name"   /* since 3.0.0 */
#define VIR_DOMAIN_TUNABLE_CPU_CPU_SHARES "cputune.cpu_shares"           /* since 1.2.9 */
#define VIR_DOMAIN_TUNABLE_CPU_EMULATORPIN "cputune.emulatorpin"         /* since 1.2.9 */
#define VIR_DOMAIN_TUNABLE_CPU_EMULATOR_PERIOD "cputune.emulator_period" /* since 1.2.9 */
#define VIR_DOMAIN_TUNABLE_CPU_EMULATOR_QUOTA "cputune.emulator_quota"   /* since 1.2.9 */
#define VIR_DOMAIN_TUNABLE_CPU_VCPUPIN "cputune.vcpupin%u"               /* since 1.2.9 */
#define VIR_DOMAIN_TUNABLE_CPU_VCPU_PERIOD "cputune.vcpu_period"         /* since 1.2.9 */
#define VIR_DOMAIN_TUNABLE_CPU_VCPU_QUOTA "cputune.vcpu_quota"           /* since 1.2.9 */
#define VIR_DOMAIN_TUNABLE_CPU_IOTHREADSPIN "cputune.iothreadpin%u"      /* since 1.2.14 */
#define VIR_DOMAIN_TUNABLE_CPU_GLOBAL_PERIOD "cputune.global_period"     /* since 1.3.3 */
#define VIR_DOMAIN_TUNABLE_CPU_GLOBAL_QUOTA "cputune.global_quota"       /* since 1.3.3 */
#define VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_PERIOD "cputune.iothread_period" /* since 2.2.0 */
#define VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_QUOTA "cputune.iothread_quota"   /* since 2.2.0 */

/** Since 0.8.0. */
#define VIR_DOMAIN_EVENT_CALLBACK(cb) ((virConnectDomainEventGenericCallback)(void (*)(void))(cb))

typedef struct _virDomainEventGraphicsAddress virDomainEventGraphicsAddress;
struct _virDomainEventGraphicsAddress {
  int family;
  char* node;
  char* service;
};
typedef virDomainEventGraphicsAddress* virDomainEventGraphicsAddressPtr;

typedef struct _virDomainEventGraphicsSubjectIdentity virDomainEventGraphicsSubjectIdentity;
struct _virDomainEventGraphicsSubjectIdentity {
  char* type;
  char* name;
};
typedef virDomainEventGraphicsSubjectIdentity* virDomainEventGraphicsSubjectIdentityPtr;

typedef struct _virDomainEventGraphicsSubject virDomainEventGraphicsSubject;
struct _virDomainEventGraphicsSubject {
  int nidentity;
  virDomainEventGraphicsSubjectIdentityPtr identities;
};
typedef virDomainEventGraphicsSubject* virDomainEventGraphicsSubjectPtr;

/** Told of a life-cycle event; `detail` is of the event's own enumeration. The return value is not used.
 *  Since 0.5.0. */
typedef int (*virConnectDomainEventCallback)(virConnectPtr conn, virDomainPtr dom, int event, int detail,
                                             void* opaque);

/** What functions for events are cast to with VIR_DOMAIN_EVENT_CALLBACK. Since 0.8.0. */
typedef void (*virConnectDomainEventGenericCallback)(virConnectPtr conn, virDomainPtr dom, void* opaque);

/** Told of a graphics event. Since 0.8.0. */
typedef void (*virConnectDomainEventGraphicsCallback)(virConnectPtr conn, virDomainPtr dom, int phase,
                                                      const virDomainEventGraphicsAddress* local,
                                                      const virDomainEventGraphicsAddress* remote,
                                                      const char* authScheme,
                                                      const virDomainEventGraphicsSubject* subject,
                                                      void* opaque);

/** Told of a disk error event. Since 0.8.0. */
typedef void (*virConnectDomainEventIOErrorCallback)(virConnectPtr conn, virDomainPtr dom,
                                                     const char* srcPath, const char* devAlias, int action,
                                                     void* opaque);

/** Told of a clock change event. Since 0.8.0. */
typedef void (*virConnectDomainEventRTCChangeCallback)(virConnectPtr conn, virDomainPtr dom,
                                                       long long utcoffset, void* opaque);

/** Told of a watchdog event. Since 0.8.0. */
typedef void (*virConnectDomainEventWatchdogCallback)(virConnectPtr conn, virDomainPtr dom, int action,
                                                      void* opaque);

/** Told of a disk error reason event. Since 0.8.1. */
typedef void (*virConnectDomainEventIOErrorReasonCallback)(virConnectPtr conn, virDomainPtr dom,
                                                           const char* srcPath, const char* devAlias,
                                                           int action, const char* reason, void* opaque);

/** Told of a disk change event. Since 0.9.7. */
typedef void (*virConnectDomainEventDiskChangeCallback)(virConnectPtr conn, virDomainPtr dom,
                                                        const char* oldSrcPath, const char* newSrcPath,
                                                        const char* devAlias, int reason, void* opaque);

/** Told of a power management suspend event. Since 0.9.11. */
typedef void (*virConnectDomainEventPMSuspendCallback)(virConnectPtr conn, virDomainPtr dom, int reason,
                                                       void* opaque);

/** Told of a power management wake-up event. Since 0.9.11. */
typedef void (*virConnectDomainEventPMWakeupCallback)(virConnectPtr conn, virDomainPtr dom, int reason,
                                                      void* opaque);

/** Told of a tray change event. Since 0.9.11. */
typedef void (*virConnectDomainEventTrayChangeCallback)(virConnectPtr conn, virDomainPtr dom,
                                                        const char* devAlias, int reason, void* opaque);

/** Told of a balloon change event. Since 0.10.0. */
typedef void (*virConnectDomainEventBalloonChangeCallback)(virConnectPtr conn, virDomainPtr dom,
                                                           unsigned long long actual, void* opaque);

/** Told of a power management suspend disk event. Since 1.0.0. */
typedef void (*virConnectDomainEventPMSuspendDiskCallback)(virConnectPtr conn, virDomainPtr dom, int reason,
                                                           void* opaque);

/** Told of a device removed event. Since 1.1.1. */
typedef void (*virConnectDomainEventDeviceRemovedCallback)(virConnectPtr conn, virDomainPtr dom,
                                                           const char* devAlias, void* opaque);

/** Told of a tunable event. Since 1.2.9. */
typedef void (*virConnectDomainEventTunableCallback)(virConnectPtr conn, virDomainPtr dom,
                                                     virTypedParameterPtr params, int nparams, void* opaque);

/** Told of a agent lifecycle event. Since 1.2.11. */
typedef void (*virConnectDomainEventAgentLifecycleCallback)(virConnectPtr conn, virDomainPtr dom, int state,
                                                            int reason, void* opaque);

/** Told of a device added event. Since 1.2.15. */
typedef void (*virConnectDomainEventDeviceAddedCallback)(virConnectPtr conn, virDomainPtr dom,
                                                         const char* devAlias, void* opaque);

/** Told of a migration iteration event. Since 1.3.2. */
typedef void (*virConnectDomainEventMigrationIterationCallback)(virConnectPtr conn, virDomainPtr dom,
                                                                int iteration, void* opaque);

/** Told of a job completed event. Since 1.3.3. */
typedef void (*virConnectDomainEventJobCompletedCallback)(virConnectPtr conn, virDomainPtr dom,
                                                          virTypedParameterPtr params, int nparams,
                                                          void* opaque);

/** Told of a device removal failed event. Since 1.3.4. */
typedef void (*virConnectDomainEventDeviceRemovalFailedCallback)(virConnectPtr conn, virDomainPtr dom,
                                                                 const char* devAlias, void* opaque);

/** Told of a metadata change event. Since 3.0.0. */
typedef void (*virConnectDomainEventMetadataChangeCallback)(virConnectPtr conn, virDomainPtr dom, int type,
                                                            const char* nsuri, void* opaque);

/** Told of a block threshold event. Since 3.2.0. */
typedef void (*virConnectDomainEventBlockThresholdCallback)(virConnectPtr conn, virDomainPtr dom,
                                                            const char* dev, const char* path,
                                                            unsigned long long threshold,
                                                            unsigned long long excess, void* opaque);

/** Told of a memory failure event. Since 6.9.0. */
typedef void (*virConnectDomainEventMemoryFailureCallback)(virConnectPtr conn, virDomainPtr dom,
                                                           int recipient, int action, unsigned int flags,
                                                           void* opaque);

/** Told of a memory device size change event. Since 7.9.0. */
typedef void (*virConnectDomainEventMemoryDeviceSizeChangeCallback)(virConnectPtr conn, virDomainPtr dom,
                                                                    const char* alias,
                                                                    unsigned long long size, void* opaque);

/** Takes a function registered with virConnectDomainEventRegister back. Since 0.5.0. */
int virConnectDomainEventDeregister(virConnectPtr conn, virConnectDomainEventCallback cb);

/** Has `cb` called from the event loop at life-cycle events of all domains. Once for each function. Returns
 *  0 or -1. See virConnectDomainEventRegisterAny. Since 0.5.0. */
int virConnectDomainEventRegister(virConnectPtr conn, virConnectDomainEventCallback cb, void* opaque,
                                  virFreeCallback freecb);

/** Takes a function back; also from inside it. Since 0.8.0. */
int virConnectDomainEventDeregisterAny(virConnectPtr conn, int callbackID);

/** Has `cb` called from the event loop at events of one kind (virDomainEventID), of one domain or of all
 *  (NULL), in the order in which they happen. `cb` is cast with VIR_DOMAIN_EVENT_CALLBACK and must have the
 *  kind's own type. It holds a reference to the connection. `freecb` (may be NULL) frees `opaque` after the
 *  function's end. Returns a number for virConnectDomainEventDeregisterAny, or -1. Since 0.8.0. */
int virConnectDomainEventRegisterAny(virConnectPtr conn, virDomainPtr dom, int eventID,
                                     virConnectDomainEventGenericCallback cb, void* opaque,
                                     virFreeCallback freecb);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_DOMAIN_H */
