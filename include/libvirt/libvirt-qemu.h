/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What only QEMU guests have. Link with libvirt-qemu. */
#ifndef LIBVIRT_QEMU_H
#define LIBVIRT_QEMU_H

#include <libvirt/libvirt.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Since 0.8.8. */
typedef enum {
  VIR_DOMAIN_QEMU_MONITOR_COMMAND_DEFAULT = 0,
  VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP = 1 << 0,
} virDomainQemuMonitorCommandFlags;

/** Since 1.2.3. */
typedef enum {
  VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX = 1 << 0,
  VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE = 1 << 1,
} virConnectDomainQemuMonitorEventRegisterFlags;

/** Since 0.10.0. */
typedef enum {
  VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK = VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK,
  VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN = VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK,
  VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT = VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT,
  VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT = VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT,
  VIR_DOMAIN_QEMU_AGENT_COMMAND_SHUTDOWN = 60, /**< since 1.2.15 */
} virDomainQemuAgentCommandTimeoutValues;

/** Told of an event of the monitor; `details` is JSON. Since 1.2.3. */
typedef void (*virConnectDomainQemuMonitorEventCallback)(virConnectPtr conn, virDomainPtr dom,
                                                         const char* event, long long seconds,
                                                         unsigned int micros, const char* details,
                                                         void* opaque);

/** Sends a command to the domain's monitor; the reply is the caller's to free(). Since 0.8.3. */
int virDomainQemuMonitorCommand(virDomainPtr domain, const char* cmd, char** result, unsigned int flags);

/** Takes over a QEMU process started by others. Since 0.9.4. */
virDomainPtr virDomainQemuAttach(virConnectPtr conn, unsigned int pid_value, unsigned int flags);

/** Sends a command to the guest agent and returns its reply; free() it. Since 0.10.0. */
char* virDomainQemuAgentCommand(virDomainPtr domain, const char* cmd, int timeout, unsigned int flags);

/** Takes that function back. Since 1.2.3. */
int virConnectDomainQemuMonitorEventDeregister(virConnectPtr conn, int callbackID);

/** Has a function called at events of the monitor. Since 1.2.3. */
int virConnectDomainQemuMonitorEventRegister(virConnectPtr conn, virDomainPtr dom, const char* event,
                                             virConnectDomainQemuMonitorEventCallback cb, void* opaque,
                                             virFreeCallback freecb, unsigned int flags);

/** Sends a command and descriptors to the domain's monitor. Since 8.2.0. */
int virDomainQemuMonitorCommandWithFiles(virDomainPtr domain, const char* cmd, unsigned int ninfiles,
                                         int* infiles, unsigned int* noutfiles, int** outfiles, char** result,
                                         unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_QEMU_H */
