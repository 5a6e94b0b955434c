/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef LIBVIRT_NETWORK_H
#define LIBVIRT_NETWORK_H

#include <libvirt/libvirt-host.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Handles ---------------------------------------------------------------------------------------------
 */

typedef struct _virNetwork virNetwork;
typedef virNetwork* virNetworkPtr;

typedef struct _virNetworkPort virNetworkPort;
typedef virNetworkPort* virNetworkPortPtr;

/* ---- Leases ----------------------------------------------------------------------------------------------
 */

typedef struct _virNetworkDHCPLease virNetworkDHCPLease;
struct _virNetworkDHCPLease {
  char* iface;
  long long expirytime;
  int type;
  char* mac;
  char* iaid;
  char* ipaddr;
  unsigned int prefix;
  char* hostname;
  char* clientid;
};
typedef virNetworkDHCPLease* virNetworkDHCPLeasePtr;

/** Since 1.2.6. */
void virNetworkDHCPLeaseFree(virNetworkDHCPLeasePtr lease);

/** Since 1.2.6. */
int virNetworkGetDHCPLeases(virNetworkPtr network, const char* mac, virNetworkDHCPLeasePtr** leases,
                            unsigned int flags);

/* ---- Ports -----------------------------------------------------------------------------------------------
 */

/** Since 5.5.0. */
typedef enum {
  VIR_NETWORK_PORT_CREATE_RECLAIM = 1 << 0,
  VIR_NETWORK_PORT_CREATE_VALIDATE = 1 << 1, /**< since 7.8.0 */
} virNetworkPortCreateFlags;

#define VIR_NETWORK_PORT_BANDWIDTH_IN_AVERAGE "inbound.average"   /* since 5.5.0 */
#define VIR_NETWORK_PORT_BANDWIDTH_IN_BURST "inbound.burst"       /* since 5.5.0 */
#define VIR_NETWORK_PORT_BANDWIDTH_IN_FLOOR "inbound.floor"       /* since 5.5.0 */
#define VIR_NETWORK_PORT_BANDWIDTH_IN_PEAK "inbound.peak"         /* since 5.5.0 */
#define VIR_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE "outbound.average" /* since 5.5.0 */
#define VIR_NETWORK_PORT_BANDWIDTH_OUT_BURST "outbound.burst"     /* since 5.5.0 */
#define VIR_NETWORK_PORT_BANDWIDTH_OUT_PEAK "outbound.peak"       /* since 5.5.0 */

/** Since 5.5.0. */
int virNetworkListAllPorts(virNetworkPtr network, virNetworkPortPtr** ports, unsigned int flags);

/** Since 5.5.0. */
virNetworkPortPtr virNetworkPortCreateXML(virNetworkPtr net, const char* xmldesc, unsigned int flags);

/** Since 5.5.0. */
int virNetworkPortDelete(virNetworkPortPtr port, unsigned int flags);

/** Since 5.5.0. */
int virNetworkPortFree(virNetworkPortPtr port);

/** Since 5.5.0. */
virNetworkPtr virNetworkPortGetNetwork(virNetworkPortPtr port);

/** Since 5.5.0. */
int virNetworkPortGetParameters(virNetworkPortPtr port, virTypedParameterPtr* params, int* nparams,
                                unsigned int flags);

/** Since 5.5.0. */
int virNetworkPortGetUUID(virNetworkPortPtr port, unsigned char* uuid);

/** Since 5.5.0. */
int virNetworkPortGetUUIDString(virNetworkPortPtr port, char* buf);

/** Since 5.5.0. */
char* virNetworkPortGetXMLDesc(virNetworkPortPtr port, unsigned int flags);

/** Since 5.5.0. */
virNetworkPortPtr virNetworkPortLookupByUUID(virNetworkPtr net, const unsigned char* uuid);

/** Since 5.5.0. */
virNetworkPortPtr virNetworkPortLookupByUUIDString(virNetworkPtr net, const char* uuidstr);

/** Since 5.5.0. */
int virNetworkPortRef(virNetworkPortPtr port);

/** Since 5.5.0. */
int virNetworkPortSetParameters(virNetworkPortPtr port, virTypedParameterPtr params, int nparams,
                                unsigned int flags);

/* ---- Networks --------------------------------------------------------------------------------------------
 */

/** Since 0.9.10. */
typedef enum {
  VIR_NETWORK_XML_INACTIVE = 1 << 0,
} virNetworkXMLFlags;

/** Since 0.10.2. */
typedef enum {
  VIR_CONNECT_LIST_NETWORKS_INACTIVE = 1 << 0,
  VIR_CONNECT_LIST_NETWORKS_ACTIVE = 1 << 1,
  VIR_CONNECT_LIST_NETWORKS_PERSISTENT = 1 << 2,
  VIR_CONNECT_LIST_NETWORKS_TRANSIENT = 1 << 3,
  VIR_CONNECT_LIST_NETWORKS_AUTOSTART = 1 << 4,
  VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART = 1 << 5,
} virConnectListAllNetworksFlags;

/** Since 0.10.2. */
typedef enum {
  VIR_NETWORK_UPDATE_COMMAND_NONE = 0,
  VIR_NETWORK_UPDATE_COMMAND_MODIFY = 1,
  VIR_NETWORK_UPDATE_COMMAND_DELETE = 2,
  VIR_NETWORK_UPDATE_COMMAND_ADD_LAST = 3,
  VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST = 4,
#ifdef VIR_ENUM_SENTINELS
  VIR_NETWORK_UPDATE_COMMAND_LAST = 5,
#endif
} virNetworkUpdateCommand;

/** Since 0.10.2. */
typedef enum {
  VIR_NETWORK_UPDATE_AFFECT_CURRENT = 0,
  VIR_NETWORK_UPDATE_AFFECT_LIVE = 1 << 0,
  VIR_NETWORK_UPDATE_AFFECT_CONFIG = 1 << 1,
} virNetworkUpdateFlags;

/** Since 0.10.2. */
typedef enum {
  VIR_NETWORK_SECTION_NONE = 0,
  VIR_NETWORK_SECTION_BRIDGE = 1,
  VIR_NETWORK_SECTION_DOMAIN = 2,
  VIR_NETWORK_SECTION_IP = 3,
  VIR_NETWORK_SECTION_IP_DHCP_HOST = 4,
  VIR_NETWORK_SECTION_IP_DHCP_RANGE = 5,
  VIR_NETWORK_SECTION_FORWARD = 6,
  VIR_NETWORK_SECTION_FORWARD_INTERFACE = 7,
  VIR_NETWORK_SECTION_FORWARD_PF = 8,
  VIR_NETWORK_SECTION_PORTGROUP = 9,
  VIR_NETWORK_SECTION_DNS_HOST = 10,
  VIR_NETWORK_SECTION_DNS_TXT = 11,
  VIR_NETWORK_SECTION_DNS_SRV = 12,
#ifdef VIR_ENUM_SENTINELS
  VIR_NETWORK_SECTION_LAST = 13,
#endif
} virNetworkUpdateSection;

/** Since 1.2.6. */
typedef enum {
  VIR_IP_ADDR_TYPE_IPV4 = 0,
  VIR_IP_ADDR_TYPE_IPV6 = 1,
#ifdef VIR_ENUM_SENTINELS
  VIR_IP_ADDR_TYPE_LAST = 2,
#endif
} virIPAddrType;

/** Since 7.7.0. */
typedef enum {
  VIR_NETWORK_DEFINE_VALIDATE = 1 << 0,
} virNetworkDefineFlags;

/** Since 7.8.0. */
typedef enum {
  VIR_NETWORK_CREATE_VALIDATE = 1 << 0,
} virNetworkCreateFlags;

/** Since 0.2.0. */
int virConnectListDefinedNetworks(virConnectPtr conn, char** const names, int maxnames);

/** Since 0.2.0. */
int virConnectListNetworks(virConnectPtr conn, char** const names, int maxnames);

/** Since 0.2.0. */
int virConnectNumOfDefinedNetworks(virConnectPtr conn);

/** Since 0.2.0. */
int virConnectNumOfNetworks(virConnectPtr conn);

/** Since 0.2.0. */
int virNetworkCreate(virNetworkPtr network);

/** Since 0.2.0. */
virNetworkPtr virNetworkCreateXML(virConnectPtr conn, const char* xmlDesc);

/** Since 0.2.0. */
virNetworkPtr virNetworkDefineXML(virConnectPtr conn, const char* xml);

/** Since 0.2.0. */
int virNetworkDestroy(virNetworkPtr network);

/** Since 0.2.0. */
int virNetworkFree(virNetworkPtr network);

/** Since 0.2.0. */
char* virNetworkGetBridgeName(virNetworkPtr network);

/** Since 0.2.0. */
const char* virNetworkGetName(virNetworkPtr network);

/** Since 0.2.0. */
int virNetworkGetUUID(virNetworkPtr network, unsigned char* uuid);

/** Since 0.2.0. */
int virNetworkGetUUIDString(virNetworkPtr network, char* buf);

/** Since 0.2.0. */
char* virNetworkGetXMLDesc(virNetworkPtr network, unsigned int flags);

/** Since 0.2.0. */
virNetworkPtr virNetworkLookupByName(virConnectPtr conn, const char* name);

/** Since 0.2.0. */
virNetworkPtr virNetworkLookupByUUID(virConnectPtr conn, const unsigned char* uuid);

/** Since 0.2.0. */
virNetworkPtr virNetworkLookupByUUIDString(virConnectPtr conn, const char* uuidstr);

/** Since 0.2.0. */
int virNetworkUndefine(virNetworkPtr network);

/** Since 0.2.1. */
int virNetworkGetAutostart(virNetworkPtr network, int* autostart);

/** Since 0.2.1. */
int virNetworkSetAutostart(virNetworkPtr network, int autostart);

/** Since 0.3.0. */
virConnectPtr virNetworkGetConnect(virNetworkPtr net);

/** Since 0.6.0. */
int virNetworkRef(virNetworkPtr network);

/** Since 0.7.3. */
int virNetworkIsActive(virNetworkPtr net);

/** Since 0.7.3. */
int virNetworkIsPersistent(virNetworkPtr net);

/** Since 0.10.2. */
int virConnectListAllNetworks(virConnectPtr conn, virNetworkPtr** nets, unsigned int flags);

/** Since 0.10.2. */
int virNetworkUpdate(virNetworkPtr network, unsigned int command, unsigned int section, int parentIndex,
                     const char* xml, unsigned int flags);

/** Since 7.7.0. */
virNetworkPtr virNetworkDefineXMLFlags(virConnectPtr conn, const char* xml, unsigned int flags);

/** Since 7.8.0. */
virNetworkPtr virNetworkCreateXMLFlags(virConnectPtr conn, const char* xmlDesc, unsigned int flags);

/* ---- Events ----------------------------------------------------------------------------------------------
 */

/** Since 1.2.1. */
typedef enum {
  VIR_NETWORK_EVENT_ID_LIFECYCLE = 0,
#ifdef VIR_ENUM_SENTINELS
  VIR_NETWORK_EVENT_ID_LAST = 1,
#endif
} virNetworkEventID;

/** Since 1.2.1. */
typedef enum {
  VIR_NETWORK_EVENT_DEFINED = 0,
  VIR_NETWORK_EVENT_UNDEFINED = 1,
  VIR_NETWORK_EVENT_STARTED = 2,
  VIR_NETWORK_EVENT_STOPPED = 3,
#ifdef VIR_ENUM_SENTINELS
  VIR_NETWORK_EVENT_LAST = 4,
#endif
} virNetworkEventLifecycleType;

#define VIR_NETWORK_EVENT_CALLBACK(cb) ((virConnectNetworkEventGenericCallback)(cb)) /* since 1.2.1 */

/** Since 1.2.1. */
typedef void (*virConnectNetworkEventGenericCallback)(virConnectPtr conn, virNetworkPtr net, void* opaque);

/** Since 1.2.1. */
typedef void (*virConnectNetworkEventLifecycleCallback)(virConnectPtr conn, virNetworkPtr net, int event,
                                                        int detail, void* opaque);

/** Since 1.2.1. */
int virConnectNetworkEventDeregisterAny(virConnectPtr conn, int callbackID);

/** Since 1.2.1. */
int virConnectNetworkEventRegisterAny(virConnectPtr conn, virNetworkPtr net, int eventID,
                                      virConnectNetworkEventGenericCallback cb, void* opaque,
                                      virFreeCallback freecb);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_NETWORK_H */
