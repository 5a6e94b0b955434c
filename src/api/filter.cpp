// SPDX-License-Identifier: LGPL-2.1-or-later
// Network filters.
#include "api/call_of.hpp"
#include "api/object_calls.hpp"
#include "driver/filters.hpp"

using namespace vireo::api;
using vireo::driver::Filters;

namespace {

/// A missing text is told before a read-only connection: the two functions' order in the incumbent.
template <auto Method, class... Args>
auto defines(const char* xml, Args... args) {
  return [=](auto& self) {
    self.not_null(xml, "xmlDesc");
    check(&self.handle, Access::write, self.function);
    return self.template run<Method>(xml, args...);
  };
}

}  // namespace

extern "C" {

int virConnectNumOfNWFilters(virConnectPtr conn) {
  return call_of<VIR_FROM_NWFILTER>(conn, Access::read, runs<&Filters::count>());
}

int virConnectListNWFilters(virConnectPtr conn, char** const names, int maxnames) {
  return call_of<VIR_FROM_NWFILTER>(conn, Access::read,
                                    lists_names<&Filters::names>(names, "names", maxnames, "maxnames"));
}

int virConnectListAllNWFilters(virConnectPtr conn, virNWFilterPtr** filters, unsigned int flags) {
  return call_of<VIR_FROM_NWFILTER>(conn, Access::read, lists_all<&Filters::list>(filters, flags));
}

virNWFilterPtr virNWFilterLookupByName(virConnectPtr conn, const char* name) {
  return call_of<VIR_FROM_NWFILTER>(conn, Access::read,
                                    looks_up_name<&Filters::lookup_by_name>(name, "name"));
}

virNWFilterPtr virNWFilterLookupByUUID(virConnectPtr conn, const unsigned char* uuid) {
  return call_of<VIR_FROM_NWFILTER>(conn, Access::read,
                                    looks_up_uuid<&Filters::lookup_by_uuid>(uuid, "uuid"));
}

virNWFilterPtr virNWFilterLookupByUUIDString(virConnectPtr conn, const char* uuid) {
  return call_of<VIR_FROM_NWFILTER>(conn, Access::read,
                                    looks_up_uuid_text<&Filters::lookup_by_uuid>(uuid, "uuidstr"));
}

virNWFilterPtr virNWFilterDefineXML(virConnectPtr conn, const char* xml) {
  return call_of<VIR_FROM_NWFILTER>(conn, Access::read, defines<&Filters::define>(xml));
}

virNWFilterPtr virNWFilterDefineXMLFlags(virConnectPtr conn, const char* xml, unsigned int flags) {
  return call_of<VIR_FROM_NWFILTER>(conn, Access::read, defines<&Filters::define_flags>(xml, flags));
}

int virNWFilterRef(virNWFilterPtr nwfilter) { return call(nwfilter, Access::read, takes_reference()); }

int virNWFilterFree(virNWFilterPtr nwfilter) { return call(nwfilter, Access::read, gives_reference_back()); }

const char* virNWFilterGetName(virNWFilterPtr nwfilter) {
  return call(nwfilter, Access::read, [](auto& self) { return self.handle.reference.name.c_str(); });
}

int virNWFilterGetUUID(virNWFilterPtr nwfilter, unsigned char* uuid) {
  return call(nwfilter, Access::read, copies_uuid(uuid, "uuid"));
}

int virNWFilterGetUUIDString(virNWFilterPtr nwfilter, char* buf) {
  return call(nwfilter, Access::read, prints_uuid(buf, "buf"));
}

char* virNWFilterGetXMLDesc(virNWFilterPtr nwfilter, unsigned int flags) {
  return call(nwfilter, Access::read, runs<&Filters::xml>(flags));
}

int virNWFilterUndefine(virNWFilterPtr nwfilter) {
  return call(nwfilter, Access::write, runs<&Filters::undefine>());
}
}
