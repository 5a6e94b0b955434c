/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Virtual networks and their ports. */
#ifndef LIBVIRT_NETWORK_H
#define LIBVIRT_NETWORK_H

#include <libvirt/libvirt-host.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Handles ---------------------------------------------------------------------------------------- */

typedef struct _virNetwork virNetwork;
typedef virNetwork* virNetworkPtr;

typedef struct _virNetworkPort virNetworkPort;
typedef virNetworkPort* virNetworkPortPtr;

/* ---- Leases ----------------------------------------------------------------------------------------- */

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

/** Frees a structure made by virNetworkGetDHCPLeases. Since 1.2.6. */
void virNetworkDHCPLeaseFree(virNetworkDHCPLeasePtr lease);

/** Lists the leases of a network. Since 1.2.6. */
int virNetworkGetDHCPLeases(virNetworkPtr network, const char* mac, virNetworkDHCPLeasePtr** leases,
                            unsigned int flags);

/* ---- Ports ------------------------------------------------------------------------------------------ */

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

/** Lists the ports of a network. Since 5.5.0. */
int virNetworkListAllPorts(virNetworkPtr network, virNetworkPortPtr** ports, unsigned int flags);

/** Makes a network port from XML. Since 5.5.0. */
virNetworkPortPtr virNetworkPortCreateXML(virNetworkPtr net, const char* xmldesc, unsigned int flags);

/** Deletes a network port. Since 5.5.0. */
int virNetworkPortDelete(virNetworkPortPtr port, unsigned int flags);

/** Gives a reference to a network port handle back. Since 5.5.0. */
int virNetworkPortFree(virNetworkPortPtr port);

/** Returns the network of a port, without a reference. Since 5.5.0. */
virNetworkPtr virNetworkPortGetNetwork(virNetworkPortPtr port);

/** Reads the tunables of a port. Since 5.5.0. */
int virNetworkPortGetParameters(virNetworkPortPtr port, virTypedParameterPtr* params, int* nparams,
                                unsigned int flags);

/** Stores the 16 bytes of the UUID of a network port. Since 5.5.0. */
int virNetworkPortGetUUID(virNetworkPortPtr port, unsigned char* uuid);

/** Stores the UUID of a network port as text. Since 5.5.0. */
int virNetworkPortGetUUIDString(virNetworkPortPtr port, char* buf);

/** Returns the XML of a network port; free() it. Since 5.5.0. */
char* virNetworkPortGetXMLDesc(virNetworkPortPtr port, unsigned int flags);

/** Finds a network port by the 16 bytes of its UUID. Since 5.5.0. */
virNetworkPortPtr virNetworkPortLookupByUUID(virNetworkPtr net, const unsigned char* uuid);

/** Finds a network port by its UUID as text. Since 5.5.0. */
virNetworkPortPtr virNetworkPortLookupByUUIDString(virNetworkPtr net, const char* uuidstr);

/** Takes another reference to a network port handle. Since 5.5.0. */
int virNetworkPortRef(virNetworkPortPtr port);

/** Sets the tunables of a port. Since 5.5.0. */
int virNetworkPortSetParameters(virNetworkPortPtr port, virTypedParameterPtr params, int nparams,
                                unsigned int flags);

/* ---- Networks --------------------------------------------------------------------------------------- */

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

/** Lists the names of networks that are defined and not active. Since 0.2.0. */
int virConnectListDefinedNetworks(virConnectPtr conn, char** const names, int maxnames);

/** Lists the names of networks. Since 0.2.0. */
int virConnectListNetworks(virConnectPtr conn, char** const names, int maxnames);

/** Counts networks that are defined and not active. Since 0.2.0. */
int virConnectNumOfDefinedNetworks(virConnectPtr conn);

/** Counts networks. Since 0.2.0. */
int virConnectNumOfNetworks(virConnectPtr conn);

/** Starts a network. Since 0.2.0. */
int virNetworkCreate(virNetworkPtr network);

/** Makes a network from XML. Since 0.2.0. */
virNetworkPtr virNetworkCreateXML(virConnectPtr conn, const char* xmlDesc);

/** Defines a network from XML. Since 0.2.0. */
virNetworkPtr virNetworkDefineXML(virConnectPtr conn, const char* xml);

/** Stops a network. Since 0.2.0. */
int virNetworkDestroy(virNetworkPtr network);

/** Gives a reference to a network handle back. Since 0.2.0. */
int virNetworkFree(virNetworkPtr network);

/** Returns the name of a network's bridge; free() it. Since 0.2.0. */
char* virNetworkGetBridgeName(virNetworkPtr network);

/** Returns the name of a network; it belongs to the handle. Since 0.2.0. */
const char* virNetworkGetName(virNetworkPtr network);

/** Stores the 16 bytes of the UUID of a network. Since 0.2.0. */
int virNetworkGetUUID(virNetworkPtr network, unsigned char* uuid);

/** Stores the UUID of a network as text. Since 0.2.0. */
int virNetworkGetUUIDString(virNetworkPtr network, char* buf);

/** Returns the XML of a network; free() it. Since 0.2.0. */
char* virNetworkGetXMLDesc(virNetworkPtr network, unsigned int flags);

/** Finds a network by its name. Since 0.2.0. */
virNetworkPtr virNetworkLookupByName(virConnectPtr conn, const char* name);

/** Finds a network by the 16 bytes of its UUID. Since 0.2.0. */
virNetworkPtr virNetworkLookupByUUID(virConnectPtr conn, const unsigned char* uuid);

/** Finds a network by its UUID as text. Since 0.2.0. */
virNetworkPtr virNetworkLookupByUUIDString(virConnectPtr conn, const char* uuidstr);

/** Removes the definition of a network. Since 0.2.0. */
int virNetworkUndefine(virNetworkPtr network);

/** Stores 1 when a network starts with the daemon, else 0. Since 0.2.1. */
int virNetworkGetAutostart(virNetworkPtr network, int* autostart);

/** Has a network started with the daemon, or not. Since 0.2.1. */
int virNetworkSetAutostart(virNetworkPtr network, int autostart);

/** Returns the connection of a network, without a reference. Since 0.3.0. */
virConnectPtr virNetworkGetConnect(virNetworkPtr net);

/** Takes another reference to a network handle. Since 0.6.0. */
int virNetworkRef(virNetworkPtr network);

/** Returns 1 when a network is active, 0 or -1. Since 0.7.3. */
int virNetworkIsActive(virNetworkPtr net);

/** Returns 1 when a network is defined, 0 or -1. Since 0.7.3. */
int virNetworkIsPersistent(virNetworkPtr net);

/** Lists networks that pass a filter. Since 0.10.2. */
int virConnectListAllNetworks(virConnectPtr conn, virNetworkPtr** nets, unsigned int flags);

/** Changes one part of a network. Since 0.10.2. */
int virNetworkUpdate(virNetworkPtr network, unsigned int command, unsigned int section, int parentIndex,
                     const char* xml, unsigned int flags);

/** Defines a network from XML, with flags. Since 7.7.0. */
virNetworkPtr virNetworkDefineXMLFlags(virConnectPtr conn, const char* xml, unsigned int flags);

/** Makes a network from XML, with flags. Since 7.8.0. */
virNetworkPtr virNetworkCreateXMLFlags(virConnectPtr conn, const char* xmlDesc, unsigned int flags);

/* ---- Events ----------------------------------------------------------------------------------------- */

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

/** Since 1.2.1. */
#define VIR_NETWORK_EVENT_CALLBACK(cb) ((virConnectNetworkEventGenericCallback)(void (*)(void))(cb))

/** Told of an event of networks. Since 1.2.1. */
typedef void (*virConnectNetworkEventGenericCallback)(virConnectPtr conn, virNetworkPtr net, void* opaque);

/** Told of an event of networks. Since 1.2.1. */
typedef void (*virConnectNetworkEventLifecycleCallback)(virConnectPtr conn, virNetworkPtr net, int event,
                                                        int detail, void* opaque);

/** Takes that function back. Since 1.2.1. */
int virConnectNetworkEventDeregisterAny(virConnectPtr conn, int callbackID);

/** Has a function called at events of networks. Since 1.2.1. */
int virConnectNetworkEventRegisterAny(virConnectPtr conn, virNetworkPtr net, int eventID,
                                      virConnectNetworkEventGenericCallback cb, void* opaque,
                                      virFreeCallback freecb);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_NETWORK_H */
