// SPDX-License-Identifier: LGPL-2.1-or-later
// Networks.
#include "api/unsupported.hpp"

// clang-format off: one row a function

// <libvirt/libvirt-network.h>
UNSUPPORTED(VIR_FROM_NETWORK, int, virConnectNetworkEventDeregisterAny, virConnectPtr, int)
UNSUPPORTED(VIR_FROM_NETWORK, int, virConnectNetworkEventRegisterAny, virConnectPtr, virNetworkPtr, int,
            virConnectNetworkEventGenericCallback, void*, virFreeCallback)

// clang-format on
