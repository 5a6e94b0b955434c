// SPDX-License-Identifier: LGPL-2.1-or-later
// Networks, network filters and host interfaces.
#include "api/unsupported.hpp"

// clang-format off: one row a function

// <libvirt/libvirt-network.h>
UNSUPPORTED(VIR_FROM_NETWORK, int, virConnectNetworkEventDeregisterAny, virConnectPtr, int)
UNSUPPORTED(VIR_FROM_NETWORK, int, virConnectNetworkEventRegisterAny, virConnectPtr, virNetworkPtr, int,
            virConnectNetworkEventGenericCallback, void*, virFreeCallback)

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
