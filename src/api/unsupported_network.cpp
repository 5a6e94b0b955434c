// SPDX-License-Identifier: LGPL-2.1-or-later
// Networks.
#include "api/unsupported.hpp"

// clang-format off: one row a function

// <libvirt/libvirt-network.h>
UNSUPPORTED(VIR_FROM_NETWORK, int, virConnectListAllNetworks, virConnectPtr, virNetworkPtr**, unsigned int)
UNSUPPORTED(VIR_FROM_NETWORK, int, virConnectListDefinedNetworks, virConnectPtr, char** const, int)
UNSUPPORTED(VIR_FROM_NETWORK, int, virConnectListNetworks, virConnectPtr, char** const, int)
UNSUPPORTED(VIR_FROM_NETWORK, int, virConnectNetworkEventDeregisterAny, virConnectPtr, int)
UNSUPPORTED(VIR_FROM_NETWORK, int, virConnectNetworkEventRegisterAny, virConnectPtr, virNetworkPtr, int,
            virConnectNetworkEventGenericCallback, void*, virFreeCallback)
UNSUPPORTED(VIR_FROM_NETWORK, int, virConnectNumOfDefinedNetworks, virConnectPtr)
UNSUPPORTED(VIR_FROM_NETWORK, int, virConnectNumOfNetworks, virConnectPtr)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkCreate, virNetworkPtr)
UNSUPPORTED(VIR_FROM_NETWORK, virNetworkPtr, virNetworkCreateXML, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_NETWORK, virNetworkPtr, virNetworkCreateXMLFlags, virConnectPtr, const char*,
            unsigned int)
UNSUPPORTED(VIR_FROM_NETWORK, virNetworkPtr, virNetworkDefineXML, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_NETWORK, virNetworkPtr, virNetworkDefineXMLFlags, virConnectPtr, const char*,
            unsigned int)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkDestroy, virNetworkPtr)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkFree, virNetworkPtr)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkGetAutostart, virNetworkPtr, int*)
UNSUPPORTED(VIR_FROM_NETWORK, char*, virNetworkGetBridgeName, virNetworkPtr)
UNSUPPORTED(VIR_FROM_NETWORK, virConnectPtr, virNetworkGetConnect, virNetworkPtr)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkGetDHCPLeases, virNetworkPtr, const char*,
            virNetworkDHCPLeasePtr**, unsigned int)
UNSUPPORTED(VIR_FROM_NETWORK, const char*, virNetworkGetName, virNetworkPtr)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkGetUUID, virNetworkPtr, unsigned char*)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkGetUUIDString, virNetworkPtr, char*)
UNSUPPORTED(VIR_FROM_NETWORK, char*, virNetworkGetXMLDesc, virNetworkPtr, unsigned int)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkIsActive, virNetworkPtr)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkIsPersistent, virNetworkPtr)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkListAllPorts, virNetworkPtr, virNetworkPortPtr**, unsigned int)
UNSUPPORTED(VIR_FROM_NETWORK, virNetworkPtr, virNetworkLookupByName, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_NETWORK, virNetworkPtr, virNetworkLookupByUUID, virConnectPtr, const unsigned char*)
UNSUPPORTED(VIR_FROM_NETWORK, virNetworkPtr, virNetworkLookupByUUIDString, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_NETWORK, virNetworkPortPtr, virNetworkPortCreateXML, virNetworkPtr, const char*,
            unsigned int)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkPortDelete, virNetworkPortPtr, unsigned int)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkPortFree, virNetworkPortPtr)
UNSUPPORTED(VIR_FROM_NETWORK, virNetworkPtr, virNetworkPortGetNetwork, virNetworkPortPtr)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkPortGetParameters, virNetworkPortPtr, virTypedParameterPtr*,
            int*, unsigned int)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkPortGetUUID, virNetworkPortPtr, unsigned char*)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkPortGetUUIDString, virNetworkPortPtr, char*)
UNSUPPORTED(VIR_FROM_NETWORK, char*, virNetworkPortGetXMLDesc, virNetworkPortPtr, unsigned int)
UNSUPPORTED(VIR_FROM_NETWORK, virNetworkPortPtr, virNetworkPortLookupByUUID, virNetworkPtr,
            const unsigned char*)
UNSUPPORTED(VIR_FROM_NETWORK, virNetworkPortPtr, virNetworkPortLookupByUUIDString, virNetworkPtr, const char*)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkPortRef, virNetworkPortPtr)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkPortSetParameters, virNetworkPortPtr, virTypedParameterPtr, int,
            unsigned int)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkRef, virNetworkPtr)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkSetAutostart, virNetworkPtr, int)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkUndefine, virNetworkPtr)
UNSUPPORTED(VIR_FROM_NETWORK, int, virNetworkUpdate, virNetworkPtr, unsigned int, unsigned int, int,
            const char*, unsigned int)

// clang-format on
