// SPDX-License-Identifier: LGPL-2.1-or-later
// Storage pools, volumes and secrets.
#include "api/unsupported.hpp"

// clang-format off: one row a function

// <libvirt/libvirt-storage.h>
UNSUPPORTED(VIR_FROM_STORAGE, char*, virConnectFindStoragePoolSources, virConnectPtr, const char*,
            const char*, unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, char*, virConnectGetStoragePoolCapabilities, virConnectPtr, unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virConnectListAllStoragePools, virConnectPtr, virStoragePoolPtr**,
            unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virConnectListDefinedStoragePools, virConnectPtr, char** const, int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virConnectListStoragePools, virConnectPtr, char** const, int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virConnectNumOfDefinedStoragePools, virConnectPtr)
UNSUPPORTED(VIR_FROM_STORAGE, int, virConnectNumOfStoragePools, virConnectPtr)
UNSUPPORTED(VIR_FROM_STORAGE, int, virConnectStoragePoolEventDeregisterAny, virConnectPtr, int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virConnectStoragePoolEventRegisterAny, virConnectPtr, virStoragePoolPtr,
            int, virConnectStoragePoolEventGenericCallback, void*, virFreeCallback)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolBuild, virStoragePoolPtr, unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolCreate, virStoragePoolPtr, unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, virStoragePoolPtr, virStoragePoolCreateXML, virConnectPtr, const char*,
            unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, virStoragePoolPtr, virStoragePoolDefineXML, virConnectPtr, const char*,
            unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolDelete, virStoragePoolPtr, unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolDestroy, virStoragePoolPtr)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolFree, virStoragePoolPtr)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolGetAutostart, virStoragePoolPtr, int*)
UNSUPPORTED(VIR_FROM_STORAGE, virConnectPtr, virStoragePoolGetConnect, virStoragePoolPtr)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolGetInfo, virStoragePoolPtr, virStoragePoolInfoPtr)
UNSUPPORTED(VIR_FROM_STORAGE, const char*, virStoragePoolGetName, virStoragePoolPtr)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolGetUUID, virStoragePoolPtr, unsigned char*)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolGetUUIDString, virStoragePoolPtr, char*)
UNSUPPORTED(VIR_FROM_STORAGE, char*, virStoragePoolGetXMLDesc, virStoragePoolPtr, unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolIsActive, virStoragePoolPtr)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolIsPersistent, virStoragePoolPtr)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolListAllVolumes, virStoragePoolPtr, virStorageVolPtr**,
            unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolListVolumes, virStoragePoolPtr, char** const, int)
UNSUPPORTED(VIR_FROM_STORAGE, virStoragePoolPtr, virStoragePoolLookupByName, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_STORAGE, virStoragePoolPtr, virStoragePoolLookupByTargetPath, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_STORAGE, virStoragePoolPtr, virStoragePoolLookupByUUID, virConnectPtr,
            const unsigned char*)
UNSUPPORTED(VIR_FROM_STORAGE, virStoragePoolPtr, virStoragePoolLookupByUUIDString, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_STORAGE, virStoragePoolPtr, virStoragePoolLookupByVolume, virStorageVolPtr)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolNumOfVolumes, virStoragePoolPtr)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolRef, virStoragePoolPtr)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolRefresh, virStoragePoolPtr, unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolSetAutostart, virStoragePoolPtr, int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStoragePoolUndefine, virStoragePoolPtr)
UNSUPPORTED(VIR_FROM_STORAGE, virStorageVolPtr, virStorageVolCreateXML, virStoragePoolPtr, const char*,
            unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, virStorageVolPtr, virStorageVolCreateXMLFrom, virStoragePoolPtr, const char*,
            virStorageVolPtr, unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStorageVolDelete, virStorageVolPtr, unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStorageVolDownload, virStorageVolPtr, virStreamPtr, unsigned long long,
            unsigned long long, unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStorageVolFree, virStorageVolPtr)
UNSUPPORTED(VIR_FROM_STORAGE, virConnectPtr, virStorageVolGetConnect, virStorageVolPtr)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStorageVolGetInfo, virStorageVolPtr, virStorageVolInfoPtr)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStorageVolGetInfoFlags, virStorageVolPtr, virStorageVolInfoPtr,
            unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, const char*, virStorageVolGetKey, virStorageVolPtr)
UNSUPPORTED(VIR_FROM_STORAGE, const char*, virStorageVolGetName, virStorageVolPtr)
UNSUPPORTED(VIR_FROM_STORAGE, char*, virStorageVolGetPath, virStorageVolPtr)
UNSUPPORTED(VIR_FROM_STORAGE, char*, virStorageVolGetXMLDesc, virStorageVolPtr, unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, virStorageVolPtr, virStorageVolLookupByKey, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_STORAGE, virStorageVolPtr, virStorageVolLookupByName, virStoragePoolPtr, const char*)
UNSUPPORTED(VIR_FROM_STORAGE, virStorageVolPtr, virStorageVolLookupByPath, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStorageVolRef, virStorageVolPtr)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStorageVolResize, virStorageVolPtr, unsigned long long, unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStorageVolUpload, virStorageVolPtr, virStreamPtr, unsigned long long,
            unsigned long long, unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStorageVolWipe, virStorageVolPtr, unsigned int)
UNSUPPORTED(VIR_FROM_STORAGE, int, virStorageVolWipePattern, virStorageVolPtr, unsigned int, unsigned int)

// <libvirt/libvirt-secret.h>
UNSUPPORTED(VIR_FROM_SECRET, int, virConnectSecretEventDeregisterAny, virConnectPtr, int)
UNSUPPORTED(VIR_FROM_SECRET, int, virConnectSecretEventRegisterAny, virConnectPtr, virSecretPtr, int,
            virConnectSecretEventGenericCallback, void*, virFreeCallback)

// clang-format on
