// SPDX-License-Identifier: LGPL-2.1-or-later
// Events of storage pools; secrets.
#include "api/unsupported.hpp"

// clang-format off: one row a function

// <libvirt/libvirt-storage.h>
UNSUPPORTED(VIR_FROM_STORAGE, int, virConnectStoragePoolEventDeregisterAny, virConnectPtr, int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virConnectStoragePoolEventRegisterAny, virConnectPtr, virStoragePoolPtr,
            int, virConnectStoragePoolEventGenericCallback, void*, virFreeCallback)

// <libvirt/libvirt-secret.h>
UNSUPPORTED(VIR_FROM_SECRET, int, virConnectListAllSecrets, virConnectPtr, virSecretPtr**, unsigned int)
UNSUPPORTED(VIR_FROM_SECRET, int, virConnectListSecrets, virConnectPtr, char**, int)
UNSUPPORTED(VIR_FROM_SECRET, int, virConnectNumOfSecrets, virConnectPtr)
UNSUPPORTED(VIR_FROM_SECRET, int, virConnectSecretEventDeregisterAny, virConnectPtr, int)
UNSUPPORTED(VIR_FROM_SECRET, int, virConnectSecretEventRegisterAny, virConnectPtr, virSecretPtr, int,
            virConnectSecretEventGenericCallback, void*, virFreeCallback)
UNSUPPORTED(VIR_FROM_SECRET, virSecretPtr, virSecretDefineXML, virConnectPtr, const char*, unsigned int)
UNSUPPORTED(VIR_FROM_SECRET, int, virSecretFree, virSecretPtr)
UNSUPPORTED(VIR_FROM_SECRET, virConnectPtr, virSecretGetConnect, virSecretPtr)
UNSUPPORTED(VIR_FROM_SECRET, int, virSecretGetUUID, virSecretPtr, unsigned char*)
UNSUPPORTED(VIR_FROM_SECRET, int, virSecretGetUUIDString, virSecretPtr, char*)
UNSUPPORTED(VIR_FROM_SECRET, const char*, virSecretGetUsageID, virSecretPtr)
UNSUPPORTED(VIR_FROM_SECRET, int, virSecretGetUsageType, virSecretPtr)
UNSUPPORTED(VIR_FROM_SECRET, unsigned char*, virSecretGetValue, virSecretPtr, size_t*, unsigned int)
UNSUPPORTED(VIR_FROM_SECRET, char*, virSecretGetXMLDesc, virSecretPtr, unsigned int)
UNSUPPORTED(VIR_FROM_SECRET, virSecretPtr, virSecretLookupByUUID, virConnectPtr, const unsigned char*)
UNSUPPORTED(VIR_FROM_SECRET, virSecretPtr, virSecretLookupByUUIDString, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_SECRET, virSecretPtr, virSecretLookupByUsage, virConnectPtr, int, const char*)
UNSUPPORTED(VIR_FROM_SECRET, int, virSecretRef, virSecretPtr)
UNSUPPORTED(VIR_FROM_SECRET, int, virSecretSetValue, virSecretPtr, const unsigned char*, size_t, unsigned int)
UNSUPPORTED(VIR_FROM_SECRET, int, virSecretUndefine, virSecretPtr)

// clang-format on
