// SPDX-License-Identifier: LGPL-2.1-or-later
// The host, its devices, and sparse streams.
#include "api/unsupported.hpp"

// clang-format off: one row a function

// <libvirt/libvirt-host.h>
UNSUPPORTED(VIR_FROM_DOMAIN, int, virConnectSetIdentity, virConnectPtr, virTypedParameterPtr, int,
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
