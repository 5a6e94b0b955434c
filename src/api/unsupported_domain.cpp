// SPDX-License-Identifier: LGPL-2.1-or-later
// Domains: statistics, tuning, migration, devices and the rest of the life cycle.
#include "api/unsupported.hpp"

// clang-format off: one row a function

// <libvirt/libvirt-domain.h>
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainCreateWithFiles, virDomainPtr, unsigned int, int*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, virDomainPtr, virDomainCreateXMLWithFiles, virConnectPtr, const char*,
            unsigned int, int*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virDomainFDAssociate, virDomainPtr, const char*, unsigned int, int*,
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

// clang-format on
