// SPDX-License-Identifier: LGPL-2.1-or-later
// Events of storage pools; secrets.
#include "api/unsupported.hpp"

// clang-format off: one row a function

// <libvirt/libvirt-storage.h>
UNSUPPORTED(VIR_FROM_STORAGE, int, virConnectStoragePoolEventDeregisterAny, virConnectPtr, int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virConnectStoragePoolEventRegisterAny, virConnectPtr, virStoragePoolPtr,
            int, virConnectStoragePoolEventGenericCallback, void*, virFreeCallback)

// <libvirt/libvirt-secret.h>
UNSUPPORTED(VIR_FROM_SECRET, int, virConnectSecretEventDeregisterAny, virConnectPtr, int)
UNSUPPORTED(VIR_FROM_SECRET, int, virConnectSecretEventRegisterAny, virConnectPtr, virSecretPtr, int,
            virConnectSecretEventGenericCallback, void*, virFreeCallback)

// clang-format on
