// SPDX-License-Identifier: LGPL-2.1-or-later
// Domains: statistics, tuning, migration, devices and the rest of the life cycle.
#include "api/unsupported.hpp"

// clang-format off: one row a function

// <libvirt/libvirt-domain.h>
UNSUPPORTED(VIR_FROM_DOMAIN, int, virConnectGetAllDomainStats, virConnectPtr, unsigned int,
            virDomainStatsRecordPtr**, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainAddIOThread, virDomainPtr, unsigned int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainAgentSetResponseTimeout, virDomainPtr, int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainAttachDevice, virDomainPtr, const char*)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainAttachDeviceFlags, virDomainPtr, const char*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainAuthorizedSSHKeysGet, virDomainPtr, const char*, char***,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainAuthorizedSSHKeysSet, virDomainPtr, const char*, const char**,
            unsigned int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainBlockPeek, virDomainPtr, const char*, unsigned long long, size_t,
            void*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainBlockStats, virDomainPtr, const char*, virDomainBlockStatsPtr,
            size_t)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainBlockStatsFlags, virDomainPtr, const char*, virTypedParameterPtr,
            int*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainCreateWithFiles, virDomainPtr, unsigned int, int*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, virDomainPtr, virDomainCreateXMLWithFiles, virConnectPtr, const char*,
            unsigned int, int*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainDelIOThread, virDomainPtr, unsigned int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainDetachDevice, virDomainPtr, const char*)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainDetachDeviceAlias, virDomainPtr, const char*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainDetachDeviceFlags, virDomainPtr, const char*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainFDAssociate, virDomainPtr, const char*, unsigned int, int*,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainFSFreeze, virDomainPtr, const char**, unsigned int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainFSThaw, virDomainPtr, const char**, unsigned int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainFSTrim, virDomainPtr, const char*, unsigned long long,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetBlkioParameters, virDomainPtr, virTypedParameterPtr, int*,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetBlockInfo, virDomainPtr, const char*, virDomainBlockInfoPtr,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetBlockIoTune, virDomainPtr, const char*, virTypedParameterPtr,
            int*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetCPUStats, virDomainPtr, virTypedParameterPtr, unsigned int, int,
            unsigned int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetDiskErrors, virDomainPtr, virDomainDiskErrorPtr, unsigned int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetEmulatorPinInfo, virDomainPtr, unsigned char*, int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetFSInfo, virDomainPtr, virDomainFSInfoPtr**, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetGuestInfo, virDomainPtr, unsigned int, virTypedParameterPtr*,
            int*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetGuestVcpus, virDomainPtr, virTypedParameterPtr*, unsigned int*,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetIOThreadInfo, virDomainPtr, virDomainIOThreadInfoPtr**,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetInterfaceParameters, virDomainPtr, const char*,
            virTypedParameterPtr, int*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetLaunchSecurityInfo, virDomainPtr, virTypedParameterPtr*, int*,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetMemoryParameters, virDomainPtr, virTypedParameterPtr, int*,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetMessages, virDomainPtr, char***, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetNumaParameters, virDomainPtr, virTypedParameterPtr, int*,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetPerfEvents, virDomainPtr, virTypedParameterPtr*, int*,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetSchedulerParameters, virDomainPtr, virTypedParameterPtr, int*)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetSchedulerParametersFlags, virDomainPtr, virTypedParameterPtr,
            int*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, char*, virDomainGetSchedulerType, virDomainPtr, int*)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetSecurityLabelList, virDomainPtr, virSecurityLabelPtr*)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetTime, virDomainPtr, long long*, unsigned int*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetVcpuPinInfo, virDomainPtr, int, unsigned char*, int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainInjectNMI, virDomainPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainInterfaceAddresses, virDomainPtr, virDomainInterfacePtr**,
            unsigned int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainInterfaceStats, virDomainPtr, const char*,
            virDomainInterfaceStatsPtr, size_t)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainListGetStats, virDomainPtr*, unsigned int,
            virDomainStatsRecordPtr**, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainMemoryPeek, virDomainPtr, unsigned long long, size_t, void*,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainMemoryStats, virDomainPtr, virDomainMemoryStatPtr, unsigned int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, virDomainPtr, virDomainMigrate, virDomainPtr, virConnectPtr, unsigned long,
            const char*, const char*, unsigned long)
UNSUPPORTED(VIR_FROM_DOMAIN, virDomainPtr, virDomainMigrate2, virDomainPtr, virConnectPtr, const char*,
            unsigned long, const char*, const char*, unsigned long)
UNSUPPORTED(VIR_FROM_DOMAIN, virDomainPtr, virDomainMigrate3, virDomainPtr, virConnectPtr,
            virTypedParameterPtr, unsigned int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainMigrateToURI, virDomainPtr, const char*, unsigned long,
            const char*, unsigned long)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainMigrateToURI2, virDomainPtr, const char*, const char*, const char*,
            unsigned long, const char*, unsigned long)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainMigrateToURI3, virDomainPtr, const char*, virTypedParameterPtr,
            unsigned int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainOpenGraphics, virDomainPtr, unsigned int, int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainOpenGraphicsFD, virDomainPtr, unsigned int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainPMSuspendForDuration, virDomainPtr, unsigned int,
            unsigned long long, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainPMWakeup, virDomainPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainPinEmulator, virDomainPtr, unsigned char*, int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainPinIOThread, virDomainPtr, unsigned int, unsigned char*, int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainPinVcpu, virDomainPtr, unsigned int, unsigned char*, int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainPinVcpuFlags, virDomainPtr, unsigned int, unsigned char*, int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, char*, virDomainScreenshot, virDomainPtr, virStreamPtr, unsigned int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSendKey, virDomainPtr, unsigned int, unsigned int, unsigned int*,
            int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSendProcessSignal, virDomainPtr, long long, unsigned int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetBlkioParameters, virDomainPtr, virTypedParameterPtr, int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetBlockIoTune, virDomainPtr, const char*, virTypedParameterPtr,
            int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetBlockThreshold, virDomainPtr, const char*, unsigned long long,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetGuestVcpus, virDomainPtr, const char*, int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetIOThreadParams, virDomainPtr, unsigned int,
            virTypedParameterPtr, int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetInterfaceParameters, virDomainPtr, const char*,
            virTypedParameterPtr, int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetLaunchSecurityState, virDomainPtr, virTypedParameterPtr, int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetLifecycleAction, virDomainPtr, unsigned int, unsigned int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetMemoryParameters, virDomainPtr, virTypedParameterPtr, int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetMemoryStatsPeriod, virDomainPtr, int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetNumaParameters, virDomainPtr, virTypedParameterPtr, int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetPerfEvents, virDomainPtr, virTypedParameterPtr, int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetSchedulerParameters, virDomainPtr, virTypedParameterPtr, int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetSchedulerParametersFlags, virDomainPtr, virTypedParameterPtr,
            int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetTime, virDomainPtr, long long, unsigned int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetUserPassword, virDomainPtr, const char*, const char*,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSetVcpu, virDomainPtr, const char*, int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainStartDirtyRateCalc, virDomainPtr, int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainUpdateDeviceFlags, virDomainPtr, const char*, unsigned int)

// clang-format on
