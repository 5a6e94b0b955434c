// SPDX-License-Identifier: LGPL-2.1-or-later
// The host, its devices, and sparse streams.
#include "api/unsupported.hpp"

// clang-format off: one row a function

// <libvirt/libvirt-host.h>
UNSUPPORTED(VIR_FROM_DOMAIN, char*, virConnectBaselineCPU, virConnectPtr, const char**, unsigned int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, char*, virConnectBaselineHypervisorCPU, virConnectPtr, const char*, const char*,
            const char*, const char*, const char**, unsigned int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virConnectCompareCPU, virConnectPtr, const char*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virConnectCompareHypervisorCPU, virConnectPtr, const char*, const char*,
            const char*, const char*, const char*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virConnectGetCPUModelNames, virConnectPtr, const char*, char***,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virConnectSetIdentity, virConnectPtr, virTypedParameterPtr, int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virNodeAllocPages, virConnectPtr, unsigned int, unsigned int*,
            unsigned long long*, int, unsigned int, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virNodeGetFreePages, virConnectPtr, unsigned int, unsigned int*, int,
            unsigned int, unsigned long long*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virNodeGetMemoryParameters, virConnectPtr, virTypedParameterPtr, int*,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virNodeGetSEVInfo, virConnectPtr, virTypedParameterPtr*, int*, unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virNodeSetMemoryParameters, virConnectPtr, virTypedParameterPtr, int,
            unsigned int)
UNSUPPORTED(VIR_FROM_DOMAIN, int, virNodeSuspendForDuration, virConnectPtr, unsigned int, unsigned long long,
            unsigned int)

// <libvirt/libvirt-nodedev.h>
UNSUPPORTED(VIR_FROM_NODEDEV, int, virConnectNodeDeviceEventDeregisterAny, virConnectPtr, int)
UNSUPPORTED(VIR_FROM_NODEDEV, int, virConnectNodeDeviceEventRegisterAny, virConnectPtr, virNodeDevicePtr, int,
            virConnectNodeDeviceEventGenericCallback, void*, virFreeCallback)

// <libvirt/libvirt-stream.h>
UNSUPPORTED(VIR_FROM_STREAMS, int, virStreamRecvHole, virStreamPtr, long long*, unsigned int)
UNSUPPORTED(VIR_FROM_STREAMS, int, virStreamSendHole, virStreamPtr, long long, unsigned int)
UNSUPPORTED(VIR_FROM_STREAMS, int, virStreamSparseRecvAll, virStreamPtr, virStreamSinkFunc,
            virStreamSinkHoleFunc, void*)
UNSUPPORTED(VIR_FROM_STREAMS, int, virStreamSparseSendAll, virStreamPtr, virStreamSourceFunc,
            virStreamSourceHoleFunc, virStreamSourceSkipFunc, void*)

// clang-format on
