// SPDX-License-Identifier: LGPL-2.1-or-later
// Domains: statistics, tuning, migration, devices and the rest of the life cycle.
#include "api/unsupported.hpp"

// clang-format off: one row a function

// <libvirt/libvirt-domain.h>
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainAbortJob, virDomainPtr)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainAbortJobFlags, virDomainPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainBackupBegin, virDomainPtr, const char*, const char*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, char*, virDomainBackupGetXMLDesc, virDomainPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainBlockCommit, virDomainPtr, const char*, const char*, const char*,
            unsigned long, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainBlockCopy, virDomainPtr, const char*, const char*,
            virTypedParameterPtr, int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainBlockJobAbort, virDomainPtr, const char*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainBlockJobSetSpeed, virDomainPtr, const char*, unsigned long,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainBlockPull, virDomainPtr, const char*, unsigned long, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainBlockRebase, virDomainPtr, const char*, const char*, unsigned long,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainBlockResize, virDomainPtr, const char*, unsigned long long,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainCoreDump, virDomainPtr, const char*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainCoreDumpWithFormat, virDomainPtr, const char*, unsigned int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainCreateWithFiles, virDomainPtr, unsigned int, int*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, virDomainPtr, virDomainCreateXMLWithFiles, virConnectPtr, const char*,
            unsigned int, int*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainFDAssociate, virDomainPtr, const char*, unsigned int, int*,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetBlockJobInfo, virDomainPtr, const char*,
            virDomainBlockJobInfoPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetJobInfo, virDomainPtr, virDomainJobInfoPtr)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainGetJobStats, virDomainPtr, int*, virTypedParameterPtr*, int*,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainManagedSave, virDomainPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainManagedSaveDefineXML, virDomainPtr, const char*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, char*, virDomainManagedSaveGetXMLDesc, virDomainPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainManagedSaveRemove, virDomainPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, virDomainPtr, virDomainMigrate, virDomainPtr, virConnectPtr, unsigned long,
            const char*, const char*, unsigned long)
UNSUPPORTED(VIR_FROM_DOMAIN, virDomainPtr, virDomainMigrate2, virDomainPtr, virConnectPtr, const char*,
            unsigned long, const char*, const char*, unsigned long)
UNSUPPORTED(VIR_FROM_DOMAIN, virDomainPtr, virDomainMigrate3, virDomainPtr, virConnectPtr,
            virTypedParameterPtr, unsigned int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainMigrateGetCompressionCache, virDomainPtr, unsigned long long*,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainMigrateGetMaxDowntime, virDomainPtr, unsigned long long*,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainMigrateGetMaxSpeed, virDomainPtr, unsigned long*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainMigrateSetCompressionCache, virDomainPtr, unsigned long long,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainMigrateSetMaxDowntime, virDomainPtr, unsigned long long,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainMigrateSetMaxSpeed, virDomainPtr, unsigned long, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainMigrateStartPostCopy, virDomainPtr, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainMigrateToURI, virDomainPtr, const char*, unsigned long,
            const char*, unsigned long)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainMigrateToURI2, virDomainPtr, const char*, const char*, const char*,
            unsigned long, const char*, unsigned long)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainMigrateToURI3, virDomainPtr, const char*, virTypedParameterPtr,
            unsigned int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainOpenGraphics, virDomainPtr, unsigned int, int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainOpenGraphicsFD, virDomainPtr, unsigned int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainRestore, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainRestoreFlags, virConnectPtr, const char*, const char*,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainRestoreParams, virConnectPtr, virTypedParameterPtr, int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSave, virDomainPtr, const char*)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSaveFlags, virDomainPtr, const char*, const char*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSaveImageDefineXML, virConnectPtr, const char*, const char*,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, char*, virDomainSaveImageGetXMLDesc, virConnectPtr, const char*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainSaveParams, virDomainPtr, virTypedParameterPtr, int, unsigned int)

// clang-format on
