// SPDX-License-Identifier: LGPL-2.1-or-later
// Storage pools: finding and changing them.
#include "api/call_of.hpp"
#include "api/object_calls.hpp"
#include "driver/pools.hpp"

using namespace vireo::api;
using vireo::driver::Pools;

namespace {

template <class F>
auto on(virConnectPtr conn, Access access, F what, const char* function = __builtin_FUNCTION()) noexcept {
  return call_of<VIR_FROM_STORAGE>(conn, access, std::move(what), function);
}

}  // namespace

extern "C" {

int virConnectNumOfStoragePools(virConnectPtr conn) {
  return on(conn, Access::read, runs<&Pools::count_active>());
}

int virConnectListStoragePools(virConnectPtr conn, char** const names, int maxnames) {
  return on(conn, Access::read, lists_names<&Pools::active_names>(names, "names", maxnames, "maxnames"));
}

int virConnectNumOfDefinedStoragePools(virConnectPtr conn) {
  return on(conn, Access::read, runs<&Pools::count_defined>());
}

int virConnectListDefinedStoragePools(virConnectPtr conn, char** const names, int maxnames) {
  return on(conn, Access::read, lists_names<&Pools::defined_names>(names, "names", maxnames, "maxnames"));
}

int virConnectListAllStoragePools(virConnectPtr conn, virStoragePoolPtr** pools, unsigned int flags) {
  return on(conn, Access::read, lists_all<&Pools::list>(pools, flags));
}

char* virConnectFindStoragePoolSources(virConnectPtr conn, const char* type, const char* srcSpec,
                                       unsigned int flags) {
  return on(conn, Access::write, [=](auto& self) {
    self.not_null(type, "type");
    return self.template run<&Pools::find_storage_pool_sources>(type, optional_text(srcSpec), flags);
  });
}

char* virConnectGetStoragePoolCapabilities(virConnectPtr conn, unsigned int flags) {
  return on(conn, Access::read, runs<&Pools::storage_pool_capabilities>(flags));
}

virStoragePoolPtr virStoragePoolLookupByName(virConnectPtr conn, const char* name) {
  return on(conn, Access::read, looks_up_name<&Pools::lookup_by_name>(name, "name"));
}

virStoragePoolPtr virStoragePoolLookupByUUID(virConnectPtr conn, const unsigned char* uuid) {
  return on(conn, Access::read, looks_up_uuid<&Pools::lookup_by_uuid>(uuid, "uuid"));
}

virStoragePoolPtr virStoragePoolLookupByUUIDString(virConnectPtr conn, const char* uuidstr) {
  return on(conn, Access::read, [=](auto& self) {
    self.not_null(uuidstr, "uuidstr");
    const auto uuid = vireo::Uuid::parse(uuidstr);
    if (!uuid) self.refuse("uuidstr", "must be a valid UUID");
    return self.template run<&Pools::lookup_by_uuid>(*uuid);
  });
}

virStoragePoolPtr virStoragePoolLookupByTargetPath(virConnectPtr conn, const char* path) {
  return on(conn, Access::read, looks_up_name<&Pools::lookup_by_target_path>(path, "path"));
}

virStoragePoolPtr virStoragePoolLookupByVolume(virStorageVolPtr vol) {
  return call(vol, Access::read, runs<&Pools::lookup_by_volume>());
}

virStoragePoolPtr virStoragePoolCreateXML(virConnectPtr conn, const char* xmlDesc, unsigned int flags) {
  return on(conn, Access::write, takes_xml<&Pools::create_xml>(xmlDesc, "xmlDesc", flags));
}

virStoragePoolPtr virStoragePoolDefineXML(virConnectPtr conn, const char* xml, unsigned int flags) {
  return on(conn, Access::write, takes_xml<&Pools::define>(xml, "xml", flags));
}

int virStoragePoolCreate(virStoragePoolPtr pool, unsigned int flags) {
  return call(pool, Access::write, runs<&Pools::create>(flags));
}

int virStoragePoolBuild(virStoragePoolPtr pool, unsigned int flags) {
  return call(pool, Access::write, runs<&Pools::build>(flags));
}

int virStoragePoolDestroy(virStoragePoolPtr pool) {
  return call(pool, Access::write, runs<&Pools::destroy>());
}

int virStoragePoolDelete(virStoragePoolPtr pool, unsigned int flags) {
  return call(pool, Access::write, runs<&Pools::remove>(flags));
}

int virStoragePoolUndefine(virStoragePoolPtr pool) {
  return call(pool, Access::write, runs<&Pools::undefine>());
}

int virStoragePoolRefresh(virStoragePoolPtr pool, unsigned int flags) {
  return call(pool, Access::write, runs<&Pools::refresh>(flags));
}

int virStoragePoolSetAutostart(virStoragePoolPtr pool, int autostart) {
  return call(pool, Access::write, runs<&Pools::set_autostart>(autostart));
}
}
