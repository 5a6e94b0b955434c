// SPDX-License-Identifier: LGPL-2.1-or-later
// Virtual networks: the handle, look-ups, lists, and what a network says about itself.
#include "api/call_of.hpp"
#include "api/object_calls.hpp"
#include "driver/networks.hpp"

using namespace vireo::api;
using vireo::driver::Networks;

extern "C" {

int virConnectNumOfNetworks(virConnectPtr conn) {
  return call_of<VIR_FROM_NETWORK>(conn, Access::read, runs<&Networks::count_active>());
}

int virConnectNumOfDefinedNetworks(virConnectPtr conn) {
  return call_of<VIR_FROM_NETWORK>(conn, Access::read, runs<&Networks::count_defined>());
}

int virConnectListNetworks(virConnectPtr conn, char** const names, int maxnames) {
  return call_of<VIR_FROM_NETWORK>(
      conn, Access::read, lists_names<&Networks::active_names>(names, "names", maxnames, "maxnames"));
}

int virConnectListDefinedNetworks(virConnectPtr conn, char** const names, int maxnames) {
  return call_of<VIR_FROM_NETWORK>(
      conn, Access::read, lists_names<&Networks::defined_names>(names, "names", maxnames, "maxnames"));
}

int virConnectListAllNetworks(virConnectPtr conn, virNetworkPtr** nets, unsigned int flags) {
  return call_of<VIR_FROM_NETWORK>(conn, Access::read, lists_all<&Networks::list>(nets, flags));
}

virNetworkPtr virNetworkLookupByName(virConnectPtr conn, const char* name) {
  return call_of<VIR_FROM_NETWORK>(conn, Access::read,
                                   looks_up_name<&Networks::lookup_by_name>(name, "name"));
}

virNetworkPtr virNetworkLookupByUUID(virConnectPtr conn, const unsigned char* uuid) {
  return call_of<VIR_FROM_NETWORK>(conn, Access::read,
                                   looks_up_uuid<&Networks::lookup_by_uuid>(uuid, "uuid"));
}

virNetworkPtr virNetworkLookupByUUIDString(virConnectPtr conn, const char* uuidstr) {
  return call_of<VIR_FROM_NETWORK>(conn, Access::read,
                                   looks_up_uuid_text<&Networks::lookup_by_uuid>(uuidstr, "uuidstr"));
}

int virNetworkRef(virNetworkPtr network) { return call(network, Access::read, takes_reference()); }

int virNetworkFree(virNetworkPtr network) { return call(network, Access::read, gives_reference_back()); }

virConnectPtr virNetworkGetConnect(virNetworkPtr net) { return call(net, Access::read, says_connection()); }

const char* virNetworkGetName(virNetworkPtr network) {
  return call(network, Access::read, [](auto& self) { return self.handle.reference.name.c_str(); });
}

int virNetworkGetUUID(virNetworkPtr network, unsigned char* uuid) {
  return call(network, Access::read, copies_uuid(uuid, "uuid"));
}

int virNetworkGetUUIDString(virNetworkPtr network, char* buf) {
  return call(network, Access::read, prints_uuid(buf, "buf"));
}

char* virNetworkGetXMLDesc(virNetworkPtr network, unsigned int flags) {
  return call(network, Access::read, runs<&Networks::xml>(flags));
}

char* virNetworkGetBridgeName(virNetworkPtr network) {
  return call(network, Access::read, runs<&Networks::bridge_name>());
}

int virNetworkGetAutostart(virNetworkPtr network, int* autostart) {
  return call(network, Access::read, [=](auto& self) {
    self.not_null(autostart, "autostart");
    *autostart = self.template run<&Networks::autostart>();
  });
}

int virNetworkIsActive(virNetworkPtr net) { return call(net, Access::read, runs<&Networks::is_active>()); }

int virNetworkIsPersistent(virNetworkPtr net) {
  return call(net, Access::read, runs<&Networks::is_persistent>());
}
}
