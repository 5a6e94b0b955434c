/* SPDX-License-Identifier: LGPL-2.1-or-later */
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

/** Since 0.6.4. */
int virConnectListInterfaces(virConnectPtr conn, char** const names, int maxnames);

/** Since 0.6.4. */
int virConnectNumOfInterfaces(virConnectPtr conn);

/** Since 0.6.4. */
int virInterfaceCreate(virInterfacePtr iface, unsigned int flags);

/** Since 0.6.4. */
virInterfacePtr virInterfaceDefineXML(virConnectPtr conn, const char* xml, unsigned int flags);

/** Since 0.6.4. */
int virInterfaceDestroy(virInterfacePtr iface, unsigned int flags);

/** Since 0.6.4. */
int virInterfaceFree(virInterfacePtr iface);

/** Since 0.6.4. */
virConnectPtr virInterfaceGetConnect(virInterfacePtr iface);

/** Since 0.6.4. */
const char* virInterfaceGetMACString(virInterfacePtr iface);

/** Since 0.6.4. */
const char* virInterfaceGetName(virInterfacePtr iface);

/** Since 0.6.4. */
char* virInterfaceGetXMLDesc(virInterfacePtr iface, unsigned int flags);

/** Since 0.6.4. */
virInterfacePtr virInterfaceLookupByMACString(virConnectPtr conn, const char* macstr);

/** Since 0.6.4. */
virInterfacePtr virInterfaceLookupByName(virConnectPtr conn, const char* name);

/** Since 0.6.4. */
int virInterfaceRef(virInterfacePtr iface);

/** Since 0.6.4. */
int virInterfaceUndefine(virInterfacePtr iface);

/** Since 0.7.0. */
int virConnectListDefinedInterfaces(virConnectPtr conn, char** const names, int maxnames);

/** Since 0.7.0. */
int virConnectNumOfDefinedInterfaces(virConnectPtr conn);

/** Since 0.7.3. */
int virInterfaceIsActive(virInterfacePtr iface);

/** Since 0.9.2. */
int virInterfaceChangeBegin(virConnectPtr conn, unsigned int flags);

/** Since 0.9.2. */
int virInterfaceChangeCommit(virConnectPtr conn, unsigned int flags);

/** Since 0.9.2. */
int virInterfaceChangeRollback(virConnectPtr conn, unsigned int flags);

/** Since 0.10.2. */
int virConnectListAllInterfaces(virConnectPtr conn, virInterfacePtr** ifaces, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_INTERFACE_H */
