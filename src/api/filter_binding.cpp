// SPDX-License-Identifier: LGPL-2.1-or-later
// Network filters as they are applied to ports.
#include "api/call_of.hpp"
#include "api/object_calls.hpp"
#include "driver/filter_bindings.hpp"

using namespace vireo::api;
using vireo::driver::FilterBindings;

extern "C" {

int virConnectListAllNWFilterBindings(virConnectPtr conn, virNWFilterBindingPtr** bindings,
                                      unsigned int flags) {
  return call_of<VIR_FROM_NWFILTER>(conn, Access::read, lists_all<&FilterBindings::list>(bindings, flags));
}

virNWFilterBindingPtr virNWFilterBindingLookupByPortDev(virConnectPtr conn, const char* portdev) {
  return call_of<VIR_FROM_NWFILTER>(conn, Access::read,
                                    looks_up_name<&FilterBindings::lookup_by_port_dev>(portdev, "portdev"));
}

virNWFilterBindingPtr virNWFilterBindingCreateXML(virConnectPtr conn, const char* xml, unsigned int flags) {
  return call_of<VIR_FROM_NWFILTER>(conn, Access::read, [=](auto& self) {
    self.not_null(xml, "xml");
    check(&self.handle, Access::write, self.function);
    return self.template run<&FilterBindings::create_xml>(xml, flags);
  });
}

int virNWFilterBindingRef(virNWFilterBindingPtr binding) {
  return call(binding, Access::read, takes_reference());
}

int virNWFilterBindingFree(virNWFilterBindingPtr binding) {
  return call(binding, Access::read, gives_reference_back());
}

const char* virNWFilterBindingGetPortDev(virNWFilterBindingPtr binding) {
  return call(binding, Access::read, [](auto& self) { return self.handle.reference.port_device.c_str(); });
}

const char* virNWFilterBindingGetFilterName(virNWFilterBindingPtr binding) {
  return call(binding, Access::read, [](auto& self) { return self.handle.reference.filter_name.c_str(); });
}

char* virNWFilterBindingGetXMLDesc(virNWFilterBindingPtr binding, unsigned int flags) {
  return call(binding, Access::read, runs<&FilterBindings::xml>(flags));
}

int virNWFilterBindingDelete(virNWFilterBindingPtr binding) {
  return call(binding, Access::write, runs<&FilterBindings::remove>());
}
}
