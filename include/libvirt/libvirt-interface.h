/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Network interfaces of the machine. */
#ifndef LIBVIRT_INTERFACE_H
#define LIBVIRT_INTERFACE_H

#include <libvirt/libvirt-host.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _virInterface virInterface;
typedef virInterface* virInterfacePtr;

/** Since 0.7.3. */
typedef enum {
  VIR_INTERFACE_XML_INACTIVE = 1 << 0,
} virInterfaceXMLFlags;

/** Since 0.10.2. */
typedef enum {
  VIR_CONNECT_LIST_INTERFACES_INACTIVE = 1 << 0,
  VIR_CONNECT_LIST_INTERFACES_ACTIVE = 1 << 1,
} virConnectListAllInterfacesFlags;

/** Since 7.7.0. */
typedef enum {
  VIR_INTERFACE_DEFINE_VALIDATE = 1 << 0,
} virInterfaceDefineFlags;

/** Lists the names of interfaces. Since 0.6.4. */
int virConnectListInterfaces(virConnectPtr conn, char** const names, int maxnames);

/** Counts interfaces. Since 0.6.4. */
int virConnectNumOfInterfaces(virConnectPtr conn);

/** Starts a interface. Since 0.6.4. */
int virInterfaceCreate(virInterfacePtr iface, unsigned int flags);

/** Defines a interface from XML. Since 0.6.4. */
virInterfacePtr virInterfaceDefineXML(virConnectPtr conn, const char* xml, unsigned int flags);

/** Stops a interface. Since 0.6.4. */
int virInterfaceDestroy(virInterfacePtr iface, unsigned int flags);

/** Gives a reference to a interface handle back. Since 0.6.4. */
int virInterfaceFree(virInterfacePtr iface);

/** Returns the connection of a interface, without a reference. Since 0.6.4. */
virConnectPtr virInterfaceGetConnect(virInterfacePtr iface);

/** Returns the MAC address; it belongs to the handle. Since 0.6.4. */
const char* virInterfaceGetMACString(virInterfacePtr iface);

/** Returns the name of a interface; it belongs to the handle. Since 0.6.4. */
const char* virInterfaceGetName(virInterfacePtr iface);

/** Returns the XML of a interface; free() it. Since 0.6.4. */
char* virInterfaceGetXMLDesc(virInterfacePtr iface, unsigned int flags);

/** Finds an interface by its MAC address. Since 0.6.4. */
virInterfacePtr virInterfaceLookupByMACString(virConnectPtr conn, const char* macstr);

/** Finds a interface by its name. Since 0.6.4. */
virInterfacePtr virInterfaceLookupByName(virConnectPtr conn, const char* name);

/** Takes another reference to a interface handle. Since 0.6.4. */
int virInterfaceRef(virInterfacePtr iface);

/** Removes the definition of a interface. Since 0.6.4. */
int virInterfaceUndefine(virInterfacePtr iface);

/** Lists the names of interfaces that are defined and not active. Since 0.7.0. */
int virConnectListDefinedInterfaces(virConnectPtr conn, char** const names, int maxnames);

/** Counts interfaces that are defined and not active. Since 0.7.0. */
int virConnectNumOfDefinedInterfaces(virConnectPtr conn);

/** Returns 1 when a interface is active, 0 or -1. Since 0.7.3. */
int virInterfaceIsActive(virInterfacePtr iface);

/** Remembers the interfaces' configuration. Since 0.9.2. */
int virInterfaceChangeBegin(virConnectPtr conn, unsigned int flags);

/** Forgets the remembered configuration. Since 0.9.2. */
int virInterfaceChangeCommit(virConnectPtr conn, unsigned int flags);

/** Brings the remembered configuration back. Since 0.9.2. */
int virInterfaceChangeRollback(virConnectPtr conn, unsigned int flags);

/** Lists interfaces that pass a filter. Since 0.10.2. */
int virConnectListAllInterfaces(virConnectPtr conn, virInterfacePtr** ifaces, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_INTERFACE_H */
