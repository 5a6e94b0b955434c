// SPDX-License-Identifier: LGPL-2.1-or-later
// The host, its devices, and sparse streams.
#include "api/unsupported.hpp"

// clang-format off: one row a function

// <libvirt/libvirt-host.h>
UNSUPPORTED(VIR_FROM_DOMAIN, int, virConnectSetIdentity, virConnectPtr, virTypedParameterPtr, int,
            unsigned int)

// <libvirt/libvirt-nodedev.h>
UNSUPPORTED(VIR_FROM_NODEDEV, int, virConnectListAllNodeDevices, virConnectPtr, virNodeDevicePtr**,
            unsigned int)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virConnectNodeDeviceEventDeregisterAny, virConnectPtr, int)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virConnectNodeDeviceEventRegisterAny, virConnectPtr, virNodeDevicePtr, int,
            virConnectNodeDeviceEventGenericCallback, void*, virFreeCallback)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeDeviceCreate, virNodeDevicePtr, unsigned int)
UNSUPPORTED(VIR_FROM_NODEDEV, virNodeDevicePtr, virNodeDeviceCreateXML, virConnectPtr, const char*,
            unsigned int)
UNSUPPORTED(VIR_FROM_NODEDEV, virNodeDevicePtr, virNodeDeviceDefineXML, virConnectPtr, const char*,
            unsigned int)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeDeviceDestroy, virNodeDevicePtr)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeDeviceDetachFlags, virNodeDevicePtr, const char*, unsigned int)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeDeviceDettach, virNodeDevicePtr)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeDeviceFree, virNodeDevicePtr)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeDeviceGetAutostart, virNodeDevicePtr, int*)
UNSUPPORTED(VIR_FROM_NODEDEV, const char*, virNodeDeviceGetName, virNodeDevicePtr)
UNSUPPORTED(VIR_FROM_NODEDEV, const char*, virNodeDeviceGetParent, virNodeDevicePtr)
UNSUPPORTED(VIR_FROM_NODEDEV, char*, virNodeDeviceGetXMLDesc, virNodeDevicePtr, unsigned int)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeDeviceIsActive, virNodeDevicePtr)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeDeviceIsPersistent, virNodeDevicePtr)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeDeviceListCaps, virNodeDevicePtr, char** const, int)
UNSUPPORTED(VIR_FROM_NODEDEV, virNodeDevicePtr, virNodeDeviceLookupByName, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_NODEDEV, virNodeDevicePtr, virNodeDeviceLookupSCSIHostByWWN, virConnectPtr, const char*,
            const char*, unsigned int)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeDeviceNumOfCaps, virNodeDevicePtr)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeDeviceReAttach, virNodeDevicePtr)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeDeviceRef, virNodeDevicePtr)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeDeviceReset, virNodeDevicePtr)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeDeviceSetAutostart, virNodeDevicePtr, int)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeDeviceUndefine, virNodeDevicePtr, unsigned int)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeListDevices, virConnectPtr, const char*, char** const, int,
            unsigned int)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virNodeNumOfDevices, virConnectPtr, const char*, unsigned int)

// <libvirt/libvirt-stream.h>
UNSUPPORTED(VIR_FROM_STREAMS, int, virStreamRecvHole, virStreamPtr, long long*, unsigned int)
UNSUPPORTED(VIR_FROM_STREAMS, int, virStreamSendHole, virStreamPtr, long long, unsigned int)
UNSUPPORTED(VIR_FROM_STREAMS, int, virStreamSparseRecvAll, virStreamPtr, virStreamSinkFunc,
            virStreamSinkHoleFunc, void*)
UNSUPPORTED(VIR_FROM_STREAMS, int, virStreamSparseSendAll, virStreamPtr, virStreamSourceFunc,
            virStreamSourceHoleFunc, virStreamSourceSkipFunc, void*)

// clang-format on
