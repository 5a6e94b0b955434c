// SPDX-License-Identifier: LGPL-2.1-or-later
// Networks, network filters and host interfaces.
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

// <libvirt/libvirt-nwfilter.h>
UNSUPPORTED(VIR_FROM_NWFILTER, int, virConnectListAllNWFilterBindings, virConnectPtr, virNWFilterBindingPtr**,
            unsigned int)
UNSUPPORTED(VIR_FROM_NWFILTER, int, virConnectListAllNWFilters, virConnectPtr, virNWFilterPtr**, unsigned int)
UNSUPPORTED(VIR_FROM_NWFILTER, int, virConnectListNWFilters, virConnectPtr, char** const, int)
UNSUPPORTED(VIR_FROM_NWFILTER, int, virConnectNumOfNWFilters, virConnectPtr)
UNSUPPORTED(VIR_FROM_NWFILTER, virNWFilterBindingPtr, virNWFilterBindingCreateXML, virConnectPtr, const char*,
            unsigned int)
UNSUPPORTED(VIR_FROM_NWFILTER, int, virNWFilterBindingDelete, virNWFilterBindingPtr)
UNSUPPORTED(VIR_FROM_NWFILTER, int, virNWFilterBindingFree, virNWFilterBindingPtr)
UNSUPPORTED(VIR_FROM_NWFILTER, const char*, virNWFilterBindingGetFilterName, virNWFilterBindingPtr)
UNSUPPORTED(VIR_FROM_NWFILTER, const char*, virNWFilterBindingGetPortDev, virNWFilterBindingPtr)
UNSUPPORTED(VIR_FROM_NWFILTER, char*, virNWFilterBindingGetXMLDesc, virNWFilterBindingPtr, unsigned int)
UNSUPPORTED(VIR_FROM_NWFILTER, virNWFilterBindingPtr, virNWFilterBindingLookupByPortDev, virConnectPtr,
            const char*)
UNSUPPORTED(VIR_FROM_NWFILTER, int, virNWFilterBindingRef, virNWFilterBindingPtr)
UNSUPPORTED(VIR_FROM_NWFILTER, virNWFilterPtr, virNWFilterDefineXML, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_NWFILTER, virNWFilterPtr, virNWFilterDefineXMLFlags, virConnectPtr, const char*,
            unsigned int)
UNSUPPORTED(VIR_FROM_NWFILTER, int, virNWFilterFree, virNWFilterPtr)
UNSUPPORTED(VIR_FROM_NWFILTER, const char*, virNWFilterGetName, virNWFilterPtr)
UNSUPPORTED(VIR_FROM_NWFILTER, int, virNWFilterGetUUID, virNWFilterPtr, unsigned char*)
UNSUPPORTED(VIR_FROM_NWFILTER, int, virNWFilterGetUUIDString, virNWFilterPtr, char*)
UNSUPPORTED(VIR_FROM_NWFILTER, char*, virNWFilterGetXMLDesc, virNWFilterPtr, unsigned int)
UNSUPPORTED(VIR_FROM_NWFILTER, virNWFilterPtr, virNWFilterLookupByName, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_NWFILTER, virNWFilterPtr, virNWFilterLookupByUUID, virConnectPtr, const unsigned char*)
UNSUPPORTED(VIR_FROM_NWFILTER, virNWFilterPtr, virNWFilterLookupByUUIDString, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_NWFILTER, int, virNWFilterRef, virNWFilterPtr)
UNSUPPORTED(VIR_FROM_NWFILTER, int, virNWFilterUndefine, virNWFilterPtr)

// <libvirt/libvirt-interface.h>
UNSUPPORTED(VIR_FROM_INTERFACE, int, virConnectListAllInterfaces, virConnectPtr, virInterfacePtr**,
            unsigned int)
UNSUPPORTED(VIR_FROM_INTERFACE, int, virConnectListDefinedInterfaces, virConnectPtr, char** const, int)
UNSUPPORTED(VIR_FROM_INTERFACE, int, virConnectListInterfaces, virConnectPtr, char** const, int)
UNSUPPORTED(VIR_FROM_INTERFACE, int, virConnectNumOfDefinedInterfaces, virConnectPtr)
UNSUPPORTED(VIR_FROM_INTERFACE, int, virConnectNumOfInterfaces, virConnectPtr)
UNSUPPORTED(VIR_FROM_INTERFACE, int, virInterfaceChangeBegin, virConnectPtr, unsigned int)
UNSUPPORTED(VIR_FROM_INTERFACE, int, virInterfaceChangeCommit, virConnectPtr, unsigned int)
UNSUPPORTED(VIR_FROM_INTERFACE, int, virInterfaceChangeRollback, virConnectPtr, unsigned int)
UNSUPPORTED(VIR_FROM_INTERFACE, int, virInterfaceCreate, virInterfacePtr, unsigned int)
UNSUPPORTED(VIR_FROM_INTERFACE, virInterfacePtr, virInterfaceDefineXML, virConnectPtr, const char*,
            unsigned int)
UNSUPPORTED(VIR_FROM_INTERFACE, int, virInterfaceDestroy, virInterfacePtr, unsigned int)
UNSUPPORTED(VIR_FROM_INTERFACE, int, virInterfaceFree, virInterfacePtr)
UNSUPPORTED(VIR_FROM_INTERFACE, virConnectPtr, virInterfaceGetConnect, virInterfacePtr)
UNSUPPORTED(VIR_FROM_INTERFACE, const char*, virInterfaceGetMACString, virInterfacePtr)
UNSUPPORTED(VIR_FROM_INTERFACE, const char*, virInterfaceGetName, virInterfacePtr)
UNSUPPORTED(VIR_FROM_INTERFACE, char*, virInterfaceGetXMLDesc, virInterfacePtr, unsigned int)
UNSUPPORTED(VIR_FROM_INTERFACE, int, virInterfaceIsActive, virInterfacePtr)
UNSUPPORTED(VIR_FROM_INTERFACE, virInterfacePtr, virInterfaceLookupByMACString, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_INTERFACE, virInterfacePtr, virInterfaceLookupByName, virConnectPtr, const char*)
UNSUPPORTED(VIR_FROM_INTERFACE, int, virInterfaceRef, virInterfacePtr)
UNSUPPORTED(VIR_FROM_INTERFACE, int, virInterfaceUndefine, virInterfacePtr)

// clang-format on
