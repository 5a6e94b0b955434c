// SPDX-License-Identifier: LGPL-2.1-or-later
// libvirt-qemu.so.0: what only QEMU guests have. libvirt.so.0 does the work.
#include <libvirt/libvirt-qemu.h>

#include "libraries/forward.hpp"

// clang-format off: one row a function
FORWARD(virConnectDomainQemuMonitorEventDeregister, (conn, callbackID), virConnectPtr conn, int callbackID)
FORWARD(virConnectDomainQemuMonitorEventRegister, (conn, dom, event, cb, opaque, freecb, flags),
        virConnectPtr conn, virDomainPtr dom, const char* event, virConnectDomainQemuMonitorEventCallback cb,
        void* opaque, virFreeCallback freecb, unsigned int flags)
FORWARD(virDomainQemuAgentCommand, (domain, cmd, timeout, flags), virDomainPtr domain, const char* cmd,
        int timeout, unsigned int flags)
FORWARD(virDomainQemuAttach, (conn, pid_value, flags), virConnectPtr conn, unsigned int pid_value,
        unsigned int flags)
FORWARD(virDomainQemuMonitorCommand, (domain, cmd, result, flags), virDomainPtr domain, const char* cmd,
        char** result, unsigned int flags)
FORWARD(virDomainQemuMonitorCommandWithFiles,
        (domain, cmd, ninfiles, infiles, noutfiles, outfiles, result, flags), virDomainPtr domain,
        const char* cmd, unsigned int ninfiles, int* infiles, unsigned int* noutfiles, int** outfiles,
        char** result, unsigned int flags)
// clang-format on
