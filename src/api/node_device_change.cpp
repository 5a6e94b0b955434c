// SPDX-License-Identifier: LGPL-2.1-or-later
// Making devices of the host, taking them away from it, and giving them back.
#include "api/call_of.hpp"
#include "api/object_calls.hpp"
#include "driver/node_devices.hpp"

using namespace vireo::api;
using vireo::driver::NodeDevices;

extern "C" {

virNodeDevicePtr virNodeDeviceCreateXML(virConnectPtr conn, const char* xml, unsigned int flags) {
  return call_of<VIR_FROM_NODEDEV>(conn, Access::write,
                                   takes_xml<&NodeDevices::create_xml>(xml, "xmlDesc", flags));
}

virNodeDevicePtr virNodeDeviceDefineXML(virConnectPtr conn, const char* xml, unsigned int flags) {
  return call_of<VIR_FROM_NODEDEV>(conn, Access::write,
                                   takes_xml<&NodeDevices::define>(xml, "xmlDesc", flags));
}

int virNodeDeviceDestroy(virNodeDevicePtr dev) {
  return call(dev, Access::write, runs<&NodeDevices::destroy>());
}

int virNodeDeviceUndefine(virNodeDevicePtr dev, unsigned int flags) {
  return call(dev, Access::write, runs<&NodeDevices::undefine>(flags));
}

int virNodeDeviceCreate(virNodeDevicePtr dev, unsigned int flags) {
  return call(dev, Access::write, runs<&NodeDevices::create>(flags));
}

int virNodeDeviceDettach(virNodeDevicePtr dev) {
  return call(dev, Access::write, runs<&NodeDevices::detach>());
}

int virNodeDeviceDetachFlags(virNodeDevicePtr dev, const char* driver, unsigned int flags) {
  return call(dev, Access::write, runs<&NodeDevices::detach_flags>(optional_text(driver), flags));
}

int virNodeDeviceReAttach(virNodeDevicePtr dev) {
  return call(dev, Access::write, runs<&NodeDevices::re_attach>());
}

int virNodeDeviceReset(virNodeDevicePtr dev) { return call(dev, Access::write, runs<&NodeDevices::reset>()); }

int virNodeDeviceSetAutostart(virNodeDevicePtr dev, int autostart) {
  return call(dev, Access::write, runs<&NodeDevices::set_autostart>(autostart));
}

// Reading it needs a connection that may write: the incumbent has it so, and programs see the difference.
int virNodeDeviceGetAutostart(virNodeDevicePtr dev, int* autostart) {
  return call(dev, Access::write, [=](auto& self) {
    const int answer = self.template run<&NodeDevices::autostart>();
    if (autostart) *autostart = answer;
  });
}
}
