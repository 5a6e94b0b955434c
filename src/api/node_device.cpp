// SPDX-License-Identifier: LGPL-2.1-or-later
// Finding the devices of the host, and what is known of them.
#include "api/call_of.hpp"
#include "api/object_calls.hpp"
#include "driver/node_devices.hpp"

using namespace vireo::api;
using vireo::driver::NodeDevices;

namespace {}  // namespace

extern "C" {

int virNodeNumOfDevices(virConnectPtr conn, const char* cap, unsigned int flags) {
  return call_of<VIR_FROM_NODEDEV>(conn, Access::read, runs<&NodeDevices::count>(optional_text(cap), flags));
}

int virNodeListDevices(virConnectPtr conn, const char* cap, char** const names, int maxnames,
                       unsigned int flags) {
  return call_of<VIR_FROM_NODEDEV>(conn, Access::read, [=](auto& self) {
    self.not_negative(maxnames, "maxnames");
    if (maxnames) self.not_null(names, "names");
    const auto found = self.template run<&NodeDevices::names>(optional_text(cap), maxnames, flags);
    return fill_names(found, names, maxnames);
  });
}

int virConnectListAllNodeDevices(virConnectPtr conn, virNodeDevicePtr** devices, unsigned int flags) {
  return call_of<VIR_FROM_NODEDEV>(conn, Access::read, lists_all<&NodeDevices::list>(devices, flags));
}

virNodeDevicePtr virNodeDeviceLookupByName(virConnectPtr conn, const char* name) {
  return call_of<VIR_FROM_NODEDEV>(conn, Access::read,
                                   looks_up_name<&NodeDevices::lookup_by_name>(name, "name"));
}

virNodeDevicePtr virNodeDeviceLookupSCSIHostByWWN(virConnectPtr conn, const char* wwnn, const char* wwpn,
                                                  unsigned int flags) {
  return call_of<VIR_FROM_NODEDEV>(conn, Access::read, [=](auto& self) {
    self.not_null(wwnn, "wwnn");
    self.not_null(wwpn, "wwpn");
    return self.template run<&NodeDevices::lookup_scsi_host_by_wwn>(wwnn, wwpn, flags);
  });
}

int virNodeDeviceRef(virNodeDevicePtr dev) { return call(dev, Access::read, takes_reference()); }

int virNodeDeviceFree(virNodeDevicePtr dev) { return call(dev, Access::read, gives_reference_back()); }

const char* virNodeDeviceGetName(virNodeDevicePtr dev) {
  return call(dev, Access::read, [](auto& self) { return self.handle.reference.name.c_str(); });
}

const char* virNodeDeviceGetParent(virNodeDevicePtr dev) {
  return call(dev, Access::read, [](auto& self) -> const char* {
    if (const char* known = self.handle.known_parent()) return known;
    const auto parent = self.template run<&NodeDevices::parent>();
    return parent ? self.handle.keep_parent(*parent) : nullptr;
  });
}

int virNodeDeviceNumOfCaps(virNodeDevicePtr dev) {
  return call(dev, Access::read, runs<&NodeDevices::capability_count>());
}

int virNodeDeviceListCaps(virNodeDevicePtr dev, char** const names, int maxnames) {
  return call(dev, Access::read,
              lists_names<&NodeDevices::capabilities>(names, "names", maxnames, "maxnames"));
}

char* virNodeDeviceGetXMLDesc(virNodeDevicePtr dev, unsigned int flags) {
  return call(dev, Access::read, runs<&NodeDevices::xml>(flags));
}

int virNodeDeviceIsPersistent(virNodeDevicePtr dev) {
  return call(dev, Access::read, runs<&NodeDevices::is_persistent>());
}

int virNodeDeviceIsActive(virNodeDevicePtr dev) {
  return call(dev, Access::read, runs<&NodeDevices::is_active>());
}
}
