// SPDX-License-Identifier: LGPL-2.1-or-later
// Virtual networks: defining, starting, changing and ending them.
#include "api/call_of.hpp"
#include "api/object_calls.hpp"
#include "driver/networks.hpp"

using namespace vireo::api;
using vireo::driver::Networks;

extern "C" {

virNetworkPtr virNetworkDefineXML(virConnectPtr conn, const char* xml) {
  return call_of<VIR_FROM_NETWORK>(conn, Access::write, takes_xml<&Networks::define>(xml, "xml"));
}

virNetworkPtr virNetworkDefineXMLFlags(virConnectPtr conn, const char* xml, unsigned int flags) {
  return call_of<VIR_FROM_NETWORK>(conn, Access::write,
                                   takes_xml<&Networks::define_flags>(xml, "xml", flags));
}

virNetworkPtr virNetworkCreateXML(virConnectPtr conn, const char* xmlDesc) {
  return call_of<VIR_FROM_NETWORK>(conn, Access::write, takes_xml<&Networks::create_xml>(xmlDesc, "xmlDesc"));
}

virNetworkPtr virNetworkCreateXMLFlags(virConnectPtr conn, const char* xmlDesc, unsigned int flags) {
  return call_of<VIR_FROM_NETWORK>(conn, Access::write,
                                   takes_xml<&Networks::create_xml_flags>(xmlDesc, "xmlDesc", flags));
}

int virNetworkCreate(virNetworkPtr network) {
  return call(network, Access::write, runs<&Networks::create>());
}

int virNetworkDestroy(virNetworkPtr network) {
  return call(network, Access::write, runs<&Networks::destroy>());
}

int virNetworkUndefine(virNetworkPtr network) {
  return call(network, Access::write, runs<&Networks::undefine>());
}

int virNetworkSetAutostart(virNetworkPtr network, int autostart) {
  return call(network, Access::write, runs<&Networks::set_autostart>(autostart));
}

int virNetworkUpdate(virNetworkPtr network, unsigned int command, unsigned int section, int parentIndex,
                     const char* xml, unsigned int flags) {
  return call(network, Access::write, [=](auto& self) {
    self.not_null(xml, "xml");
    self.template run<&Networks::update>(command, section, parentIndex, xml, flags);
  });
}
}
