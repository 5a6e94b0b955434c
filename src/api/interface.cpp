// SPDX-License-Identifier: LGPL-2.1-or-later
// The network interfaces of the host.
#include "api/call_of.hpp"
#include "api/object_calls.hpp"
#include "driver/interfaces.hpp"

using namespace vireo::api;
using vireo::driver::Interfaces;

namespace {}  // namespace

extern "C" {

int virConnectNumOfInterfaces(virConnectPtr conn) {
  return call_of<VIR_FROM_INTERFACE>(conn, Access::read, runs<&Interfaces::count_active>());
}

int virConnectListInterfaces(virConnectPtr conn, char** const names, int maxnames) {
  return call_of<VIR_FROM_INTERFACE>(
      conn, Access::read, lists_names<&Interfaces::active_names>(names, "names", maxnames, "maxnames"));
}

int virConnectNumOfDefinedInterfaces(virConnectPtr conn) {
  return call_of<VIR_FROM_INTERFACE>(conn, Access::read, runs<&Interfaces::count_defined>());
}

int virConnectListDefinedInterfaces(virConnectPtr conn, char** const names, int maxnames) {
  return call_of<VIR_FROM_INTERFACE>(
      conn, Access::read, lists_names<&Interfaces::defined_names>(names, "names", maxnames, "maxnames"));
}

int virConnectListAllInterfaces(virConnectPtr conn, virInterfacePtr** ifaces, unsigned int flags) {
  return call_of<VIR_FROM_INTERFACE>(conn, Access::read, lists_all<&Interfaces::list>(ifaces, flags));
}

virInterfacePtr virInterfaceLookupByName(virConnectPtr conn, const char* name) {
  return call_of<VIR_FROM_INTERFACE>(conn, Access::read,
                                     looks_up_name<&Interfaces::lookup_by_name>(name, "name"));
}

virInterfacePtr virInterfaceLookupByMACString(virConnectPtr conn, const char* mac) {
  return call_of<VIR_FROM_INTERFACE>(conn, Access::read,
                                     looks_up_name<&Interfaces::lookup_by_mac>(mac, "macstr"));
}

virInterfacePtr virInterfaceDefineXML(virConnectPtr conn, const char* xml, unsigned int flags) {
  return call_of<VIR_FROM_INTERFACE>(conn, Access::write, takes_xml<&Interfaces::define>(xml, "xml", flags));
}

int virInterfaceChangeBegin(virConnectPtr conn, unsigned int flags) {
  return call_of<VIR_FROM_INTERFACE>(conn, Access::write, runs<&Interfaces::change_begin>(flags));
}

int virInterfaceChangeCommit(virConnectPtr conn, unsigned int flags) {
  return call_of<VIR_FROM_INTERFACE>(conn, Access::write, runs<&Interfaces::change_commit>(flags));
}

int virInterfaceChangeRollback(virConnectPtr conn, unsigned int flags) {
  return call_of<VIR_FROM_INTERFACE>(conn, Access::write, runs<&Interfaces::change_rollback>(flags));
}

int virInterfaceRef(virInterfacePtr iface) { return call(iface, Access::read, takes_reference()); }

int virInterfaceFree(virInterfacePtr iface) { return call(iface, Access::read, gives_reference_back()); }

virConnectPtr virInterfaceGetConnect(virInterfacePtr iface) {
  return call(iface, Access::read, says_connection());
}

const char* virInterfaceGetName(virInterfacePtr iface) {
  return call(iface, Access::read, [](auto& self) { return self.handle.reference.name.c_str(); });
}

const char* virInterfaceGetMACString(virInterfacePtr iface) {
  return call(iface, Access::read, [](auto& self) { return self.handle.reference.mac.c_str(); });
}

char* virInterfaceGetXMLDesc(virInterfacePtr iface, unsigned int flags) {
  return call(iface, Access::read, runs<&Interfaces::xml>(flags));
}

int virInterfaceUndefine(virInterfacePtr iface) {
  return call(iface, Access::write, runs<&Interfaces::undefine>());
}

int virInterfaceCreate(virInterfacePtr iface, unsigned int flags) {
  return call(iface, Access::write, runs<&Interfaces::create>(flags));
}

int virInterfaceDestroy(virInterfacePtr iface, unsigned int flags) {
  return call(iface, Access::write, runs<&Interfaces::destroy>(flags));
}

int virInterfaceIsActive(virInterfacePtr iface) {
  return call(iface, Access::read, runs<&Interfaces::is_active>());
}
}
