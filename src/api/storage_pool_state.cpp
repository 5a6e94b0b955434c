// SPDX-License-Identifier: LGPL-2.1-or-later
// A storage pool's handle, its state and the list of its volumes.
#include "api/object_calls.hpp"
#include "driver/pools.hpp"
#include "driver/volumes.hpp"

using namespace vireo::api;
using vireo::driver::Pools;
using vireo::driver::Volumes;

extern "C" {

int virStoragePoolRef(virStoragePoolPtr pool) { return call(pool, Access::read, takes_reference()); }

int virStoragePoolFree(virStoragePoolPtr pool) { return call(pool, Access::read, gives_reference_back()); }

virConnectPtr virStoragePoolGetConnect(virStoragePoolPtr pool) {
  return call(pool, Access::read, says_connection());
}

const char* virStoragePoolGetName(virStoragePoolPtr pool) {
  return call(pool, Access::read, [](auto& self) { return self.handle.reference.name.c_str(); });
}

int virStoragePoolGetUUID(virStoragePoolPtr pool, unsigned char* uuid) {
  return call(pool, Access::read, copies_uuid(uuid, "uuid"));
}

int virStoragePoolGetUUIDString(virStoragePoolPtr pool, char* buf) {
  return call(pool, Access::read, prints_uuid(buf, "buf"));
}

int virStoragePoolGetInfo(virStoragePoolPtr pool, virStoragePoolInfoPtr info) {
  return call(pool, Access::read, [=](auto& self) {
    self.not_null(info, "info");
    const auto now = self.template run<&Pools::info>();
    *info = {now.state, now.capacity, now.allocation, now.available};
  });
}

char* virStoragePoolGetXMLDesc(virStoragePoolPtr pool, unsigned int flags) {
  return call(pool, Access::read, runs<&Pools::xml>(flags));
}

int virStoragePoolGetAutostart(virStoragePoolPtr pool, int* autostart) {
  return call(pool, Access::read, [=](auto& self) {
    self.not_null(autostart, "autostart");
    *autostart = self.template run<&Pools::autostart>();
  });
}

int virStoragePoolIsActive(virStoragePoolPtr pool) {
  return call(pool, Access::read, runs<&Pools::is_active>());
}

int virStoragePoolIsPersistent(virStoragePoolPtr pool) {
  return call(pool, Access::read, runs<&Pools::is_persistent>());
}

int virStoragePoolNumOfVolumes(virStoragePoolPtr pool) {
  return call(pool, Access::read, runs<&Volumes::count>());
}

int virStoragePoolListVolumes(virStoragePoolPtr pool, char** const names, int maxnames) {
  return call(pool, Access::read, lists_names<&Volumes::names>(names, "names", maxnames, "maxnames"));
}

int virStoragePoolListAllVolumes(virStoragePoolPtr pool, virStorageVolPtr** vols, unsigned int flags) {
  return call(pool, Access::read, lists_all<&Volumes::list>(vols, flags));
}
}
